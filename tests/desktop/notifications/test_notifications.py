"""Notifications: the real dunst, and servers that fail in every way there is."""

import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.notification import (
    Came,
    Chosen,
    Failed,
    Notification,
    Pixels,
    PutAway,
    Told,
)
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.notifications import choose_notifier
from psoas_break.desktop.notifications.dbus import INTERFACE, DBusNotifier
from tests.desktop.conftest import Serve
from tests.desktop.dbusmock import settle
from tests.desktop.notifications.fake_server import Fake, fake_server
from tests.desktop.servers import Server

QUESTION = Notification(
    title="Time to stand up",
    body="40 min sitting & more",
    buttons={"start": "Start stretch", "skip": "Skip", "default": "More"},
    picture=Pixels(2, 1, bytes(range(8))),
)
OTHER = Notification(title="Time to stand up", body="Another", buttons={"skip": "Skip"})
SOON = timedelta(milliseconds=300)


class World:
    """Our side: a notifier, and what it was told."""

    def __init__(self, notifier: DBusNotifier, qtbot: QtBot) -> None:
        self.notifier = notifier
        self._qtbot = qtbot
        self.told: list[Told] = []

    def ask(
        self, notification: Notification = QUESTION, *, plain_will_do: bool = False
    ) -> None:
        self.notifier.show(notification, self.told.append, plain_will_do=plain_will_do)

    def sends(self) -> None:
        """Ask a server that is known, and go on before it can answer."""
        self.ask()
        question = self.notifier._question
        assert question is not None
        self.notifier._send(question)

    def hears(self, *told: Told) -> None:
        """Wait until it was told exactly that."""
        self._qtbot.waitUntil(lambda: self.told == list(told), timeout=20_000)

    def fails(self) -> str:
        """Wait until nothing comes of it, and return why."""
        self._qtbot.waitUntil(lambda: bool(self.told), timeout=20_000)
        (told,) = self.told
        assert isinstance(told, Failed)
        return told.why


@pytest.fixture
def fake(bus_daemon: Server, bus: Bus, qtbot: QtBot) -> Iterator[Fake]:  # noqa: ARG001
    with fake_server(bus_daemon.address, qtbot) as server:
        yield server


@pytest.fixture
def world(bus: Bus, qtbot: QtBot) -> World:
    return World(DBusNotifier(bus=bus), qtbot)


@pytest.fixture
def shown(world: World, fake: Fake) -> World:
    """A world with the question on screen, as number 7."""
    world.ask()
    world.hears(Came())
    fake.is_asked("Notify")
    world.told.clear()
    return world


def test_it_is_sent_with_words_buttons_and_picture(shown: World, fake: Fake) -> None:
    (sent,) = fake.calls("Notify")

    assert sent[:5] == [
        "Psoas Break",
        0,
        "psoas-break",
        "Time to stand up",
        "40 min sitting &amp; more",
    ]
    assert sent[5] == ["start", "Start stretch", "skip", "Skip", "default", "More"]
    assert set(sent[6]) == {"urgency", "desktop-entry", "suppress-sound", "image-data"}
    assert sent[7] == 0
    assert shown.told == []


def test_without_markup_the_words_are_sent_as_they_are(
    world: World, fake: Fake
) -> None:
    fake.can("actions", "body")
    world.ask()
    ((*_, body, _actions, _hints, _timeout),) = fake.is_asked("Notify")

    assert body == QUESTION.body


def test_a_chosen_button_is_told_and_the_notification_closed(
    shown: World, fake: Fake
) -> None:
    fake.says("ActionInvoked", "us", 7, "skip")
    shown.hears(Chosen("skip"))

    assert fake.is_asked("CloseNotification") == [[7]]


def test_the_close_that_follows_a_button_is_no_second_answer(
    shown: World, fake: Fake, bus: Bus, qtbot: QtBot
) -> None:
    fake.says("ActionInvoked", "us", 7, "skip")
    fake.says("NotificationClosed", "uu", 7, 2)
    settle(bus, qtbot)

    assert shown.told == [Chosen("skip")]


@pytest.mark.parametrize(
    ("reason", "by_hand"), [(1, False), (2, True), (3, False), (4, False)]
)
def test_a_close_says_whose_it_was(
    shown: World, fake: Fake, reason: int, *, by_hand: bool
) -> None:
    fake.says("NotificationClosed", "uu", 7, reason)

    shown.hears(PutAway(by_hand=by_hand))


def test_what_happens_to_other_programs_notifications_is_not_ours(
    shown: World, fake: Fake, bus: Bus, qtbot: QtBot
) -> None:
    fake.says("ActionInvoked", "us", 8, "skip")
    fake.says("NotificationClosed", "uu", 8, 2)
    settle(bus, qtbot)

    assert shown.told == []


def test_another_suggestion_replaces_what_it_says(shown: World, fake: Fake) -> None:
    shown.ask(OTHER)
    first, second = fake.is_asked("Notify", times=2)

    assert (first[1], second[1], second[4]) == (0, 7, "Another")


def test_a_change_of_mind_before_the_answer_is_sent_after_it(
    shown: World, fake: Fake
) -> None:
    shown.notifier.withdraw()
    shown.sends()
    shown.ask(OTHER)
    _first, second, third = fake.is_asked("Notify", times=3)

    assert (second[1], third[1], third[4]) == (0, 7, "Another")


def test_withdrawn_it_is_closed_and_nothing_more_is_told(
    shown: World, fake: Fake, bus: Bus, qtbot: QtBot
) -> None:
    shown.notifier.withdraw()
    fake.is_asked("CloseNotification")
    fake.says("NotificationClosed", "uu", 7, 3)
    settle(bus, qtbot)

    assert shown.told == []


def test_withdrawn_before_it_came_it_is_closed_when_it_does(
    shown: World, fake: Fake
) -> None:
    shown.notifier.withdraw()
    shown.sends()
    shown.notifier.withdraw()

    assert fake.is_asked("CloseNotification", times=2) == [[7], [7]]
    assert shown.told == []


def test_withdrawn_at_once_it_never_comes(
    world: World, fake: Fake, bus: Bus, qtbot: QtBot
) -> None:
    world.ask()
    world.notifier.withdraw()
    settle(bus, qtbot)
    fake.is_asked("GetCapabilities")
    settle(bus, qtbot)

    assert (world.told, fake.calls("Notify")) == ([], [])


def test_the_server_is_asked_once_what_it_can(shown: World, fake: Fake) -> None:
    shown.notifier.withdraw()
    shown.ask()
    fake.is_asked("Notify", times=2)

    assert len(fake.calls("GetCapabilities")) == 1


def test_a_server_without_actions_will_not_do(world: World, fake: Fake) -> None:
    fake.can("body")
    world.ask()

    assert "no buttons" in world.fails()
    assert fake.calls("Notify") == []


def test_it_will_where_no_buttons_are_needed(world: World, fake: Fake) -> None:
    fake.can("body")
    world.ask(plain_will_do=True)

    world.hears(Came())


def test_the_next_prompt_asks_again_what_the_server_can(
    world: World, fake: Fake
) -> None:
    fake.can("body")
    world.ask()
    world.fails()
    world.told.clear()
    fake.can("actions")
    world.ask()

    world.hears(Came())


def test_a_server_whose_buttons_do_not_show_will_not_do(
    world: World, fake: Fake
) -> None:
    fake.is_called("mako")
    world.ask()

    assert "mako shows no buttons" in world.fails()


def test_a_server_that_fails_will_not_do(world: World, fake: Fake) -> None:
    fake.does("Notify", "susssasa{sv}i", "u", "raise ValueError('full')")
    world.ask()

    assert world.fails()
    assert fake.calls("CloseNotification") == []


def test_no_server_will_not_do(world: World) -> None:
    world.ask()

    assert "ServiceUnknown" in world.fails()


def test_a_server_that_never_answers_is_not_waited_for(
    bus: Bus, serve: Serve, qtbot: QtBot
) -> None:
    serve(INTERFACE, "deaf")
    world = World(DBusNotifier(bus=bus, within=SOON), qtbot)
    world.ask()

    assert world.fails() == "no answer in time"


def test_one_that_shows_too_late_has_it_taken_away_again(
    shown: World, fake: Fake
) -> None:
    shown.notifier.withdraw()
    shown.sends()
    shown.notifier._patience.timeout.emit()

    assert shown.fails() == "no answer in time"
    assert fake.is_asked("CloseNotification", times=2) == [[7], [7]]


def test_a_bus_that_dies_takes_the_question_along(
    shown: World, bus_daemon: Server
) -> None:
    bus_daemon.kill()

    assert shown.fails() == "the message bus has gone"


def test_a_server_that_goes_takes_the_question_along(
    world: World, bus_daemon: Server, bus: Bus, qtbot: QtBot
) -> None:
    with fake_server(bus_daemon.address, qtbot):
        world.ask()
        world.hears(Came())
        world.told.clear()
    assert world.fails() == "the notification server has gone"
    with fake_server(bus_daemon.address, qtbot) as next_one:
        next_one.says("ActionInvoked", "us", 7, "skip")
        world.notifier.withdraw()
        settle(bus, qtbot)
        assert (len(world.told), next_one.calls("CloseNotification")) == (1, [])


def test_the_next_server_is_asked_anew(
    world: World, bus_daemon: Server, qtbot: QtBot
) -> None:
    with fake_server(bus_daemon.address, qtbot):
        world.ask()
        world.hears(Came())
        world.told.clear()
    world.fails()
    world.told.clear()
    with fake_server(bus_daemon.address, qtbot) as next_one:
        world.ask()
        world.hears(Came())
        assert len(next_one.calls("GetServerInformation")) == 1


def test_an_answer_to_the_last_question_is_none_to_this(
    shown: World, fake: Fake, bus: Bus, qtbot: QtBot
) -> None:
    shown.notifier.withdraw()
    fake.does("Notify", "susssasa{sv}i", "u", "ret = 8")
    shown.ask()
    shown.hears(Came())
    fake.says("ActionInvoked", "us", 7, "skip")
    fake.says("NotificationClosed", "uu", 7, 2)
    settle(bus, qtbot)
    assert shown.told == [Came()]
    fake.says("ActionInvoked", "us", 8, "start")
    shown.hears(Came(), Chosen("start"))


def test_where_there_is_no_bus_there_are_no_notifications() -> None:
    assert choose_notifier(None).mechanism is None


# The real thing

Control = Callable[..., str]


@pytest.fixture
def control(dunst: Server, bus_daemon: Server) -> Control:  # noqa: ARG001
    """What dunst can be told and asked from the command line."""

    def say(*words: str) -> str:
        done = subprocess.run(  # noqa: S603  our own words
            ["dunstctl", *words],  # noqa: S607  beside dunst, wherever that is
            env=os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus_daemon.address},
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout.strip()

    return say


@pytest.fixture
def seen(bus: Bus, control: Control, qtbot: QtBot) -> World:  # noqa: ARG001
    """A world with the question on dunst's screen."""
    world = World(DBusNotifier(bus=bus, buttonless=frozenset()), qtbot)
    world.ask()
    world.hears(Came())
    world.told.clear()
    return world


def on_screen(control: Control) -> int:
    return int(control("count", "displayed").split()[-1])


def test_dunst_shows_it(seen: World, control: Control) -> None:
    assert seen.told == []
    assert on_screen(control) == 1


def test_dunst_tells_of_an_action(seen: World, control: Control, qtbot: QtBot) -> None:
    control("action")
    seen.hears(Chosen("default"))

    qtbot.waitUntil(lambda: on_screen(control) == 0)


def test_dunst_tells_of_a_close(seen: World, control: Control) -> None:
    control("close")

    seen.hears(PutAway(by_hand=True))


def test_dunst_changes_what_it_says(seen: World, control: Control) -> None:
    seen.ask(OTHER)
    seen.hears(Came())

    assert on_screen(control) == 1


def test_dunst_lets_go_of_it(seen: World, control: Control, qtbot: QtBot) -> None:
    seen.notifier.withdraw()

    qtbot.waitUntil(lambda: on_screen(control) == 0)


@pytest.mark.usefixtures("dunst")
def test_dunst_by_itself_will_not_do(world: World) -> None:
    world.ask()

    assert world.fails() == "dunst shows no buttons"
