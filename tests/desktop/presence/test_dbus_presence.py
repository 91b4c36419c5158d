"""Lock, sleep, user switch and screen off, told by mocks of the services on a bus."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import PresenceSource
from psoas_break.desktop.dbus import Bus, Peer
from psoas_break.desktop.presence.logind import LogindPresence
from psoas_break.desktop.presence.mutter import MutterPresence
from psoas_break.desktop.presence.screen_saver import SCREEN_SAVERS, ScreenSaverPresence
from psoas_break.domain.absence import Certain
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.servers import Server

SESSION = "/org/freedesktop/login1/session/c1"
LOGIN = "org.freedesktop.login1.Session"
IN_THE_SESSION = {"XDG_SESSION_ID": "c1"}
SHORT = timedelta(milliseconds=50)

Said = list[tuple[Certain, bool]]


def heard_by(source: PresenceSource) -> Said:
    said: Said = []
    source.start(lambda cause, holds: said.append((cause, holds)))
    return said


@pytest.fixture
def logind(bus_daemon: Server) -> Iterator[Mock]:
    with dbusmock(bus_daemon.address, "logind") as mock:
        mock.do("AddSession", "ssusb", ("c1", "seat0", 500, "joe", True))
        yield mock


@pytest.fixture
def presence(bus: Bus, logind: Mock) -> LogindPresence:  # noqa: ARG001  it must run
    return LogindPresence(bus=bus, environ=IN_THE_SESSION)


@pytest.fixture
def said(presence: LogindPresence, bus: Bus, qtbot: QtBot) -> Said:
    said = heard_by(presence)
    qtbot.waitUntil(lambda: presence._session == SESSION)
    settle(bus, qtbot)
    return said


def test_suspend_and_resume(logind: Mock, said: Said, qtbot: QtBot) -> None:
    logind.signal("org.freedesktop.login1.Manager", "PrepareForSleep", "b", (True,))
    logind.signal("org.freedesktop.login1.Manager", "PrepareForSleep", "b", (False,))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.ASLEEP, True), (Certain.ASLEEP, False)]


def test_the_locked_hint_is_a_lock(logind: Mock, said: Said, qtbot: QtBot) -> None:
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True)})
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", False)})
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.LOCKED, True), (Certain.LOCKED, False)]


def test_another_user_at_the_screen(logind: Mock, said: Said, qtbot: QtBot) -> None:
    logind.change(SESSION, LOGIN, {"Active": ("b", False)})
    logind.change(SESSION, LOGIN, {"Active": ("b", True)})
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.SWITCHED, True), (Certain.SWITCHED, False)]


def test_lock_and_unlock_by_request(logind: Mock, said: Said, qtbot: QtBot) -> None:
    logind.signal(LOGIN, "Lock", path=SESSION)
    logind.signal(LOGIN, "Unlock", path=SESSION)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.LOCKED, True), (Certain.LOCKED, False)]


def test_a_request_to_lock_that_nobody_follows_is_forgotten(
    bus: Bus, logind: Mock, qtbot: QtBot
) -> None:
    presence = LogindPresence(bus=bus, environ=IN_THE_SESSION, confirmed_within=SHORT)
    said = heard_by(presence)
    qtbot.waitUntil(lambda: presence._session == SESSION)
    settle(bus, qtbot)
    logind.signal(LOGIN, "Lock", path=SESSION)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.LOCKED, True), (Certain.LOCKED, False)]


def test_a_request_that_is_followed_holds(bus: Bus, logind: Mock, qtbot: QtBot) -> None:
    presence = LogindPresence(bus=bus, environ=IN_THE_SESSION)
    said = heard_by(presence)
    qtbot.waitUntil(lambda: presence._session == SESSION)
    settle(bus, qtbot)
    logind.signal(LOGIN, "Lock", path=SESSION)
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True)})
    qtbot.waitUntil(lambda: bool(said) and not presence._unconfirmed.isActive())
    assert said == [(Certain.LOCKED, True)]


def test_a_session_that_is_locked_at_the_start(
    bus: Bus, logind: Mock, qtbot: QtBot
) -> None:
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True)})
    said = heard_by(LogindPresence(bus=bus, environ=IN_THE_SESSION))
    qtbot.waitUntil(lambda: bool(said))
    assert said == [(Certain.LOCKED, True)]


def test_when_the_bus_dies_nothing_holds_for_ever(
    logind: Mock, said: Said, bus: Bus, bus_daemon: Server, qtbot: QtBot
) -> None:
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True)})
    qtbot.waitUntil(lambda: bool(said))
    with qtbot.waitSignal(bus.lost):
        bus_daemon.kill()
    assert said == [(Certain.LOCKED, True), (Certain.LOCKED, False)]


def asked(source: PresenceSource, qtbot: QtBot) -> AbstractSet[Certain] | None:
    """Return what it answers to `doctor`."""
    answers: list[AbstractSet[Certain] | None] = []
    source.ask(answers.append)
    qtbot.waitUntil(lambda: len(answers) == 1, timeout=20_000)
    return answers[0]


def test_asked_it_tells_what_holds_now(
    presence: LogindPresence, logind: Mock, qtbot: QtBot
) -> None:
    before = asked(presence, qtbot)
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True), "Active": ("b", False)})
    assert (before, asked(presence, qtbot)) == (
        frozenset(),
        {Certain.LOCKED, Certain.SWITCHED},
    )


def test_who_is_not_there_answers_nobody(bus: Bus, qtbot: QtBot) -> None:
    sources = (
        LogindPresence(bus=bus, environ=IN_THE_SESSION),
        ScreenSaverPresence(bus=bus),
        MutterPresence(bus=bus),
    )
    assert [asked(source, qtbot) for source in sources] == [None, None, None]


def test_no_logind_is_no_trouble(
    bus: Bus, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    said = heard_by(LogindPresence(bus=bus, environ={}))
    qtbot.waitUntil(lambda: "no session of ours" in caplog.text)
    assert said == []


Serve = Callable[[Peer], Mock]


@pytest.fixture
def serve(bus_daemon: Server) -> Iterator[Serve]:
    with ExitStack() as stack:

        def serve(peer: Peer) -> Mock:
            names = (peer.name, peer.path, peer.interface)
            mock = dbusmock(bus_daemon.address, *names)
            return stack.enter_context(mock)

        yield serve


@pytest.mark.parametrize("peer", SCREEN_SAVERS, ids=lambda peer: peer.name)
def test_every_screen_saver_tells_of_lock_and_unlock(
    peer: Peer, bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    desktop = serve(peer)
    said = heard_by(ScreenSaverPresence(bus=bus))
    settle(bus, qtbot)
    desktop.signal(peer.interface, "ActiveChanged", "b", (True,))
    desktop.signal(peer.interface, "ActiveChanged", "b", (False,))
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.LOCKED, True), (Certain.LOCKED, False)]


def test_a_screen_saver_that_is_active_at_the_start(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    gnome = SCREEN_SAVERS[0]
    serve(gnome).method(gnome.interface, "GetActive", "", "b", "ret = True")
    said = heard_by(ScreenSaverPresence(bus=bus))
    settle(bus, qtbot)
    qtbot.waitUntil(lambda: said == [(Certain.LOCKED, True)])


def test_a_lock_ends_with_who_locked(
    bus: Bus, bus_daemon: Server, qtbot: QtBot
) -> None:
    xfce = SCREEN_SAVERS[4]
    words = (xfce.name, xfce.path, xfce.interface)
    said = heard_by(ScreenSaverPresence(bus=bus))
    with dbusmock(bus_daemon.address, *words) as locker:
        settle(bus, qtbot)
        locker.signal(xfce.interface, "ActiveChanged", "b", (True,))
        qtbot.waitUntil(lambda: said == [(Certain.LOCKED, True)])
    qtbot.waitUntil(lambda: said[1:] == [(Certain.LOCKED, False)])


@pytest.mark.parametrize("active", [True, False])
def test_one_screen_saver_that_answers_answers_for_all(
    active: bool,  # noqa: FBT001  one of two cases
    bus: Bus,
    serve: Serve,
    qtbot: QtBot,
) -> None:
    mate = SCREEN_SAVERS[3]
    serve(mate).method(mate.interface, "GetActive", "", "b", f"ret = {active}")
    held = asked(ScreenSaverPresence(bus=bus), qtbot)
    assert held == ({Certain.LOCKED} if active else set())


def test_of_two_lock_screens_the_last_to_go_is_the_unlock(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    first, second = (serve(peer) for peer in SCREEN_SAVERS[:2])
    said = heard_by(ScreenSaverPresence(bus=bus))
    settle(bus, qtbot)
    for mock, holds in ((first, True), (second, True), (first, False)):
        mock.signal(mock.name, "ActiveChanged", "b", (holds,))
    qtbot.waitUntil(lambda: bool(said))
    assert said == [(Certain.LOCKED, True)]
    second.signal(second.name, "ActiveChanged", "b", (False,))
    qtbot.waitUntil(lambda: said[1:] == [(Certain.LOCKED, False)])


def test_gnome_tells_that_the_screen_is_off(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    displays = "org.gnome.Mutter.DisplayConfig"
    path = "/org/gnome/Mutter/DisplayConfig"
    mutter = serve(Peer(displays, path, displays))
    mutter.do("AddProperty", "ssv", (displays, "PowerSaveMode", ("i", 0)))
    said = heard_by(MutterPresence(bus=bus))
    settle(bus, qtbot)
    mutter.change(path, displays, {"PowerSaveMode": ("i", 3)})
    mutter.change(path, displays, {"PowerSaveMode": ("i", 0)})
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == [(Certain.SCREEN_OFF, True), (Certain.SCREEN_OFF, False)]
    assert asked(MutterPresence(bus=bus), qtbot) == set()
    mutter.change(path, displays, {"PowerSaveMode": ("i", 3)})
    assert asked(MutterPresence(bus=bus), qtbot) == {Certain.SCREEN_OFF}


@contextmanager
def bus_at(path: Path, qtbot: QtBot) -> Iterator[Server]:
    """Run a bus at an address that a later one can have too."""
    address = f"unix:path={path}"
    words = ["--session", "--nofork", "--nopidfile", f"--address={address}"]
    process = subprocess.Popen(  # noqa: S603  our own words
        ["dbus-daemon", *words],  # noqa: S607
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = Server(address, process)
    qtbot.waitUntil(path.exists, timeout=20_000)
    try:
        yield server
    finally:
        server.kill()
        path.unlink(missing_ok=True)


def test_a_lock_is_told_again_after_the_bus_has_died_and_come_back(
    tmp_path: Path, qtbot: QtBot
) -> None:
    if not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    path, saver = tmp_path / "bus", SCREEN_SAVERS[0]
    bus = Bus(address=f"unix:path={path}")
    names = (saver.name, saver.path, saver.interface)
    with bus_at(path, qtbot) as first:
        said = heard_by(ScreenSaverPresence(bus=bus))
        settle(bus, qtbot)
        with dbusmock(first.address, *names) as desktop:
            desktop.signal(saver.interface, "ActiveChanged", "b", (True,))
            qtbot.waitUntil(lambda: said == [(Certain.LOCKED, True)])
    qtbot.waitUntil(lambda: said[1:] == [(Certain.LOCKED, False)])
    with (
        bus_at(path, qtbot) as second,
        dbusmock(second.address, *names) as desktop,
    ):
        desktop.method(saver.interface, "GetActive", "", "b", "ret = True")
        bus._retry.start(0)
        qtbot.waitUntil(lambda: said[2:] == [(Certain.LOCKED, True)])
        bus.close()
