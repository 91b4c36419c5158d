"""Do not disturb: the real dunst, and mocks of the servers that cannot run here."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Bus, Peer
from psoas_break.desktop.quiet.dbus import DBusQuiet
from psoas_break.desktop.quiet.gsettings import KEYS, SettingQuiet, key_of
from psoas_break.desktop.quiet.notifications import NOTIFICATION_SERVERS
from psoas_break.domain.quiet import Reason
from tests.desktop.conftest import Serve
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.quiet.asking import NOTHING, asked, sign
from tests.desktop.servers import Server

ON = sign(Reason.DO_NOT_DISTURB)
SERVER = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
KDE, DUNST, XFCE, MAKO, SWAYNC = NOTIFICATION_SERVERS


def pause_dunst(bus: Bus, qtbot: QtBot, *, on: bool) -> None:
    peer = Peer(SERVER, PATH, "org.freedesktop.DBus.Properties")
    body = ("org.dunstproject.cmd0", "paused", ("b", on))
    done: list[object] = []
    bus.call(peer, "Set", "ssv", body, answered=done.append)
    qtbot.waitUntil(lambda: bool(done))


@pytest.mark.usefixtures("dunst")
def test_dunst_that_is_paused_is_do_not_disturb(bus: Bus, qtbot: QtBot) -> None:
    source = DBusQuiet(bus=bus, question=DUNST)
    pause_dunst(bus, qtbot, on=True)
    assert asked(source, qtbot) == ON


@pytest.mark.usefixtures("dunst")
def test_dunst_tells_when_it_is_paused(bus: Bus, qtbot: QtBot) -> None:
    source = DBusQuiet(bus=bus, question=DUNST)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    settle(bus, qtbot)
    pause_dunst(bus, qtbot, on=True)
    qtbot.waitUntil(lambda: bool(told))


@pytest.mark.usefixtures("dunst")
def test_dunst_does_not_know_what_kde_knows(bus: Bus, qtbot: QtBot) -> None:
    assert asked(DBusQuiet(bus=bus, question=KDE), qtbot) is None


Mocked = Callable[[str, str, str], Mock]


@pytest.fixture
def mocked(bus_daemon: Server) -> Iterator[Mocked]:
    with ExitStack() as stack:

        def mocked(name: str, path: str, interface: str) -> Mock:
            mock = dbusmock(bus_daemon.address, name, path, interface)
            return stack.enter_context(mock)

        yield mocked


@pytest.mark.parametrize(
    ("inhibited", "means"), [(("b", True), ON), (("b", False), NOTHING)]
)
def test_kde(
    inhibited: tuple[str, bool], means: Signs, bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    server = mocked(SERVER, PATH, SERVER)
    server.do("AddProperty", "ssv", (SERVER, "Inhibited", inhibited))
    assert asked(DBusQuiet(bus=bus, question=KDE), qtbot) == means


def test_kde_tells(bus: Bus, mocked: Mocked, qtbot: QtBot) -> None:
    server = mocked(SERVER, PATH, SERVER)
    server.do("AddProperty", "ssv", (SERVER, "Inhibited", ("b", False)))
    source = DBusQuiet(bus=bus, question=KDE)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    settle(bus, qtbot)
    server.change(PATH, SERVER, {"Inhibited": ("b", True)})
    qtbot.waitUntil(lambda: bool(told))
    assert asked(source, qtbot) == ON


def test_what_a_server_said_ends_with_it(
    bus: Bus, bus_daemon: Server, qtbot: QtBot
) -> None:
    source = DBusQuiet(bus=bus, question=KDE)
    told: list[str] = []
    with dbusmock(bus_daemon.address, SERVER, PATH, SERVER) as server:
        server.do("AddProperty", "ssv", (SERVER, "Inhibited", ("b", True)))
        source.watch(lambda: told.append("changed"))
        assert asked(source, qtbot) == ON
        assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert asked(source, qtbot) is None


def test_nobody_is_told_who_does_not_watch_any_more(
    bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    server = mocked(SERVER, PATH, SERVER)
    server.do("AddProperty", "ssv", (SERVER, "Inhibited", ("b", False)))
    source = DBusQuiet(bus=bus, question=KDE)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    source.watch(None)
    settle(bus, qtbot)
    server.change(PATH, SERVER, {"Inhibited": ("b", True)})
    settle(bus, qtbot)
    assert told == []


def test_xfce(bus: Bus, mocked: Mocked, qtbot: QtBot) -> None:
    xfconf = mocked("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
    answer = "ret = dbus.Boolean(args[1] == '/do-not-disturb', variant_level=1)"
    xfconf.method("org.xfce.Xfconf", "GetProperty", "ss", "v", answer)
    assert asked(DBusQuiet(bus=bus, question=XFCE), qtbot) == ON


def test_xfce_where_nobody_ever_switched_it_is_off(
    bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    xfconf = mocked("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
    name = "org.xfce.Xfconf.Error.PropertyNotFound"
    answer = f"raise dbus.exceptions.DBusException('none', name={name!r})"
    xfconf.method("org.xfce.Xfconf", "GetProperty", "ss", "v", answer)
    assert asked(DBusQuiet(bus=bus, question=XFCE), qtbot) == NOTHING


@pytest.mark.parametrize(
    ("modes", "means"), [("['default', 'dnd']", ON), ("['default']", NOTHING)]
)
def test_mako(bus: Bus, mocked: Mocked, qtbot: QtBot, modes: str, means: Signs) -> None:
    mako = mocked(SERVER, "/fr/emersion/Mako", "fr.emersion.Mako")
    mako.method("fr.emersion.Mako", "ListModes", "", "as", f"ret = {modes}")
    assert asked(DBusQuiet(bus=bus, question=MAKO), qtbot) == means


def test_swaync(bus: Bus, mocked: Mocked, qtbot: QtBot) -> None:
    name, path = "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc"
    mocked(name, path, name).method(name, "GetDnd", "", "b", "ret = True")
    assert asked(DBusQuiet(bus=bus, question=SWAYNC), qtbot) == ON


def test_a_server_that_answers_never_is_not_there(
    bus: Bus, serve: Serve, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    serve(SERVER, "deaf")
    within = timedelta(milliseconds=20)
    source = DBusQuiet(bus=bus, question=KDE, within=within)
    answers = [asked(source, qtbot), asked(source, qtbot)]
    assert answers == [None, None]
    assert caplog.text.count("cannot be asked") == 1


def test_an_answer_nobody_understands_is_none(
    bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    mako = mocked(SERVER, "/fr/emersion/Mako", "fr.emersion.Mako")
    mako.method("fr.emersion.Mako", "ListModes", "", "i", "ret = 7")
    assert asked(DBusQuiet(bus=bus, question=MAKO), qtbot) is None


@pytest.fixture
def gsettings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program in gsettings' place that says what the test says."""
    program = tmp_path / "gsettings"

    def says(script: str) -> None:
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)

    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return says


@pytest.mark.parametrize(
    ("desktop", "said", "means"),
    [
        ("ubuntu:GNOME", "echo false", ON),
        ("GNOME", "echo true", NOTHING),
        ("MATE", "echo true", ON),
        ("X-Cinnamon", "echo false", ON),
        ("GNOME", "echo No such schema >&2; exit 1", None),
        ("GNOME", "exec sleep 60", None),
    ],
)
def test_a_desktop_that_keeps_it_in_its_settings(
    desktop: str,
    said: str,
    means: Signs | None,
    gsettings: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    gsettings(said)
    key = key_of({"XDG_CURRENT_DESKTOP": desktop})
    assert key is not None
    assert asked(SettingQuiet(key=key, bus=None), qtbot) == means


def test_other_desktops_keep_it_elsewhere() -> None:
    assert key_of({"XDG_CURRENT_DESKTOP": "KDE"}) is None


@pytest.mark.parametrize(
    ("path", "heard"),
    [
        ("/org/gnome/desktop/notifications/show-banners", 1),
        ("/org/gnome/desktop/notifications/", 1),
        ("/org/gnome/desktop/interface/color-scheme", 0),
    ],
)
def test_dconf_tells(
    path: str, heard: int, bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    writer = "ca.desrt.dconf.Writer"
    dconf = mocked("ca.desrt.dconf", "/ca/desrt/dconf/Writer/user", writer)
    source = SettingQuiet(key=KEYS["GNOME"], bus=bus)
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    settle(bus, qtbot)
    dconf.do(
        "EmitSignal",
        "sssav",
        (writer, "Notify", "sass", [("s", path), ("as", [""]), ("s", "tag")]),
    )
    settle(bus, qtbot)
    assert len(told) == heard
