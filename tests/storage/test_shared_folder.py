"""Two machines and one folder: all is joined, once, whatever the service does."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from psoas_break.domain.history import NaturalBreak, Record, Voided
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_lines import line_of
from psoas_break.storage.journal_rows import row_of
from psoas_break.storage.journal_totals import JournalTotals
from psoas_break.storage.shared_folder import SharedFolder
from tests.disk import Disk
from tests.storage.stories import at, prompt, stretch

DAY = date(2026, 3, 3)
STARTED, HELD, *_ = stretch(at("09:40"))
(SHOWN,) = prompt(at("09:39"))
YEAR_1 = "0001-01-01T00:00:00+14:00"


class Machine:
    """A device with a history of its own, and its side of the shared folder."""

    def __init__(self, home: Path, shared: Path, name: str = "") -> None:
        self.home, self.shared = home, shared
        self.journal = SqliteJournal(
            path=home / "journal.db",
            device_file=home / "device-id",
            name=lambda: name,
        )
        self.start()

    def start(self) -> None:
        """Start the app anew, or the first time."""
        self.folder = SharedFolder(
            folder=self.shared,
            device=self.journal.device,
            journal=self.journal,
            anchors=AnchorFiles(folder=self.home / "anchors"),
        )

    @property
    def file(self) -> Path:
        return self.shared / f"psoas-break-{self.journal.device}.jsonl"

    def stretches(self, clock: str) -> None:
        self.journal.record(stretch(at(clock)))
        self.looks()

    def looks(self) -> int:
        """Exchange until all is done; return in how many pieces."""
        pieces = 1
        while self.folder.exchange():
            pieces += 1
        return pieces

    def breaks(self) -> int:
        self.looks()
        return self.journal.totals(DAY).breaks

    def rows(self) -> int:
        return len(self.journal.rows_from(0, 1_000_000))


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    folder = tmp_path / "shared"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(tmp_path: Path, shared: Path) -> Machine:
    return Machine(tmp_path / "desk", shared, "Desk")


@pytest.fixture
def laptop(tmp_path: Path, shared: Path) -> Machine:
    return Machine(tmp_path / "laptop", shared, "Laptop")


def test_each_has_what_both_did(desk: Machine, laptop: Machine) -> None:
    desk.stretches("09:40")
    laptop.stretches("10:40")
    assert (desk.breaks(), laptop.breaks()) == (2, 2)


def test_what_was_taken_back_there_is_taken_back_here(
    desk: Machine, laptop: Machine
) -> None:
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    desk.journal.record([taken])
    laptop.looks()
    desk.journal.record([Voided(of=taken.key, at=at("10:10"))])
    desk.looks()
    laptop.looks()
    assert laptop.journal.totals(DAY).natural_breaks == 0


def test_the_others_have_names(desk: Machine, laptop: Machine) -> None:
    desk.stretches("09:40")
    laptop.stretches("10:40")
    desk.looks()
    known = JournalTotals(journal=desk.journal).devices()
    assert [(one.name, one.is_here) for one in known] == [
        ("Desk", True),
        ("Laptop", False),
    ]


def test_reading_goes_on_where_it_ended(desk: Machine, laptop: Machine) -> None:
    desk.stretches("09:40")
    laptop.looks()
    laptop.start()
    desk.stretches("10:40")
    joined = laptop.folder.joined
    laptop.looks()
    assert laptop.folder.joined - joined == 4  # a session, two sides, its end


def test_much_comes_in_pieces(desk: Machine, laptop: Machine) -> None:
    for number in range(300):
        desk.journal.record(stretch(at("00:00") + timedelta(minutes=4 * number)))
    assert desk.looks() > 2
    assert laptop.looks() > 2
    assert laptop.rows() == desk.rows()


# What a service does to files


@pytest.mark.parametrize(
    "copy",
    [
        "{stem}.sync-conflict-20260303-091405-ABCDEFG.jsonl",
        "{stem} (conflicted copy 2026-03-03 091405).jsonl",
        "{stem} (Anna's conflicted copy 2026-03-03).jsonl",
        "{stem}-LAPTOP.jsonl",
    ],
)
def test_a_conflict_copy_adds_only_what_is_new(
    copy: str, desk: Machine, laptop: Machine, shared: Path
) -> None:
    desk.stretches("09:40")
    older = desk.file.read_bytes()
    desk.stretches("10:40")
    (shared / copy.format(stem=desk.file.stem)).write_bytes(desk.file.read_bytes())
    desk.file.write_bytes(older)
    assert laptop.breaks() == 2
    assert desk.breaks() == 2


@pytest.mark.parametrize(
    "name",
    [".syncthing.{name}.tmp", ".~{name}", "{name}.part", "~syncthing~{name}.tmp"],
)
def test_files_still_on_their_way_are_left_alone(
    name: str, desk: Machine, laptop: Machine, shared: Path
) -> None:
    (shared / name.format(name=desk.file.name)).write_bytes(b"half a file")
    assert (laptop.breaks(), laptop.folder.problems()) == (0, ())


def test_an_older_copy_that_came_back_takes_nothing_away(
    desk: Machine, laptop: Machine
) -> None:
    desk.stretches("09:40")
    older = desk.file.read_bytes()
    desk.stretches("10:40")
    laptop.looks()
    desk.file.write_bytes(older)
    assert laptop.breaks() == 2


def test_what_an_older_copy_lost_is_published_again(
    desk: Machine, laptop: Machine
) -> None:
    desk.stretches("09:40")
    older = desk.file.read_bytes()
    desk.stretches("10:40")
    desk.file.write_bytes(older)
    desk.stretches("11:40")
    assert laptop.breaks() == 3


def test_half_a_line_is_waited_for(desk: Machine, laptop: Machine) -> None:
    desk.stretches("09:40")
    whole = desk.file.read_bytes()
    desk.file.write_bytes(whole[:-40])
    before = laptop.breaks()
    desk.file.write_bytes(whole)
    assert (before, laptop.breaks()) == (0, 1)


@pytest.mark.parametrize("length", range(1, 300, 23))
def test_a_crash_in_mid_append_loses_and_doubles_nothing(
    length: int, desk: Machine, laptop: Machine
) -> None:
    desk.stretches("09:40")
    state = (desk.home / "anchors" / "shared-folder.json").read_bytes()
    begun = desk.file.read_bytes()
    desk.stretches("10:40")
    written = desk.file.read_bytes()[len(begun) :]
    desk.file.write_bytes(begun + written[:-length])
    (desk.home / "anchors" / "shared-folder.json").write_bytes(state)
    laptop.looks()

    desk.start()

    assert (desk.breaks(), laptop.breaks(), laptop.rows()) == (2, 2, desk.rows())
    assert laptop.folder.problems() == ()


def test_a_disk_that_fills_in_mid_append(
    disk: Disk, tmp_path: Path, laptop: Machine
) -> None:
    desk = Machine(tmp_path / "full", disk.folder)
    laptop = Machine(tmp_path / "other", disk.folder)
    desk.stretches("09:40")
    disk.fill()
    for number in range(30):
        desk.journal.record(stretch(at("10:00") + timedelta(minutes=4 * number)))
    desk.looks()
    (problem,) = desk.folder.problems()
    assert "cannot be written" in problem
    disk.make_room()
    assert (desk.breaks(), laptop.breaks(), desk.folder.problems()) == (31, 31, ())


# Clocks, folders and files that are not as they should be


def test_a_clock_that_is_days_off_mixes_nothing_up(
    desk: Machine, laptop: Machine
) -> None:
    laptop.journal.record(stretch(at("09:40", "2031-01-01")))
    laptop.looks()
    desk.stretches("09:40")
    assert desk.breaks() == 1
    assert len(desk.journal.history().sessions) == 2


def test_a_missing_folder_is_named_and_not_made(desk: Machine, shared: Path) -> None:
    shared.rmdir()
    desk.stretches("09:40")
    (problem,) = desk.folder.problems()
    assert (str(shared) in problem, shared.exists()) == (True, False)


def test_it_is_all_joined_once_the_folder_is_back(
    desk: Machine, laptop: Machine, shared: Path
) -> None:
    shared.rmdir()
    desk.stretches("09:40")
    shared.mkdir()
    assert (desk.breaks(), laptop.breaks(), desk.folder.problems()) == (1, 1, ())


def spoil_with_garbage(file: Path) -> None:
    file.write_bytes(b"\x00\xff no history at all\n" * 3)


def spoil_with_one_line(file: Path) -> None:
    file.write_bytes(b"x" * 1_000_000)


def spoil_with_other_json(file: Path) -> None:
    file.write_bytes(b'{"a": 1}\n[]\n"text"\n')


def changed(record: Record, **values: object) -> Callable[[Path], object]:
    """Return how to spoil a file with an entry that says something else."""
    entry = json.loads(line_of(row_of(record, bytes(16)))) | values
    return lambda file: file.write_text(json.dumps(entry) + "\n")


@pytest.mark.parametrize(
    "spoil",
    [
        spoil_with_garbage,
        spoil_with_one_line,
        spoil_with_other_json,
        changed(HELD, seconds=7200.0, side="above"),
        changed(HELD, breaths=2**63),
        changed(STARTED, what="half a character: \ud83d"),
        changed(STARTED, started=YEAR_1, part_of=YEAR_1),
        changed(SHOWN, detail={"a": 1}),
    ],
)
def test_a_broken_file_is_named_and_the_rest_is_read(
    spoil: Callable[[Path], object], desk: Machine, laptop: Machine, shared: Path
) -> None:
    spoil(shared / "psoas-break-0.jsonl")
    desk.stretches("09:40")
    assert laptop.breaks() == 1
    (problem,) = laptop.folder.problems()
    assert problem.startswith("psoas-break-0.jsonl in the shared folder: ")
    assert laptop.journal.problems() == ()


def test_a_file_that_may_not_be_read_is_named_and_the_rest_is_read(
    desk: Machine, laptop: Machine, shared: Path
) -> None:
    (shared / "psoas-break-0.jsonl").symlink_to("/proc/self/mem")
    desk.stretches("09:40")
    assert laptop.breaks() == 1
    assert len(laptop.folder.problems()) == 1


def test_a_broken_file_that_is_gone_is_no_longer_named(
    laptop: Machine, shared: Path
) -> None:
    spoil_with_garbage(shared / "psoas-break-0.jsonl")
    laptop.looks()
    (shared / "psoas-break-0.jsonl").unlink()
    laptop.looks()
    assert laptop.folder.problems() == ()


def test_an_entry_of_a_newer_app_is_no_complaint(laptop: Machine, shared: Path) -> None:
    (shared / "psoas-break-0.jsonl").write_bytes(b'{"version": 2, "kind": "mood"}\n')
    assert (laptop.breaks(), laptop.folder.problems()) == (0, ())


# What happens to our own side


def test_a_lost_state_publishes_nothing_twice(desk: Machine) -> None:
    desk.stretches("09:40")
    size = desk.file.stat().st_size
    (desk.home / "anchors" / "shared-folder.json").unlink()
    desk.start()
    desk.looks()
    assert desk.file.stat().st_size == size


def test_a_lost_history_comes_back_from_the_own_file(desk: Machine) -> None:
    desk.stretches("09:40")
    desk.journal.close()
    (desk.home / "journal.db").unlink()
    again = Machine(desk.home, desk.shared)
    assert again.breaks() == 1


def test_another_folder_gets_everything(
    desk: Machine, laptop: Machine, tmp_path: Path
) -> None:
    desk.stretches("09:40")
    other = tmp_path / "other"
    other.mkdir()
    for machine in (desk, laptop):
        machine.shared = other
        machine.start()
    desk.looks()
    assert laptop.breaks() == 1


def test_what_cannot_be_taken_in_now_is_taken_in_later(
    desk: Machine, laptop: Machine
) -> None:
    desk.stretches("09:40")
    laptop.home.mkdir(parents=True, exist_ok=True)
    (laptop.home / "journal.db").mkdir()
    laptop.looks()
    assert len(laptop.folder.problems()) == 1
    (laptop.home / "journal.db").rmdir()
    assert laptop.breaks() == 1


def test_whatever_was_changed_by_hand_is_not_taken_for_ours(
    desk: Machine, laptop: Machine
) -> None:
    desk.stretches("09:40")
    row = row_of(stretch(at("10:40"))[1], desk.journal.device.bytes)
    with desk.file.open("ab") as file:
        file.write(line_of(row).replace(b"30.5", b'"30.5"'))
    laptop.looks()
    assert laptop.rows() == desk.rows()
