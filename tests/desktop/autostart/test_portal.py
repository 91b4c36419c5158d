"""A Flatpak asks the portal, here a mock of it on a real bus."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.autostart import choose_autostart
from psoas_break.desktop.autostart.null import NullAutostart
from psoas_break.desktop.autostart.portal import PORTAL, REQUEST, PortalAutostart
from psoas_break.desktop.dbus import Bus
from tests.desktop.dbusmock import Mock, dbusmock
from tests.desktop.servers import Server

REFUSED = "the desktop does not allow it; allow it in its settings for apps"


class Portal:
    """The portal, as it answers and as it was asked."""

    def __init__(self, mock: Mock, bus: Bus) -> None:
        self._mock = mock
        self._bus = bus

    def takes_note(self) -> None:
        self._mock.method(
            PORTAL.interface, "RequestBackground", "sa{sv}", "o", "ret = '/noted'"
        )

    def path(self, number: int) -> str:
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        return f"{PORTAL.path}/request/{sender}/psoas_break_{number}"

    def answers(self, number: int, code: int, results: dict[str, Any]) -> None:
        path = self.path(number)
        self._mock.object(path, REQUEST, {})
        values = [("u", code), ("a{sv}", results)]
        signal = (REQUEST, "Response", "ua{sv}", values)
        self._mock.do("EmitSignal", "sssav", signal, path)

    def asked(self) -> list[Any]:
        (calls,) = self._mock.do("GetCalls", "", ())
        return [body for _, name, body in calls if name == "RequestBackground"]


@pytest.fixture
def portal(bus_daemon: Server, bus: Bus) -> Iterator[Portal]:
    words = (PORTAL.name, PORTAL.path, PORTAL.interface)
    with dbusmock(bus_daemon.address, *words) as mock:
        yield Portal(mock, bus)


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def autostart(bus: Bus, told: list[str]) -> PortalAutostart:
    command = ("psoas-break", "--autostarted")
    return PortalAutostart(bus=bus, command=command, was_on=False, settled=told.append)


GRANTED = {"background": ("b", True), "autostart": ("b", True)}


def test_it_is_on_once_the_desktop_says_so(
    portal: Portal, autostart: PortalAutostart, told: list[str], qtbot: QtBot
) -> None:
    portal.takes_note()
    assert not autostart.set(on=True)
    qtbot.waitUntil(lambda: bool(portal.asked()))
    before = autostart.is_on()

    portal.answers(1, 0, GRANTED)

    qtbot.waitUntil(lambda: told == [""])
    assert (before, autostart.is_on()) == (False, True)


def test_the_portal_is_told_what_to_start_and_why(
    portal: Portal, autostart: PortalAutostart, qtbot: QtBot
) -> None:
    portal.takes_note()
    autostart.set(on=True)
    qtbot.waitUntil(lambda: bool(portal.asked()))
    ((_window, (_type, options)),) = portal.asked()
    assert options["commandline"] == ("as", ["psoas-break", "--autostarted"])
    assert options["autostart"] == ("b", True)
    assert "breaks" in options["reason"][1]


def test_a_user_who_says_no_is_obeyed_and_told_how_it_stands(
    portal: Portal, autostart: PortalAutostart, told: list[str], qtbot: QtBot
) -> None:
    portal.takes_note()
    autostart.set(on=True)
    qtbot.waitUntil(lambda: bool(portal.asked()))
    portal.answers(1, 1, {})
    qtbot.waitUntil(lambda: told == [REFUSED])
    assert not autostart.is_on()


def test_allowed_in_the_background_only_is_a_no(
    portal: Portal, autostart: PortalAutostart, told: list[str], qtbot: QtBot
) -> None:
    portal.takes_note()
    autostart.set(on=True)
    qtbot.waitUntil(lambda: bool(portal.asked()))
    portal.answers(1, 0, {"background": ("b", True), "autostart": ("b", False)})
    qtbot.waitUntil(lambda: told == [REFUSED])


def test_of_two_questions_the_last_ones_answer_counts(
    portal: Portal, autostart: PortalAutostart, told: list[str], qtbot: QtBot
) -> None:
    portal.takes_note()
    autostart.set(on=True)
    autostart.set(on=False)
    qtbot.waitUntil(lambda: len(portal.asked()) == 2)
    portal.answers(1, 1, {})
    portal.answers(2, 0, {"background": ("b", True), "autostart": ("b", False)})
    qtbot.waitUntil(lambda: told == [""])
    assert not autostart.is_on()


def test_a_desktop_without_the_portal_says_so(
    autostart: PortalAutostart, told: list[str], qtbot: QtBot
) -> None:
    autostart.set(on=True)
    qtbot.waitUntil(lambda: bool(told))
    assert "org.freedesktop.DBus.Error" in told[0]


def test_a_bus_that_is_not_there_is_named(told: list[str], qtbot: QtBot) -> None:
    nowhere = Bus(address="unix:path=/nowhere")
    autostart = PortalAutostart(
        bus=nowhere, command=("x",), was_on=True, settled=told.append
    )
    autostart.set(on=False)
    qtbot.waitUntil(lambda: told == ["the message bus is not there"])
    assert autostart.is_on()
    nowhere.close()


def test_a_sandbox_has_the_portal(bus: Bus) -> None:
    chosen = choose_autostart({}, None, session=lambda: bus, sandboxed=True)
    assert isinstance(chosen.mechanism, PortalAutostart)


def test_a_sandbox_without_a_bus_has_nobody_to_ask() -> None:
    chosen = choose_autostart({}, None, sandboxed=True)
    assert isinstance(chosen.mechanism, NullAutostart)
