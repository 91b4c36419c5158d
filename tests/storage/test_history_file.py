"""The whole history into a file and back: nothing is lost, nothing comes twice."""

from datetime import date
from pathlib import Path

import pytest

from psoas_break.domain.history import (
    DaySpan,
    DeviceNamed,
    Feeling,
    Felt,
    NaturalBreak,
    PromptNote,
    SpanKind,
    Voided,
)
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.history_file import exporting, finish, importing
from psoas_break.storage.journal import SqliteJournal
from tests.disk import Disk
from tests.storage.conftest import OpenJournal
from tests.storage.stories import at, prompt, stretch

DAY = date(2026, 3, 3)
FORMS = ("history.jsonl", "history.csv", "HISTORY.CSV")


@pytest.fixture
def full(tmp_path: Path, open_journal: OpenJournal) -> SqliteJournal:
    """A history with an entry of every kind."""
    journal = open_journal(tmp_path / "full")
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    bout = DaySpan(
        kind=SpanKind.HELD_BACK,
        started=at("11:00"),
        ended=at("11:30"),
        detail='full screen, "Presentation"\nof two lines',
    )
    journal.record(
        [
            DeviceNamed(name="Annas Rechner, groß", at=at("09:00")),
            *stretch(at("09:40")),
            Felt(session=at("09:40"), at=at("09:42"), feeling=Feeling.FINE),
            *prompt(at("09:39"), ("09:40", PromptNote.STARTED)),
            taken,
            Voided(of=taken.key, at=at("10:10")),
            bout,
        ]
    )
    return journal


def rows(journal: SqliteJournal) -> set[object]:
    return {row for _number, row in journal.rows_from(0, 10_000)}


def exported(journal: SqliteJournal, file: Path) -> Path:
    finish(exporting(journal._path, file))
    return file


@pytest.mark.parametrize("name", FORMS)
def test_what_comes_back_is_what_went_out(
    name: str, full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / name)
    finish(importing(journal._path, file))
    assert rows(journal) == rows(full)


@pytest.mark.parametrize("name", FORMS)
def test_coming_back_twice_adds_nothing(
    name: str, full: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / name)
    before = rows(full)
    line = finish(importing(full._path, file))
    assert (rows(full), line) == (before, f"{len(before)} entries read, 0 of them new.")


def test_much_goes_in_pieces_and_is_all_there(
    journal: SqliteJournal, tmp_path: Path, open_journal: OpenJournal
) -> None:
    for hour in range(24):
        for minute in range(0, 60, 4):
            journal.record(stretch(at(f"{hour:02}:{minute:02}")))
    file = tmp_path / "much.jsonl"
    pieces = sum(1 for _piece in exporting(journal._path, file))
    other = open_journal(tmp_path / "other")
    finish(importing(other._path, file))
    assert (pieces > 2, rows(other)) == (True, rows(journal))


def test_what_waits_is_exported_as_well(
    disk: Disk, open_journal: OpenJournal, tmp_path: Path
) -> None:
    journal = open_journal(disk.folder)
    journal.record(stretch(at("09:40")))
    (disk.folder / "journal.db").rename(disk.folder / "aside")
    (disk.folder / "journal.db").mkdir()
    journal.record(stretch(at("10:40")))
    (disk.folder / "journal.db").rmdir()
    (disk.folder / "aside").rename(disk.folder / "journal.db")
    file = exported(journal, tmp_path / "all.jsonl")
    assert len(file.read_bytes().splitlines()) == 8


def test_a_damaged_history_gives_what_can_be_read(
    full: SqliteJournal, tmp_path: Path
) -> None:
    before = rows(full)
    full.close()
    with full._path.open("r+b") as file:
        file.write(b"\xff" * 100)
    told = exported(full, tmp_path / "all.jsonl").read_bytes()
    assert len(told.splitlines()) == len(before)


def test_what_a_crash_left_half_rescued_is_added_to_and_not_forgotten(
    full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    journal.record(stretch(at("15:00")))
    file = exported(journal, tmp_path / "history.jsonl")
    before = rows(full)
    full.close()
    full._path.rename(full._path.with_name("journal.db.recovering"))
    finish(importing(full._path, file))
    assert rows(full) == before | rows(journal)


def test_a_full_disk_leaves_the_older_export(full: SqliteJournal, disk: Disk) -> None:
    file = disk.folder / "all.jsonl"
    file.write_bytes(b"older")
    disk.fill()
    with pytest.raises(StorageError, match="No space left"):
        exported(full, file)
    assert file.read_bytes() == b"older"


def test_a_name_that_says_no_form_is_refused(full: SqliteJournal, folder: Path) -> None:
    with pytest.raises(StorageError, match=r"jsonl or \.csv"):
        exported(full, folder / "history.xlsx")


@pytest.mark.parametrize(
    "content",
    [b"a,b,c\n1,2,3\n", b"\x89PNG\r\n", b"\0" * 100_000, b"version,kind,id\n"],
)
def test_a_file_that_is_no_history_is_refused(
    content: bytes, full: SqliteJournal, tmp_path: Path
) -> None:
    (tmp_path / "other.csv").write_bytes(content)
    with pytest.raises(StorageError, match="no history"):
        finish(importing(full._path, tmp_path / "other.csv"))


@pytest.mark.parametrize("name", ["history.jsonl", "history.csv"])
def test_what_was_changed_by_hand_is_left_out_and_counted(
    name: str, full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / name)
    file.write_bytes(file.read_bytes().replace(b"2026-03-03T09:40:40", b"yesterday"))
    line = finish(importing(journal._path, file))
    assert "1 line is no entry of a history and was left out." in line
    assert len(rows(journal)) == len(rows(full)) - 1


def test_a_table_that_a_spreadsheet_saved_again_is_read(
    full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / "history.csv")
    content = file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(b"\xef\xbb\xbf" + content.replace(b"\r\nof two", b"\nof two"))
    finish(importing(journal._path, file))
    assert rows(journal) == rows(full)


def test_lines_that_an_editor_saved_again_are_read(
    full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / "history.jsonl")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    finish(importing(journal._path, file))
    assert rows(journal) == rows(full)


@pytest.mark.parametrize("slip", [b'"R2', b"R\r2"])
def test_a_slip_of_the_hand_in_a_table_costs_one_entry(
    slip: bytes, full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / "history.csv")
    file.write_bytes(file.read_bytes().replace(b"R2", slip, 1))
    line = finish(importing(journal._path, file))
    assert "1 line is no entry of a history and was left out." in line
    assert len(rows(journal)) == len(rows(full)) - 1


def test_a_table_of_other_things_is_left_out_line_by_line(
    full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / "history.csv")
    file.write_bytes(file.read_bytes() + b"no entry,of a history\n" * 1000)
    line = finish(importing(journal._path, file))
    assert "1000 lines are no entries" in line
    assert rows(journal) == rows(full)


def test_an_app_that_writes_meanwhile_is_not_in_the_way(
    full: SqliteJournal, journal: SqliteJournal, tmp_path: Path
) -> None:
    file = exported(full, tmp_path / "history.jsonl")
    work = importing(journal._path, file)
    next(work)
    journal.record(stretch(at("15:00")))
    finish(work)
    assert (journal.totals(DAY).breaks, journal.problems()) == (2, ())
