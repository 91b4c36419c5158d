import sys

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.awake import choose_awake
from psoas_break.desktop.awake.dbus import DBusAwake
from psoas_break.desktop.dbus import Bus
from tests.desktop.conftest import Serve
from tests.desktop.dbusmock import dbusmock
from tests.desktop.servers import Server

SCREEN_SAVER = "org.freedesktop.ScreenSaver"
GNOME = "org.gnome.SessionManager"
PORTAL = "org.freedesktop.portal.Desktop"


@pytest.fixture
def awake(bus: Bus) -> DBusAwake:
    return DBusAwake(bus=bus, reason="A break")


def test_the_screen_saver_is_held_and_let_go(awake: DBusAwake, serve: Serve) -> None:
    desktop = serve(SCREEN_SAVER)
    awake.hold()
    desktop.says("Inhibit ('psoas-break', 'A break')")
    awake.release()
    awake.hold()
    desktop.says("UnInhibit (1,)")


def test_holding_twice_asks_once(awake: DBusAwake, serve: Serve, qtbot: QtBot) -> None:
    desktop = serve(SCREEN_SAVER)
    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by == SCREEN_SAVER)
    awake.hold()
    awake.release()
    desktop.says("UnInhibit (1,)")
    assert len(desktop.lines) == 3


def test_a_release_before_the_answer_takes_it_back(
    awake: DBusAwake, serve: Serve
) -> None:
    desktop = serve(SCREEN_SAVER)
    awake.hold()
    awake.release()
    desktop.says("UnInhibit (1,)")
    assert awake.held_by is None


def test_gnome_is_asked_where_there_is_no_screen_saver(
    awake: DBusAwake, serve: Serve, qtbot: QtBot
) -> None:
    desktop = serve(GNOME)
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by == GNOME)
    awake.release()
    desktop.says("Uninhibit (1,)")
    assert "Inhibit ('psoas-break', 0, 'A break', 8)" in desktop.lines


def test_the_portal_is_asked_last(awake: DBusAwake, serve: Serve, qtbot: QtBot) -> None:
    desktop = serve(PORTAL)
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by == PORTAL)
    awake.release()
    desktop.says("Close ()")


def test_a_desktop_that_offers_nothing_is_named_once(
    awake: DBusAwake, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    awake.hold()
    qtbot.waitUntil(lambda: "keeps the screen awake" in caplog.text)
    awake.release()
    assert awake.held_by is None


def test_when_we_go_the_desktop_knows(
    bus: Bus, awake: DBusAwake, serve: Serve, qtbot: QtBot
) -> None:
    desktop = serve(SCREEN_SAVER)
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by is not None)
    bus.close()
    desktop.says("somebody left")
    assert awake.held_by is None


def test_a_new_bus_is_asked_anew_while_a_break_runs(
    bus: Bus, awake: DBusAwake, serve: Serve, qtbot: QtBot
) -> None:
    serve(SCREEN_SAVER)
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by is not None)
    bus.lost.emit()
    between = awake.held_by
    bus.connected.emit()
    qtbot.waitUntil(lambda: awake.held_by == SCREEN_SAVER)
    assert between is None


def test_a_new_bus_after_the_break_is_asked_for_nothing(
    bus: Bus, awake: DBusAwake, serve: Serve, qtbot: QtBot
) -> None:
    desktop = serve(SCREEN_SAVER)
    awake.hold()
    qtbot.waitUntil(lambda: awake.held_by is not None)
    awake.release()
    desktop.says("UnInhibit (1,)")
    bus.connected.emit()
    assert not awake._asking


def test_a_service_that_answers_rubbish_is_passed_over(
    bus_daemon: Server, awake: DBusAwake, serve: Serve, qtbot: QtBot
) -> None:
    words = (SCREEN_SAVER, "/org/freedesktop/ScreenSaver", SCREEN_SAVER)
    with dbusmock(bus_daemon.address, *words) as rubbish:
        rubbish.method(SCREEN_SAVER, "Inhibit", "ss", "s", "ret = 'thanks'")
        serve(GNOME)
        awake.hold()
        qtbot.waitUntil(lambda: awake.held_by == GNOME)


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_nothing_is_opened_before_the_first_hold() -> None:
    opened: list[str] = []

    def bus() -> Bus:
        opened.append("bus")
        return Bus(address=None)

    choice = choose_awake(bus)
    choice.mechanism.release()
    before = list(opened)
    choice.mechanism.hold()
    choice.mechanism.release()
    assert (before, opened) == ([], ["bus"])


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_without_a_bus_the_screen_does_as_it_likes() -> None:
    asked: list[str] = []
    awake = choose_awake(lambda: asked.append("bus")).mechanism
    awake.hold()
    awake.release()
    assert asked == ["bus"]
