"""A card that stays long enough to be seen, however fast time runs."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion, Reminders
from psoas_break.ui.look import Look
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.prompt_host import PromptHost
from tests.app.at_the_desk import ours
from tests.ui.test_prompt_card_host import OFFER

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LONG = timedelta(hours=1)
SHORT = timedelta(milliseconds=20)


def host(qapp: QApplication, owner: QObject, stays: timedelta) -> PromptHost:
    return PromptHost(
        app=qapp,
        look=Look(app=qapp, settings=LookSettings(motion=Motion.REDUCED)),
        reminders=Reminders,
        exercises=dict,
        composited=lambda: False,
        stays=stays,
        parent=owner,
    )


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_a_card_that_was_hardly_seen_does_not_collapse_yet(
    qapp: QApplication, owner: QObject
) -> None:
    made = host(qapp, owner, LONG)
    made.show(OFFER)

    made.collapse()

    assert made._up is not None
    made.withdraw()


def test_it_collapses_when_it_was_seen_long_enough(
    qapp: QApplication, owner: QObject, qtbot: QtBot
) -> None:
    made = host(qapp, owner, SHORT)
    made.show(OFFER)

    made.collapse()

    qtbot.waitUntil(lambda: made._up is None)


def test_a_prompt_that_comes_again_meanwhile_keeps_its_card(
    qapp: QApplication, owner: QObject, qtbot: QtBot
) -> None:
    made = host(qapp, owner, SHORT)
    made.show(OFFER)
    made.collapse()
    made.show(OFFER)

    qtbot.waitUntil(lambda: not made._stays.isActive())

    assert made._up is not None
    made.withdraw()


def test_an_answer_takes_the_card_at_once(qapp: QApplication, owner: QObject) -> None:
    made = host(qapp, owner, LONG)
    made.show(OFFER)

    made.withdraw()

    assert made._up is None


def test_a_card_put_away_by_hand_goes_at_once(
    qapp: QApplication, owner: QObject
) -> None:
    made = host(qapp, owner, LONG)
    made.dismissed.connect(made.collapse)
    made.show(OFFER)
    assert made._up is not None

    made._up.dismissed.emit()

    assert made._up is None


def test_the_card_shows_the_figure_of_what_it_offers(
    qapp: QApplication, owner: QObject, qtbot: QtBot
) -> None:
    made = host(qapp, owner, LONG)
    made.show(OFFER)
    card = made._up
    assert isinstance(card, PromptCard)
    before = card.grab().toImage()
    made._exercises = lambda: ours().exercises

    made.show(replace(OFFER, exercise="standing-hip-flexor-stretch"))

    qtbot.waitUntil(lambda: card.grab().toImage() != before)
    made.withdraw()
