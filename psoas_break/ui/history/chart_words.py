"""What the charts of the history say: plain Python."""

from collections.abc import Mapping
from datetime import date, timedelta

from psoas_break.domain.history import Side
from psoas_break.domain.noticing import Noticing
from psoas_break.domain.sums import DaySum, sum_of
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.history.words import NOTHING, clock_text, day_words, natural_words
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
EVEN = timedelta(seconds=30)
"""Sides that differ by less are even."""
TIGHTER_DAYS = 90
"""Three months of notes say more than a test (content.md section 5)."""


def breaks_words(count: int) -> str:
    """How many breaks."""
    return ngettext("{count} break", "{count} breaks", count).format(count=count)


def long_words(span: timedelta) -> str:
    """A length to the minute, with hours where there are any.

    >>> long_words(timedelta(minutes=63)), long_words(timedelta(minutes=41))
    ('1 h 3 min', '41 min')
    """
    hours, minutes = divmod(round(span / MINUTE), 60)
    if not hours:
        return _("{minutes} min").format(minutes=minutes)
    if not minutes:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def minutes_words(span: timedelta) -> str:
    """A length in minutes alone; short ones to the second.

    >>> minutes_words(timedelta(minutes=63)), minutes_words(timedelta(seconds=45))
    ('63 min', '45 s')
    """
    if NOTHING < span < MINUTE:
        return time_words(span)
    return _("{minutes} min").format(minutes=round(span / MINUTE))


def day_sum_words(day: date, today: date, one: DaySum) -> str:
    """What a day has come to, in a line."""
    parts = [
        breaks_words(one.breaks),
        natural_words(one.natural_breaks) if one.natural_breaks else "",
        _("left {left}, right {right}").format(
            left=clock_text(one.left), right=clock_text(one.right)
        )
        if one.stretched
        else "",
        _("sat {span}").format(span=long_words(one.sitting)) if one.bouts else "",
    ]
    said = " · ".join(part for part in parts if part)
    return _("{day}: {figures}").format(day=day_words(day, today), figures=said)


def balance_words(left: timedelta, right: timedelta, lead: Side | None) -> str:
    """Which side had more in the last fortnight, and which begins next."""
    more = abs(left - right)
    if not left and not right:
        said = _("No side was stretched in the last 14 days")
    elif more < EVEN:
        said = _("Both sides almost alike in the last 14 days")
    elif left > right:
        said = _("{span} more on the left in the last 14 days").format(
            span=minutes_words(more)
        )
    else:
        said = _("{span} more on the right in the last 14 days").format(
            span=minutes_words(more)
        )
    match lead:
        case Side.LEFT:
            return _("{said}; the next break starts left").format(said=said)
        case Side.RIGHT:
            return _("{said}; the next break starts right").format(said=said)
        case _:
            return said


def tighter_words(counts: Mapping[Noticing, int]) -> str:
    """Which side felt tighter how often, of late; nothing when nobody said."""
    if not counts:
        return ""
    return _(
        "How often a side felt tighter in {days} days: left {left}, right {right}, "
        "neither {same}"
    ).format(
        days=TIGHTER_DAYS,
        left=counts.get(Noticing.LEFT, 0),
        right=counts.get(Noticing.RIGHT, 0),
        same=counts.get(Noticing.SAME, 0),
    )


def week_name(monday: date) -> str:
    """The short name of a week, as calendars number them.

    >>> week_name(date(2026, 3, 2))
    'W10'
    """
    return _("W{number}").format(number=monday.isocalendar().week)


def week_words(monday: date, breaks: int, today: date) -> str:
    """How many breaks a week had."""
    if monday <= today < monday + 7 * DAY:
        return _("This week: {breaks}").format(breaks=breaks_words(breaks))
    return _("Week from {day}: {breaks}").format(
        day=day_words(monday, today), breaks=breaks_words(breaks)
    )


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - day.weekday() * DAY


def this_week(days: Mapping[date, DaySum], today: date) -> DaySum:
    """What the week of `today` has come to so far."""
    return sum_of(days, monday_of(today), today)


def this_month(days: Mapping[date, DaySum], today: date) -> DaySum:
    """What the month of `today` has come to so far."""
    return sum_of(days, today.replace(day=1), today)


def average_words(one: DaySum) -> str:
    """How long one sits at a stretch; a dash before anybody sat."""
    return long_words(one.average_bout) if one.average_bout > NOTHING else "—"
