"""The alarms of `--speed 0`: time moves only when `advance` says so.

Every alarm on the way is carried out in order, each with its effects done before
time goes on. So a test of the running app depends on no machine's speed.
"""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from psoas_break.app.commands import Passing
from psoas_break.desktop.clock import SteppedClock
from psoas_break.domain.moment import Moment

_log = logging.getLogger(__name__)

MOST_RINGS_AT_ONCE = 1000
"""More rings than this while time stands still are an alarm set in a circle."""

LOOKS_AGAIN_MS = 1
"""How soon after finding somebody busy."""

SETTLING_TURNS = 2
"""Turns of the event loop that the effects of a last ring are given."""

_NOTHING = timedelta()


@dataclass(slots=True)
class _Journey:
    """One `advance` on its way."""

    left: timedelta
    passing: Passing
    done: Callable[[], None]
    settling: int = SETTLING_TURNS


class ManualTime(QObject):
    """Hands out alarms, and moves the clock from one to the next.

    Args:
        clock: moved by `advance`, and by nothing else.
        busy: whether somebody waits for an answer from outside, which takes real
            time; while it does, the clock stands still.
        parent: the owner.
    """

    jumped = Signal()
    """The machine has slept; told after the clocks have moved."""

    def __init__(
        self,
        *,
        clock: SteppedClock,
        busy: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._busy = busy
        self._alarms: list[ManualAlarm] = []
        self._journeys: deque[_Journey] = deque()
        self._rings_here = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn)

    def alarm(self) -> "ManualAlarm":
        """Return one more alarm, silent until it is set."""
        alarm = ManualAlarm(was_set=self.wakeup)
        self._alarms.append(alarm)
        return alarm

    def wakeup(self) -> None:
        """Ring what is due by now, as soon as the event loop is free."""
        if not self._turn.isActive():
            self._turn.start(0)

    def stop(self) -> None:
        """Ring no more."""
        self._turn.stop()
        self._alarms.clear()

    def advance(
        self, span: timedelta, passing: Passing, done: Callable[[], None]
    ) -> None:
        """Let app time pass.

        Args:
            span: how much of it.
            passing: whether somebody types, or the machine sleeps, meanwhile.
            done: called when every alarm on the way has rung and had its effect.
        """
        self._journeys.append(_Journey(max(_NOTHING, span), passing, done))
        self.wakeup()

    @Slot()
    def _on_turn(self) -> None:
        """Take one step: at most one ring, so that its effects come next."""
        if self._busy():
            self._turn.start(LOOKS_AGAIN_MS)
        elif self._journeys:
            self._travel(self._journeys[0])
        elif self._ring_next(within=_NOTHING):
            self.wakeup()

    def _travel(self, journey: _Journey) -> None:
        self.wakeup()
        if journey.left and journey.passing is Passing.ASLEEP:
            self._move(journey, journey.left)
            self.jumped.emit()
        elif self._ring_next(within=journey.left, journey=journey):
            journey.settling = SETTLING_TURNS
        elif journey.left:
            self._move(journey, journey.left)
        elif journey.settling:
            journey.settling -= 1
        else:
            self._journeys.popleft()
            journey.done()

    def _move(self, journey: _Journey, span: timedelta) -> None:
        self._clock.advance(
            span,
            typing=journey.passing is Passing.TYPING,
            asleep=journey.passing is Passing.ASLEEP,
        )
        journey.left -= span
        self._rings_here = 0

    def _ring_next(self, *, within: timedelta, journey: _Journey | None = None) -> bool:
        """Ring the first alarm due in the next `within`; say whether one rang."""
        now = self._clock.now()
        waits = [(alarm.left(now), alarm) for alarm in self._alarms]
        due = [(left, alarm) for left, alarm in waits if left is not None]
        if not due:
            return False
        wait, alarm = min(due, key=lambda pair: pair[0])
        if wait > within:
            return False
        if wait > _NOTHING and journey is not None:
            self._move(journey, wait)
        self._rings_here += 1
        if self._rings_here > MOST_RINGS_AT_ONCE:
            _log.error("An alarm rings in a circle at %s; it is switched off", now.wall)
            alarm.silence()
            return False
        alarm.ring()
        return True


class ManualAlarm:
    """One alarm, by the steady clock or by the calendar."""

    def __init__(self, *, was_set: Callable[[], None]) -> None:
        self._was_set = was_set
        self._left: Callable[[Moment], timedelta] | None = None
        self._ring: Callable[[], None] = lambda: None

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        """Ring when the steady clock reads `steady`; None means stay silent."""
        if steady is None:
            self.silence()
        else:
            self._set(lambda now: steady - now.steady, ring)

    def ring_on(self, wall: datetime | None, ring: Callable[[], None]) -> None:
        """Ring when the wall clock reads `wall`; None means stay silent."""
        if wall is None:
            self.silence()
        else:
            self._set(lambda now: wall - now.wall, ring)

    def silence(self) -> None:
        """Ring no more."""
        self._left = None

    def left(self, now: Moment) -> timedelta | None:
        """Return how long until it rings, below zero if it is late; None if silent."""
        return None if self._left is None else self._left(now)

    def ring(self) -> None:
        """Ring; the alarm may be set anew by whoever hears it."""
        self.silence()
        self._ring()

    def _set(
        self, left: Callable[[Moment], timedelta], ring: Callable[[], None]
    ) -> None:
        self._left, self._ring = left, ring
        self._was_set()
