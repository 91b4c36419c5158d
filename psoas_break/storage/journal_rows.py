"""A record as a row of the journal; `journal_records` reads it back.

Every record is one row of one table, whatever its kind: what is written once and
never changed needs no more, and a row found in a damaged file tells what it is.
"""

from datetime import UTC, datetime
from typing import NamedTuple
from uuid import UUID, uuid5

from psoas_break.domain.history import (
    DaySpan,
    DeviceNamed,
    Felt,
    Held,
    NaturalBreak,
    PromptRecord,
    Record,
    SessionEnded,
    SessionStarted,
    Voided,
)
from psoas_break.domain.noticing import Noticed

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


def _lasted(started: datetime, ended: datetime) -> float:
    """Seconds between two times, whatever their zones did in between."""
    return (ended.astimezone(UTC) - started.astimezone(UTC)).total_seconds()
