"""The prompt card: what it says, what it asks, and what it leaves alone."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QCloseEvent, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import (
    Command,
    JustMoved,
    Meeting,
    NeverAgain,
    Show,
    Skip,
    Snooze,
    Start,
    Window,
)
from psoas_break.domain.settings import Length
from psoas_break.domain.situation import Offer
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


class World:
    """A card on screen, and what was asked with it."""

    def __init__(self, qtbot: QtBot, *, composited: bool = False) -> None:
        self.card = PromptCard(theme=LIGHT, composited=composited, fades=False)
        qtbot.addWidget(self.card)
        self.asked: list[Command] = []
        self.lengths: list[Length] = []
        self.dismissed: list[bool] = []
        self.card.asked.connect(self.asked.append)
        self.card.length_chosen.connect(self.lengths.append)
        self.card.dismissed.connect(lambda: self.dismissed.append(True))
        self.card.show_offer(OFFER)

    def texts(self) -> list[str]:
        return [
            label.text()
            for label in self.card.findChildren(QLabel)
            if label.text() and not label.isHidden() and label.isVisibleTo(self.card)
        ]

    def button(self, name: str) -> QPushButton:
        button = self.card.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        return button

    def strip(self) -> QPushButton:
        return next(
            b for b in self.card.findChildren(QPushButton) if b.text() == "I just moved"
        )

    def choose(self, name: str, *path: str) -> None:
        menu = self.button(name).menu()
        for text in path[:-1]:
            below = next(a for a in menu.actions() if a.text() == text).menu()
            assert isinstance(below, QMenu)
            menu = below
        next(a for a in menu.actions() if a.text() == path[-1]).trigger()

    def press(self, name: str) -> None:
        """Press the mouse where a button is, through the window, as a hand does."""
        window = self.card.windowHandle()
        assert window is not None
        button = self.button(name)
        at = button.mapTo(self.card, button.rect().center())
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=at)


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot)


@pytest.fixture
def pointer(monkeypatch: pytest.MonkeyPatch) -> Callable[[QPoint], None]:
    """Put the pointer somewhere."""

    def put(at: QPoint) -> None:
        monkeypatch.setattr(QCursor, "pos", lambda: at)

    return put


def test_it_says_what_it_is_about(world: World) -> None:
    assert world.texts() == [
        "Time to stand up",
        "40 min sitting",
        "Standing stretch, both sides",
    ]


def test_without_a_detail_it_names_the_routine(world: World) -> None:
    world.card.show_offer(replace(OFFER, detail=""))

    assert "Two-minute hips and breath" in world.texts()


@pytest.mark.parametrize(
    ("used", "limit", "words"),
    [
        (1, 3, "snoozed 1 of 3"),
        (3, 3, "snoozed 3 of 3"),
        (1, None, "snoozed once"),
        (4, None, "snoozed 4 times"),
        (0, 0, "snoozing is off"),
    ],
)
def test_it_says_how_often_it_was_snoozed(
    world: World, used: int, limit: int | None, words: str
) -> None:
    world.card.show_offer(replace(OFFER, snoozes_used=used, snooze_limit=limit))

    assert words in world.texts()


@pytest.mark.parametrize("name", ["snooze", "snooze-menu"])
def test_at_the_limit_snooze_is_off_and_says_why(world: World, name: str) -> None:
    world.card.show_offer(replace(OFFER, snoozes_used=3))
    button = world.button(name)

    assert (button.isEnabled(), button.toolTip()) == (
        False,
        "Snoozed 3 of 3: the limit in the settings",
    )


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("start", Start("stretch")),
        ("breathe", Start("breathe")),
        ("snooze", Snooze(timedelta(minutes=5))),
        ("skip", Skip()),
    ],
)
def test_a_button_asks_for_what_it_says(
    world: World, name: str, command: Command
) -> None:
    world.button(name).click()

    assert world.asked == [command]


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (("snooze-menu", "In 2 min"), Snooze(timedelta(minutes=2))),
        (("snooze-menu", "In 15 min"), Snooze(timedelta(minutes=15))),
        (("more", "I just moved"), JustMoved()),
        (("more", "In a meeting", "30 minutes"), Meeting(timedelta(minutes=30))),
        (("more", "Something else…"), Show(Window.CATALOGUE)),
        (("more", "Not this one again"), NeverAgain()),
    ],
)
def test_a_menu_asks_for_what_it_says(
    world: World, path: tuple[str, ...], command: Command
) -> None:
    world.choose(*path)

    assert world.asked == [command]


def test_it_says_why_this_one_where_that_is_looked_for(world: World) -> None:
    world.card.show_offer(replace(OFFER, why="Suggested because: it is next in turn"))

    menu = world.button("more").menu()
    assert isinstance(menu, QMenu)
    (why,) = [action for action in menu.actions() if "next in turn" in action.text()]
    why.trigger()
    assert world.asked == [Show(Window.CATALOGUE)]
    assert "next in turn" in world.button("start").toolTip()
    assert "next in turn" in world.button("start").accessibleDescription()


def test_a_length_can_be_chosen(world: World) -> None:
    world.choose("length", "About 3 min")

    assert world.lengths == [Length.THREE]


def test_it_can_be_put_away_without_an_answer(world: World) -> None:
    world.button("close").click()

    assert (world.dismissed, world.asked) == ([True], [])


def test_a_close_from_the_desktop_puts_it_away(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    event = QCloseEvent()
    monkeypatch.setattr(event, "spontaneous", lambda: True)
    world.card.closeEvent(event)

    assert world.dismissed == [True]


def test_being_closed_by_the_app_is_no_answer(world: World) -> None:
    world.card.closeEvent(QCloseEvent())

    assert world.dismissed == []


def test_after_a_walk_the_first_line_offers_that_one_moved(world: World) -> None:
    world.card.show_offer(replace(OFFER, moved_first=True))
    world.strip().click()

    assert (world.strip().isVisibleTo(world.card), world.asked) == (
        True,
        [JustMoved()],
    )


def test_otherwise_the_first_line_is_the_question(world: World) -> None:
    assert not world.strip().isVisibleTo(world.card)


def test_nothing_on_it_takes_the_keyboard(world: World) -> None:
    takers = [
        child
        for child in world.card.findChildren(QWidget)
        if child.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not isinstance(child, QMenu)
    ]

    assert takers == []


def test_as_a_window_it_refuses_the_keyboard(world: World) -> None:
    flags = world.card.windowFlags()

    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert world.card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_every_button_has_a_name_for_the_screen_reader(world: World) -> None:
    names = [
        interface.text(QAccessible.Text.Name)
        for button in world.card.findChildren(QAbstractButton)
        if (interface := QAccessible.queryAccessibleInterface(button))
    ]

    assert len(names) > 5
    assert all(names)


def test_the_screen_reader_hears_what_is_offered(world: World) -> None:
    assert world.card.accessibleDescription() == (
        "40 min sitting. Standing stretch, both sides, about 2 min"
    )


def test_a_click_meant_for_what_was_there_before_is_not_taken(
    world: World, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(600, 600))
    world.card.appear()
    world.press("start")

    assert world.asked == []


def test_soon_after_it_takes_clicks(
    world: World, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(600, 600))
    world.card.appear()
    world.card._deaf.timeout.emit()
    world.press("start")

    assert world.asked == [Start("stretch")]


def test_where_no_pointer_was_it_takes_clicks_at_once(
    world: World, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(10, 10))
    world.card.appear()
    world.press("start")

    assert world.asked == [Start("stretch")]


def test_it_comes_up_in_the_corner(
    world: World, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(10, 10))
    world.card.appear()
    room = world.card.screen().availableGeometry()

    assert world.card.geometry().bottomRight() == room.bottomRight() - QPoint(16, 16)


def test_a_shadow_lies_outside_the_corner(
    qtbot: QtBot, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(10, 10))
    world = World(qtbot, composited=True)
    world.card.appear()
    room = world.card.screen().availableGeometry()

    assert world.card.geometry().bottomRight() == room.bottomRight() + QPoint(8, 8)


def test_it_grows_upwards_from_its_corner(
    world: World, pointer: Callable[[QPoint], None]
) -> None:
    pointer(QPoint(10, 10))
    world.card.appear()
    corner = world.card.geometry().bottomRight()
    world.card.show_offer(replace(OFFER, moved_first=True))

    assert world.card.geometry().bottomRight() == corner


def test_without_a_compositor_its_corners_are_cut(world: World) -> None:
    assert not world.card.mask().contains(QPoint(0, 0))


def test_with_a_compositor_nothing_is_cut(qtbot: QtBot) -> None:
    assert World(qtbot, composited=True).card.mask().isEmpty()


def test_its_words_fit(world: World) -> None:
    world.card.appear()
    for label in world.card.findChildren(QLabel):
        if label.isVisibleTo(world.card):
            needed = label.heightForWidth(label.width())
            assert max(needed, label.minimumSizeHint().height()) <= label.height()


def test_a_long_text_makes_it_higher(world: World) -> None:
    before = world.card.height()
    world.card.show_offer(replace(OFFER, detail="Standing hip flexor stretch, " * 4))

    assert world.card.height() > before


def test_it_follows_the_theme(world: World) -> None:
    light = world.card.grab(QRect(180, 10, 1, 1)).toImage().pixelColor(0, 0)
    world.card.set_theme(DARK)
    dark = world.card.grab(QRect(180, 10, 1, 1)).toImage().pixelColor(0, 0)

    assert (light, dark) == (LIGHT.surface, DARK.surface)
