"""What the command line answers by itself, from the files of a profile."""

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from psoas_break import cli
from psoas_break.desktop.clock_origin import ORIGIN_FILE
from psoas_break.grammar import parser
from psoas_break.quick import NOT_RUNNING, REFUSED, USAGE
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places
from tests.storage.stories import at, stretch

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with a stretch on each of three days, whose app is at the last."""
    places = Places.inside(tmp_path)
    journal = SqliteJournal(path=places.journal_file, device_file=places.device_file)
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        journal.record(stretch(at("09:40", day)))
    journal.close()
    origin = {"app_wall": at("12:00", "2026-03-03").isoformat()}
    (tmp_path / ORIGIN_FILE).write_text(json.dumps(origin), "utf-8")
    return tmp_path


def said(profile: Path, *words: str) -> int:
    return cli.run(parser().parse_args(["--profile-dir", str(profile), *words]))


def history(profile: Path, captured: Captured, *words: str) -> dict[str, Any]:
    assert said(profile, "history", "--json", *words) == 0
    return dict(json.loads(captured.readouterr().out))


def test_the_history_is_there_without_the_app(profile: Path, capsys: Captured) -> None:
    assert len(history(profile, capsys)["sessions"]) == 3


@pytest.mark.parametrize(("days", "sessions"), [(1, 1), (2, 2), (10**9, 3)])
def test_days_are_counted_back_from_the_app_s_own(
    profile: Path, capsys: Captured, days: int, sessions: int
) -> None:
    assert len(history(profile, capsys, "--days", str(days))["sessions"]) == sessions


def test_before_four_it_is_still_the_day_before(
    profile: Path, capsys: Captured
) -> None:
    origin = {"app_wall": at("03:30", "2026-03-04").isoformat()}
    (profile / ORIGIN_FILE).write_text(json.dumps(origin), "utf-8")

    assert len(history(profile, capsys, "--days", "1")["sessions"]) == 1


def test_without_a_profile_the_day_is_the_machine_s(
    nobody_s_home: Path, capsys: Captured
) -> None:
    assert cli.run(parser().parse_args(["history", "--json", "--days", "1"])) == 0
    assert json.loads(capsys.readouterr().out)["sessions"] == []
    assert nobody_s_home.is_dir()


@pytest.mark.parametrize("days", ["0", "-3"])
def test_no_days_are_refused_in_one_line(
    profile: Path, capsys: Captured, days: str
) -> None:
    code = said(profile, "history", f"--days={days}")

    told, complaint = capsys.readouterr()
    assert (code, told, len(complaint.splitlines())) == (USAGE, "", 1)


def test_the_history_as_a_table_has_a_row_for_each_side(
    profile: Path, capsys: Captured
) -> None:
    said(profile, "history", "--csv", "--days", "1")

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["side"] for row in rows] == ["left", "right"]


def test_the_history_is_told_with_names(profile: Path, capsys: Captured) -> None:
    said(profile, "history")

    assert "Two-minute hips and breath" in capsys.readouterr().out


def test_a_damaged_history_is_named_beside_what_can_be_read(
    profile: Path, capsys: Captured
) -> None:
    Places.inside(profile).journal_file.write_bytes(b"no database at all" * 400)

    code = said(profile, "history", "--json")

    told, complaint = capsys.readouterr()
    assert (code, json.loads(told)["sessions"]) == (0, [])
    assert "damaged" in complaint


@pytest.mark.parametrize("word", ["exercises", "routines"])
def test_lists_come_for_people_and_for_programs(
    profile: Path, capsys: Captured, word: str
) -> None:
    said(profile, word)
    for_people = capsys.readouterr().out.splitlines()
    said(profile, word, "--json")
    for_programs = json.loads(capsys.readouterr().out)[word]

    ids = [line.split()[0] for line in for_people]
    assert ids == [one["id"] for one in for_programs]
    assert len(ids) > 5


def test_an_exercise_of_one_s_own_that_is_left_out_is_named(
    profile: Path, capsys: Captured
) -> None:
    own = Places.inside(profile).own_exercises
    own.mkdir()
    (own / "mine.toml").write_text("kind = 3\n", "utf-8")

    code = said(profile, "exercises")

    assert (code, "mine.toml" in capsys.readouterr().err) == (0, True)


def test_an_exercise_file_is_checked(profile: Path, capsys: Captured) -> None:
    bad = profile / "mine.toml"
    bad.write_text("kind = 3\n", "utf-8")
    good = Path(__file__).parents[1] / "resources/exercises/standing-march.toml"

    codes = [said(profile, "exercises", "--check", str(file)) for file in (bad, good)]

    assert codes == [REFUSED, 0]
    assert "schema: missing" in capsys.readouterr().out


@pytest.mark.parametrize("words", ["status", "skip", "pause 5m", "advance 1h"])
def test_without_the_app_its_words_are_refused_in_one_line(
    profile: Path, capsys: Captured, words: str
) -> None:
    code = said(profile, *words.split())

    told, complaint = capsys.readouterr()
    assert (code, told, len(complaint.splitlines())) == (NOT_RUNNING, "", 1)


def test_a_pause_that_makes_no_sense_is_a_mistake_and_no_missing_app(
    profile: Path,
) -> None:
    assert said(profile, "pause", "until", "noon") == USAGE


def test_the_app_s_day_runs_on_between_two_runs(
    profile: Path, capsys: Captured
) -> None:
    """A fast clock goes on while the app is closed."""
    real = datetime.now().astimezone() - timedelta(hours=1)  # noqa: TID251
    origin = {
        "app_wall": at("12:00", "2026-03-03").isoformat(),
        "speed": 48,
        "real_wall": real.isoformat(),
        "real_boot_id": "another",
    }
    (profile / ORIGIN_FILE).write_text(json.dumps(origin), "utf-8")

    assert history(profile, capsys, "--days", "1")["sessions"] == []


@pytest.mark.parametrize("way", ["--export", "--import"])
def test_a_part_of_the_history_is_neither_exported_nor_imported(
    profile: Path, capsys: Captured, way: str
) -> None:
    file = profile / "breaks.csv"

    assert said(profile, "history", way, str(file), "--days", "1") == USAGE

    assert "leave out --days" in capsys.readouterr().err
    assert not file.exists()


OWN = """\
[breathing.own.evening]
name = "Evening"
in = 4.5
out = 6.5

[breathing.own.square]
in = 3
hold = 3
out = 3
rest = 3
"""


def test_patterns_are_listed_with_one_s_own(profile: Path, capsys: Captured) -> None:
    (profile / "settings.toml").write_text(OWN, "utf-8")

    assert said(profile, "patterns") == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line.split(maxsplit=1)[1] for line in lines[-2:]] == [
        "Cyclic sighing",
        "Evening",
    ]


def test_for_programs_all_patterns_are_there(profile: Path, capsys: Captured) -> None:
    (profile / "settings.toml").write_text(OWN, "utf-8")

    assert said(profile, "patterns", "--json") == 0

    listed = json.loads(capsys.readouterr().out)["patterns"]
    found = {one["id"]: one for one in listed}
    assert found["evening"] == {
        "id": "evening",
        "name": "Evening",
        "phases": [
            {"phase": "in", "length_s": 4.5},
            {"phase": "out", "length_s": 6.5},
        ],
        "per_minute": 5.45,
        "own": True,
        "offered": True,
    }
    assert (found["square"]["offered"], found["natural-belly"]["phases"]) == (False, [])
