"""The one place that reads the system's clocks; also the fast clock of `--speed`."""

import logging
import os
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from psoas_break.desktop.clock_origin import (
    ORIGIN_FILE,
    Origin,
    load_origin,
    save_origin,
)
from psoas_break.domain.moment import Moment

_log = logging.getLogger(__name__)

BOOT_ID_FILE = Path("/proc/sys/kernel/random/boot_id")


def real_wall() -> datetime:
    """Return the real time in UTC, for a scheduler that reads the real clock."""
    return datetime.now(UTC)


class SystemClock:
    """Real time, in the user's zone, and a steady clock that runs on in suspend."""

    def __init__(self) -> None:
        self._boot_id = _boot_id()

    def now(self) -> Moment:
        """Return both clocks, read together."""
        return Moment(wall=datetime.now().astimezone(), steady=_steady())

    def boot_id(self) -> str:
        """Return which run of the machine this is.

        Where the system does not say, every start of the app counts as a new run:
        a gap is then measured by the wall clock, which is the cautious answer.
        """
        return self._boot_id

    def asleep(self) -> timedelta:
        """Return how long this machine has slept since it booted.

        A growing answer between two looks means that it was suspended meanwhile.
        """
        return max(timedelta(), _steady() - _awake())

    def to_real(self, span: timedelta) -> timedelta:
        """Return `span` itself: this clock is the real one."""
        return span


class FastClock:
    """Time that runs `speed` times faster, for demonstrations and tests.

    Its origin is kept in a file, so that a restarted app goes on from where the
    same clock would be by now.
    """

    def __init__(self, *, file: Path, speed: float, real: SystemClock) -> None:
        """Start from what `file` holds, or from now.

        Args:
            file: where the origin is kept; made if it is not there.
            speed: seconds of the app's time in one real second; above 0.
            real: the clock to run faster than.

        Raises:
            ValueError: when `speed` is not above 0.
        """
        if speed <= 0:
            message = f"a fast clock cannot run at speed {speed}"
            raise ValueError(message)
        self.speed = speed
        self._real = real
        self._origin = _resumed(file, real, speed)
        _keep(file, self._origin)

    def now(self) -> Moment:
        """Return the app's wall and steady time."""
        return _app_time(self._origin, self._real.now())

    def boot_id(self) -> str:
        """Return which run of the machine this is."""
        return self._origin.boot_id

    def asleep(self) -> timedelta:
        """Return how long the machine has slept, in the app's time."""
        return self._real.asleep() * self.speed

    def to_real(self, span: timedelta) -> timedelta:
        """Return the real time that `span` of the app's time takes."""
        return span / self.speed


class SteppedClock:
    """Time that stands still until it is told to move, the clock of `--speed 0`."""

    def __init__(self, *, file: Path, real: SystemClock) -> None:
        """Start from the moment kept in `file`, or from now; `file` is made."""
        self._file = file
        self._origin = _resumed(file, real, 0)
        _keep(file, self._origin)

    def now(self) -> Moment:
        """Return the app's wall and steady time."""
        return Moment(wall=_local(self._origin.app_wall), steady=self._origin.steady)

    def boot_id(self) -> str:
        """Return which run of the machine this is; the file may be given another."""
        return self._origin.boot_id

    def asleep(self) -> timedelta:
        """Return how much of the time passed as sleep."""
        return self._origin.asleep

    def last_input(self) -> timedelta:
        """Return the steady time at which somebody last touched a key."""
        return self._origin.last_input

    def advance(
        self, span: timedelta, *, typing: bool = False, asleep: bool = False
    ) -> None:
        """Let `span` pass at once, and remember it across a restart.

        Args:
            span: how far to go; a negative one is taken as none.
            typing: whether somebody types all the while.
            asleep: whether the machine sleeps all the while.
        """
        span = max(timedelta(), span)
        old = self._origin
        steady = old.steady + span
        self._origin = replace(
            old,
            app_wall=old.app_wall + span,
            steady=steady,
            asleep=old.asleep + span if asleep else old.asleep,
            last_input=steady if typing else old.last_input,
        )
        _keep(self._file, self._origin)


def wall_of(profile: Path) -> datetime:
    """Return the wall time of a profile that may run fast; changes nothing there."""
    real, file = SystemClock(), profile / ORIGIN_FILE
    kept, _problem = load_origin(file)
    if kept is None:
        return real.now().wall
    return _app_time(_resumed(file, real, kept.speed), real.now()).wall


def _resumed(file: Path, real: SystemClock, speed: float) -> Origin:
    """Return where the app's time stands now, anchored to the real time."""
    now, boot_id = real.now(), real.boot_id()
    kept, problem = load_origin(file)
    if problem:
        _log.warning("%s", problem)
    if kept is None:
        kept = Origin.starting(app_wall=now.wall, boot_id=boot_id)
    same_boot = kept.real_boot_id == boot_id and kept.real_wall is not None
    if kept.real_wall is None or kept.speed <= 0:
        app = Moment(kept.app_wall, kept.steady)
    elif same_boot:
        app = _app_time(kept, now)
    else:
        away = max(timedelta(), now.wall - kept.real_wall) * kept.speed
        app = Moment(kept.app_wall, kept.steady).later(away)
    rebooted = speed > 0 and kept.real_wall is not None and not same_boot
    return replace(
        kept,
        app_wall=app.wall.astimezone(UTC),
        steady=app.steady,
        boot_id=boot_id if rebooted else kept.boot_id,
        speed=speed,
        real_wall=now.wall.astimezone(UTC),
        real_steady=now.steady,
        real_boot_id=boot_id,
    )


def _app_time(origin: Origin, real: Moment) -> Moment:
    passed = max(timedelta(), real.steady - origin.real_steady) * origin.speed
    return Moment(wall=_local(origin.app_wall + passed), steady=origin.steady + passed)


def _local(utc: datetime) -> datetime:
    return utc.astimezone(UTC).astimezone()


def _keep(file: Path, origin: Origin) -> None:
    try:
        save_origin(file, origin)
    except OSError as error:
        _log.warning("The fast clock cannot be kept in %s: %s", file, error)


def _steady() -> timedelta:
    if sys.platform == "linux":
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME)
    elif sys.platform == "darwin":
        seconds = time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
    else:
        seconds = time.monotonic()
    return timedelta(seconds=seconds)


def _awake() -> timedelta:
    """Return the time since boot during which the machine did not sleep."""
    seconds = time.monotonic()
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  only Windows needs it here

        ticks = ctypes.c_ulonglong()  # of 100 ns
        if ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(ticks)):
            seconds = ticks.value / 1e7
    return timedelta(seconds=seconds)


def _boot_id() -> str:
    try:
        named = _system_boot_id()
    except OSError as error:
        _log.info("This system does not name its boot: %s", error)
        named = ""
    return named or f"start-{os.getpid()}-{os.urandom(6).hex()}"


def _system_boot_id() -> str:
    named = ""
    if sys.platform == "linux":
        named = BOOT_ID_FILE.read_text(encoding="ascii").strip()
    elif sys.platform == "darwin":
        import ctypes  # noqa: PLC0415  only macOS needs it here

        size = ctypes.c_size_t(64)
        answer = ctypes.create_string_buffer(size.value)
        asked = (b"kern.bootsessionuuid", answer, ctypes.byref(size), None, 0)
        if not ctypes.CDLL(None).sysctlbyname(*asked):
            named = answer.value.decode("ascii", "replace")
    elif sys.platform == "win32":
        import winreg  # noqa: PLC0415  exists on Windows alone

        memory = (
            r"SYSTEM\CurrentControlSet\Control\Session Manager"
            r"\Memory Management\PrefetchParameters"
        )
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, memory) as key:
            named = f"windows-{winreg.QueryValueEx(key, 'BootId')[0]}"
    return named
