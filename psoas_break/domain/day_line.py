"""One day as a line of time: when one sat, took breaks, was away, was left in peace."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from psoas_break.domain.history import SpanKind
from psoas_break.domain.past import History, PastBreak
from psoas_break.domain.sums import lasted
from psoas_break.domain.totals import counts_as_break


class MarkKind(Enum):
    """What a stretch of the day was; later ones lie over earlier ones."""

    SITTING = auto()
    AWAY = auto()
    NATURAL_BREAK = auto()
    BREAK = auto()
    CUT_SHORT = auto()
    HELD_BACK = auto()


SPANS = {
    SpanKind.SITTING: MarkKind.SITTING,
    SpanKind.AWAY: MarkKind.AWAY,
    SpanKind.HELD_BACK: MarkKind.HELD_BACK,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the day.

    Attributes:
        kind: what it was.
        started: when it began.
        ended: when it ended, or until now if it goes on.
        detail: the routine of a break, the reason why a prompt was held back.
        goes_on: whether it has not ended yet.
    """

    kind: MarkKind
    started: datetime
    ended: datetime
    detail: str = ""
    goes_on: bool = False

    @property
    def length(self) -> timedelta:
        """How long it lasted."""
        return lasted(self.started, self.ended)


def marks_of(
    history: History, *, sat_since: datetime | None, now: datetime
) -> tuple[Mark, ...]:
    """Return the stretches of a day, those below first.

    Args:
        history: of that day.
        sat_since: when the sitting bout began that goes on, if it is of that day.
        now: until when it has gone on.
    """
    marks = [
        *_spans(history),
        *(_natural(one) for one in history.natural_breaks),
        *_sessions(history),
    ]
    if sat_since is not None:
        marks.append(
            Mark(kind=MarkKind.SITTING, started=sat_since, ended=now, goes_on=True)
        )
    return tuple(sorted(marks, key=lambda one: (one.kind.value, one.started)))


def longest_bout(marks: tuple[Mark, ...]) -> Mark | None:
    """Return the longest time one sat at a stretch; the first of several."""
    bouts = (one for one in marks if one.kind is MarkKind.SITTING)
    return max(bouts, key=lambda one: one.length, default=None)


def _spans(history: History) -> Iterator[Mark]:
    """Yield what is no natural break; each of those has an absence of its own."""
    taken = {(one.started, one.ended) for one in history.natural_breaks}
    for span in history.spans:
        if span.kind is SpanKind.AWAY and (span.started, span.ended) in taken:
            continue
        yield Mark(
            kind=SPANS[span.kind],
            started=span.started,
            ended=span.ended,
            detail=span.detail,
        )


def _natural(one: PastBreak) -> Mark:
    return Mark(kind=MarkKind.NATURAL_BREAK, started=one.started, ended=one.ended)


def _sessions(history: History) -> Iterator[Mark]:
    for one in history.sessions:
        if one.ended is not None:
            kind = MarkKind.BREAK if counts_as_break(one) else MarkKind.CUT_SHORT
            yield Mark(
                kind=kind, started=one.started, ended=one.ended, detail=one.routine
            )
