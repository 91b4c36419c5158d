"""What cannot be written is named, kept, and written once that is possible."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from psoas_break.storage.journal_reading import read_history
from tests.disk import Disk
from tests.storage.conftest import OpenJournal
from tests.storage.stories import at, stretch

DAY = date(2026, 3, 3)


def make_newer(file: Path, version: int = 99) -> None:
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    connection.close()


def test_a_full_disk_raises_nothing_and_is_named(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    journal.record(stretch(at("09:40")))
    disk.fill()
    journal.record(stretch(at("10:40")))
    journal.record(stretch(at("11:40")))
    (problem,) = journal.problems()
    assert problem.startswith("Your history is not being saved:")


def test_a_folder_that_may_not_even_be_looked_at_raises_nothing_and_is_named(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder / ("x" * 300))
    journal.check_ahead()
    journal.record(stretch(at("09:40")))
    (problem,) = journal.problems()
    assert (journal.totals(DAY).breaks, "File name too long" in problem) == (1, True)


def test_what_a_full_disk_refused_is_counted_all_the_same(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    disk.fill()
    for clock in ("09:40", "10:40", "11:40"):
        journal.record(stretch(at(clock)))
    assert journal.totals(DAY).breaks == 3


def test_it_is_written_once_there_is_room(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    disk.fill()
    journal.record(stretch(at("09:40")))
    disk.make_room()
    assert journal.retry()
    history, _problems = read_history(disk.folder / "journal.db")
    assert len(history.sessions) == 1


def test_once_written_nothing_is_complained_of(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    disk.fill()
    journal.record(stretch(at("09:40")))
    disk.make_room()
    journal.record(stretch(at("10:40")))
    assert journal.problems() == ()


def test_a_read_only_folder_can_be_read(disk: Disk, open_journal: OpenJournal) -> None:
    first = open_journal(disk.folder)
    first.record(stretch(at("09:40")))
    first.close()
    with disk.read_only():
        assert open_journal(disk.folder).totals(DAY).breaks == 1


def test_a_read_only_folder_is_named_and_waited_for(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    with disk.read_only():
        journal.record(stretch(at("09:40")))
        (problem,) = journal.problems()
    assert "not being saved" in problem
    assert journal.retry()


def test_the_log_of_a_killed_app_is_read_in_a_read_only_folder(
    disk: Disk, open_journal: OpenJournal
) -> None:
    journal = open_journal(disk.folder)
    journal.record(stretch(at("09:40")))
    copy = disk.folder / "copy"
    copy.mkdir()
    for name in ("journal.db", "journal.db-wal"):
        (copy / name).write_bytes((disk.folder / name).read_bytes())
    journal.close()
    with disk.read_only():
        history, _problems = read_history(copy / "journal.db")
    assert len(history.sessions) == 1


def test_damage_in_a_read_only_folder_is_read_around(
    disk: Disk, open_journal: OpenJournal
) -> None:
    first = open_journal(disk.folder)
    first.record(stretch(at("09:40")))
    first.close()
    with (disk.folder / "journal.db").open("r+b") as file:
        file.write(b"\xff" * 100)
    with disk.read_only():
        assert open_journal(disk.folder).totals(DAY).breaks == 1


def test_a_journal_of_a_newer_app_is_left_as_it_is(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    journal.close()
    make_newer(folder / "journal.db")
    before = (folder / "journal.db").read_bytes()
    open_journal(folder).record(stretch(at("10:40")))
    assert (folder / "journal.db").read_bytes() == before


def test_a_journal_of_a_newer_app_is_named(
    folder: Path, open_journal: OpenJournal
) -> None:
    make_newer(folder / "journal.db")
    journal = open_journal(folder)
    journal.record(stretch(at("10:40")))
    (problem,) = journal.problems()
    assert "written by a newer Psoas Break" in problem
    assert "4 new entries wait in journal.db.waiting" in problem


def test_what_waits_for_a_newer_app_outlives_a_kill(
    folder: Path, open_journal: OpenJournal
) -> None:
    make_newer(folder / "journal.db")
    open_journal(folder).record(stretch(at("10:40")))  # and no close
    make_newer(folder / "journal.db", 0)
    later = open_journal(folder)
    later.record(stretch(at("11:40")))
    assert len(later.history().sessions) == 2


def test_nothing_waits_once_it_is_written(
    folder: Path, open_journal: OpenJournal
) -> None:
    make_newer(folder / "journal.db")
    open_journal(folder).record(stretch(at("10:40")))
    make_newer(folder / "journal.db", 0)
    open_journal(folder).close()
    assert not (folder / "journal.db.waiting").exists()


def test_what_waits_is_seen_without_the_app(
    folder: Path, open_journal: OpenJournal
) -> None:
    make_newer(folder / "journal.db")
    open_journal(folder).record(stretch(at("10:40")))
    history, (problem,) = read_history(folder / "journal.db")
    assert (len(history.sessions), "newer" in problem) == (1, True)


def test_a_half_written_waiting_line_spoils_no_other(
    folder: Path, open_journal: OpenJournal
) -> None:
    make_newer(folder / "journal.db")
    open_journal(folder).record(stretch(at("10:40")))
    waiting = folder / "journal.db.waiting"
    waiting.write_bytes(waiting.read_bytes() + b'["00ff", "half')
    make_newer(folder / "journal.db", 0)
    assert open_journal(folder).retry()


def test_a_journal_locked_by_somebody_waits_instead_of_blocking(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    other = sqlite3.connect(folder / "journal.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    journal.record(stretch(at("10:40")))
    assert journal.totals(DAY).breaks == 2
    other.execute("ROLLBACK")
    other.close()
    assert journal.retry()


@pytest.mark.parametrize("name", ["journal.db", "device-id"])
def test_a_folder_in_the_place_of_a_file_is_named(
    name: str, folder: Path, open_journal: OpenJournal
) -> None:
    (folder / name).mkdir()
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    assert len(journal.problems()) == 1
