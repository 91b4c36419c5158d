"""Mocks of desktop services on a real bus, by Debian's python3-dbusmock."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import pytest
from jeepney import DBusAddress, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from pytestqt.qtbot import QtBot

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from tests.system.waiting import until

PYTHON = "/usr/bin/python3"
CONTROLS = "org.freedesktop.DBus.Mock"

DAEMON = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
TEMPLATES = {"logind": ("org.freedesktop.login1", "/org/freedesktop/login1")}


class Mock:
    """A service that does and says what a test wants."""

    def __init__(self, connection: DBusConnection, name: str, path: str) -> None:
        self._connection = connection
        self.name = name
        self.path = path

    def do(
        self, method: str, signature: str, body: tuple[Any, ...], path: str = ""
    ) -> Any:
        """Call one of the mock's controls, and return what it returns."""
        address = DBusAddress(path or self.path, self.name, CONTROLS)
        message = new_method_call(address, method, signature, body)
        reply = self._connection.send_and_get_reply(message, timeout=20)
        assert reply.header.message_type is MessageType.method_return, reply.body
        return reply.body

    def method(
        self, interface: str, name: str, takes: str, gives: str, do: str
    ) -> None:
        """Give the object a method; `do` is Python."""
        self.do("AddMethod", "sssss", (interface, name, takes, gives, do))

    def object(self, path: str, interface: str, properties: Mapping[str, Any]) -> None:
        """Add an object with properties and no methods."""
        body: tuple[Any, ...] = (path, interface, properties, [])
        self.do("AddObject", "ssa{sv}a(ssss)", body)

    def change(self, path: str, interface: str, values: Mapping[str, Any]) -> None:
        """Set properties, which is told to whoever listens."""
        self.do("UpdateProperties", "sa{sv}", (interface, values), path)

    def signal(
        self,
        interface: str,
        name: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        path: str = "",
    ) -> None:
        """Emit a signal."""
        values = [(kind, value) for kind, value in zip(signature, body, strict=True)]
        call = (interface, name, signature, values)
        self.do("EmitSignal", "sssav", call, path)


@contextmanager
def dbusmock(address: str, *what: str) -> Iterator[Mock]:
    """Run a mock: a template's name, or a service's name, path and interface."""
    if not _installed():
        pytest.skip("needs python3-dbusmock")
    words = ("--session", "-t", what[0]) if len(what) == 1 else ("--session", *what)
    name, path = TEMPLATES[what[0]] if len(what) == 1 else what[:2]
    process = subprocess.Popen(  # noqa: S603  our own words
        [PYTHON, "-m", "dbusmock", *words],
        env=os.environ
        | {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address},
        stdout=subprocess.DEVNULL,
    )
    connection = open_dbus_connection(address)
    try:
        until(lambda: _has_owner(connection, name), f"the mock of {name}")
        yield Mock(connection, name, path)
    finally:
        connection.close()
        process.kill()
        process.wait()


def settle(bus: Bus, qtbot: QtBot) -> None:
    """Wait until the bus knows all that we listen to."""
    has_owner(bus, qtbot, DAEMON.name)


def has_owner(bus: Bus, qtbot: QtBot, name: str) -> bool:
    """Whether anybody on the bus goes by that name."""
    replies: list[Reply] = []
    bus.call(DAEMON, "NameHasOwner", "s", (name,), answered=replies.append)
    qtbot.waitUntil(lambda: bool(replies))
    return replies == [Returned((True,))]


def _has_owner(connection: DBusConnection, name: str) -> bool:
    reply = connection.send_and_get_reply(message_bus.NameHasOwner(name))
    return bool(reply.body[0])


@cache
def _installed() -> bool:
    try:
        command = [PYTHON, "-c", "import dbusmock"]
        done = subprocess.run(command, check=False, capture_output=True)  # noqa: S603
    except FileNotFoundError:
        return False
    return done.returncode == 0
