"""Working hours: the spans of a week in which a prompt may come.

Off by default, which means always on. A day may have several ranges; one that
ends at or before its start runs over midnight into the next day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """From `start` on `weekday` (Monday is 0) to the next `end`."""

    weekday: int
    start: time
    end: time

    @property
    def overnight(self) -> bool:
        """Whether it ends on the day after it began."""
        return self.end <= self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """The ranges of a week, and whether they count."""

    enabled: bool = False
    ranges: tuple[Range, ...] = tuple(Range(day, time(9), time(18)) for day in range(5))

    def open_at(self, wall: datetime) -> bool:
        """Whether `wall` lies in working hours; always, when they are off."""
        return not self.enabled or any(
            start <= wall < end for start, end in self._around(wall)
        )

    def opens_after(self, wall: datetime) -> datetime | None:
        """Return the first start of a range later than `wall`, if there is one."""
        if not self.enabled:
            return None
        return min(
            (start for start, _ in self._around(wall) if start > wall), default=None
        )

    def next_edge(self, wall: datetime) -> datetime | None:
        """When `open_at` next changes after `wall`, if ever."""
        if not self.enabled:
            return None
        now = self.open_at(wall)
        edges = sorted({edge for span in self._around(wall) for edge in span})
        return next(
            (edge for edge in edges if edge > wall and self.open_at(edge) != now), None
        )

    def _around(self, wall: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Every range that could matter from yesterday to a week and a day ahead."""
        for ahead in range(-1, 9):
            day = wall.date() + timedelta(days=ahead)
            for span in self.ranges:
                if span.weekday == day.weekday():
                    yield _at(day, span.start, wall), _end(day, span, wall)


def _end(day: date, span: Range, wall: datetime) -> datetime:
    last = day + timedelta(days=1) if span.overnight else day
    return _at(last, span.end, wall)


def _at(day: date, clock: time, wall: datetime) -> datetime:
    """`clock` on `day` as the zone of `wall` reads it on that day."""
    return datetime.combine(day, clock, tzinfo=wall.tzinfo)
