"""Working hours: the spans of a week in which a prompt may come.

Off by default, which means always on. A day may have several ranges; one that
ends at or before its start runs over midnight into the next day. Instants are
compared, not clock faces: when the clocks go back, the hour that comes twice
lies in a range or outside it as one span of time.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta


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
        if not self.enabled:
            return True
        now = wall.astimezone(UTC)
        return any(start <= now < end for start, end in self._around(wall))

    def opens_after(self, wall: datetime) -> datetime | None:
        """Return the first start of a range later than `wall`, if there is one."""
        if not self.enabled:
            return None
        now = wall.astimezone(UTC)
        starts = (start for start, _ in self._around(wall) if start > now)
        return _local(min(starts, default=None), wall)

    def next_edge(self, wall: datetime) -> datetime | None:
        """When `open_at` next changes after `wall`, if ever."""
        if not self.enabled:
            return None
        now, open_now = wall.astimezone(UTC), self.open_at(wall)
        edges = sorted({edge for span in self._around(wall) for edge in span})
        changes = (
            edge
            for edge in edges
            if edge > now and self.open_at(edge.astimezone(wall.tzinfo)) != open_now
        )
        return _local(next(changes, None), wall)

    def _around(self, wall: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Every range that could matter from yesterday to a week and a day ahead."""
        for ahead in range(-1, 9):
            day = wall.date() + timedelta(days=ahead)
            for span in self.ranges:
                if span.weekday == day.weekday():
                    yield _instant(day, span.start, wall), _end(day, span, wall)


def _end(day: date, span: Range, wall: datetime) -> datetime:
    last = day + timedelta(days=1) if span.overnight else day
    return _instant(last, span.end, wall)


def _instant(day: date, clock: time, wall: datetime) -> datetime:
    """When the clocks in the zone of `wall` read `clock` on `day`, first or only."""
    return datetime.combine(day, clock, tzinfo=wall.tzinfo).astimezone(UTC)


def _local(instant: datetime | None, wall: datetime) -> datetime | None:
    return None if instant is None else instant.astimezone(wall.tzinfo)
