"""Which clock, which alarms and which idle time the app lives by.

Usually the system's own; with `--speed N` a faster one; with `--speed 0` one that
only `advance` moves (behaviour.md section 9).
"""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from psoas_break.app.commands import Passing
from psoas_break.app.ports import Clock, Idle, IdleSignals
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.clock import FastClock, SteppedClock, SystemClock
from psoas_break.desktop.clock_origin import ORIGIN_FILE
from psoas_break.desktop.idle import choose_idle, signals_of
from psoas_break.desktop.idle.at_once import ReadAtOnce
from psoas_break.desktop.idle.fast import FastIdle, FastSignals, ManualIdle
from psoas_break.desktop.spared_imports import spared
from psoas_break.words import gettext as _

CARD_STAYS = timedelta(seconds=10)
"""A shown prompt stays at least this long in real time, however fast time runs."""

Advance = Callable[[timedelta, Passing, Callable[[], None]], None]
Busy = Callable[[], bool]


class AnyAlarm(Protocol):
    """An alarm that rings by the steady clock or by the calendar."""

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        """Ring when the steady clock reads `steady`; None means stay silent."""
        ...

    def ring_on(self, wall: datetime | None, ring: Callable[[], None]) -> None:
        """Ring when the wall clock reads `wall`; None means stay silent."""
        ...


class Bells(Protocol):
    """Whoever hands out alarms."""

    def alarm(self) -> AnyAlarm:
        """Return one more alarm, silent until it is set."""
        ...

    def wakeup(self) -> None:
        """Look at the clock again: it has jumped."""
        ...

    def stop(self) -> None:
        """Ring no more."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Timekeeping:
    """The app's time.

    Attributes:
        clock: tells it.
        idle: tells how long nobody has touched anything.
        idle_why: why idle time is told that way.
        idle_others: how else it could be told, and why it is not.
        signals: brings `idle` up to date, and tells of a return.
        ring: makes the alarms; called once the icon shows, for it imports APScheduler.
        card_stays: how long a card stays at least, in real time.
    """

    clock: Clock
    idle: Idle
    idle_why: str
    signals: IdleSignals
    ring: Callable[[QObject, Callable[[], None], Busy], tuple[Bells, Advance | None]]
    card_stays: timedelta = timedelta()
    idle_others: Callable[[], Mapping[str, str]] = dict


def timekeeping(speed: float | None, profile: Path | None, buses: Buses) -> Timekeeping:
    """Return the time to live by.

    Args:
        speed: as given with `--speed`; None is real time.
        profile: where a fast clock keeps its origin.
        buses: where the desktop may have to be asked for idle time.

    Raises:
        ValueError: when a speed comes without a profile.
    """
    real = SystemClock()
    if speed is None:
        chosen = choose_idle(os.environ, bus=buses.session)
        return Timekeeping(
            clock=real,
            idle=chosen.mechanism,
            idle_why=chosen.why,
            idle_others=chosen.others,
            signals=signals_of(chosen.mechanism),
            ring=_ring_by(real),
        )
    if profile is None:
        msg = "a speed needs a profile: time would go wrong in the user's own"
        raise ValueError(msg)
    file = profile / ORIGIN_FILE
    if speed > 0:
        fast = FastClock(file=file, speed=speed, real=real)
        chosen = choose_idle(os.environ, bus=buses.session)
        return Timekeeping(
            clock=fast,
            idle=FastIdle(real=chosen.mechanism, clock=fast),
            idle_why=chosen.why,
            idle_others=chosen.others,
            signals=FastSignals(real=signals_of(chosen.mechanism), clock=fast),
            ring=_ring_by(fast),
            card_stays=CARD_STAYS,
        )
    stepped = SteppedClock(file=file, real=real)

    def ring(
        parent: QObject, jumped: Callable[[], None], busy: Busy
    ) -> tuple[Bells, Advance | None]:
        from psoas_break.desktop.manual_time import ManualTime  # noqa: PLC0415

        time = ManualTime(clock=stepped, busy=busy, parent=parent)
        time.jumped.connect(jumped)
        return time, time.advance

    return Timekeeping(
        clock=stepped,
        idle=ManualIdle(clock=stepped),
        idle_why=_("at speed 0 it grows with “advance”"),
        signals=ReadAtOnce(),
        ring=ring,
    )


def _ring_by(
    clock: SystemClock | FastClock,
) -> Callable[[QObject, Callable[[], None], Busy], tuple[Bells, Advance | None]]:
    def ring(
        parent: QObject, jumped: Callable[[], None], _busy: Busy
    ) -> tuple[Bells, Advance | None]:
        # APScheduler is imported here, once the icon shows. It brings asyncio, which
        # would bring TLS: 4 MB that nobody here speaks.
        with spared("ssl"):
            from psoas_break.desktop.alarm import CAUTIOUS_NAP, Alarms  # noqa: PLC0415
        from psoas_break.desktop.clock_jumps import ClockJumps  # noqa: PLC0415

        jumps = ClockJumps(parent)
        if jumps.works:
            alarms = Alarms(clock=clock, parent=parent)
        else:
            alarms = Alarms(clock=clock, longest_nap=CAUTIOUS_NAP, parent=parent)
        jumps.jumped.connect(jumped)
        return alarms, None

    return ring
