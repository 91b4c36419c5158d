"""A record as a row of the journal, and back.

Every record is one row of one table, whatever its kind: what is written once and
never changed needs no more, and a row found in a damaged file tells what it is.
"""

from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid5

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
from psoas_break.domain.noticing import Noticed, Noticing, Question

PROMPT = "prompt"
NATURAL_BREAK = "natural break"
VOID = "void"
SESSION = "session"
HELD = "held"
SESSION_END = "session end"
FELT = "felt"
NOTICED = "noticed"
DEVICE = "device"

NO_STRETCH = "no stretch"
"""The `detail` of work that is no stretch, such as a march."""
MOST = 2**63 - 1
"""The largest number a column holds."""
LONGEST = timedelta(days=366)
"""Nobody sits or stretches longer; a sum of such spans is one, too."""


class Row(NamedTuple):
    """One row, in the order of the table's columns.

    Attributes:
        id: UUID made of the device and the record's key.
        device: UUID of the device that wrote it.
        day: the local day it belongs to, as an ISO date.
        kind: which record it is; a `DaySpan` is named by its own kind.
        started: when it began or happened; ISO 8601 with offset, as all times.
        ended: when it ended, if it lasted.
        part_of: the session or prompt it belongs to, or the key of what it voids.
        what: routine, exercise, outcome, note, source, feeling or a device's name.
        side: trained side.
        seconds: how long it lasted or was held; of a prompt, how long one had sat.
        breaths: full breaths guided.
        repetitions: repetitions done.
        position: which segment of its session it is.
        detail: whatever else a word says.
        target: `id` of the row it voids.
    """

    id: bytes
    device: bytes
    day: str
    kind: str
    started: str
    ended: str | None = None
    part_of: str | None = None
    what: str | None = None
    side: str | None = None
    seconds: float | None = None
    breaths: int | None = None
    repetitions: int | None = None
    position: int | None = None
    detail: str | None = None
    target: bytes | None = None


def id_of(device: bytes, key: str) -> bytes:
    """Return the id under which a device writes the event of this key."""
    return uuid5(UUID(bytes=device), key).bytes


def row_of(record: Record, device: bytes) -> Row:
    """Return a record as `device` writes it."""
    kind, started = _kind_and_start(record)
    row = Row(
        id=id_of(device, record.key),
        device=device,
        day=record.day.isoformat(),
        kind=kind,
        started=started.isoformat(),
    )
    match record:
        case PromptRecord():
            return row._replace(
                part_of=record.prompt.isoformat(),
                what=record.note.value,
                seconds=record.sat.total_seconds(),
                detail=record.detail or None,
            )
        case NaturalBreak():
            return row._replace(
                ended=record.ended.isoformat(),
                what=record.source.value,
                seconds=_lasted(record.started, record.ended),
            )
        case Voided():
            return row._replace(part_of=record.of, target=id_of(device, record.of))
        case DaySpan():
            return row._replace(
                ended=record.ended.isoformat(),
                seconds=_lasted(record.started, record.ended),
                detail=record.detail or None,
            )
        case SessionStarted():
            return row._replace(part_of=row.started, what=record.routine)
        case Held():
            return row._replace(
                part_of=record.session.isoformat(),
                what=record.exercise,
                side=record.side.value,
                seconds=record.held.total_seconds(),
                breaths=record.breaths,
                repetitions=record.repetitions,
                position=record.index,
                detail=None if record.stretch else NO_STRETCH,
            )
        case SessionEnded():
            return row._replace(
                ended=record.ended.isoformat(),
                part_of=row.started,
                what=record.outcome.value,
                seconds=_lasted(record.session, record.ended),
            )
        case Noticed():
            return row._replace(
                part_of=record.session.isoformat(),
                what=record.question.value,
                detail=record.noticing.value,
            )
        case Felt():
            return row._replace(
                part_of=record.session.isoformat(),
                what=record.feeling.value,
                detail=record.exercise or None,
            )
        case DeviceNamed():
            return row._replace(what=record.name)


def at_of(record: Record) -> datetime:
    """Return when what a record tells of began or happened."""
    _kind, started = _kind_and_start(record)
    return started


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


def _kind_and_start(record: Record) -> tuple[str, datetime]:
    match record:
        case PromptRecord():
            return PROMPT, record.at
        case NaturalBreak():
            return NATURAL_BREAK, record.started
        case Voided():
            return VOID, record.at
        case DaySpan():
            return record.kind.value, record.started
        case SessionStarted():
            return SESSION, record.session
        case Held():
            return HELD, record.at
        case SessionEnded():
            return SESSION_END, record.session
        case Felt():
            return FELT, record.at
        case Noticed():
            return NOTICED, record.at
        case DeviceNamed():
            return DEVICE, record.at


def _record(row: Row) -> Record:
    started = _time(row.started)
    match row.kind:
        case "prompt":
            return PromptRecord(
                prompt=_time(row.part_of),
                at=started,
                note=PromptNote(_text(row.what)),
                sat=_span(row.seconds),
                detail=_detail(row),
            )
        case "natural break":
            return NaturalBreak(
                started=started,
                ended=_time(row.ended),
                source=BreakSource(_text(row.what)),
            )
        case "void":
            return Voided(of=_text(row.part_of), at=started)
        case "session":
            return SessionStarted(session=started, routine=_text(row.what))
        case "held":
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
        case "session end":
            return SessionEnded(
                session=started,
                ended=_time(row.ended),
                outcome=SessionOutcome(_text(row.what)),
            )
        case "felt":
            return Felt(
                session=_time(row.part_of),
                at=started,
                feeling=Feeling(_text(row.what)),
                exercise=_detail(row),
            )
        case "noticed":
            return Noticed(
                session=_time(row.part_of),
                at=started,
                question=Question(_text(row.what)),
                noticing=Noticing(_text(row.detail)),
            )
        case "device":
            return DeviceNamed(name=_text(row.what), at=started)
        case kind:
            return DaySpan(
                kind=SpanKind(kind),
                started=started,
                ended=_time(row.ended),
                detail=_detail(row),
            )


def _lasted(started: datetime, ended: datetime) -> float:
    """Seconds between two times, whatever their zones did in between."""
    return (ended.astimezone(UTC) - started.astimezone(UTC)).total_seconds()


def _time(text: str | None) -> datetime:
    """Read a time; of the first year and the last not all have a day and a UTC."""
    when = datetime.fromisoformat(_text(text))
    if not MINYEAR < when.year < MAXYEAR:
        message = f"{text!r} is no time of ours"
        raise ValueError(message)
    return when


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
