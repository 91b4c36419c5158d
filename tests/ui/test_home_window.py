"""The home window: what it says and what it asks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.app.commands import (
    AskAnyway,
    Command,
    JustMoved,
    Meeting,
    PauseFor,
    Quit,
    Resume,
    Settle,
    Show,
    Skip,
    Snooze,
    Standing,
    Start,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.domain.proposals import Choice, Proposal, Topic
from psoas_break.domain.situation import Situation, StateName, Suggested
from psoas_break.ui.home_window import HEIGHT, WIDTH, HomeWindow
from psoas_break.ui.ring import Ring
from psoas_break.ui.theme import DARK, LIGHT
from tests.ui.test_end_screen import SORE

SITTING = Situation(
    state=StateName.SITTING,
    line="Sitting 22 min · next break in 8 to 23 min",
    tooltip="Next break 9:32 to 9:47",
    sitting=timedelta(minutes=22, seconds=59),
    remaining=0.5,
)
EVERYTHING = replace(
    SITTING,
    paused=True,
    standing=True,
    in_meeting=True,
    can_snooze=True,
    can_skip=True,
    undo="Undo skip",
    can_say_was_sitting=True,
    waited_all_day="Breaks waited all day for Do not disturb",
)
NEXT = Suggested(
    name="Two-minute hips and breath",
    length=timedelta(seconds=130),
    why="Suggested because: it is next in turn",
)


class World:
    """A home window, the situation it asks for, and what was asked with it."""

    def __init__(self, qtbot: QtBot, situation: Situation, **more: object) -> None:
        self.situation = situation
        self.window = HomeWindow(
            theme=LIGHT,
            situation=lambda: self.situation,
            **more,  # type: ignore[arg-type]  # has_tray and desktop, as given
        )
        qtbot.addWidget(self.window)
        self.asked: list[Command] = []
        self.window.asked.connect(self.asked.append)

    def texts(self) -> list[str]:
        labels = self.window.findChildren(QLabel)
        return [x.text() for x in labels if x.text() and x.isVisibleTo(self.window)]

    def button(self, text: str) -> QPushButton:
        buttons = self.window.findChildren(QPushButton)
        return next(b for b in buttons if text in (b.text(), b.accessibleName()))

    def choose(self, button: str, *path: str) -> None:
        menu = self.button(button).menu()
        for text in path[:-1]:
            below = next(a for a in menu.actions() if a.text() == text).menu()
            assert isinstance(below, QMenu)
            menu = below
        next(a for a in menu.actions() if a.text() == path[-1]).trigger()


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot, SITTING)


def test_it_says_where_we_are(world: World) -> None:
    assert world.texts() == ["Sitting 22 min", "Next break in 8 to 23 min"]


def test_a_reason_to_be_silent_stands_below(qtbot: QtBot) -> None:
    world = World(qtbot, replace(SITTING, line="Sitting 50 min", reason="In a call"))

    assert world.texts() == ["Sitting 50 min", "In a call"]


def test_a_reason_is_not_said_twice(qtbot: QtBot) -> None:
    paused = replace(SITTING, line="Paused until 14:30", reason="Paused until 14:30")

    assert World(qtbot, paused).texts() == ["Paused until 14:30"]


def test_nor_where_the_line_says_more(qtbot: QtBot) -> None:
    reason = "In a call · a break would wait"
    quiet = replace(SITTING, line=f"{reason} · sitting 5 min", reason=reason)

    told = World(qtbot, quiet).texts()

    assert told == ["In a call", "A break would wait · sitting 5 min"]


def test_the_ring_tells_the_screen_reader_the_minutes(world: World) -> None:
    ring = world.window.findChild(Ring)

    assert isinstance(ring, Ring)
    assert ring.accessibleName() == "22 minutes sitting"


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Start stretch", Start("stretch")),
        ("Breathe", Start("breathe")),
        ("I just moved", JustMoved()),
        ("Undo skip", Undo()),
        ("Ask me anyway", AskAnyway()),
        ("I was sitting", WasSitting()),
        ("Resume", Resume()),
        ("I am sitting", Standing(on=False)),
        ("End meeting", Meeting(None)),
    ],
)
def test_a_button_asks_for_what_it_says(
    qtbot: QtBot, text: str, command: Command
) -> None:
    world = World(qtbot, EVERYTHING)
    world.button(text).click()

    assert world.asked == [command]


@pytest.mark.parametrize(
    ("path", "command"),
    [
        (("Pause", "1 hour"), PauseFor(timedelta(hours=1))),
        (("More", "Choose a break…"), Show(Window.CATALOGUE)),
        (("More", "Ask me again", "In 10 min"), Snooze(timedelta(minutes=10))),
        (("More", "Skip this break"), Skip()),
        (("More", "I am standing"), Standing(on=True)),
        (("More", "In a meeting", "15 minutes"), Meeting(timedelta(minutes=15))),
        (("More", "History"), Show(Window.HISTORY)),
        (("More", "Settings"), Show(Window.SETTINGS)),
        (("More", "About"), Show(Window.ABOUT)),
        (("More", "Quit"), Quit()),
    ],
)
def test_a_menu_asks_for_what_it_says(
    world: World, path: tuple[str, ...], command: Command
) -> None:
    world.choose(*path)

    assert world.asked == [command]


@pytest.mark.parametrize(
    "text",
    ["Ask me anyway", "I was sitting", "Resume", "I am sitting", "End meeting"],
)
def test_with_nothing_special_only_the_usual_buttons_show(
    world: World, text: str
) -> None:
    assert not world.button(text).isVisibleTo(world.window)


def test_undo_goes_when_its_time_is_over(qtbot: QtBot) -> None:
    world = World(qtbot, replace(SITTING, undo="Undo skip"))
    undo = world.button("Undo skip")
    before = undo.isVisibleTo(world.window)
    world.window.show_situation(SITTING)

    assert (before, undo.isVisibleTo(world.window)) == (True, False)


def test_no_button_moves_away_under_the_pointer(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING)
    world.window.show()
    buttons = [world.button(text) for text in ("Start stretch", "I just moved")]
    before = [button.mapTo(world.window, button.rect().center()) for button in buttons]

    world.window.show_situation(replace(SITTING, undo="Undo: I just moved"))

    now = [button.mapTo(world.window, button.rect().center()) for button in buttons]
    assert now == before
    assert world.button("Undo: I just moved").isVisible()


def test_it_says_what_start_starts_and_why(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING, suggested=lambda: NEXT)

    assert world.texts()[-2:] == ["Two-minute hips and breath, about 2 min", NEXT.why]
    told = QAccessible.queryAccessibleInterface(world.button("Start stretch"))
    assert NEXT.why in told.text(QAccessible.Text.Description)
    assert world.window.height() == LIGHT.px(HEIGHT)


def test_a_strip_takes_the_room_of_it(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING, suggested=lambda: NEXT)
    world.window.show()
    start = world.button("Start stretch")
    before = start.mapTo(world.window, start.rect().center())

    world.window.show_situation(replace(SITTING, undo="Undo skip"))

    assert NEXT.why not in world.texts()
    assert start.mapTo(world.window, start.rect().center()) == before

    world.window.show_situation(SITTING)

    assert NEXT.why in world.texts()


def test_a_long_reason_makes_no_wider_window(qtbot: QtBot) -> None:
    long = replace(NEXT, why=20 * "left is 3 min behind; ")

    world = World(qtbot, SITTING, suggested=lambda: long)

    rows = world.window.layout()
    assert rows is not None
    assert rows.totalMinimumSize().width() <= LIGHT.px(WIDTH)


def test_notices_are_told(qtbot: QtBot) -> None:
    notices = ("The history could not be saved.",)

    assert notices[0] in World(qtbot, replace(SITTING, notices=notices)).texts()


def test_with_a_tray_nothing_is_said_of_it(world: World) -> None:
    assert not [text for text in world.texts() if "tray" in text]


def test_without_a_tray_gnome_is_told_of_the_extension(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING, has_tray=False, desktop="ubuntu:GNOME")

    assert "AppIndicator" in world.texts()[-1]


def test_without_a_tray_other_desktops_are_told_too(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING, has_tray=False, desktop="XFCE")

    assert "panel" in world.texts()[-1]


def test_when_the_tray_comes_the_line_goes(qtbot: QtBot) -> None:
    world = World(qtbot, SITTING, has_tray=False)
    world.window.set_has_tray(True)

    assert len(world.texts()) == 2


def test_while_it_shows_it_looks_once_a_minute(world: World) -> None:
    world.window.show()
    world.situation = replace(SITTING, line="Sitting 23 min")
    world.window._minute.timeout.emit()

    assert world.texts() == ["Sitting 23 min"]


def test_while_it_is_hidden_it_does_not_look(world: World) -> None:
    world.window.show()
    world.window.hide()

    assert not world.window._minute.isActive()


@pytest.mark.parametrize("keys", [QKeySequence("Esc"), QKeySequence("Ctrl+W")])
def test_escape_closes_and_frees_it(qtbot: QtBot, keys: QKeySequence) -> None:
    window = HomeWindow(theme=LIGHT, situation=lambda: SITTING)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keySequence(window, keys)

    qtbot.waitUntil(lambda: not isValid(window))


def test_it_has_its_size_in_the_design(world: World) -> None:
    assert world.window.width() == world.window._theme.px(380)
    assert world.window.height() >= world.window._theme.px(300)


def test_it_grows_for_what_it_has_to_say(qtbot: QtBot) -> None:
    assert World(qtbot, EVERYTHING).window.height() > 400


def test_every_button_has_a_name_for_the_screen_reader(world: World) -> None:
    names = [
        interface.text(QAccessible.Text.Name)
        for button in world.window.findChildren(QAbstractButton)
        if (interface := QAccessible.queryAccessibleInterface(button))
    ]

    assert len(names) > 5
    assert all(names)


def test_it_follows_the_theme(world: World) -> None:
    world.window.set_theme(DARK)

    assert world.window.grab().toImage().pixelColor(2, 2) == DARK.bg


def test_an_offer_stands_below_and_is_answered(qtbot: QtBot) -> None:
    offers: list[Proposal | None] = [SORE, None]
    window = HomeWindow(
        theme=LIGHT, situation=lambda: SITTING, proposal=lambda: offers[0]
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show()
    asked: list[object] = []
    window.asked.connect(asked.append)

    window._proposal.buttons[-1].click()
    assert asked == [Settle(Topic.GENTLE, Choice.NO)]

    del offers[0]
    window.refresh()
    assert not window._proposal.isVisible()


def test_own_routines_start_from_the_menu(qtbot: QtBot) -> None:
    window = HomeWindow(
        theme=LIGHT,
        situation=lambda: SITTING,
        routines=lambda: {"own-1": "Hips & back", "own-2": "Mat"},
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    asked: list[object] = []
    window.asked.connect(asked.append)
    window._more.aboutToShow.emit()

    own = next(a for a in window._more.actions() if a.text() == "Your routines").menu()
    assert isinstance(own, QMenu)
    for action in own.actions():
        action.trigger()

    assert own.actions()[0].text() == "Hips && back"
    assert asked == [Start("own-1"), Start("own-2"), Show(Window.ROUTINES)]
