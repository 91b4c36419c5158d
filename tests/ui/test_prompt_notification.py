"""The prompt as a notification, on a desktop that only pretends to have them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, JustMoved, Skip, Snooze, Start
from psoas_break.app.notification import (
    OPEN,
    Came,
    Chosen,
    Failed,
    Notification,
    PutAway,
    Told,
)
from psoas_break.domain.settings import Reminders, Surface
from psoas_break.ui.look import Look
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.prompt_host import PromptHost
from psoas_break.ui.prompt_notification import notification_of
from tests.app.at_the_desk import ours
from tests.ui.test_prompt_card_host import LIGHT_AND_STILL, OFFER

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SNOOZE = timedelta(minutes=5)


@dataclass
class Desktop:
    """Notifications that were asked for, and how to answer them."""

    shown: list[Notification] = field(default_factory=list)
    plain: list[bool] = field(default_factory=list)
    withdrawn: int = 0
    tell: Callable[[Told], None] = lambda _told: None

    def show(
        self,
        notification: Notification,
        told: Callable[[Told], None],
        *,
        plain_will_do: bool = False,
    ) -> None:
        self.shown.append(notification)
        self.plain.append(plain_will_do)
        self.tell = told

    def withdraw(self) -> None:
        self.withdrawn += 1


class World:
    """A host whose prompts are notifications, and what came of them."""

    def __init__(
        self,
        app: QApplication,
        qtbot: QtBot,
        *,
        surface: Surface = Surface.NOTIFICATION,
        windows_steal: bool = False,
        has_desktop: bool = True,
    ) -> None:
        self._qtbot = qtbot
        self.desktop = Desktop()
        self.looked: list[bool] = []
        self.host = PromptHost(
            app=app,
            look=Look(app=app, settings=LIGHT_AND_STILL),
            reminders=lambda: Reminders(surface=surface),
            exercises=dict,
            composited=lambda: False,
            notifier=lambda: self.look_for(there=has_desktop),
            windows_steal=windows_steal,
            parent=app,
        )
        self.asked: list[Command] = []
        self.told: list[str] = []
        self.host.asked.connect(self.asked.append)
        for name in ("shown", "dismissed", "expired"):
            signal = getattr(self.host, name)
            signal.connect(lambda name=name: self.told.append(name))

    def look_for(self, *, there: bool) -> Desktop | None:
        self.looked.append(there)
        return self.desktop if there else None

    def ask(self) -> None:
        """Show the prompt, picture and all."""
        before = len(self.desktop.shown)
        self.host.show(OFFER)
        self._qtbot.waitUntil(lambda: len(self.desktop.shown) > before)

    @property
    def card(self) -> PromptCard | None:
        return self.host._up if isinstance(self.host._up, PromptCard) else None


@pytest.fixture
def world(qapp: QApplication, qtbot: QtBot) -> Iterator[World]:
    running = World(qapp, qtbot)
    yield running
    running.host.withdraw()


def test_it_says_what_the_card_says() -> None:
    notification = notification_of(OFFER, snooze=SNOOZE)

    assert notification.title == "Time to stand up"
    assert notification.body == (
        "40 min sitting\nStanding stretch, both sides, about 2 min"
    )
    assert list(notification.buttons.values()) == [
        "Start stretch",
        "Breathe",
        "In 5 min",
        "Skip",
        "More",
    ]


def test_at_the_limit_there_is_no_snooze_and_it_says_why() -> None:
    notification = notification_of(replace(OFFER, snoozes_used=3), snooze=SNOOZE)

    assert "snooze" not in notification.buttons
    assert notification.body.endswith("snoozed 3 of 3")


def test_after_a_walk_the_first_line_offers_that_one_moved() -> None:
    notification = notification_of(replace(OFFER, moved_first=True), snooze=SNOOZE)

    assert notification.body.startswith("Were you on your feet?")
    assert next(iter(notification.buttons.values())) == "I just moved"


@pytest.mark.parametrize(
    ("button", "command"),
    [
        ("start", Start("stretch")),
        ("breathe", Start("breathe")),
        ("snooze", Snooze(SNOOZE)),
        ("skip", Skip()),
        ("moved", JustMoved()),
    ],
)
def test_a_button_asks_for_what_it_says(
    world: World, button: str, command: Command
) -> None:
    world.ask()
    world.desktop.tell(Chosen(button))

    assert world.asked == [command]


def test_a_button_we_never_offered_is_no_answer(world: World) -> None:
    world.ask()
    world.desktop.tell(Chosen("inline-reply"))

    assert world.asked == []


def test_it_carries_the_picture(world: World) -> None:
    world.ask()
    picture = world.desktop.shown[0].picture

    assert picture is not None
    assert len(picture.rgba) == 4 * picture.width * picture.height
    assert len(set(picture.rgba)) > 10


def test_it_has_come_when_the_desktop_says_so(world: World) -> None:
    world.ask()
    before = list(world.told)
    world.desktop.tell(Came())
    world.desktop.tell(Came())

    assert (before, world.told) == ([], ["shown"])


@pytest.mark.parametrize(
    ("away", "told"),
    [(PutAway(by_hand=True), "dismissed"), (PutAway(by_hand=False), "expired")],
)
def test_who_put_it_away_is_passed_on(world: World, away: PutAway, told: str) -> None:
    world.ask()
    world.desktop.tell(away)

    assert world.told == [told]


def test_a_withdrawn_prompt_is_taken_off_the_screen(world: World) -> None:
    world.ask()
    world.host.withdraw()

    assert world.desktop.withdrawn == 1


def test_a_notification_that_fails_becomes_a_card(world: World) -> None:
    world.ask()
    world.desktop.tell(Failed("no buttons"))

    assert world.card is not None
    assert "40 min sitting" in world.card.accessibleDescription()
    assert world.told == ["shown"]


def test_a_click_on_the_notification_itself_brings_the_card(world: World) -> None:
    world.ask()
    world.desktop.tell(Chosen(OPEN))

    assert world.card is not None
    assert world.asked == []


def test_that_is_no_second_prompt(world: World) -> None:
    world.ask()
    world.desktop.tell(Came())
    world.desktop.tell(Chosen(OPEN))

    assert world.told == ["shown"]


def test_a_prompt_fetched_from_the_tray_is_a_card_and_no_notification(
    world: World, qtbot: QtBot
) -> None:
    world.host.show(OFFER)
    world.host.open()
    card = world.card
    assert card is not None
    before = card.grab().toImage()
    world.host._exercises = lambda: ours().exercises
    world.host.show(replace(OFFER, exercise="standing-hip-flexor-stretch"))
    qtbot.waitUntil(lambda: card.grab().toImage() != before)

    assert (world.card, world.desktop.shown) == (card, [])


def test_even_where_the_icon_alone_asks_a_click_on_it_brings_the_card(
    qapp: QApplication, qtbot: QtBot
) -> None:
    world = World(qapp, qtbot, surface=Surface.TRAY)
    world.host.show(OFFER)
    before = world.card
    world.host.open()

    assert before is None
    assert world.card is not None
    assert world.told == ["shown"]
    world.host.withdraw()


def test_a_desktop_without_notifications_gets_the_card(
    qapp: QApplication, qtbot: QtBot
) -> None:
    world = World(qapp, qtbot, has_desktop=False)
    world.host.show(OFFER)

    assert world.card is not None
    world.host.withdraw()


def test_the_desktop_is_looked_for_once_and_not_before_the_first_prompt(
    world: World,
) -> None:
    before = list(world.looked)
    world.ask()
    world.host.withdraw()
    world.ask()

    assert (before, world.looked) == ([], [True])


def test_where_windows_steal_the_keyboard_a_notification_comes_for_a_card(
    qapp: QApplication, qtbot: QtBot
) -> None:
    world = World(qapp, qtbot, surface=Surface.CARD, windows_steal=True)
    world.ask()

    assert world.desktop.plain == [True]
    world.host.withdraw()


def test_and_without_notifications_the_icon_alone_asks(
    qapp: QApplication, qtbot: QtBot
) -> None:
    world = World(qapp, qtbot, surface=Surface.CARD, windows_steal=True)
    world.ask()
    world.desktop.tell(Failed("nobody there"))

    assert (world.card, world.told) == (None, ["shown"])
