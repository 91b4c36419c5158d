"""A backup brings everything back, and a bad one changes nothing."""

import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from psoas_break.storage import backup as module
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.backup import KEPT, backing_up, restoring
from psoas_break.storage.history_file import finish
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from tests.storage.stories import at, stretch

NOW = at("12:00")
DAY = date(2026, 3, 3)


class Home:
    """A profile with a history, settings, and exercises of its own."""

    told = ""
    """What the last backup said."""

    def __init__(self, folder: Path, *clocks: str, lull: int = 8) -> None:
        self.places = Places.inside(folder)
        self.journal = SqliteJournal(
            path=self.places.journal_file, device_file=self.places.device_file
        )
        for clock in clocks:
            self.journal.record(stretch(at(clock)))
        self.places.own_exercises.mkdir(parents=True, exist_ok=True)
        self.places.settings_file.write_text(f"[reminders]\nlull_s = {lull}\n", "utf-8")

    def exercise(self, name: str, content: str = "id = 'x'\n") -> None:
        (self.places.own_exercises / name).write_text(content, "utf-8")

    def backs_up(self, file: Path) -> Path:
        self.told = finish(backing_up(self.places, file, NOW))
        return file

    def restores(self, file: Path) -> str:
        return finish(restoring(self.places, file, NOW))

    def everything(self) -> dict[str, bytes]:
        """Return every file's content but the history's, and the history's entries."""
        found = {
            str(path.relative_to(self.places.data)): path.read_bytes()
            for path in self.places.data.rglob("*")
            if path.is_file() and not path.name.startswith("journal.db")
        }
        return found | {"rows": repr(self.journal.rows_from(0, 9999)).encode()}


@pytest.fixture
def old(tmp_path: Path) -> Home:
    home = Home(tmp_path / "old", "09:40", "10:40", lull=20)
    home.exercise("own-stretch.toml", "id = 'own-stretch'\n")
    home.places.anchors.mkdir(parents=True)
    for name in KEPT:
        (home.places.anchors / name).write_text('{"at": 3}', "utf-8")
    return home


@pytest.fixture
def file(old: Home, tmp_path: Path) -> Path:
    return old.backs_up(tmp_path / "backup.zip")


@pytest.fixture
def new(tmp_path: Path) -> Home:
    home = Home(tmp_path / "new", "11:40")
    home.exercise("another.toml")
    return home


def test_the_history_is_joined(new: Home, file: Path) -> None:
    new.restores(file)
    assert new.journal.totals(DAY).breaks == 3


def test_the_rest_takes_the_place_of_what_was_there(
    old: Home, new: Home, file: Path
) -> None:
    new.exercise("own-stretch.toml", "id = 'changed'\n")
    new.restores(file)
    here, there = new.everything(), old.everything()
    names = (
        "settings.toml",
        "exercises/own-stretch.toml",
        *(f"state/anchors/{name}" for name in KEPT),
    )
    assert [here[name] for name in names] == [there[name] for name in names]


def test_an_exercise_the_backup_does_not_know_stays(new: Home, file: Path) -> None:
    new.restores(file)
    assert "exercises/another.toml" in new.everything()


def test_restoring_twice_is_restoring_once(new: Home, file: Path) -> None:
    new.restores(file)
    once = new.everything()["rows"]
    assert "8 entries read, 0 of them new." in new.restores(file)
    assert new.everything()["rows"] == once


def test_what_was_there_is_kept_and_can_be_restored(new: Home, file: Path) -> None:
    before = new.places.settings_file.read_bytes()
    line = new.restores(file)
    (aside,) = new.places.data.glob("before-restore-*.zip")
    assert str(aside) in line
    new.restores(aside)
    assert new.places.settings_file.read_bytes() == before


def test_a_new_machine_keeps_its_own_id(new: Home, file: Path) -> None:
    before = new.places.device_file.read_bytes()
    new.restores(file)
    assert new.places.device_file.read_bytes() == before


def remade(
    file: Path, how: int = zipfile.ZIP_DEFLATED, /, **members: bytes | None
) -> None:
    """Change members of a zip file, add some, or (None) leave some out."""
    with zipfile.ZipFile(file) as given:
        content: dict[str, bytes | None] = {n: given.read(n) for n in given.namelist()}
    with zipfile.ZipFile(file, "w", how) as made:
        for name, data in (content | members).items():
            if data is not None:
                made.writestr(name, data)


def be_packed_otherwise(file: Path) -> None:
    remade(file, zipfile.ZIP_LZMA)


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def spoil_the_middle(file: Path) -> None:
    content = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as given:
        start = given.getinfo("history.jsonl").header_offset + 80
    content[start : start + 40] = b"\xa5" * 40
    file.write_bytes(bytes(content))


def be_text(file: Path) -> None:
    file.write_bytes(b"dear diary\n" * 40)


def be_empty(file: Path) -> None:
    file.write_bytes(b"")


def be_another_zip(file: Path) -> None:
    remade(file, **{"backup.json": None})


def slip_out(file: Path) -> None:
    remade(file, **{"exercises/../../../slipped.toml": b"a = 1\n"})


def slip_out_on_windows(file: Path) -> None:
    remade(file, **{"exercises/..\\..\\slipped.toml": b"a = 1\n"})


def be_absolute(file: Path) -> None:
    remade(file, **{"/slipped.toml": b"a = 1\n"})


def bring_a_device_id(file: Path) -> None:
    remade(file, **{"device-id": b"0f0e0d0c-0b0a-0908-0706-050403020100\n"})


def be_a_bomb(file: Path) -> None:
    remade(file, **{"settings.toml": b"#" * (module.LARGEST_FILE + 1)})


def be_many(file: Path) -> None:
    many = {f"exercises/e{n}.toml": b"" for n in range(module.MOST_FILES)}
    remade(file, **many)


def be_newer(file: Path) -> None:
    remade(file, **{"backup.json": json.dumps({"version": 2}).encode()})


def have_no_version(file: Path) -> None:
    remade(file, **{"backup.json": b"[]"})


def hold_another_history(file: Path) -> None:
    remade(file, **{"history.jsonl": b"no,history,at,all\n"})


@pytest.mark.parametrize(
    "spoil",
    [
        cut,
        spoil_the_middle,
        be_text,
        be_empty,
        be_another_zip,
        be_packed_otherwise,
        slip_out,
        slip_out_on_windows,
        be_absolute,
        bring_a_device_id,
        be_a_bomb,
        be_many,
        be_newer,
        have_no_version,
        hold_another_history,
    ],
)
def test_a_bad_backup_is_refused_in_a_line_and_changes_nothing(
    spoil: Callable[[Path], None], new: Home, file: Path, tmp_path: Path
) -> None:
    spoil(file)
    before = new.everything()
    with pytest.raises(StorageError) as refused:
        new.restores(file)
    assert (new.everything(), str(refused.value).count("\n")) == (before, 0)
    assert not list(tmp_path.rglob("slipped*"))


def test_no_file_at_all_is_refused(new: Home, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file"):
        new.restores(tmp_path / "nothing.zip")


def test_a_backup_leaves_nothing_out_in_silence(new: Home, tmp_path: Path) -> None:
    own = new.places.own_exercises
    own.rename(own.with_name("aside"))
    own.symlink_to(own)
    with pytest.raises(StorageError, match="exercises cannot be read"):
        new.backs_up(tmp_path / "new.zip")


def test_what_could_not_be_read_when_it_was_backed_up_keeps_nothing_from_coming_back(
    new: Home, tmp_path: Path
) -> None:
    new.exercise("half-written.toml", "id = ")
    new.places.settings_file.write_text("\ufeff[reminders]\nlull_s = ", "utf-8")
    new.places.anchors.mkdir(parents=True, exist_ok=True)
    (new.places.anchors / "rotation.json").write_bytes(b"\0" * 40)
    before = new.everything()
    file = new.backs_up(tmp_path / "backup.zip")
    other = Home(tmp_path / "other")
    other.restores(file)
    assert other.everything().items() >= before.items() - {
        ("device-id", before["device-id"])
    }


def test_what_is_too_large_to_be_restored_is_left_out_of_a_backup_and_named(
    new: Home, tmp_path: Path
) -> None:
    new.exercise("junk.toml", "#" * (module.LARGEST_FILE + 1))
    file = new.backs_up(tmp_path / "backup.zip")
    assert new.told.endswith("exercises/junk.toml is too large and was left out.")
    assert "entries read" in Home(tmp_path / "other").restores(file)
