"""A row of the journal as the record it holds; what holds none is refused.

Rows come from other devices, from files changed by hand and out of damaged
databases, so nothing in them is taken on trust.
"""

from datetime import datetime, timedelta

from psoas_break.domain.history import (
    BreakSource,
    DaySpan,
    DeviceNamed,
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
from psoas_break.domain.moment import instant_of
from psoas_break.domain.noticing import Noticed, Noticing, Question
from psoas_break.storage import journal_rows
from psoas_break.storage.journal_rows import NO_STRETCH, Row, row_of

MOST = 2**63 - 1
"""The largest number a column holds."""
LONGEST = timedelta(days=366)
"""Nobody sits or stretches for longer."""


def record_of(row: Row) -> Record:
    """Return the record a row holds.

    Raises:
        ValueError: when it holds none: a newer kind, or damage.
    """
    try:
        return _record(row)
    except (TypeError, AttributeError, OverflowError) as error:
        message = f"a row of kind {row.kind!r} cannot be read: {error}"
        raise ValueError(message) from error


def restored(row: Row) -> Row | None:
    """Return a row found in a damaged file as it was written; None if none was.

    The id is a hash of what names the event, so chance does not make one. What
    follows from that, as the day does, may be damaged: it is worked out anew.
    """
    try:
        whole = row_of(record_of(row), row.device)
    except (ValueError, TypeError):
        return None
    return whole if whole.id == row.id else None


def _record(row: Row) -> Record:
    started = _time(row.started)
    match row.kind:
        case journal_rows.PROMPT:
            return PromptRecord(
                prompt=_time(row.part_of),
                at=started,
                note=PromptNote(_text(row.what)),
                sat=_span(row.seconds),
                detail=_detail(row),
            )
        case journal_rows.NATURAL_BREAK:
            return NaturalBreak(
                started=started,
                ended=_time(row.ended),
                source=BreakSource(_text(row.what)),
            )
        case journal_rows.VOID:
            return Voided(of=_text(row.part_of), at=started)
        case journal_rows.SESSION:
            return SessionStarted(session=started, routine=_text(row.what))
        case journal_rows.HELD:
            return Held(
                session=_time(row.part_of),
                index=_count(row.position),
                exercise=_text(row.what),
                side=Side(_text(row.side)),
                held=_span(row.seconds),
                at=started,
                breaths=_count(row.breaths),
                repetitions=_count(row.repetitions),
                stretch=_detail(row) != NO_STRETCH,
            )
        case journal_rows.SESSION_END:
            return SessionEnded(
                session=started,
                ended=_time(row.ended),
                outcome=SessionOutcome(_text(row.what)),
            )
        case journal_rows.FELT:
            return Felt(
                session=_time(row.part_of),
                at=started,
                feeling=Feeling(_text(row.what)),
                exercise=_detail(row),
            )
        case journal_rows.NOTICED:
            return Noticed(
                session=_time(row.part_of),
                at=started,
                question=Question(_text(row.what)),
                noticing=Noticing(_text(row.detail)),
            )
        case journal_rows.DEVICE:
            return DeviceNamed(name=_text(row.what), at=started)
        case kind:
            return DaySpan(
                kind=SpanKind(kind),
                started=started,
                ended=_time(row.ended),
                detail=_detail(row),
            )


def _time(text: str | None) -> datetime:
    return instant_of(_text(text))


def _text(text: str | None) -> str:
    """Read a text that can be written again.

    Raises:
        TypeError, ValueError: when it is none; half a character is none.
    """
    if not isinstance(text, str):
        message = f"{text!r} is no text"
        raise TypeError(message)
    text.encode()
    return text


def _detail(row: Row) -> str:
    return "" if row.detail is None else _text(row.detail)


def _count(number: int | None) -> int:
    count = int(number or 0)
    if not 0 <= count <= MOST:
        message = f"{count} is no count"
        raise ValueError(message)
    return count


def _span(seconds: float | None) -> timedelta:
    span = timedelta(seconds=seconds or 0)
    if abs(span) > LONGEST:
        message = f"{seconds} s is too long for anything"
        raise ValueError(message)
    return span
