"""A week of working hours in words, and what is wrong with one: plain Python.

Minutes are counted from Monday 0:00, so that a range over midnight, even the one
from Sunday to Monday, is a span like any other.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import time
from itertools import combinations, groupby

from psoas_break.domain.hours import Range
from psoas_break.words import gettext as _

DAYS = 7
_DAY = 24 * 60
_WEEK = DAYS * _DAY
_HOURS = 24

Ranges = tuple[Range, ...]


def weekdays() -> tuple[str, ...]:
    """The names of the days, Monday first."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )


def short_weekdays() -> tuple[str, ...]:
    """The short names of the days, Monday first."""
    return (
        _("Mon"),
        _("Tue"),
        _("Wed"),
        _("Thu"),
        _("Fri"),
        _("Sat"),
        _("Sun"),
    )


def of_day(ranges: Iterable[Range], weekday: int) -> Ranges:
    """The ranges that start on a day (Monday is 0), earliest first."""
    return tuple(sorted(one for one in ranges if one.weekday == weekday))


def overlaps(ranges: Sequence[Range]) -> dict[int, str]:
    """Say which ranges overlap.

    Returns:
        By the index of a range in `ranges`, why it cannot stand; the later of each
        pair that overlaps is named.
    """
    found: dict[int, str] = {}
    order = sorted(range(len(ranges)), key=lambda index: ranges[index])
    for first, second in combinations(order, 2):
        if _overlap(ranges[first], ranges[second]):
            blamed, other = max(first, second), min(first, second)
            found[blamed] = _("Overlaps with {range}").format(
                range=described(ranges[other], seen_from=ranges[blamed].weekday)
            )
    return found


def joined(ranges: Sequence[Range]) -> Ranges:
    """The same hours with ranges that overlap or touch made one.

    What is longer than a day, which no range can say, becomes several.
    """
    spans = sorted(map(_span, ranges))
    for origin, _end in spans:
        turned = sorted(_turned(span, origin) for span in spans)
        if all(end <= _WEEK for _start, end in turned):
            return tuple(sorted(_cut(_merged(turned), origin)))
    return tuple(Range(day, time(0), time(0)) for day in range(DAYS)) if spans else ()


def free_range(ranges: Sequence[Range], weekday: int) -> Range | None:
    """A sensible further range for a day, or None when it is full.

    An empty day gets 9:00 to 18:00, a morning an afternoon, anything else the first
    free hour.
    """
    taken = of_day(ranges, weekday)
    after = [one.end.hour + 1 for one in taken if not one.overnight]
    wished = [
        *([(9, 18)] if not taken else []),
        *([(after[-1], after[-1] + 4)] if after else []),
        *((hour, hour + 1) for hour in range(_HOURS)),
    ]
    for start, end in wished:
        if start < _HOURS:
            new = Range(weekday, time(start), time(end % _HOURS))
            if not any(_overlap(new, one) for one in ranges):
                return new
    return None


def summary(ranges: Sequence[Range]) -> str:
    """The whole week in one line, days with the same hours together.

    >>> summary([Range(day, time(9), time(0)) for day in range(5)])[:15]
    'Mon to Fri 9:00'
    """
    by_day = [of_day(ranges, day) for day in range(DAYS)]
    hours = [tuple((one.start, one.end) for one in day) for day in by_day]
    parts = []
    for same, group in groupby(range(DAYS), key=lambda day: hours[day]):
        days = list(group)
        if same:
            parts.append(f"{_days(days)} {_hours(by_day[days[0]])}")
    return " · ".join(parts) if parts else _("No hours: never a prompt")


def clock(moment: time) -> str:
    """A time of day as it is written here.

    >>> clock(time(9))
    '9:00'
    """
    return f"{moment.hour}:{moment.minute:02}"


def described(one: Range, *, seen_from: int) -> str:
    """A range in words; the day is named where it is another than `seen_from`."""
    hours = _hours((one,))
    if one.weekday == seen_from:
        return hours
    return f"{short_weekdays()[one.weekday]} {hours}"


def _hours(ranges: Ranges) -> str:
    return ", ".join(
        _("all day")
        if one.start == one.end == time(0)
        else f"{clock(one.start)}\N{EN DASH}{clock(one.end)}"
        for one in ranges
    )


def _days(days: Sequence[int]) -> str:
    names = short_weekdays()
    match days:
        case [one]:
            return names[one]
        case [first, second]:
            return _("{first}, {second}").format(
                first=names[first], second=names[second]
            )
        case _:
            return _("{first} to {last}").format(
                first=names[days[0]], last=names[days[-1]]
            )


def _span(one: Range) -> tuple[int, int]:
    start = one.weekday * _DAY + one.start.hour * 60 + one.start.minute
    end = one.weekday * _DAY + one.end.hour * 60 + one.end.minute
    return start, end + (_DAY if one.overnight else 0)


def _overlap(one: Range, other: Range) -> bool:
    start, end = _span(one)
    return any(
        start < last + turn and first + turn < end
        for first, last in (_span(other),)
        for turn in _turns()
    )


def _turns() -> Iterator[int]:
    """The same week, the one before and the one after: weeks follow on each other."""
    yield from (0, -_WEEK, _WEEK)


def _turned(span: tuple[int, int], origin: int) -> tuple[int, int]:
    """A span counted from another minute of the week."""
    start, end = span
    first = (start - origin) % _WEEK
    return first, first + end - start


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Sorted spans with those that overlap or touch made one."""
    open_start, open_end = -1, -1
    for start, end in spans:
        if start > open_end:
            if open_end > open_start:
                yield open_start, open_end
            open_start, open_end = start, end
        open_end = max(open_end, end)
    if open_end > open_start:
        yield open_start, open_end


def _cut(spans: Iterable[tuple[int, int]], origin: int) -> Iterator[Range]:
    """Spans as ranges of a day at most."""
    for start, end in spans:
        for first in range(start, end, _DAY):
            day, since = divmod((first + origin) % _WEEK, _DAY)
            until = (min(first + _DAY, end) + origin) % _DAY
            yield Range(day, time(*divmod(since, 60)), time(*divmod(until, 60)))
