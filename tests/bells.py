"""Two alarms, one by the steady clock and one by the calendar, for a world."""

from collections.abc import Callable
from datetime import datetime, timedelta

from psoas_break.domain.moment import Moment

Ring = Callable[[], None]


class Bells:
    """Keeps the two alarms, and tells which rings next."""

    at: Moment

    def __init__(self) -> None:
        self._steady: tuple[timedelta, Ring] | None = None
        self._wall: tuple[datetime, Ring] | None = None

    def ring_at(self, steady: timedelta | None, ring: Ring) -> None:
        self._steady = None if steady is None else (steady, ring)

    def ring_on(self, wall: datetime | None, ring: Ring) -> None:
        self._wall = None if wall is None else (wall, ring)

    def _next_ring(self, end: Moment) -> tuple[Moment, Ring] | None:
        rings: list[tuple[timedelta, int, Ring]] = []
        if self._steady is not None:
            rings.append((self._steady[0], 0, self._steady[1]))
        if self._wall is not None:
            ahead = self._wall[0].timestamp() - self.at.wall.timestamp()
            steady = self.at.steady + timedelta(seconds=ahead)
            rings.append((steady, 1, self._wall[1]))
        rings.sort()
        if not rings or rings[0][0] > end.steady:
            return None
        steady, which, call = rings[0]
        if which:
            self._wall = None
        else:
            self._steady = None
        return self.at.later(max(timedelta(), steady - self.at.steady)), call
