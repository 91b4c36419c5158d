"""The services of a whole desktop, so that every sense of the app is at work.

A system bus with logind, a session with a user and a seat, and on the session's bus a
lock screen. Each is a mock by Debian's python3-dbusmock, in a process of its own. They
answer, and tell nothing by themselves, as the real ones do while somebody sits there.
"""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.system.desktop import Desktop
from tests.system.process import end, started
from tests.system.waiting import until

PYTHON = "/usr/bin/python3"
LOGIND, MANAGER = "org.freedesktop.login1", "/org/freedesktop/login1"
LOCK_SCREEN = "org.freedesktop.ScreenSaver"
IS_UNLOCKED = (LOCK_SCREEN, "GetActive", "", "b", "ret = False")


@contextmanager
def every_service(desktop: Desktop) -> Iterator[None]:
    """Run them on a desktop for as long as the block lasts.

    Raises:
        OSError: python3-dbusmock is missing.
    """
    system = desktop.environment["DBUS_SYSTEM_BUS_ADDRESS"]
    with ExitStack() as stack:
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile")
        stack.enter_context(_running(desktop, (*bus, f"--address={system}")))
        socket = Path(system.partition("=")[2])
        stack.callback(socket.unlink, missing_ok=True)
        until(socket.exists, "the system's bus")
        mock = (PYTHON, "-m", "dbusmock")
        stack.enter_context(_running(desktop, (*mock, "--system", "-t", "logind")))
        _wait_for(desktop, "--system", LOGIND)
        desktop.environment["XDG_SESSION_ID"] = "c1"
        seat = ("string:c1", "string:seat0", "uint32:1000", "string:me", "boolean:true")
        _say(desktop, "--system", (LOGIND, MANAGER), "AddSession", *seat)
        screen = f"/{LOCK_SCREEN.replace('.', '/')}"
        words = (*mock, "--session", LOCK_SCREEN, screen, LOCK_SCREEN)
        stack.enter_context(_running(desktop, words))
        _wait_for(desktop, "--session", LOCK_SCREEN)
        strings = [f"string:{word}" for word in IS_UNLOCKED]
        _say(desktop, "--session", (LOCK_SCREEN, screen), "AddMethod", *strings)
        yield


def _wait_for(desktop: Desktop, bus: str, name: str) -> None:
    daemon = ("org.freedesktop.DBus", "/org/freedesktop/DBus")

    def is_there() -> bool:
        said = _say(
            desktop, bus, daemon, "NameHasOwner", f"string:{name}", of=daemon[0]
        )
        return "boolean true" in said

    until(is_there, f"the mock of {name}")


def _say(
    desktop: Desktop,
    bus: str,
    whom: tuple[str, str],
    method: str,
    *words: str,
    of: str = "org.freedesktop.DBus.Mock",
) -> str:
    name, path = whom
    command = ["dbus-send", bus, "--print-reply", f"--dest={name}", path]
    done = subprocess.run(
        [*command, f"{of}.{method}", *words],
        env=desktop.environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout


@contextmanager
def _running(desktop: Desktop, command: Sequence[str]) -> Iterator[None]:
    process: subprocess.Popen[bytes] = started(command, desktop.environment)
    try:
        yield
    finally:
        end(process)
