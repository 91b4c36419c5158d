"""What SQLite adds up is what the records, one by one, come to."""

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from psoas_break.domain.history import (
    DaySpan,
    NaturalBreak,
    Record,
    SessionOutcome,
    SessionStarted,
    Side,
    SpanKind,
    Voided,
)
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.domain.sums import DaySum, day_sums, exercise_sums, tighter_sums
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_schema import MIGRATIONS, open_for_writing
from psoas_break.storage.journal_totals import _DAY_QUESTIONS, JournalTotals, _values
from tests.histories import histories
from tests.random_desk import Desk
from tests.storage.conftest import OpenJournal
from tests.storage.stories import ZONE, at, held, session, stretch

DAY = date(2026, 3, 3)
MINUTE = timedelta(minutes=1)
STARTS = st.datetimes(
    min_value=datetime(2026, 3, 1),  # noqa: DTZ001 -- Hypothesis wants it so
    max_value=datetime(2026, 3, 9),  # noqa: DTZ001
    timezones=st.just(ZONE),
)
SPANS = st.timedeltas(min_value=timedelta(), max_value=timedelta(hours=3))


@st.composite
def sessions(draw: st.DrawFn) -> list[Record]:
    """A guided break, perhaps never ended."""
    start = draw(STARTS)
    parts = draw(
        st.lists(
            st.builds(
                held,
                st.just(start),
                st.sampled_from(Side),
                st.floats(0, 90),
                index=st.integers(0, 50),
                breaths=st.integers(0, 9),
                exercise=st.sampled_from(["standing-march", "couch-stretch"]),
            ),
            max_size=4,
        )
    )
    whole = session(start, *parts, outcome=draw(st.sampled_from(SessionOutcome)))
    return whole if draw(st.booleans()) else whole[:-1]


ABSENCES = st.builds(
    lambda start, span: NaturalBreak(started=start, ended=start + span), STARTS, SPANS
)
STRETCHES_OF_DAY = st.builds(
    lambda kind, start, span: DaySpan(kind=kind, started=start, ended=start + span),
    st.sampled_from(SpanKind),
    STARTS,
    SPANS,
)

NOTES = st.builds(
    Noticed,
    session=STARTS,
    at=STARTS,
    question=st.sampled_from(Question),
    noticing=st.sampled_from(Noticing),
)


@st.composite
def pasts(draw: st.DrawFn) -> list[Record]:
    """Anything that may stand in a journal, some of it taken back."""
    records: list[Record] = [
        one for whole in draw(st.lists(sessions(), max_size=4)) for one in whole
    ]
    records += draw(st.lists(ABSENCES | STRETCHES_OF_DAY | NOTES, max_size=6))
    taken = draw(st.lists(st.sampled_from(records), max_size=2)) if records else []
    return records + [Voided(of=one.key, at=at("12:00")) for one in taken]


def opened(folder: Path, device: str) -> SqliteJournal:
    return SqliteJournal(
        path=folder / "journal.db", device_file=folder / f"device-{device}"
    )


def check(journal: SqliteJournal) -> None:
    """Compare SQLite's sums with the plain ones, for each device and for all."""
    totals = JournalTotals(journal=journal)
    first, last = date(2026, 2, 1), date(2026, 5, 1)
    for device in (None, *(one.id for one in totals.devices())):
        plain = journal.history(first, last, device=device)
        assert dict(totals.days(first, last, device=device)) == day_sums(plain)
        found = totals.exercises(first, last, device=device)
        assert found == exercise_sums(plain)
        noted = totals.tighter(first, last, device=device)
        assert noted == tighter_sums(plain)


@settings(max_examples=60)
@given(here=pasts(), there=pasts())
def test_sums_are_those_of_the_records_on_each_device_and_on_all(
    here: list[Record], there: list[Record]
) -> None:
    with TemporaryDirectory() as name:
        for device, records in (("there", there), ("here", here)):
            journal = opened(Path(name), device)
            journal.record(records)
            check(journal)
            journal.close()


@settings(max_examples=15)
@given(desk=histories())
def test_sums_are_those_of_whatever_happened_at_a_desk(desk: Desk) -> None:
    with TemporaryDirectory() as name:
        journal = opened(Path(name), "here")
        journal.record(desk.records)
        check(journal)
        journal.close()


def test_a_day_adds_up_breaks_sides_and_bouts(journal: SqliteJournal) -> None:
    bouts = [
        DaySpan(kind=SpanKind.SITTING, started=at(a), ended=at(b))
        for a, b in (("08:00", "08:40"), ("09:00", "09:50"))
    ]
    lunch = NaturalBreak(started=at("12:00"), ended=at("12:30"))
    journal.record([*stretch(at("09:40")), *bouts, lunch])
    assert JournalTotals(journal=journal).days(DAY, DAY) == {
        DAY: DaySum(
            breaks=1,
            natural_breaks=1,
            left=timedelta(seconds=30.5),
            right=timedelta(seconds=30.5),
            bouts=2,
            sitting=90 * MINUTE,
            longest=50 * MINUTE,
        )
    }


def test_what_waits_to_be_written_counts_already(
    folder: Path, open_journal: OpenJournal
) -> None:
    journal = open_journal(folder)
    journal.record(stretch(at("09:40")))
    with sqlite3.connect(folder / "journal.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        journal.record(stretch(at("10:40")))
    other.close()
    totals = JournalTotals(journal=journal)
    assert totals.days(DAY, DAY)[DAY].breaks == 2
    assert totals.exercises(DAY, DAY)[0].times == 2
    assert totals.first_day() == DAY


def test_a_damaged_history_still_has_its_sums(
    folder: Path, open_journal: OpenJournal
) -> None:
    first = open_journal(folder)
    first.record(stretch(at("09:40")))
    first.close()
    with (folder / "journal.db").open("r+b") as file:
        file.write(b"no database at all")
    assert JournalTotals(journal=open_journal(folder)).days(DAY, DAY)[DAY].breaks == 1


def test_before_anything_happened_there_is_nothing(journal: SqliteJournal) -> None:
    totals = JournalTotals(journal=journal)
    assert totals.first_day() is None
    assert totals.days(DAY, DAY) == {}
    assert totals.exercises(DAY, DAY) == ()
    assert [one.is_here for one in totals.devices()] == [True]


def test_the_first_day_is_the_oldest_of_any_device(folder: Path) -> None:
    older, newer = opened(folder, "older"), opened(folder, "newer")
    for journal, day in ((older, "2024-07-01"), (newer, "2025-02-02")):
        journal.record([SessionStarted(session=at("09:00", day), routine="R2")])
        journal.close()
    totals = JournalTotals(journal=newer)
    here, there = totals.devices()
    assert totals.first_day() == date(2024, 7, 1)
    assert totals.first_day(device=here.id) == date(2025, 2, 2)
    assert totals.first_day(device=there.id) == date(2024, 7, 1)


@pytest.mark.parametrize("question", [one for one, _made in _DAY_QUESTIONS])
def test_the_sums_of_days_need_the_index_alone(
    question: str, folder: Path, journal: SqliteJournal
) -> None:
    journal.record(stretch(at("09:40")))
    with sqlite3.connect(folder / "journal.db") as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN {question}", _values(DAY, DAY, journal.device)
        ).fetchall()
    connection.close()
    steps = [row[-1] for row in plan]
    assert steps[0].startswith("SEARCH e USING COVERING INDEX event_of_device")
    assert not any(step.startswith("SCAN") for step in steps)


def test_an_older_journal_is_brought_up_to_date_with_all_that_is_in_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, open_journal: OpenJournal
) -> None:
    with monkeypatch.context() as then:
        then.setattr("psoas_break.storage.journal_schema.MIGRATIONS", MIGRATIONS[:1])
        older = open_journal(folder)
        older.record(stretch(at("09:40")))
        older.close()
    reader = JournalTotals(journal=open_journal(folder))
    assert reader.days(DAY, DAY)[DAY].breaks == 1
    open_for_writing(folder / "journal.db").close()
    assert reader.days(DAY, DAY)[DAY].breaks == 1
