"""The screen that asks: who hears which key when, and how one leaves."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, Skip, Snooze, Start
from psoas_break.ui.prompt_screen import PromptScreen
from psoas_break.ui.theme import LIGHT
from tests.ui.test_prompt_card_host import OFFER

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ESC = Qt.Key.Key_Escape


class World:
    """A screen that has just come, and what came of it."""

    def __init__(self, qtbot: QtBot, *, firm: bool = False) -> None:
        self.screen = PromptScreen(
            theme=LIGHT,
            composited=True,
            fades=False,
            snooze=timedelta(minutes=5),
            firm=firm,
        )
        qtbot.addWidget(self.screen)
        self.asked: list[Command] = []
        self.left: list[bool] = []
        self.screen.asked.connect(self.asked.append)
        self.screen.dismissed.connect(lambda: self.left.append(True))
        self.screen.show_offer(OFFER)
        self.screen.cover(QGuiApplication.primaryScreen())

    def button(self, name: str) -> QPushButton:
        button = self.screen.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button

    def press(self, *keys: Qt.Key) -> None:
        """Press keys as a hand does: they go to whatever has the focus."""
        for key in keys:
            QTest.keyClick(self.screen.focusWidget() or self.screen, key)

    def hold(self, *, repeats: bool = False) -> None:
        """Press Esc and do not let go."""
        event = QKeyEvent(
            QEvent.Type.KeyPress, ESC, Qt.KeyboardModifier.NoModifier, "", repeats
        )
        QApplication.sendEvent(self.screen, event)

    def let_go(self) -> None:
        QTest.keyRelease(self.screen, ESC)

    def settle(self) -> None:
        """Let the first three seconds be over."""
        self.screen._deaf_to_keys.stop()

    def hint(self) -> str:
        return self.screen._card.findChildren(QLabel)[-1].text()

    def wait_for_answers(self) -> None:
        """Let the first ten seconds be over."""
        self.screen._answers_come.setRemainingTime(0)
        self.screen._counts.timeout.emit()


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot)


@pytest.fixture
def firm(qtbot: QtBot) -> World:
    return World(qtbot, firm=True)


def test_it_covers_the_whole_screen(world: World) -> None:
    assert world.screen.geometry() == world.screen.screen().geometry()


def test_the_card_stands_in_the_middle(world: World) -> None:
    middle = world.screen._card.geometry().center() - world.screen.rect().center()

    assert middle.manhattanLength() <= 2


def test_no_button_is_the_default(world: World) -> None:
    world.settle()
    world.press(Qt.Key.Key_Return, Qt.Key.Key_Space)

    assert (world.asked, world.left) == ([], [])


def test_keys_meant_for_other_windows_do_nothing(world: World) -> None:
    world.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space)

    assert world.asked == []
    assert world.screen.focusWidget() in (None, world.screen)


def test_afterwards_tab_and_enter_answer(world: World) -> None:
    world.settle()
    world.press(Qt.Key.Key_Tab)
    while world.screen.focusWidget() is not world.button("start"):
        world.press(Qt.Key.Key_Tab)
    world.press(Qt.Key.Key_Return)

    assert world.asked == [Start("stretch")]


def test_esc_puts_it_away_from_the_first_moment(world: World) -> None:
    world.press(ESC)

    assert (world.left, world.asked) == ([True], [])


def test_an_esc_held_since_before_it_came_does_not(world: World) -> None:
    world.hold(repeats=True)

    assert world.left == []


def test_esc_leaves_with_the_focus_on_a_button_too(world: World) -> None:
    world.settle()
    world.button("skip").setFocus()
    world.press(ESC)

    assert world.left == [True]


def test_a_click_meant_for_what_was_there_before_is_not_taken(world: World) -> None:
    deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
    before = world.screen._body.testAttribute(deaf)
    world.screen._deaf_to_clicks.timeout.emit()

    assert (before, world.screen._body.testAttribute(deaf)) == (True, False)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("start", Start("stretch")),
        ("breathe", Start("breathe")),
        ("snooze", Snooze(timedelta(minutes=5))),
        ("skip", Skip()),
    ],
)
def test_its_buttons_are_the_cards(world: World, name: str, command: Command) -> None:
    world.button(name).click()

    assert world.asked == [command]


def test_a_close_from_the_desktop_puts_it_away(
    firm: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = QCloseEvent()
    monkeypatch.setattr(event, "spontaneous", lambda: True)
    firm.screen.closeEvent(event)

    assert firm.left == [True]


def test_when_firm_the_buttons_come_later(firm: World) -> None:
    before = firm.button("start").isVisible()
    firm.wait_for_answers()

    assert (before, firm.button("start").isVisible()) == (False, True)


def test_when_firm_it_says_how_long_that_takes(firm: World) -> None:
    before = firm.hint()
    firm.wait_for_answers()

    assert (before, firm.hint()) == (
        "Buttons in 10 s · Hold Esc for 3 s to leave",
        "Hold Esc for 3 s to leave",
    )


@pytest.mark.parametrize("name", ["skip", "close"])
def test_when_firm_there_is_no_easy_way_out(firm: World, name: str) -> None:
    firm.wait_for_answers()

    assert not firm.button(name).isVisible()


def test_when_firm_a_short_esc_does_not_leave(firm: World) -> None:
    firm.hold()
    held = firm.hint()
    firm.let_go()
    firm.screen._lets_go.timeout.emit()

    assert held == "Keep holding Esc…"
    assert (firm.screen._holds_esc.isActive(), firm.left) == (False, [])


def test_when_firm_esc_held_long_enough_leaves(firm: World) -> None:
    firm.hold()
    firm.hold(repeats=True)
    assert firm.screen._holds_esc.remainingTime() > 0
    firm.screen._holds_esc.timeout.emit()

    assert firm.left == [True]


def test_a_held_key_that_repeats_as_single_presses_is_held(firm: World) -> None:
    firm.hold()
    for _repeat in range(3):
        firm.let_go()
        firm.hold()

    assert firm.screen._holds_esc.isActive()
    assert not firm.screen._lets_go.isActive()


def test_another_window_in_front_lets_go_of_esc(
    firm: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm.hold()
    monkeypatch.setattr(firm.screen, "isActiveWindow", lambda: False)
    firm.screen.changeEvent(QEvent(QEvent.Type.ActivationChange))

    assert not firm.screen._holds_esc.isActive()
