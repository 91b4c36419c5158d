"""A notification server that does as a test tells it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pytestqt.qtbot import QtBot

from psoas_break.desktop.notifications.dbus import INTERFACE, PATH
from tests.desktop.dbusmock import Mock, dbusmock


class Fake:
    """A notification server that does as it is told."""

    def __init__(self, mock: Mock, qtbot: QtBot) -> None:
        self._mock = mock
        self._qtbot = qtbot
        self.is_called("Plasma")
        self.can("actions", "body", "body-markup")
        self.does("Notify", "susssasa{sv}i", "u", "ret = args[1] or 7")
        self.does("CloseNotification", "u", "", "")

    def is_called(self, name: str) -> None:
        self.does("GetServerInformation", "", "ssss", f"ret = ({name!r},) + ('',) * 3")

    def can(self, *capabilities: str) -> None:
        self.does("GetCapabilities", "", "as", f"ret = {list(capabilities)!r}")

    def does(self, method: str, takes: str, gives: str, do: str) -> None:
        self._mock.method(INTERFACE, method, takes, gives, do)

    def calls(self, method: str) -> list[list[Any]]:
        """The arguments of every call of a method so far."""
        (found,) = self._mock.do("GetMethodCalls", "s", (method,))
        return [[_plain(argument) for argument in call] for _when, call in found]

    def is_asked(self, method: str, times: int = 1) -> list[list[Any]]:
        """Wait for so many calls, and return their arguments."""
        self._qtbot.waitUntil(lambda: len(self.calls(method)) == times, timeout=20_000)
        return self.calls(method)

    def says(self, name: str, signature: str, *body: Any) -> None:
        self._mock.signal(INTERFACE, name, signature, body)


def _plain(value: Any) -> Any:
    return value[1] if isinstance(value, tuple) else value


@contextmanager
def fake_server(address: str, qtbot: QtBot) -> Iterator[Fake]:
    """Run one that shows everything it is asked to, as number 7."""
    with dbusmock(address, INTERFACE, PATH, INTERFACE) as mock:
        yield Fake(mock, qtbot)
