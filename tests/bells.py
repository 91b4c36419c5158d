"""What a world has ring: two alarms, and whoever tells that nobody types."""

from collections.abc import Callable
from datetime import datetime, timedelta

from psoas_break.domain.moment import Moment

Ring = Callable[[], None]


class Bells:
    """Keeps the two alarms and who waits for silence, and tells which rings next."""

    at: Moment
    _typing = False
    _last_input: Moment

    def __init__(self) -> None:
        self._steady: tuple[timedelta, Ring] | None = None
        self._wall: tuple[datetime, Ring] | None = None
        self._silence: tuple[timedelta, Ring] | None = None
        self._told_since: Moment | None = None

    def ring_at(self, steady: timedelta | None, ring: Ring) -> None:
        self._steady = None if steady is None else (steady, ring)

    def ring_on(self, wall: datetime | None, ring: Ring) -> None:
        self._wall = None if wall is None else (wall, ring)

    def tell_silence(self, span: timedelta | None, fell: Ring) -> None:
        awaited = None if self._silence is None else self._silence[0]
        self._silence = None if span is None else (span, fell)
        if span != awaited:
            self._told_since = None

    def _next_ring(self, end: Moment) -> tuple[Moment, Ring] | None:
        rings: list[tuple[timedelta, int, Ring]] = []
        if self._steady is not None:
            rings.append((self._steady[0], 0, self._steady[1]))
        if self._wall is not None:
            ahead = self._wall[0].timestamp() - self.at.wall.timestamp()
            steady = self.at.steady + timedelta(seconds=ahead)
            rings.append((steady, 1, self._wall[1]))
        if self._silence is not None and not self._typing:
            span, call = self._silence
            if self._told_since is not self._last_input:
                rings.append((self._last_input.steady + span, 2, call))
        rings.sort(key=lambda ring: ring[:2])
        if not rings or rings[0][0] > end.steady:
            return None
        steady, which, call = rings[0]
        if which == 0:
            self._steady = None
        elif which == 1:
            self._wall = None
        else:
            self._told_since = self._last_input
        return self.at.later(max(timedelta(), steady - self.at.steady)), call
