"""Alarms that ring in Qt's event loop, kept by APScheduler; nobody else knows it.

Importing this module imports APScheduler, and with it asyncio: import it when the
tray icon shows, not before.

Four traps of APScheduler 3.11 are closed here (docs/architecture.md):

1. Its `QtScheduler` runs jobs in a thread pool. Ours runs them in Qt's thread.
2. It can never stop a timer it has started. Ours owns the only one.
3. It drops a job that is more than a second late. Ours has no such limit.
4. A job that sets itself again while it runs is deleted when it returns. Ours only
   emit a queued signal, and are gone when the ring arrives.

It also believes the wall clock. So whenever the timer fires, and on every `wakeup`,
the run dates are measured anew from the app's own clock: a clock set back an hour
delays no alarm, and the app may live at sixty times the speed.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from apscheduler.executors.debug import DebugExecutor
from apscheduler.schedulers.base import BaseScheduler
from apscheduler.triggers.date import DateTrigger
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from psoas_break.desktop.clock import real_wall
from psoas_break.domain.moment import Moment

LONGEST_NAP = timedelta(days=20)
"""A little under what one timer can hold, where a jump of the clocks wakes us."""

CAUTIOUS_NAP = timedelta(minutes=1)
"""Where nothing tells of a suspend: an alarm is at most this late after one."""

_FARTHEST = timedelta(days=36500)
_SLACK = timedelta(milliseconds=20)
_EARLY = timedelta(milliseconds=1)
"""Two readings of the clocks differ by less, and a timer counts in no less."""


class AppTime(Protocol):
    """The app's clock, and how long its spans take in reality."""

    def now(self) -> Moment:
        """Return both clocks, read together."""
        ...

    def to_real(self, span: timedelta) -> timedelta:
        """Return the real time that `span` of the app's time takes."""
        ...


class Alarms(QObject):
    """Hands out alarms and wakes the process for the earliest of them."""

    _due = Signal(object)

    def __init__(
        self,
        *,
        clock: AppTime,
        longest_nap: timedelta = LONGEST_NAP,
        parent: QObject | None = None,
    ) -> None:
        """Start with no alarm set.

        Args:
            clock: what the alarms are set by.
            longest_nap: how long to sleep at most before looking at `clock` again.
            parent: the owner; none keeps it with whoever holds it.
        """
        super().__init__(parent)
        self._clock = clock
        self._alarms: list[ScheduledAlarm] = []
        self._due.connect(self._on_due, Qt.ConnectionType.QueuedConnection)
        self._scheduler = _QtScheduler(
            look_first=self.align, longest_nap=longest_nap, parent=self
        )
        self._scheduler.start()

    def alarm(self) -> "ScheduledAlarm":
        """Return one more alarm, silent until it is set."""
        alarm = ScheduledAlarm(
            key=f"alarm-{len(self._alarms)}",
            clock=self._clock,
            scheduler=self._scheduler,
            due=self._due.emit,
        )
        self._alarms.append(alarm)
        return alarm

    def wakeup(self) -> None:
        """Look at the clock again: the machine has slept, or the clock was set."""
        self._scheduler.wakeup()

    def stop(self) -> None:
        """Ring no more."""
        self._scheduler.shutdown()

    def align(self) -> None:
        """Give the scheduler the real times at which the alarms are due by now."""
        for alarm in self._alarms:
            alarm.align()

    @Slot(object)
    def _on_due(self, setting: "_Setting") -> None:
        setting.alarm.come_due(setting)


class ScheduledAlarm:
    """One alarm, by the steady clock or by the calendar."""

    def __init__(
        self,
        *,
        key: str,
        clock: AppTime,
        scheduler: "_QtScheduler",
        due: Callable[["_Setting"], None],
    ) -> None:
        self._key = key
        self._clock = clock
        self._scheduler = scheduler
        self._due = due
        self._setting: _Setting | None = None
        self._run_date: datetime | None = None

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        """Ring when the steady clock reads `steady`; None means stay silent."""
        if steady is None:
            self._set(None)
        else:
            self._set(_Setting(self, ring, lambda now: steady - now.steady))

    def ring_on(self, wall: datetime | None, ring: Callable[[], None]) -> None:
        """Ring when the wall clock reads `wall`; None means stay silent."""
        if wall is None:
            self._set(None)
        else:
            self._set(_Setting(self, ring, lambda now: wall - now.wall))

    def align(self) -> None:
        """Move the scheduler's run date to where the app's clock says it is."""
        if self._setting is None or self._run_date is None:
            return
        date = self._real_date(self._setting)
        if abs(date - self._run_date) > _SLACK:
            self._schedule(date)

    def come_due(self, setting: "_Setting") -> None:
        """Ring, unless the alarm has been set anew since `setting`."""
        if setting is self._setting:
            self._setting = None
            setting.ring()

    def _set(self, setting: "_Setting | None") -> None:
        self._setting = setting
        if setting is not None:
            date = self._real_date(setting)
            # The calendar's alarm is set anew after each event, mostly to the same.
            if self._run_date is None or not (
                -_EARLY <= self._run_date - date <= _SLACK
            ):
                self._schedule(date)
        elif self._run_date is not None:
            self._run_date = None
            if self._scheduler.get_job(self._key):
                self._scheduler.remove_job(self._key)

    def _schedule(self, date: datetime) -> None:
        self._run_date = date
        self._scheduler.add_job(
            self._on_job,
            DateTrigger(date, timezone=UTC),
            id=self._key,
            replace_existing=True,
        )

    def _on_job(self) -> None:
        self._run_date = None  # the job is over; only the ring is still to come
        if self._setting is not None:
            self._due(self._setting)

    def _real_date(self, setting: "_Setting") -> datetime:
        left = setting.left(self._clock.now())
        return real_wall() + min(self._clock.to_real(left), _FARTHEST)


class _Setting:
    """What one alarm was last told; compared by identity."""

    __slots__ = ("alarm", "left", "ring")

    def __init__(
        self,
        alarm: ScheduledAlarm,
        ring: Callable[[], None],
        left: Callable[[Moment], timedelta],
    ) -> None:
        self.alarm = alarm
        self.ring = ring
        self.left = left


class _QtScheduler(BaseScheduler):  # type: ignore[misc]  # APScheduler has no types
    """APScheduler on one timer in Qt's thread. Call it from that thread alone."""

    def __init__(
        self,
        *,
        look_first: Callable[[], None],
        longest_nap: timedelta,
        parent: QObject,
    ) -> None:
        self._look_first = look_first
        self._longest_nap = longest_nap
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_timeout)
        super().__init__(
            timezone=UTC,
            executors={"default": DebugExecutor()},
            job_defaults={
                "misfire_grace_time": None,
                "coalesce": True,
                "max_instances": 1,
            },
        )

    def wakeup(self) -> None:
        """Look for due jobs as soon as the event loop is free."""
        self._timer.start(0)

    def shutdown(self, *args: Any, **kwargs: Any) -> None:
        """Stop, and the timer with it."""
        super().shutdown(*args, **kwargs)
        self._timer.stop()

    def _on_timeout(self) -> None:
        self._look_first()
        seconds = self._process_jobs()
        if seconds is None:
            self._timer.stop()
            return
        nap = min(timedelta(seconds=seconds), self._longest_nap)
        self._timer.start(nap // timedelta(milliseconds=1) + 1)
