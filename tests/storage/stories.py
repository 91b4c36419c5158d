"""Records of a day, to tell stories with."""

from datetime import datetime, timedelta, timezone

from psoas_break.domain.history import (
    Held,
    PromptNote,
    PromptRecord,
    Record,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)

ZONE = timezone(timedelta(hours=1))


def at(clock: str, day: str = "2026-03-03") -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def held(
    session: datetime,
    side: Side,
    seconds: float,
    *,
    index: int = 0,
    breaths: int = 0,
    exercise: str = "standing-hip-flexor-stretch",
) -> Held:
    return Held(
        session=session,
        index=index,
        exercise=exercise,
        side=side,
        held=timedelta(seconds=seconds),
        at=session + timedelta(seconds=40 * (index + 1)),
        breaths=breaths,
    )


def session(
    start: datetime,
    *work: Held,
    outcome: SessionOutcome = SessionOutcome.FINISHED,
    routine: str = "R2",
) -> list[Record]:
    ended = start + timedelta(seconds=100)
    return [
        SessionStarted(session=start, routine=routine),
        *work,
        SessionEnded(session=start, ended=ended, outcome=outcome),
    ]


def stretch(start: datetime) -> list[Record]:
    """Return a finished session with 30.5 s on each side."""
    return session(
        start,
        held(start, Side.LEFT, 30.5),
        held(start, Side.RIGHT, 30.5, index=1),
    )


def prompt(shown: datetime, *notes: tuple[str, PromptNote]) -> list[Record]:
    """Return a prompt shown, and then what became of it at which time."""
    sat = timedelta(minutes=33)
    first = PromptRecord(prompt=shown, at=shown, note=PromptNote.SHOWN, sat=sat)
    later = (
        PromptRecord(prompt=shown, at=at(clock), note=note, sat=sat)
        for clock, note in notes
    )
    return [first, *later]
