"""The tray icon comes late, goes and comes back; and what a click on it asks."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, Show, Window
from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.first_icon import FirstIcon
from psoas_break.ui.tray import Tray
from psoas_break.ui.tray_icon import Face, Kind, paint_face
from psoas_break.ui.tray_panel import Panel

SITTING = Situation(
    state=StateName.SITTING,
    line="Sitting 22 min",
    tooltip="Next break 9:32 to 9:47",
    remaining=0.5,
)
# The offscreen platform knows no tray, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged")

CLICK = QSystemTrayIcon.ActivationReason.Trigger


class World:
    """A desktop whose tray can be there or not, and our icon."""

    def __init__(
        self, qtbot: QtBot, *, tray: bool, first: FirstIcon | None = None
    ) -> None:
        self.has_tray = tray
        self.menu = QMenu()
        qtbot.addWidget(self.menu)
        self.tray = Tray(first=first, is_available=lambda: self.has_tray)
        self.tray.set_menu(self.menu)
        self.told: list[bool] = []
        self.asked: list[Command] = []
        self.tray.availability.connect(self.told.append)
        self.tray.asked.connect(self.asked.append)

    @property
    def icon(self) -> QSystemTrayIcon:
        return self.tray._icon

    def click(self, reason: QSystemTrayIcon.ActivationReason = CLICK) -> None:
        self.icon.activated.emit(reason)


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot, tray=True)


@pytest.fixture
def bare(qtbot: QtBot) -> World:
    return World(qtbot, tray=False)


def test_the_icon_shows_at_once(world: World) -> None:
    assert world.icon.isVisible()


def test_the_icon_has_the_menu(world: World) -> None:
    assert world.icon.contextMenu() is world.menu


def test_with_a_tray_nothing_looks_for_one(world: World) -> None:
    assert not world.tray._looking.isActive()


def test_the_icon_that_shows_already_is_the_one(qtbot: QtBot) -> None:
    icon = QSystemTrayIcon()
    world = World(
        qtbot, tray=True, first=FirstIcon(icon, has_tray=True, panel=Panel.DARK)
    )
    world.click()

    assert world.icon is icon
    assert icon.contextMenu() is world.menu
    assert world.asked == [Show(Window.HOME)]


def test_the_icon_that_shows_already_is_painted_from_then_on(qtbot: QtBot) -> None:
    icon = QSystemTrayIcon()
    world = World(
        qtbot, tray=True, first=FirstIcon(icon, has_tray=True, panel=Panel.DARK)
    )
    painted = paint_face(world.tray.face, Panel.DARK, 37).toImage()

    assert icon.icon().pixmap(37).toImage() == painted


def test_an_icon_that_came_before_its_tray_is_made_anew(qtbot: QtBot) -> None:
    deaf = QSystemTrayIcon()
    # The tray came between the icon and all that is built behind it.
    world = World(
        qtbot, tray=True, first=FirstIcon(deaf, has_tray=False, panel=Panel.DARK)
    )
    world.tray._looking.timeout.emit()

    assert world.icon is not deaf
    assert world.told == [True]


def test_without_a_tray_it_looks_for_one(bare: World) -> None:
    assert bare.tray._looking.isActive()


def test_an_icon_made_before_its_tray_is_made_anew(bare: World) -> None:
    deaf = bare.icon
    bare.has_tray = True
    bare.tray._looking.timeout.emit()

    assert bare.icon is not deaf


def test_the_new_icon_says_what_the_old_one_said(bare: World) -> None:
    bare.tray.show(SITTING)
    bare.has_tray = True
    bare.tray.look()

    assert bare.icon.toolTip() == SITTING.tooltip


def test_only_one_icon_shows_after_that(bare: World) -> None:
    deaf = bare.icon
    bare.has_tray = True
    bare.tray.look()

    assert (deaf.isVisible(), bare.icon.isVisible()) == (False, True)


def test_once_the_tray_is_there_nothing_looks_for_one(bare: World) -> None:
    bare.has_tray = True
    bare.tray.look()

    assert not bare.tray._looking.isActive()


def test_a_tray_that_comes_is_told(bare: World) -> None:
    bare.has_tray = True
    bare.tray.look()
    bare.tray.look()

    assert bare.told == [True]


def test_a_tray_that_goes_and_comes_back_keeps_its_icon(world: World) -> None:
    icon = world.icon
    for there in (False, True):
        world.has_tray = there
        world.tray.look()

    assert (world.icon is icon, world.told) == (True, [False, True])


def test_the_tooltip_says_where_we_are(world: World) -> None:
    world.tray.show(SITTING)

    assert world.icon.toolTip() == "Next break 9:32 to 9:47"


def test_the_icon_is_left_alone_while_nothing_changed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world.tray.show(SITTING)
    touched: list[object] = []
    monkeypatch.setattr(world.icon, "setIcon", touched.append)
    monkeypatch.setattr(world.icon, "setToolTip", touched.append)
    world.tray.show(replace(SITTING, line="Sitting 23 min", remaining=0.49))

    assert touched == []


def test_the_icon_follows_the_situation(world: World) -> None:
    world.tray.show(replace(SITTING, state=StateName.PAUSED))

    assert world.tray.face == Face(Kind.PAUSED)


def test_a_click_asks_for_the_home_window(world: World) -> None:
    world.tray.show(SITTING)
    world.click()

    assert world.asked == [Show(Window.HOME)]


@pytest.mark.parametrize(
    "situation",
    [
        replace(SITTING, state=StateName.PROMPTING, prompt=PromptShape.SHOWN),
        replace(SITTING, state=StateName.DUE),
        replace(SITTING, prompt=PromptShape.COLLAPSED),
    ],
)
def test_a_click_on_a_due_icon_asks_for_the_card(
    world: World, situation: Situation
) -> None:
    world.tray.show(situation)
    world.click()

    assert world.asked == [Show(Window.CARD)]


def test_a_right_click_asks_nothing_but_the_menu(world: World) -> None:
    world.click(QSystemTrayIcon.ActivationReason.Context)

    assert world.asked == []


def test_the_icon_can_be_taken_away(world: World) -> None:
    world.tray.hide()

    assert not world.icon.isVisible()
