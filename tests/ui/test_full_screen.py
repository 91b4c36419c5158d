"""The prompt over all screens, and its host."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.domain.settings import Surface
from psoas_break.ui.full_screen import FullScreenPrompt
from psoas_break.ui.theme import DARK
from tests.ui.test_prompt_card_host import OFFER, World

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    running = World(qapp, surface=Surface.FULL_SCREEN)
    running.host.show(OFFER)
    yield running
    running.host.withdraw()


def screens(world: World) -> FullScreenPrompt:
    assert isinstance(world.host._up, FullScreenPrompt)
    return world.host._up


def test_it_asks_on_the_one_screen_there_is(world: World) -> None:
    assert screens(world)._asking.isVisible()
    assert screens(world)._covers == {}


def test_it_is_one_showing(world: World) -> None:
    world.host.show(OFFER)

    assert world.shown == [True]


def test_putting_it_away_is_passed_on(world: World, qtbot: QtBot) -> None:
    with qtbot.waitSignal(world.host.dismissed):
        screens(world)._asking.dismissed.emit()


def test_afterwards_it_is_freed(world: World, qtbot: QtBot) -> None:
    up = screens(world)
    asking = up._asking
    world.host.withdraw()

    qtbot.waitUntil(lambda: not isValid(asking) and not isValid(up))


def test_it_follows_the_theme(world: World) -> None:
    screens(world).set_theme(DARK)

    assert screens(world)._asking._theme is DARK


def test_screens_that_stay_as_they_are_are_left_alone(world: World) -> None:
    asking = screens(world)._asking
    asking._deaf_to_keys.stop()
    screens(world)._arrange()

    assert not asking._deaf_to_keys.isActive()
