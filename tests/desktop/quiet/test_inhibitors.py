"""What keeps the screen on, as mocks of the services that know it tell."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.quiet.dbus import DBusQuiet, Question
from psoas_break.desktop.quiet.gnome_inhibitors import SessionManagerInhibitors
from psoas_break.desktop.quiet.inhibitors import (
    KDE_INHIBITORS,
    LOGIND_INHIBITORS,
    XFCE_INHIBITORS,
)
from psoas_break.desktop.quiet.screen_share import MUTTER_SCREEN_CAST
from psoas_break.domain.quiet import Reason
from tests.desktop.conftest import Serve
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.quiet.asking import NOTHING, asked, sign
from tests.desktop.servers import Server

VIDEO = Signs(inhibited=True)
SLIDES = Signs(frozenset({Reason.PRESENTATION}), inhibited=True)
GNOME = "org.gnome.SessionManager"
INHIBITOR = "org.gnome.SessionManager.Inhibitor"
KDE = KDE_INHIBITORS.peer.interface
XFCE = XFCE_INHIBITORS.peer.interface
LOGIND = LOGIND_INHIBITORS.peer.interface

Mocked = Callable[[str, str, str], Mock]


@pytest.fixture
def mocked(bus_daemon: Server) -> Iterator[Mocked]:
    with ExitStack() as stack:

        def mocked(name: str, path: str, interface: str) -> Mock:
            mock = dbusmock(bus_daemon.address, name, path, interface)
            return stack.enter_context(mock)

        yield mocked


@pytest.mark.parametrize(
    ("listed", "means"),
    [
        ("dbus.Array([], signature='(ss)')", NOTHING),
        ("[('Firefox', 'video-playing')]", VIDEO),
        ("[('LibreOffice Impress', 'presentation')]", SLIDES),
        ("[('Okular', 'Giving a presentation')]", SLIDES),
        ("[('psoas-break', 'A guided break is running')]", NOTHING),
    ],
)
def test_kde(listed: str, means: Signs, bus: Bus, mocked: Mocked, qtbot: QtBot) -> None:
    path = KDE_INHIBITORS.peer.path
    mocked(KDE, path, KDE).method(
        KDE, "ListInhibitions", "", "a(ss)", f"ret = {listed}"
    )
    assert asked(DBusQuiet(bus=bus, question=KDE_INHIBITORS), qtbot) == means


def test_xfce(bus: Bus, mocked: Mocked, qtbot: QtBot) -> None:
    peer = XFCE_INHIBITORS.peer
    power = mocked(peer.name, peer.path, XFCE)
    power.method(XFCE, "GetInhibitors", "", "as", "ret = ['Parole']")
    assert asked(DBusQuiet(bus=bus, question=XFCE_INHIBITORS), qtbot) == VIDEO


OURS = os.getuid()


@pytest.mark.parametrize(
    ("entry", "means"),
    [
        (("idle", "mpv", "Playing", "block", OURS, 7), VIDEO),
        (("sleep:idle", "mpv", "Playing", "block", OURS, 7), VIDEO),
        (("sleep:shutdown", "dnf", "Updating", "block", OURS, 7), NOTHING),
        (("idle", "mpv", "Playing", "delay", OURS, 7), NOTHING),
        (("idle", "mpv", "Playing", "block", OURS + 1, 7), NOTHING),
    ],
)
def test_logind(
    entry: tuple[object, ...], means: Signs, bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    peer = LOGIND_INHIBITORS.peer
    login = mocked(peer.name, peer.path, LOGIND)
    login.method(LOGIND, "ListInhibitors", "", "a(ssssuu)", f"ret = [{entry}]")
    assert asked(DBusQuiet(bus=bus, question=LOGIND_INHIBITORS), qtbot) == means


RUBBISH = ("i", "ret = 7"), ("ai", "ret = [1, 2]"), ("", "pass"), ("ss", "ret = 'ab'")


@pytest.mark.parametrize("rubbish", RUBBISH)
@pytest.mark.parametrize(
    "question", [KDE_INHIBITORS, XFCE_INHIBITORS, LOGIND_INHIBITORS]
)
def test_an_answer_nobody_understands_is_none(
    question: Question,
    rubbish: tuple[str, str],
    bus: Bus,
    mocked: Mocked,
    qtbot: QtBot,
) -> None:
    peer = question.peer
    service = mocked(peer.name, peer.path, peer.interface)
    service.method(peer.interface, question.method, "", *rubbish)
    assert asked(DBusQuiet(bus=bus, question=question), qtbot) is None


def test_logind_is_asked_again_for_it_does_not_tell_all(bus: Bus) -> None:
    assert not DBusQuiet(bus=bus, question=LOGIND_INHIBITORS).tells


@pytest.fixture
def gnome(mocked: Mocked) -> Mock:
    manager = mocked(GNOME, "/org/gnome/SessionManager", GNOME)
    manager.method(GNOME, "IsInhibited", "u", "b", "ret = args[0] == 8")
    return manager


def inhibit(manager: Mock, *inhibitors: tuple[str, str, int]) -> None:
    paths = [f"/inhibitor/{number}" for number in range(len(inhibitors))]
    manager.method(GNOME, "GetInhibitors", "", "ao", f"ret = {paths}")
    for path, (app, reason, flags) in zip(paths, inhibitors, strict=True):
        methods = [
            ("GetAppId", "", "s", f"ret = {app!r}"),
            ("GetReason", "", "s", f"ret = {reason!r}"),
            ("GetFlags", "", "u", f"ret = {flags}"),
        ]
        manager.do("AddObject", "ssa{sv}a(ssss)", (path, INHIBITOR, {}, methods))


@pytest.mark.parametrize(
    ("inhibitors", "means"),
    [
        ([("totem", "Playing a movie", 8)], VIDEO),
        ([("evince", "Running in presentation mode", 8)], SLIDES),
        ([("totem", "Playing", 8), ("evince", "Slide show", 12)], SLIDES),
        ([("updater", "Presentation of updates", 1)], NOTHING),
        ([("psoas-break", "A guided break is running", 8)], NOTHING),
    ],
)
def test_gnome(
    inhibitors: list[tuple[str, str, int]],
    means: Signs,
    bus: Bus,
    gnome: Mock,
    qtbot: QtBot,
) -> None:
    inhibit(gnome, *inhibitors)
    assert asked(SessionManagerInhibitors(bus=bus, desktop="gnome"), qtbot) == means


def test_an_inhibitor_of_gnome_that_speaks_rubbish_holds_nothing(
    bus: Bus, gnome: Mock, qtbot: QtBot
) -> None:
    inhibit(gnome, ("totem", "Playing a movie", 8))
    gnome.do(
        "AddMethod",
        "sssss",
        (INHIBITOR, "GetFlags", "", "s", "ret = 'x'"),
        "/inhibitor/0",
    )
    source = SessionManagerInhibitors(bus=bus, desktop="gnome")
    assert asked(source, qtbot) == NOTHING


def test_gnome_with_nothing_inhibited_is_asked_no_more(
    bus: Bus, gnome: Mock, qtbot: QtBot
) -> None:
    gnome.method(GNOME, "IsInhibited", "u", "b", "ret = False")
    assert asked(SessionManagerInhibitors(bus=bus, desktop="gnome"), qtbot) == NOTHING


@pytest.mark.usefixtures("gnome")
def test_gnome_that_does_not_list_them_still_has_one(bus: Bus, qtbot: QtBot) -> None:
    assert asked(SessionManagerInhibitors(bus=bus, desktop="gnome"), qtbot) == VIDEO


@pytest.mark.parametrize("member", ["InhibitorAdded", "InhibitorRemoved"])
def test_gnome_tells(member: str, bus: Bus, gnome: Mock, qtbot: QtBot) -> None:
    source = SessionManagerInhibitors(bus=bus, desktop="gnome")
    told: list[str] = []
    source.watch(lambda: told.append("changed"))
    settle(bus, qtbot)
    gnome.signal(GNOME, member, "o", ("/inhibitor/1",))
    qtbot.waitUntil(lambda: bool(told))


def test_a_session_manager_that_answers_never_is_not_there(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    serve(GNOME, "deaf")
    within = timedelta(milliseconds=20)
    source = SessionManagerInhibitors(bus=bus, desktop="gnome", within=within)
    assert asked(source, qtbot) is None


def test_when_the_bus_dies_who_watches_is_told(
    bus: Bus, bus_daemon: Server, qtbot: QtBot
) -> None:
    told: list[str] = []
    for source in (
        SessionManagerInhibitors(bus=bus, desktop="gnome"),
        DBusQuiet(bus=bus, question=KDE_INHIBITORS),
    ):
        source.watch(lambda: told.append("changed"))
    settle(bus, qtbot)
    bus_daemon.kill()
    qtbot.waitUntil(lambda: len(told) == 2)


def test_gnome_that_records_the_screen_shares_it(
    bus: Bus, mocked: Mocked, qtbot: QtBot
) -> None:
    peer = MUTTER_SCREEN_CAST.peer
    recorder = mocked(peer.name, peer.path, peer.name)
    source = DBusQuiet(bus=bus, question=MUTTER_SCREEN_CAST)
    before = asked(source, qtbot)
    recorder.object(f"{peer.path}/Session/u1", f"{peer.name}.Session", {})
    assert (before, asked(source, qtbot)) == (NOTHING, sign(Reason.SCREEN_SHARE))
