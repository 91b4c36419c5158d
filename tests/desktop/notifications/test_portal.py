"""Notifications out of a sandbox, by a mock of the portal on a real bus."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.notification import (
    OPEN,
    Came,
    Chosen,
    Failed,
    Notification,
    Told,
)
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.notifications import choose_notifier
from psoas_break.desktop.notifications.portal import IDENT, PORTAL, PortalNotifier
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.servers import Server

QUESTION = Notification(
    title="Time to stand", body="Hip flexors, 2 min", buttons={OPEN: "Open", "go": "Go"}
)


@pytest.fixture
def portal(bus_daemon: Server) -> Iterator[Mock]:
    words = (PORTAL.name, PORTAL.path, PORTAL.interface)
    with dbusmock(bus_daemon.address, *words) as mock:
        mock.method(PORTAL.interface, "AddNotification", "sa{sv}", "", "")
        mock.method(PORTAL.interface, "RemoveNotification", "s", "", "")
        yield mock


@pytest.fixture
def told() -> list[Told]:
    return []


@pytest.fixture
def notifier(bus: Bus) -> PortalNotifier:
    return PortalNotifier(bus=bus)


def asked(portal: Mock, method: str) -> list[Any]:
    (calls,) = portal.do("GetCalls", "", ())
    return [body for _, name, body in calls if name == method]


def invoke(portal: Mock, ident: str, button: str) -> None:
    values = [("s", ident), ("s", button), ("av", [("s", "")])]
    signal = (PORTAL.interface, "ActionInvoked", "ssav", values)
    portal.do("EmitSignal", "sssav", signal)


def test_it_shows_the_question_and_its_buttons(
    portal: Mock, notifier: PortalNotifier, told: list[Told], qtbot: QtBot
) -> None:
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: told == [Came()])
    (((_s, ident), (_a, shown)),) = asked(portal, "AddNotification")
    labels = [button["label"] for button in shown["buttons"][1]]
    assert (ident, shown["title"][1], labels) == (
        IDENT,
        "Time to stand",
        [("s", "Go")],
    )


@pytest.mark.parametrize("button", ["go", OPEN])
def test_what_is_chosen_is_told_and_takes_it_away(
    button: str,
    portal: Mock,
    notifier: PortalNotifier,
    told: list[Told],
    qtbot: QtBot,
) -> None:
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: told == [Came()])
    invoke(portal, IDENT, button)
    qtbot.waitUntil(lambda: told == [Came(), Chosen(button)])
    qtbot.waitUntil(lambda: len(asked(portal, "RemoveNotification")) == 1)


def test_a_change_of_words_is_no_second_coming(
    portal: Mock, notifier: PortalNotifier, told: list[Told], qtbot: QtBot
) -> None:
    notifier.show(QUESTION, told.append)
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: len(asked(portal, "AddNotification")) == 2)
    invoke(portal, IDENT, "go")
    qtbot.waitUntil(lambda: told == [Came(), Chosen("go")])


def test_what_was_withdrawn_is_told_no_more(
    portal: Mock, bus: Bus, notifier: PortalNotifier, told: list[Told], qtbot: QtBot
) -> None:
    notifier.show(QUESTION, told.append)
    notifier.withdraw()
    qtbot.waitUntil(lambda: len(asked(portal, "RemoveNotification")) == 1)
    invoke(portal, IDENT, "go")
    settle(bus, qtbot)
    assert told == []


def test_somebody_elses_notification_is_not_ours(
    portal: Mock, bus: Bus, notifier: PortalNotifier, told: list[Told], qtbot: QtBot
) -> None:
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: told == [Came()])
    invoke(portal, "another", "go")
    settle(bus, qtbot)
    assert told == [Came()]


def test_a_desktop_without_the_portal_is_told(
    notifier: PortalNotifier, told: list[Told], qtbot: QtBot
) -> None:
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Failed)


def test_when_the_bus_dies_that_is_told(
    portal: Mock,
    bus_daemon: Server,
    notifier: PortalNotifier,
    told: list[Told],
    qtbot: QtBot,
) -> None:
    notifier.show(QUESTION, told.append)
    qtbot.waitUntil(lambda: told == [Came()])
    assert portal
    bus_daemon.kill()
    qtbot.waitUntil(lambda: told[1:] == [Failed("the message bus has gone")])


@pytest.mark.parametrize(("sandboxed", "is_portal"), [(True, True), (False, False)])
def test_only_a_sandbox_needs_the_portal(
    bus: Bus, *, sandboxed: bool, is_portal: bool
) -> None:
    chosen = choose_notifier(bus, sandboxed=sandboxed)
    assert isinstance(chosen.mechanism, PortalNotifier) is is_portal
