"""What the journal gives back: days, sessions, prompts and breaks as they were."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import (
    BreakSource,
    DaySpan,
    Feeling,
    Felt,
    Held,
    PromptRecord,
    SessionOutcome,
)
from psoas_break.domain.noticing import Noticed


@dataclass(frozen=True, slots=True, kw_only=True)
class DayTotals:
    """What one day has come to."""

    breaks: int = 0
    natural_breaks: int = 0
    skipped: int = 0
    missed: int = 0
    stretch_left: timedelta = ZERO
    stretch_right: timedelta = ZERO
    breaths: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSession:
    """One guided break with everything held in it."""

    id: str
    started: datetime
    ended: datetime | None
    routine: str
    outcome: SessionOutcome | None
    held: tuple[Held, ...] = ()
    feeling: Feeling | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPrompt:
    """One prompt and everything that became of it."""

    id: str
    prompt: datetime
    notes: tuple[PromptRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastBreak:
    """One natural break that still stands."""

    id: str
    started: datetime
    ended: datetime
    source: BreakSource


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What the journal holds of some days, oldest first; voided records left out."""

    sessions: tuple[PastSession, ...] = ()
    prompts: tuple[PastPrompt, ...] = ()
    natural_breaks: tuple[PastBreak, ...] = ()
    spans: tuple[DaySpan, ...] = ()
    felt: tuple[Felt, ...] = ()
    noticed: tuple[Noticed, ...] = ()

    def until(self, now: datetime) -> Self:
        """Return what had begun by `now`.

        A clock that once went wrong, here or at another machine, dates entries into
        the future. They stay in the history, and decide nothing until it is there.
        """
        return replace(
            self,
            sessions=tuple(one for one in self.sessions if one.started <= now),
            prompts=tuple(one for one in self.prompts if one.prompt <= now),
            natural_breaks=tuple(
                one for one in self.natural_breaks if one.started <= now
            ),
            spans=tuple(one for one in self.spans if one.started <= now),
            felt=tuple(one for one in self.felt if one.at <= now),
            noticed=tuple(one for one in self.noticed if one.at <= now),
        )
