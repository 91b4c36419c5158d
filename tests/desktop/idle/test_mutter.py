"""Idle time as a mock of GNOME's compositor tells it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.idle.mutter import MONITOR, MutterIdle
from tests.desktop.conftest import Serve
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.servers import Server

THREE_SECONDS = timedelta(seconds=3)
MOMENT = timedelta(milliseconds=20)


@pytest.fixture
def mutter(bus_daemon: Server) -> Iterator[Mock]:
    words = (MONITOR.name, MONITOR.path, MONITOR.interface)
    with dbusmock(bus_daemon.address, *words) as mock:
        say_idle(mock, 3000)
        mock.method(MONITOR.interface, "AddUserActiveWatch", "", "u", "ret = 7")
        mock.method(MONITOR.interface, "RemoveWatch", "u", "", "")
        yield mock


def say_idle(mutter: Mock, milliseconds: int) -> None:
    mutter.method(MONITOR.interface, "GetIdletime", "", "t", f"ret = {milliseconds}")


def refreshed(idle: MutterIdle, qtbot: QtBot) -> timedelta | None:
    done: list[str] = []
    idle.refresh(lambda: done.append("done"))
    qtbot.waitUntil(lambda: bool(done))
    return idle.idle()


def input_comes(mutter: Mock, watch: int = 7) -> None:
    mutter.signal(MONITOR.interface, "WatchFired", "u", (watch,))


@pytest.mark.usefixtures("mutter")
def test_idle_time_is_what_mutter_counts(bus: Bus, qtbot: QtBot) -> None:
    idle = refreshed(MutterIdle(bus=bus), qtbot)
    assert idle is not None
    assert THREE_SECONDS <= idle < THREE_SECONDS + timedelta(seconds=2)


@pytest.mark.usefixtures("mutter")
def test_it_grows_until_it_is_asked_again(bus: Bus, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    refreshed(idle, qtbot)
    qtbot.waitUntil(lambda: (idle.idle() or MOMENT) >= THREE_SECONDS + 5 * MOMENT)


def test_a_key_ends_it(bus: Bus, mutter: Mock, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    refreshed(idle, qtbot)
    say_idle(mutter, 0)
    after = refreshed(idle, qtbot)
    assert after is not None
    assert after < THREE_SECONDS


@pytest.mark.usefixtures("mutter")
def test_who_asks_meanwhile_is_told_with_the_first(bus: Bus, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    done: list[str] = []
    idle.refresh(lambda: done.append("first"))
    idle.refresh(lambda: done.append("second"))
    qtbot.waitUntil(lambda: done == ["first", "second"])


def test_without_mutter_nobody_knows_and_it_is_said_once(
    bus: Bus, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    idle = MutterIdle(bus=bus)
    assert [refreshed(idle, qtbot), refreshed(idle, qtbot)] == [None, None]
    assert caplog.text.count("does not say") == 1


def test_a_mutter_that_hangs_is_not_there(bus: Bus, serve: Serve, qtbot: QtBot) -> None:
    serve(MONITOR.name, "deaf")
    assert refreshed(MutterIdle(bus=bus, within=MOMENT), qtbot) is None


def test_a_return_is_told(bus: Bus, mutter: Mock, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    told: list[str] = []
    idle.tell_return(lambda: told.append("back"))
    qtbot.waitUntil(lambda: idle._watch == 7)
    input_comes(mutter)
    qtbot.waitUntil(lambda: told == ["back"])


def test_other_watches_are_not_ours(bus: Bus, mutter: Mock, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    told: list[str] = []
    idle.tell_return(lambda: told.append("back"))
    qtbot.waitUntil(lambda: idle._watch == 7)
    input_comes(mutter, watch=8)
    settle(bus, qtbot)
    assert told == []


def test_a_watch_fires_once_and_is_set_again_when_wanted(
    bus: Bus, mutter: Mock, qtbot: QtBot
) -> None:
    idle = MutterIdle(bus=bus)
    told: list[str] = []
    idle.tell_return(lambda: told.append("back"))
    qtbot.waitUntil(lambda: idle._watch == 7)
    input_comes(mutter)
    qtbot.waitUntil(lambda: idle._watch is None)
    idle.tell_return(lambda: told.append("again"))
    qtbot.waitUntil(lambda: idle._watch == 7)
    input_comes(mutter)
    qtbot.waitUntil(lambda: told == ["back", "again"])


def test_a_watch_nobody_wants_is_taken_back(
    bus: Bus, mutter: Mock, qtbot: QtBot
) -> None:
    idle = MutterIdle(bus=bus)
    told: list[str] = []
    idle.tell_return(lambda: told.append("back"))
    qtbot.waitUntil(lambda: idle._watch == 7)
    idle.tell_return(None)
    input_comes(mutter)
    settle(bus, qtbot)
    assert told == []


def test_a_watch_that_is_granted_too_late_is_taken_back(
    bus: Bus, mutter: Mock, qtbot: QtBot
) -> None:
    idle = MutterIdle(bus=bus)
    idle.tell_return(lambda: None)
    idle.tell_return(None)
    qtbot.waitUntil(lambda: not idle._asks_for_watch)
    settle(bus, qtbot)
    calls = mutter.do("GetMethodCalls", "s", ("RemoveWatch",))
    assert len(calls[0]) == 1


@pytest.mark.usefixtures("mutter")
def test_a_watch_dies_with_the_bus(bus: Bus, bus_daemon: Server, qtbot: QtBot) -> None:
    idle = MutterIdle(bus=bus)
    idle.tell_return(lambda: None)
    qtbot.waitUntil(lambda: idle._watch == 7)
    with qtbot.waitSignal(bus.lost):
        bus_daemon.kill()
    assert idle._watch is None


@pytest.mark.usefixtures("bus_daemon")
def test_where_no_watch_is_granted_a_return_is_looked_for(
    bus: Bus, qtbot: QtBot
) -> None:
    idle, looks = MutterIdle(bus=bus, instead=MOMENT), list[str]()
    idle.tell_return(lambda: looks.append("look"))
    qtbot.waitUntil(lambda: bool(looks))
    idle.tell_return(lambda: looks.append("again"))
    qtbot.waitUntil(lambda: looks[1:] == ["again"])


@pytest.mark.usefixtures("mutter")
@pytest.mark.parametrize("waits", [True, False])
def test_when_the_bus_is_lost_only_who_is_away_is_looked_for(
    bus: Bus, bus_daemon: Server, qtbot: QtBot, *, waits: bool
) -> None:
    idle = MutterIdle(bus=bus)
    idle.tell_return(lambda: None)
    qtbot.waitUntil(lambda: idle._watch == 7)
    if not waits:
        idle.tell_return(None)
    with qtbot.waitSignal(bus.lost):
        bus_daemon.kill()
    assert idle._looks.isActive() is waits
