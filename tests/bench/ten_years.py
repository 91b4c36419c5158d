"""Ten years of history: `python -m tests.bench.ten_years FOLDER` writes a journal.

Every day has twelve breaks with their prompts and sitting bouts, two absences, and a
call that holds a prompt back; some is taken back. The same on every machine.
"""

import random
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from psoas_break.domain.history import (
    DaySpan,
    Feeling,
    Felt,
    Held,
    NaturalBreak,
    PromptNote,
    PromptRecord,
    Record,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
    SpanKind,
    Voided,
)
from psoas_break.storage.journal import SqliteJournal

LAST = date(2026, 3, 5)
DAYS = 3653
BREAKS_A_DAY = 12
"""All in all 44,000 sessions."""

SATURDAY = 5
MORNING = time(8)
DESK_TIME = timedelta(hours=8)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
ROUTINES = {
    "R2": ("standing-hip-flexor-stretch", 30, 0),
    "R3": ("standing-march", 20, 0),
    "R4": ("half-kneeling-hip-flexor-stretch", 30, 0),
    "R8": ("breath-seated", 60, 6),
}


def always(_day: date, _chance: random.Random) -> int:
    """Twelve breaks on each day of the week."""
    return BREAKS_A_DAY


def usual(day: date, chance: random.Random) -> int:
    """More breaks from year to year, and few at the weekend."""
    if day.weekday() >= SATURDAY:
        return chance.choice((0, 0, 0, 1, 2))
    return max(0, round(chance.gauss(2.5 + 3 * (day.timetuple().tm_yday / 366), 2)))


def write(
    folder: Path,
    *,
    last: date = LAST,
    days: int = DAYS,
    device: str = "device-id",
    breaks: Callable[[date, random.Random], int] = always,
) -> SqliteJournal:
    """Write the history of the days up to `last`; return its journal, still open.

    Args:
        folder: where the journal and the device's name go.
        last: the last day.
        days: how many days.
        device: the file with the device's name.
        breaks: how many breaks a day has.
    """
    journal = SqliteJournal(path=folder / "journal.db", device_file=folder / device)
    chance = random.Random(5)  # noqa: S311 -- the same on every machine
    batch: list[Record] = []
    for back in range(days - 1, -1, -1):
        day = last - timedelta(days=back)
        batch += a_day(day, breaks(day, chance), chance)
        if back % 100 == 0:
            journal.record(batch)
            batch = []
    return journal


def a_day(day: date, breaks: int, chance: random.Random) -> Iterator[Record]:
    """Yield all that is remembered of one day with so many breaks."""
    if not breaks:
        return
    at = datetime.combine(day, MORNING, tzinfo=UTC)
    usual_bout = DESK_TIME // (breaks + 1)
    for number in range(breaks):
        asked = at + usual_bout + chance.randint(-9, 9) * MINUTE
        yield from _bout(at, asked, chance)
        yield from _session(asked + 10 * SECOND, chance)
        at = asked + 3 * MINUTE
        if number in {breaks // 2, breaks - 1}:
            span = chance.randint(6, 35) * MINUTE
            yield from _absence(at, span, chance)
            at += span
    yield DaySpan(
        kind=SpanKind.HELD_BACK,
        started=at,
        ended=at + chance.randint(3, 20) * MINUTE,
        detail=chance.choice(("microphone", "full screen")),
    )
    yield DaySpan(kind=SpanKind.SITTING, started=at, ended=at + usual_bout)


def _bout(began: datetime, asked: datetime, chance: random.Random) -> Iterator[Record]:
    yield DaySpan(kind=SpanKind.SITTING, started=began, ended=asked)
    note = chance.choice([PromptNote.STARTED] * 8 + [PromptNote.SNOOZED])
    for told, when in ((PromptNote.SHOWN, asked), (note, asked + 9 * SECOND)):
        yield PromptRecord(prompt=asked, at=when, note=told, sat=asked - began)


def _session(began: datetime, chance: random.Random) -> Iterator[Record]:
    routine = chance.choice(list(ROUTINES))
    exercise, seconds, breaths = ROUTINES[routine]
    outcome = chance.choice([SessionOutcome.FINISHED] * 9 + [SessionOutcome.ENDED])
    yield SessionStarted(session=began, routine=routine)
    parts = [(exercise, side) for side in (Side.LEFT, Side.RIGHT)]
    if breaths:
        parts = [(exercise, Side.BOTH)]
    elif outcome is SessionOutcome.ENDED:
        parts = parts[:1]
    else:
        parts.append(("stand-up-and-move", Side.BOTH))
    at = began
    for index, (name, side) in enumerate(parts):
        at += seconds * SECOND
        yield Held(
            session=began,
            index=index,
            exercise=name,
            side=side,
            held=(seconds - chance.randint(0, 4)) * SECOND,
            at=at,
            breaths=breaths,
            repetitions=20 if routine == "R3" else 0,
            stretch=routine != "R3",
        )
    if chance.random() < 0.2:
        yield Felt(session=began, at=at, feeling=Feeling.FINE)
    yield SessionEnded(session=began, ended=at, outcome=outcome)


def _absence(
    began: datetime, span: timedelta, chance: random.Random
) -> Iterator[Record]:
    away = NaturalBreak(started=began, ended=began + span)
    yield away
    yield DaySpan(kind=SpanKind.AWAY, started=began, ended=away.ended)
    if chance.random() < 0.05:  # "I was sitting", now and then
        yield Voided(of=away.key, at=away.ended)


def main(arguments: list[str]) -> int:
    """Write them into a folder and say how large they are."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    write(folder).close()
    print(f"{(folder / 'journal.db').stat().st_size / 1e6:.0f} MB in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
