"""The card as a place to ask: built when needed, gone afterwards."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.app.commands import Command, Skip
from psoas_break.app.ports import PromptView
from psoas_break.domain.situation import Offer
from psoas_break.ui.card_surface import CardSurface
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.theme import DARK, LIGHT

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OFFER = Offer(
    sat=timedelta(minutes=40),
    routine="R2",
    name="Two-minute hips and breath",
    detail="Standing stretch, both sides",
    length=timedelta(seconds=130),
)


@pytest.fixture
def surface(qapp: QApplication) -> Iterator[CardSurface]:
    """A surface without compositor; whatever it shows is gone afterwards."""
    assert qapp
    shown = CardSurface(theme=LIGHT, composited=lambda: False)
    yield shown
    shown.withdraw()


def card_of(surface: CardSurface) -> PromptCard:
    assert surface.card is not None
    return surface.card


def test_it_is_a_prompt_view(surface: CardSurface) -> None:
    view: PromptView = surface

    assert view is surface


def test_before_the_first_prompt_there_is_no_window(surface: CardSurface) -> None:
    assert surface.card is None


def test_showing_shows_a_card(surface: CardSurface) -> None:
    surface.show(OFFER)

    assert card_of(surface).isVisible()


@pytest.mark.parametrize("end", ["collapse", "withdraw"])
def test_afterwards_the_card_is_freed(
    surface: CardSurface, qtbot: QtBot, end: str
) -> None:
    surface.show(OFFER)
    card = card_of(surface)
    getattr(surface, end)()
    qtbot.waitUntil(lambda: not isValid(card))

    assert (surface.card, surface._closing) == (None, [])


def test_a_card_may_be_taken_down_by_its_own_button(
    surface: CardSurface, qtbot: QtBot
) -> None:
    asked: list[Command] = []
    surface.asked.connect(asked.append)
    surface.asked.connect(lambda _command: surface.withdraw())
    surface.show(OFFER)
    card = card_of(surface)
    skip = card.findChild(QPushButton, "skip")
    assert isinstance(skip, QPushButton)
    skip.click()
    qtbot.waitUntil(lambda: not isValid(card))

    assert asked == [Skip()]


def test_showing_again_replaces_the_card(surface: CardSurface, qtbot: QtBot) -> None:
    surface.show(OFFER)
    first = card_of(surface)
    surface.show(OFFER)
    qtbot.waitUntil(lambda: not isValid(first))

    assert card_of(surface) is not first


def test_another_suggestion_keeps_the_card(surface: CardSurface) -> None:
    surface.show(OFFER)
    first = card_of(surface)
    surface.change(replace(OFFER, detail="Marching on the spot"))

    assert card_of(surface) is first
    assert "Marching on the spot" in first.accessibleDescription()


def test_putting_the_card_away_is_passed_on(surface: CardSurface, qtbot: QtBot) -> None:
    surface.show(OFFER)
    with qtbot.waitSignal(surface.dismissed):
        card_of(surface).dismissed.emit()


def test_withdrawing_nothing_is_no_mistake(surface: CardSurface) -> None:
    surface.withdraw()

    assert surface.card is None


def test_the_next_card_has_the_new_theme(surface: CardSurface) -> None:
    surface.set_theme(DARK)
    surface.show(OFFER)

    assert card_of(surface)._theme is DARK


def test_the_next_card_has_the_new_snooze(surface: CardSurface) -> None:
    surface.set_preferences(reduced_motion=True, snooze=timedelta(minutes=7))
    surface.show(OFFER)
    snooze = card_of(surface).findChild(QPushButton, "snooze")

    assert isinstance(snooze, QPushButton)
    assert snooze.text() == "In 7 min"
