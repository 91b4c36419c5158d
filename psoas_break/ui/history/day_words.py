"""What the line of a day says: plain Python."""

from psoas_break.domain.day_line import Mark, MarkKind
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.history.chart_words import long_words
from psoas_break.ui.history.words import NOTHING, Names, clock_words, reason_words
from psoas_break.words import gettext as _


def kind_words(kind: MarkKind) -> str:
    """What a stretch of the day was."""
    return {
        MarkKind.SITTING: _("Sitting"),
        MarkKind.AWAY: _("Away"),
        MarkKind.NATURAL_BREAK: _("Natural break"),
        MarkKind.BREAK: _("Break"),
        MarkKind.CUT_SHORT: _("Ended early"),
        MarkKind.HELD_BACK: _("Held back"),
    }[kind]


def what_words(mark: Mark, names: Names) -> str:
    """What a stretch of the day was, and which routine or reason."""
    detail = names.get(mark.detail, mark.detail)
    if mark.kind is MarkKind.HELD_BACK:
        detail = reason_words(mark.detail)
    if not detail:
        return kind_words(mark.kind)
    return _("{kind}: {detail}").format(kind=kind_words(mark.kind), detail=detail)


def mark_words(mark: Mark, names: Names) -> str:
    """A stretch of the day in a line: what, when, how long."""
    start, end = clock_words(mark.started), clock_words(mark.ended)
    match mark.kind:
        case MarkKind.SITTING if mark.goes_on:
            return _("Sitting since {start} · {span}").format(
                start=start, span=long_words(mark.length)
            )
        case MarkKind.BREAK | MarkKind.CUT_SHORT:
            return _("{kind} at {start}: {routine} · {span}").format(
                kind=kind_words(mark.kind),
                start=start,
                routine=names.get(mark.detail, mark.detail),
                span=time_words(mark.length),
            )
        case MarkKind.HELD_BACK:
            return _("Held back {start} to {end}: {reason}").format(
                start=start, end=end, reason=reason_words(mark.detail)
            )
        case MarkKind.NATURAL_BREAK if mark.length == NOTHING:
            return _("I just moved, {start}").format(start=start)
        case _:
            return _("{kind} {start} to {end} · {span}").format(
                kind=kind_words(mark.kind),
                start=start,
                end=end,
                span=long_words(mark.length),
            )
