"""Ten years of history: `python -m tests.bench.ten_years FOLDER` writes a journal.

Every day has twelve breaks with their prompts and sitting bouts, a lunch, a walk and
a call that holds a prompt back; some is taken back. The same on every machine.
"""

import random
import sys
from collections.abc import Iterator
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

FIRST_BREAK = time(8, 40)
BETWEEN_BREAKS = timedelta(minutes=42)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
ROUTINES = {
    "R2": ("standing-hip-flexor-stretch", 30, 0),
    "R3": ("standing-march", 20, 0),
    "R4": ("half-kneeling-hip-flexor-stretch", 30, 0),
    "R8": ("breath-seated", 60, 6),
}


def write(folder: Path, *, last: date = LAST, days: int = DAYS) -> SqliteJournal:
    """Write the history of the days up to `last`; return its journal, still open."""
    journal = SqliteJournal(
        path=folder / "journal.db", device_file=folder / "device-id"
    )
    chance = random.Random(5)  # noqa: S311 -- the same on every machine
    batch: list[Record] = []
    for back in range(days - 1, -1, -1):
        batch += a_day(last - timedelta(days=back), chance)
        if back % 100 == 0:
            journal.record(batch)
            batch = []
    return journal


def a_day(day: date, chance: random.Random) -> Iterator[Record]:
    """Yield all that is remembered of one day."""
    began = datetime.combine(day, FIRST_BREAK, tzinfo=UTC) - BETWEEN_BREAKS
    for number in range(BREAKS_A_DAY):
        bout = BETWEEN_BREAKS - chance.randint(0, 9) * MINUTE
        asked = began + bout
        yield DaySpan(kind=SpanKind.SITTING, started=began, ended=asked)
        note = chance.choice([PromptNote.STARTED] * 8 + [PromptNote.SNOOZED])
        for told, when in ((PromptNote.SHOWN, asked), (note, asked + 9 * SECOND)):
            yield PromptRecord(prompt=asked, at=when, note=told, sat=bout)
        yield from _session(asked + 10 * SECOND, chance)
        began += BETWEEN_BREAKS + (
            30 * MINUTE if number == BREAKS_A_DAY // 2 else MINUTE
        )
    yield from _absences(day, chance)


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


def _absences(day: date, chance: random.Random) -> Iterator[Record]:
    lunch = datetime.combine(day, time(12, 50), tzinfo=UTC)
    walk = datetime.combine(day, time(16, 30), tzinfo=UTC)
    call = datetime.combine(day, time(10, 5), tzinfo=UTC)
    for began, span in ((lunch, 28 * MINUTE), (walk, 7 * MINUTE)):
        away = NaturalBreak(started=began, ended=began + span)
        yield away
        yield DaySpan(kind=SpanKind.AWAY, started=began, ended=away.ended)
        if chance.random() < 0.05:
            yield Voided(of=away.key, at=away.ended)
    yield DaySpan(
        kind=SpanKind.HELD_BACK,
        started=call,
        ended=call + chance.randint(3, 20) * MINUTE,
        detail="microphone",
    )


def main(arguments: list[str]) -> int:
    """Write them into a folder and say how large they are."""
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    write(folder).close()
    print(f"{(folder / 'journal.db').stat().st_size / 1e6:.0f} MB in {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
