"""One launch of a tray program on a private desktop, timed and watched."""

import os
import select
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from tests.bench.proc import Memory, activity, family, memory, shares, thread_count
from tests.bench.services import every_service
from tests.system.desktop import Desktop, private_desktop
from tests.system.process import end
from tests.system.screen import Screen, Window

ICON_LIMIT_S = 60.0
A_MINUTE_S = 60.0
LOOK_EVERY_S = 0.002
PANEL = (0x20, 0x24, 0x28)
"""Red, green and blue of the bare panel: `DARK_PANEL`."""

QT = "libQt6Core."

LETTER = "a"
"""A shift or control key would wake every program that Qt draws: X tells each of them
which are held."""


@dataclass(frozen=True, slots=True)
class Program:
    """Something to measure.

    `command` is told the folder in which it may keep what it keeps. Launches of
    one program share it, and a home folder inside it: caches are warm.
    """

    name: str
    command: Callable[[Path], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Start:
    """How long a program took to its icon, and the CPU it spent till then.

    Attributes:
        icon_s: until the panel took the icon in.
        cpu_s: the program's own CPU until then.
        seen_s: until there was something to see.
    """

    icon_s: float
    cpu_s: float
    seen_s: float


@dataclass(frozen=True, slots=True)
class Idle:
    """What a program costs a minute while nothing happens.

    Attributes:
        memory: what it holds.
        shares_qt: whether somebody else's program ran on the same Qt.
        wakeups: a minute, of all threads.
        cpu_ms: a minute.
        server_wakeups: of the X server, a minute.
        threads: how many.
        processes: how many.
    """

    memory: Memory
    shares_qt: bool
    wakeups: float
    cpu_ms: float
    server_wakeups: float
    threads: int
    processes: int


def start_once(program: Program, profile: Path) -> Start:
    """Launch a program on a fresh desktop and end it as soon as it has its icon."""
    with private_desktop(notifications=False, home=profile / "home") as desktop:
        process, start = _launched(program, profile, desktop)
        end(process)
    return start


def idle_once(
    program: Program,
    profile: Path,
    *,
    settle: timedelta,
    window: timedelta,
    key_every: timedelta = timedelta(seconds=30),
) -> tuple[Start, Idle]:
    """Launch a program, let it settle, and watch it for a while.

    Args:
        program: What to launch.
        profile: The folder its command is told.
        settle: Between the icon and the window; the last work of a start is over
            after about 90 s.
        window: How long it is watched.
        key_every: Between two strokes of whoever sits there.
    """
    with (
        private_desktop(notifications=False, home=profile / "home") as desktop,
        every_service(desktop),
    ):
        process, start = _launched(program, profile, desktop)
        _types_for(desktop, settle, key_every)
        pids = family(process.pid)
        held, shares_qt = memory(pids), shares(pids, QT)
        with _frozen(desktop.pids["tint2"]):
            began = time.monotonic()
            server = [desktop.pids["Xvfb"]]
            before, server_before = activity(family(process.pid)), activity(server)
            _types_for(desktop, window, key_every)
            pids = family(process.pid)
            spent, served = activity(pids) - before, activity(server) - server_before
            per_minute = A_MINUTE_S / (time.monotonic() - began)
        idle = Idle(
            memory=held,
            shares_qt=shares_qt,
            wakeups=spent.wakeups * per_minute,
            cpu_ms=spent.cpu_ms * per_minute,
            server_wakeups=served.wakeups * per_minute,
            threads=thread_count(pids),
            processes=len(pids),
        )
        end(process)
    return start, idle


def _launched(
    program: Program, profile: Path, desktop: Desktop
) -> "tuple[subprocess.Popen[bytes], Start]":
    """Start a program and wait until its icon is in the tray, and to be seen."""
    screen = desktop.screen
    _forget(screen)
    with (profile.with_suffix(".log")).open("ab") as log:
        began = time.monotonic()
        process = desktop.start(*program.command(profile), log=log)

    def waited_s() -> float:
        if process.poll() is not None:
            msg = f"{program.name} ended with {process.returncode}; see {log.name}"
            raise OSError(msg)
        if time.monotonic() - began > ICON_LIMIT_S:
            end(process)
            msg = f"{program.name} showed no icon within {ICON_LIMIT_S:g} s"
            raise OSError(msg)
        return time.monotonic() - began

    moved: set[int] = set()
    while not (icon := _docked(screen, moved)):
        waited_s()
        # A window that was taken in shows a moment later, of which nothing tells.
        select.select([screen.events], [], [], LOOK_EVERY_S if moved else 1.0)
    icon_s = waited_s()
    cpu_s = activity(family(process.pid)).cpu_ms / 1e3
    while not _is_painted(screen, icon):
        waited_s()
        time.sleep(LOOK_EVERY_S)
    return process, Start(icon_s, cpu_s, waited_s())


@contextmanager
def _frozen(pid: int) -> Iterator[None]:
    """Keep the panel from asking the X server something twice a second."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


def _docked(screen: Screen, moved: set[int]) -> Window | None:
    """Return the icon, if it is one of the windows that changed parents.

    Args:
        screen: where.
        moved: those that did so far; what has been told since is added.
    """
    moved.update(screen.reparented())
    icons = screen.tray_icons() if moved else ()
    return next((icon for icon in icons if icon.ident in moved), None)


def _is_painted(screen: Screen, icon: Window) -> bool:
    """Say whether something else than the panel shows where the icon is."""
    return bool(screen.picture(icon.box).colours() - {PANEL})


def _forget(screen: Screen) -> None:
    for _ in screen.reparented():
        pass


def _types_for(desktop: Desktop, span: timedelta, every: timedelta) -> None:
    """Let time pass with somebody at the keys."""
    left_s = span.total_seconds()
    while left_s > 0:
        desktop.key(LETTER)
        pause_s = min(left_s, every.total_seconds())
        time.sleep(pause_s)
        left_s -= pause_s
