"""Rows put together again as what happened: sessions, prompts, natural breaks."""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from psoas_break.domain.history import (
    DaySpan,
    DeviceNamed,
    Feeling,
    Felt,
    Held,
    NaturalBreak,
    PromptRecord,
    SessionEnded,
    SessionStarted,
    Voided,
)
from psoas_break.domain.moment import name_of
from psoas_break.domain.noticing import Noticed
from psoas_break.domain.past import History, PastBreak, PastPrompt, PastSession
from psoas_break.storage.journal_records import record_of
from psoas_break.storage.journal_rows import Row, id_of

_log = logging.getLogger(__name__)

SessionPart = SessionStarted | Held | SessionEnded | Felt

Name = tuple[bytes, datetime]
"""Which session or prompt: the device, and when it began."""


def history_of(rows: Iterable[Row]) -> History:
    """Return what happened, oldest first. Rows that cannot be read are left out."""
    sessions: dict[Name, list[SessionPart]] = {}
    prompts: dict[Name, list[PromptRecord]] = {}
    breaks: list[PastBreak] = []
    spans: list[DaySpan] = []
    felt: list[Felt] = []
    noticed: list[Noticed] = []
    for row in rows:
        try:
            record = record_of(row)
        except ValueError as error:
            _log.warning("A row of the journal is left out: %s", error)
            continue
        match record:
            case SessionStarted() | Held() | SessionEnded() | Felt():
                sessions.setdefault((row.device, record.session), []).append(record)
                felt.extend([record] if isinstance(record, Felt) else [])
            case PromptRecord():
                prompts.setdefault((row.device, record.prompt), []).append(record)
            case Noticed():
                noticed.append(record)
            case NaturalBreak():
                breaks.append(_break(row, record))
            case DaySpan():
                spans.append(record)
            case Voided() | DeviceNamed():
                pass
    past = [_session(name, parts) for name, parts in sessions.items()]
    asked = [_prompt(name, notes) for name, notes in prompts.items()]
    return History(
        sessions=tuple(sorted(past, key=attrgetter("started"))),
        prompts=tuple(sorted(asked, key=attrgetter("prompt"))),
        natural_breaks=tuple(sorted(breaks, key=attrgetter("started"))),
        spans=tuple(sorted(spans, key=attrgetter("started"))),
        felt=tuple(sorted(felt, key=attrgetter("at"))),
        noticed=tuple(sorted(noticed, key=attrgetter("at"))),
    )


def _session(name: Name, parts: Sequence[SessionPart]) -> PastSession:
    """Put one session together; its beginning may have been lost to damage."""
    device, began = name
    routine, end, feeling = "", None, None
    held: list[Held] = []
    for part in parts:
        match part:
            case SessionStarted():
                routine = part.routine
            case Held():
                held.append(part)
            case SessionEnded():
                end = part
            case Felt():
                feeling = _stronger(feeling, part.feeling)
    return PastSession(
        id=_id(device, SessionStarted(session=began, routine=routine).key),
        started=began,
        ended=end.ended if end else None,
        routine=routine,
        outcome=end.outcome if end else None,
        held=tuple(sorted(held, key=attrgetter("at", "index"))),
        feeling=feeling,
    )


def _prompt(name: Name, notes: Sequence[PromptRecord]) -> PastPrompt:
    device, first_shown = name
    return PastPrompt(
        id=_id(device, f"prompt {name_of(first_shown)}"),
        prompt=first_shown,
        notes=tuple(sorted(notes, key=attrgetter("at"))),
    )


def _break(row: Row, record: NaturalBreak) -> PastBreak:
    return PastBreak(
        id=str(UUID(bytes=row.id)),
        started=record.started,
        ended=record.ended,
        source=record.source,
    )


def _stronger(known: Feeling | None, said: Feeling) -> Feeling:
    """Return the word to heed when several were said of one session."""
    order = list(Feeling)
    return said if known is None else max(known, said, key=order.index)


def _id(device: bytes, key: str) -> str:
    return str(UUID(bytes=id_of(device, key)))
