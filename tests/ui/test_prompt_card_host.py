"""Where the card lives: built when it is wanted, gone afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.app.commands import Command, Skip
from psoas_break.app.ports import PromptView
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion, Reminders, Surface, ThemeChoice
from psoas_break.domain.situation import Offer
from psoas_break.ui.look import Look
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.prompt_host import PromptHost
from psoas_break.ui.theme import DARK

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIGHT_AND_STILL = LookSettings(theme=ThemeChoice.LIGHT, motion=Motion.REDUCED)
OFFER = Offer(
    sat=timedelta(minutes=40),
    routine="R2",
    name="Two-minute hips and breath",
    detail="Standing stretch, both sides",
    length=timedelta(seconds=130),
)


@dataclass
class World:
    """A host, what it is set to, and what came of it."""

    app: QApplication
    surface: Surface = Surface.CARD
    snooze: timedelta = timedelta(minutes=5)
    owner: QObject = field(default_factory=QObject)
    asked: list[Command] = field(default_factory=list)
    shown: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.look = Look(app=self.app, settings=LIGHT_AND_STILL)
        self.host = PromptHost(
            app=self.app,
            look=self.look,
            reminders=lambda: Reminders(surface=self.surface, snooze=self.snooze),
            exercises=dict,
            composited=lambda: False,
            parent=self.owner,
        )
        self.host.asked.connect(self.asked.append)
        self.host.shown.connect(lambda: self.shown.append(True))

    @property
    def card(self) -> PromptCard:
        assert isinstance(self.host._up, PromptCard)
        return self.host._up

    def button(self, name: str) -> QPushButton:
        button = self.card.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    running = World(qapp)
    yield running
    running.host.withdraw()


def test_it_is_a_prompt_view(world: World) -> None:
    view: PromptView = world.host

    assert view is world.host


def test_before_the_first_prompt_there_is_no_window(world: World) -> None:
    assert world.host._up is None


def test_showing_shows_a_card(world: World) -> None:
    world.host.show(OFFER)

    assert world.card.isVisible()


@pytest.mark.parametrize("end", ["collapse", "withdraw"])
def test_afterwards_the_card_is_freed(world: World, qtbot: QtBot, end: str) -> None:
    world.host.show(OFFER)
    card = world.card
    getattr(world.host, end)()

    qtbot.waitUntil(lambda: not isValid(card))


def test_a_card_may_be_taken_down_by_its_own_button(world: World, qtbot: QtBot) -> None:
    world.host.asked.connect(lambda _command: world.host.withdraw())
    world.host.show(OFFER)
    card = world.card
    world.button("skip").click()
    qtbot.waitUntil(lambda: not isValid(card))

    assert world.asked == [Skip()]


def test_another_suggestion_keeps_the_card(world: World) -> None:
    world.host.show(OFFER)
    first = world.card
    world.host.show(replace(OFFER, detail="Marching on the spot"))

    assert world.card is first
    assert "Marching on the spot" in first.accessibleDescription()


def test_another_suggestion_is_no_second_prompt(world: World) -> None:
    world.host.show(OFFER)
    world.host.show(OFFER)

    assert world.shown == [True]


def test_putting_the_card_away_is_passed_on(world: World, qtbot: QtBot) -> None:
    world.host.show(OFFER)
    with qtbot.waitSignal(world.host.dismissed):
        world.button("close").click()


def test_withdrawing_nothing_is_no_mistake(world: World) -> None:
    world.host.withdraw()

    assert world.host._up is None


def test_a_card_on_screen_follows_the_theme(world: World) -> None:
    world.host.show(OFFER)
    world.look.use(replace(LIGHT_AND_STILL, theme=ThemeChoice.DARK))

    assert world.card._theme is DARK


def test_the_card_offers_the_usual_snooze(world: World) -> None:
    world.snooze = timedelta(minutes=7)
    world.host.show(OFFER)

    assert world.button("snooze").text() == "In 7 min"


def test_in_the_tray_only_there_is_no_card(world: World) -> None:
    world.surface = Surface.TRAY
    world.host.show(OFFER)

    assert (world.host._up, world.shown) == (None, [True])
