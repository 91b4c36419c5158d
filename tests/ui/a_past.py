"""A working day and a journal of more, to look at in the history."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from psoas_break.domain.history import (
    BreakSource,
    Feeling,
    Held,
    PromptNote,
    PromptRecord,
    SessionOutcome,
    Side,
)
from psoas_break.domain.past import History, PastBreak, PastPrompt, PastSession

TODAY = date(2026, 3, 5)
MINUTE = timedelta(minutes=1)


def a_working_day() -> History:
    """Breaks, a skip, a snooze and a walk to the kitchen."""
    return History(
        sessions=tuple(_sessions(TODAY)),
        prompts=tuple(_prompts(TODAY)),
        natural_breaks=tuple(_breaks(TODAY)),
    )


def at(day: date, hour: int, minute: int) -> datetime:
    """A time on a day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def _sessions(day: date) -> Iterator[PastSession]:
    hours = (9, 11, 15)[: 1 + day.day % 3]
    for hour in hours:
        start = at(day, hour, 42)
        yield PastSession(
            id=str(start),
            started=start,
            ended=start + 2 * MINUTE,
            routine="R2" if hour != 11 else "R3",
            outcome=SessionOutcome.ENDED if hour == 15 else SessionOutcome.FINISHED,
            held=tuple(_held(start)),
            feeling=Feeling.FINE if hour == 9 else None,
        )


def _held(start: datetime) -> Iterator[Held]:
    parts = (
        ("stand-up-and-move", Side.BOTH, 30, 0),
        ("standing-hip-flexor-stretch", Side.LEFT, 30, 0),
        ("standing-hip-flexor-stretch", Side.RIGHT, 30, 0),
        ("breath-standing", Side.BOTH, 30, 3),
    )
    for index, (name, side, seconds, breaths) in enumerate(parts):
        yield Held(
            session=start,
            index=index,
            exercise=name,
            side=side,
            held=timedelta(seconds=seconds),
            at=start + timedelta(seconds=60 * index),
            breaths=breaths,
        )


def _prompts(day: date) -> Iterator[PastPrompt]:
    told = {
        (9, 41): [(PromptNote.STARTED, "")],
        (11, 36): [(PromptNote.SNOOZED, "300"), (PromptNote.STARTED, "")],
        (14, 12): [(PromptNote.WITHDRAWN, "microphone"), (PromptNote.SKIPPED, "")],
    }
    for (hour, minute), notes in told.items():
        first = at(day, hour, minute)
        records = [
            PromptRecord(prompt=first, at=first, note=note, sat=41 * MINUTE, detail=why)
            for note, why in [(PromptNote.SHOWN, ""), *notes]
        ]
        yield PastPrompt(id=str(first), prompt=first, notes=tuple(records))


def _breaks(day: date) -> Iterator[PastBreak]:
    yield PastBreak(
        id=f"{day} lunch",
        started=at(day, 12, 30),
        ended=at(day, 13, 8),
        source=BreakSource.ABSENCE,
    )
    yield PastBreak(
        id=f"{day} moved",
        started=at(day, 16, 20),
        ended=at(day, 16, 20),
        source=BreakSource.MOVED,
    )
