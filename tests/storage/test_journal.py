"""What is recorded is there afterwards, once, in order."""

from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

from psoas_break.domain.history import (
    BreakSource,
    Feeling,
    Felt,
    NaturalBreak,
    PromptNote,
    SessionOutcome,
    Voided,
)
from psoas_break.domain.past import DayTotals
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_schema import MIGRATIONS
from tests.storage.conftest import OpenJournal
from tests.storage.stories import at, prompt, stretch

DAY = date(2026, 3, 3)


def test_a_finished_session_is_remembered_with_its_sides(
    journal: SqliteJournal,
) -> None:
    journal.record(stretch(at("09:40")))
    (past,) = journal.history().sessions
    assert [(one.side, one.held.total_seconds()) for one in past.held] == [
        ("left", 30.5),
        ("right", 30.5),
    ]


def test_a_session_is_remembered_with_its_times_and_outcome(
    journal: SqliteJournal,
) -> None:
    journal.record(stretch(at("09:40")))
    (past,) = journal.history().sessions
    assert (past.started, past.ended, past.routine, past.outcome) == (
        at("09:40"),
        at("09:41:40"),
        "R2",
        SessionOutcome.FINISHED,
    )


def test_another_run_reads_what_one_run_wrote(
    folder: Path, open_journal: OpenJournal
) -> None:
    first = open_journal(folder)
    first.record(stretch(at("09:40")))
    known = first.history()
    first.close()
    assert open_journal(folder).history() == known


def test_an_event_written_twice_is_there_once(journal: SqliteJournal) -> None:
    for _ in range(2):
        journal.record(stretch(at("09:40")))
    assert journal.totals(DAY).stretch_left == timedelta(seconds=30.5)


def test_an_event_written_by_two_runs_is_there_once(
    folder: Path, open_journal: OpenJournal
) -> None:
    for _ in range(2):
        open_journal(folder).record(stretch(at("09:40")))
    assert len(open_journal(folder).history().sessions) == 1


def test_nothing_recorded_is_an_empty_day(journal: SqliteJournal) -> None:
    assert journal.totals(DAY) == DayTotals()


def test_reading_alone_leaves_no_file(folder: Path, journal: SqliteJournal) -> None:
    journal.history()
    journal.totals(DAY)
    assert list(folder.iterdir()) == []


def test_a_night_session_belongs_to_the_day_before(journal: SqliteJournal) -> None:
    journal.record(stretch(at("01:30", "2026-03-04")))
    assert journal.totals(DAY).breaks == 1


def test_a_history_of_some_days_includes_both_ends(journal: SqliteJournal) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04"):
        journal.record(stretch(at("09:40", day)))
    history = journal.history(date(2026, 3, 2), date(2026, 3, 3))
    assert [one.started.day for one in history.sessions] == [2, 3]


def test_a_voided_break_counts_no_more(journal: SqliteJournal) -> None:
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    journal.record([taken])
    journal.record([Voided(of=taken.key, at=at("10:10"))])
    assert journal.totals(DAY).natural_breaks == 0


def test_a_break_voided_the_next_day_leaves_its_own_day(
    journal: SqliteJournal,
) -> None:
    taken = NaturalBreak(started=at("03:50", "2026-03-04"), ended=at("04:10"))
    journal.record([taken, Voided(of=taken.key, at=at("04:15", "2026-03-04"))])
    assert journal.history(DAY, DAY).natural_breaks == ()


def test_moved_is_told_from_walked_away(journal: SqliteJournal) -> None:
    journal.record(
        [NaturalBreak(started=at("10:00"), ended=at("10:00"), source=BreakSource.MOVED)]
    )
    assert journal.history().natural_breaks[0].source is BreakSource.MOVED


def test_what_became_of_a_prompt_stays_in_order(journal: SqliteJournal) -> None:
    journal.record(
        prompt(
            at("09:33"),
            ("09:34", PromptNote.COLLAPSED),
            ("09:39", PromptNote.SNOOZED),
            ("09:45", PromptNote.SKIPPED),
        )
    )
    (past,) = journal.history().prompts
    assert [note.note for note in past.notes] == [
        "shown",
        "collapsed",
        "snoozed",
        "skipped",
    ]


def test_what_a_session_felt_like_is_kept_with_it(journal: SqliteJournal) -> None:
    journal.record(stretch(at("09:40")))
    journal.record(
        [Felt(session=at("09:40"), at=at("09:42"), feeling=Feeling.HURT, exercise="x")]
    )
    assert journal.history().sessions[0].feeling is Feeling.HURT


def test_what_hurt_is_found_again(journal: SqliteJournal) -> None:
    hurt = Felt(session=at("09:40"), at=at("09:42"), feeling=Feeling.HURT, exercise="x")
    journal.record([hurt])
    assert journal.history().felt == (hurt,)


def test_an_event_told_again_in_another_zone_is_there_once(
    journal: SqliteJournal,
) -> None:
    taken = NaturalBreak(started=at("10:00"), ended=at("10:08"))
    journal.record([taken])
    journal.record([replace(taken, started=at("10:00").astimezone(UTC))])
    assert journal.totals(DAY).natural_breaks == 1


def test_the_device_has_the_same_name_in_every_run(
    folder: Path, open_journal: OpenJournal
) -> None:
    open_journal(folder).record(stretch(at("09:40")))
    name = (folder / "device-id").read_text(encoding="ascii")
    open_journal(folder).record(stretch(at("10:40")))
    assert (folder / "device-id").read_text(encoding="ascii") == name


def test_a_journal_removed_under_us_is_begun_anew(
    folder: Path, journal: SqliteJournal
) -> None:
    journal.record(stretch(at("09:40")))
    for file in folder.glob("journal.db*"):
        file.unlink()
    journal.record(stretch(at("10:40")))
    assert [one.started for one in journal.history().sessions] == [at("10:40")]


def test_the_journal_is_for_its_owner_alone(
    folder: Path, open_journal: OpenJournal
) -> None:
    data = folder / "new" / "data"
    open_journal(data).record(stretch(at("09:40")))
    modes = {path: path.stat().st_mode & 0o077 for path in (data, *data.iterdir())}
    assert set(modes.values()) == {0}


def test_every_commit_waits_for_the_disk(journal: SqliteJournal) -> None:
    journal.record(stretch(at("09:40")))
    connection = journal._file._open()
    pragmas = ("journal_mode", "synchronous", "user_version")
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert found == ["wal", 2, len(MIGRATIONS)]


def test_a_closed_journal_is_one_file(folder: Path, journal: SqliteJournal) -> None:
    journal.record(stretch(at("09:40")))
    journal.close()
    assert sorted(p.name for p in folder.iterdir()) == ["device-id", "journal.db"]


def named(folder: Path, name: str) -> SqliteJournal:
    return SqliteJournal(
        path=folder / "journal.db",
        device_file=folder / "device-id",
        name=lambda: name,
    )


def names(journal: SqliteJournal) -> list[str | None]:
    rows = journal.rows_from(0, 1000)
    return [row.what for _number, row in rows if row.kind == "device"]


def test_the_history_learns_a_name_once_and_a_new_one_again(folder: Path) -> None:
    for name in ("Desk", "Desk", "Annas Rechner"):
        journal = named(folder, name)
        journal.record(stretch(at("09:40")))
        journal.record(stretch(at("10:40")))
        journal.close()
    assert names(named(folder, "")) == ["Desk", "Annas Rechner"]


def test_a_name_that_waits_is_not_said_again(folder: Path) -> None:
    (folder / "journal.db").mkdir()
    journal = named(folder, "Desk")
    for clock in ("09:40", "10:40", "11:40"):
        journal.record(stretch(at(clock)))
    (folder / "journal.db").rmdir()
    journal.retry()
    assert names(journal) == ["Desk"]
    journal.close()


def test_without_a_record_the_history_learns_no_name(folder: Path) -> None:
    journal = named(folder, "Desk")
    journal.record([])
    assert names(journal) == []
