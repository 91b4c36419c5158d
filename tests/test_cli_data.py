"""Export, import, backup, restore, and where settings come from: by command."""

import json
from pathlib import Path

import pytest

from psoas_break import cli
from psoas_break.cli_data import settings_json, settings_text
from psoas_break.grammar import parser
from psoas_break.quick import REFUSED
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from psoas_break.storage.settings_origin import Source, origins
from tests.storage.stories import at, stretch

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with a stretch on each of two days."""
    folder = tmp_path / "profile"
    places = Places.inside(folder)
    journal = SqliteJournal(path=places.journal_file, device_file=places.device_file)
    for day in ("2026-03-02", "2026-03-03"):
        journal.record(stretch(at("09:40", day)))
    journal.close()
    return folder


def said(profile: Path, *words: str) -> int:
    return cli.run(parser().parse_args(["--profile-dir", str(profile), *words]))


def sessions(profile: Path, captured: Captured) -> int:
    captured.readouterr()
    said(profile, "history", "--json")
    return len(json.loads(captured.readouterr().out)["sessions"])


@pytest.mark.parametrize("name", ["all.jsonl", "all.csv"])
def test_a_history_goes_to_another_machine(
    name: str, profile: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = str(tmp_path / name)
    assert said(profile, "history", "--export", file) == 0
    assert said(tmp_path / "other", "history", "--import", file) == 0
    assert sessions(tmp_path / "other", capsys) == 2


def test_the_lines_of_all_entries_are_printed(profile: Path, capsys: Captured) -> None:
    said(profile, "history", "--jsonl")
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["version"] for line in lines] == [1] * 8


def test_a_backup_is_restored_on_another_machine(
    profile: Path, tmp_path: Path, capsys: Captured
) -> None:
    file = str(tmp_path / "all.zip")
    assert said(profile, "backup", file) == 0
    assert said(tmp_path / "other", "restore", file) == 0
    assert sessions(tmp_path / "other", capsys) == 2


@pytest.mark.parametrize(
    "words",
    [
        ("history", "--export", "nowhere.xlsx"),
        ("history", "--import", "nowhere.csv"),
        ("restore", "nowhere.zip"),
        ("backup", "/proc/nowhere/backup.zip"),
        ("backup", "mistyped/backup.zip"),
        ("history", "--export", "mistyped/all.csv"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_line(
    words: tuple[str, ...],
    profile: Path,
    capsys: Captured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(profile)
    code = said(profile, *words)
    told, complaint = capsys.readouterr()
    assert (code, told, len(complaint.splitlines())) == (REFUSED, "", 1)
    assert not Path("mistyped").exists()


# Where settings come from


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A user's file and an organisation's."""
    user, site = tmp_path / "settings.toml", tmp_path / "site.toml"
    user.write_text("[reminders]\nlull_s = 12\nlatest_min = 0\n", "utf-8")
    site.write_text(
        "[reminders]\nlull_s = 20\nlatest_min = 60\n[sounds]\nvolume = 30\n", "utf-8"
    )
    return user, site


def test_the_user_s_own_wins_key_by_key(files: tuple[Path, Path]) -> None:
    user, site = files
    found, _problems = origins(user, site)
    told = {one.key: (one.value, one.source, one.file) for one in found}
    assert told["reminders.lull_s"] == (12, Source.USER, user)
    assert told["sounds.volume"] == (30, Source.ORGANISATION, site)
    assert told["reminders.earliest_min"] == (30, Source.DEFAULT, None)


def test_a_value_that_cannot_be_used_is_not_where_it_comes_from(
    files: tuple[Path, Path],
) -> None:
    user, site = files
    found, problems = origins(user, site)
    told = {one.key: (one.value, one.source) for one in found}
    assert told["reminders.latest_min"] == (60, Source.ORGANISATION)
    assert len(problems) == 1


def test_people_read_a_line_a_setting(files: tuple[Path, Path]) -> None:
    user, site = files
    found, _problems = origins(user, site)
    lines = settings_text(found).splitlines()
    (line,) = (line for line in lines if line.startswith("reminders.lull_s"))
    assert line.split() == ["reminders.lull_s", "12", "your", "file:", str(user)]
    assert len(lines) == len(found)


def test_programs_read_json(files: tuple[Path, Path]) -> None:
    user, site = files
    found, _problems = origins(user, site)
    told = json.loads(settings_json(found))
    first = told["settings"][0]
    assert (told["version"], sorted(first)) == (1, ["file", "key", "source", "value"])


def test_settings_are_shown_without_the_app(profile: Path, capsys: Captured) -> None:
    assert said(profile, "settings", "--show", "--json") == 0
    assert json.loads(capsys.readouterr().out)["settings"]
