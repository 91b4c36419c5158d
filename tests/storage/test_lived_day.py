"""A day lived at the desk, written, read back, and laid on its line of time."""

from datetime import timedelta

from psoas_break.domain.day_line import Mark, MarkKind, longest_bout, marks_of
from psoas_break.domain.events import QuietBegan, QuietEnded, SessionBegan, SessionOver
from psoas_break.domain.quiet import Reason
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_totals import JournalTotals
from tests.world import World

MINUTE = timedelta(minutes=1)


def line_of(world: World, journal: SqliteJournal) -> tuple[Mark, ...]:
    journal.record(world.records)
    now = world.now().wall
    history = JournalTotals(journal=journal).day(now.date())
    return marks_of(history, sat_since=world.situation.sat_since, now=now)


def told(marks: tuple[Mark, ...]) -> list[tuple[MarkKind, int, str]]:
    in_time = sorted(marks, key=lambda one: (one.started, one.kind.value))
    return [(one.kind, round(one.length / MINUTE), one.detail) for one in in_time]


def test_a_call_holds_a_prompt_back_and_a_walk_ends_the_bout(
    journal: SqliteJournal,
) -> None:
    world = World()
    world.types(minutes=20)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.types(minutes=40)
    world.happens(QuietEnded(Reason.MICROPHONE))
    world.types(minutes=1)
    world.locks(minutes=8)
    world.types(minutes=12)
    assert told(line_of(world, journal)) == [
        (MarkKind.SITTING, 61, ""),
        (MarkKind.HELD_BACK, 30, "microphone"),
        (MarkKind.NATURAL_BREAK, 8, ""),
        (MarkKind.SITTING, 12, ""),
    ]


def test_a_short_absence_lies_within_the_bout(journal: SqliteJournal) -> None:
    world = World()
    world.types(minutes=10)
    world.locks(minutes=4)
    world.types(minutes=10)
    marks = line_of(world, journal)
    assert told(marks) == [
        (MarkKind.SITTING, 24, ""),
        (MarkKind.AWAY, 4, ""),
    ]
    longest = longest_bout(marks)
    assert longest is not None
    assert longest.goes_on


def test_a_guided_break_ends_a_bout(journal: SqliteJournal) -> None:
    world = World()
    world.types(minutes=25)
    world.happens(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(SessionOver(finished=True, active=2 * MINUTE))
    world.types(minutes=5)
    bouts = [one for one in told(line_of(world, journal)) if one[0] is MarkKind.SITTING]
    assert bouts == [(MarkKind.SITTING, 25, ""), (MarkKind.SITTING, 5, "")]
