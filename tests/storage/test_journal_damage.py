"""A damaged history is rescued as far as it can be read, and nothing is thrown away."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from psoas_break.domain.history import NaturalBreak, Voided
from psoas_break.storage.journal_file import finish_rescue
from psoas_break.storage.journal_reading import read_history
from psoas_break.storage.journal_salvage import salvage
from psoas_break.storage.journal_schema import PAGE_SIZE
from tests.storage.conftest import OpenJournal
from tests.storage.stories import at, stretch

SESSIONS = 200
ROWS_OF_A_SESSION = 4


@pytest.fixture
def used(folder: Path, open_journal: OpenJournal) -> Path:
    """Return a journal of many pages, closed."""
    journal = open_journal(folder)
    for number in range(SESSIONS):
        journal.record(stretch(at("06:00") + timedelta(hours=number)))
    journal.close()
    return folder / "journal.db"


def overwrite(file: Path, start: int, data: bytes) -> None:
    with file.open("r+b") as handle:
        handle.seek(start)
        handle.write(data)


def leaf_pages(file: Path) -> list[int]:
    """Return the numbers of the pages, from 0, that hold rows."""
    content = file.read_bytes()
    pages = range(1, len(content) // PAGE_SIZE)
    return [page for page in pages if content[page * PAGE_SIZE] == 0x0D]


def spoil_first_page(file: Path) -> None:
    overwrite(file, 0, b"\xff" * PAGE_SIZE)


def spoil_every_inner_page(file: Path) -> None:
    content = file.read_bytes()
    for start in range(PAGE_SIZE, len(content), PAGE_SIZE):
        if content[start] != 0x0D:
            overwrite(file, start, b"\0" * PAGE_SIZE)


@pytest.mark.parametrize("spoil", [spoil_first_page, spoil_every_inner_page])
def test_every_row_outlives_the_pages_that_lead_to_it(
    spoil: Callable[[Path], None], used: Path, open_journal: OpenJournal
) -> None:
    spoil(used)
    assert len(open_journal(used.parent).history().sessions) == SESSIONS


def test_what_was_on_a_lost_page_is_lost_and_counted(
    used: Path, open_journal: OpenJournal
) -> None:
    page = leaf_pages(used)[3]
    overwrite(used, page * PAGE_SIZE, b"\xa5" * PAGE_SIZE)
    journal = open_journal(used.parent)
    journal.history()
    recovered = len(salvage(used).rows)
    (notice,) = journal.problems()
    assert f"{recovered} of at least {SESSIONS * ROWS_OF_A_SESSION} entries" in notice


def test_only_a_lost_page_is_lost(used: Path, open_journal: OpenJournal) -> None:
    overwrite(used, leaf_pages(used)[3] * PAGE_SIZE, b"\xa5" * PAGE_SIZE)
    rows_of_a_page = 20
    kept = len(open_journal(used.parent).history().sessions)
    assert kept >= SESSIONS - rows_of_a_page / ROWS_OF_A_SESSION - 2


def test_the_damaged_file_is_kept_as_it_was(
    used: Path, open_journal: OpenJournal
) -> None:
    spoil_first_page(used)
    damaged = used.read_bytes()
    open_journal(used.parent).history()
    (kept,) = used.parent.glob("journal.db.damaged-*")
    assert kept.read_bytes() == damaged


def test_recording_goes_on_after_a_rescue(
    used: Path, open_journal: OpenJournal
) -> None:
    spoil_first_page(used)
    journal = open_journal(used.parent)
    journal.record(stretch(at("09:40", "2027-01-01")))
    assert len(journal.history().sessions) == SESSIONS + 1


def test_damage_while_the_app_runs_loses_nothing_new(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    journal.close()
    overwrite(folder / "journal.db", 0, b"\0" * 64)
    journal.record(stretch(at("10:40")))
    assert len(journal.history().sessions) == 2


def test_rows_still_in_the_log_are_rescued(
    folder: Path, open_journal: OpenJournal
) -> None:
    open_journal(folder).record(stretch(at("09:40")))
    copy = folder / "copy"
    copy.mkdir()
    for name in ("journal.db", "journal.db-wal"):
        (copy / name).write_bytes((folder / name).read_bytes())
    overwrite(copy / "journal.db", 0, b"\xff" * 512)
    assert len(salvage(copy / "journal.db").rows) == ROWS_OF_A_SESSION


@pytest.mark.parametrize(
    "content",
    [
        b"not a database at all, but quite long " * 40,
        b"\0" * 8192,
        b"SQLite format 3\0",
    ],
)
def test_a_file_that_is_no_database_is_kept_and_named(
    content: bytes, folder: Path, open_journal: OpenJournal
) -> None:
    (folder / "journal.db").write_bytes(content)
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    (kept,) = folder.glob("journal.db.damaged-*")
    assert (len(journal.history().sessions), kept.read_bytes()) == (1, content)


def test_a_file_cut_short_gives_what_is_left(
    used: Path, open_journal: OpenJournal
) -> None:
    used.write_bytes(used.read_bytes()[: used.stat().st_size // 2])
    sessions = open_journal(used.parent).history().sessions
    assert SESSIONS / 4 < len(sessions) < SESSIONS


def test_two_damages_are_both_kept(used: Path, open_journal: OpenJournal) -> None:
    for _ in range(2):
        spoil_first_page(used)
        journal = open_journal(used.parent)
        journal.history()
        journal.close()
    kept = used.parent.glob("journal.db.damaged-*")
    assert len([file for file in kept if not file.name.endswith("-wal")]) == 2


def test_what_was_voided_stays_voided_after_a_rescue(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    journal.record([taken, Voided(of=taken.key, at=at("10:10"))])
    journal.close()
    spoil_header = b"\xff" * 100
    overwrite(folder / "journal.db", 0, spoil_header)
    assert open_journal(folder).history().natural_breaks == ()


def test_reading_without_the_app_reads_around_the_damage(used: Path) -> None:
    spoil_first_page(used)
    history, _problems = read_history(used)
    assert len(history.sessions) == SESSIONS


def test_reading_without_the_app_repairs_nothing(used: Path) -> None:
    spoil_first_page(used)
    before = used.read_bytes()
    _history, (problem,) = read_history(used, date(2026, 3, 3))
    assert (used.read_bytes(), "is damaged" in problem) == (before, True)


def test_a_crash_between_the_two_moves_of_a_rescue_is_made_good(used: Path) -> None:
    used.rename(used.with_name("journal.db.recovering"))
    finish_rescue(used)
    assert len(read_history(used)[0].sessions) == SESSIONS


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_whatever_stops_the_recording(
    seed: int, used: Path, open_journal: OpenJournal
) -> None:
    chance = random.Random(seed)  # noqa: S311  the same damage every time
    start = chance.randrange(used.stat().st_size)
    overwrite(used, start, chance.randbytes(chance.choice((1, 40, 3000))))
    journal = open_journal(used.parent)
    journal.history()
    journal.record(stretch(at("09:40", "2027-01-01")))
    assert journal.history().sessions[-1].started == at("09:40", "2027-01-01")


def test_what_is_looked_through_ahead_is_rescued_just_so(
    used: Path, open_journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psoas_break.storage.journal.CHECKED_AHEAD", 1)
    spoil_first_page(used)
    journal = open_journal(used.parent)

    journal.check_ahead()

    assert len(journal.history().sessions) == SESSIONS
    assert "was damaged" in journal.problems()[0]


def test_a_file_that_is_looked_through_ahead_is_looked_through_once(
    used: Path, open_journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("psoas_break.storage.journal.CHECKED_AHEAD", 1)
    journal = open_journal(used.parent)
    journal.check_ahead()

    looks: list[Path] = []
    monkeypatch.setattr("psoas_break.storage.journal_file.check", looks.append)
    journal.record(stretch(at("05:00")))
    journal.check_ahead()

    assert looks == []
    assert len(journal.history().sessions) == SESSIONS + 1


def test_no_thread_is_started_for_a_small_file_or_none(
    used: Path, open_journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        pytest.fail("a thread for so little")

    monkeypatch.setattr("psoas_break.storage.journal_file.CheckAhead", refuse)
    for folder in (used.parent, used.parent / "new"):
        open_journal(folder).check_ahead()
