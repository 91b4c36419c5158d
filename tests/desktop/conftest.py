"""A real message bus with the services a test wants on it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.servers import Server, message_bus, x_server

if TYPE_CHECKING:  # it imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus

NOTIFICATIONS = "org.freedesktop.Notifications"
SERVICE = Path(__file__).with_name("inhibitor.py")


class Service:
    """A service in its own process, and what it has said so far."""

    def __init__(self, address: str, qtbot: QtBot, *arguments: str) -> None:
        self._qtbot = qtbot
        self._text = ""
        self.process = subprocess.Popen(  # noqa: S603  our own words
            [sys.executable, SERVICE, *arguments],
            env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": address},
            stdout=subprocess.PIPE,
        )
        assert self.process.stdout
        self._descriptor = self.process.stdout.fileno()
        os.set_blocking(self._descriptor, False)
        self.says("ready")

    @property
    def lines(self) -> list[str]:
        try:
            while piece := os.read(self._descriptor, 4096):
                self._text += piece.decode()
        except BlockingIOError:
            pass
        return self._text.splitlines()

    def says(self, line: str) -> None:
        """Wait until it has said that."""
        self._qtbot.waitUntil(lambda: line in self.lines, timeout=20_000)

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


Serve = Callable[..., Service]


@pytest.fixture
def x() -> Iterator[Server]:
    if not shutil.which("Xvfb"):
        pytest.skip("needs Xvfb")
    with x_server() as server:
        yield server


@pytest.fixture
def bus_daemon() -> Iterator[Server]:
    if not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    with message_bus() as server:
        yield server


@pytest.fixture
def bus(bus_daemon: Server, qtbot: QtBot) -> "Iterator[Bus]":  # noqa: ARG001
    from psoas_break.desktop.dbus import Bus  # noqa: PLC0415  as above

    bus = Bus(address=bus_daemon.address)
    yield bus
    bus.close()


@pytest.fixture
def serve(bus_daemon: Server, qtbot: QtBot) -> Iterator[Serve]:
    with ExitStack() as stack:

        def serve(*arguments: str) -> Service:
            service = Service(bus_daemon.address, qtbot, *arguments)
            stack.callback(service.stop)
            return service

        yield serve


@pytest.fixture
def dunst(bus_daemon: Server, bus: "Bus", qtbot: QtBot) -> Iterator[Server]:
    """A real notification server, on a screen of its own; yields where it is seen."""
    from tests.desktop.dbusmock import has_owner  # noqa: PLC0415  as above

    if not (shutil.which("dunst") and shutil.which("Xvfb")):
        pytest.skip("needs dunst and Xvfb")
    with x_server() as screen:
        process = subprocess.Popen(
            ["dunst"],  # noqa: S607  whichever is installed
            env=os.environ
            | {
                "DISPLAY": screen.address,
                "DBUS_SESSION_BUS_ADDRESS": bus_daemon.address,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        qtbot.waitUntil(lambda: has_owner(bus, qtbot, NOTIFICATIONS), timeout=20_000)
        yield screen
        process.kill()
        process.wait()
