"""The tray's menu: what it offers when, and what each entry asks."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import (
    AskAnyway,
    Command,
    JustMoved,
    Meeting,
    PauseFor,
    PauseUntilTomorrow,
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
from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.menu import TrayMenu
from tests.ui.test_end_screen import SORE

SITTING = Situation(state=StateName.SITTING, line="Sitting 22 min", tooltip="")
EVERYTHING = Situation(
    state=StateName.DUE,
    line="Sitting 50 min",
    tooltip="",
    prompt=PromptShape.COLLAPSED,
    paused=True,
    in_meeting=True,
    can_snooze=True,
    can_skip=True,
    undo="Undo skip",
    can_say_was_sitting=True,
    waited_all_day="Breaks waited all day for Do not disturb",
    notices=("The history could not be saved.",),
)


class World:
    """A menu, the situation it shows, and what was asked with it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.situation = SITTING
        self.proposal: Proposal | None = None
        self.menu = TrayMenu(
            situation=lambda: self.situation, proposal=lambda: self.proposal
        )
        qtbot.addWidget(self.menu)
        self.asked: list[Command] = []
        self.menu.asked.connect(self.asked.append)

    def open(self, situation: Situation) -> None:
        self.situation = situation
        self.menu.aboutToShow.emit()

    def texts(self) -> list[str]:
        return [a.text() for a in self.menu.actions() if a.isVisible() and a.text()]

    def find(self, path: str) -> QAction:
        """The visible entry at "Menu > Entry"."""
        menu: QMenu = self.menu
        *above, last = path.split(" > ")
        for name in above:
            menu = _named(menu, name).menu()  # type: ignore[assignment] # is a QMenu
        return _named(menu, last)


def _named(menu: QMenu, text: str) -> QAction:
    return next(a for a in menu.actions() if a.text() == text and a.isVisible())


@pytest.fixture
def world(qtbot: QtBot) -> World:
    return World(qtbot)


def test_the_first_line_says_where_we_are_when_it_opens(world: World) -> None:
    world.open(replace(SITTING, line="Sitting 23 min"))

    assert world.texts()[0] == "Sitting 23 min"


def test_the_first_line_opens_the_window_that_says_more(world: World) -> None:
    world.open(replace(SITTING, line="Sitting 23 min", notices=("One.",)))

    world.find("Sitting 23 min").trigger()
    world.find("One.").trigger()

    assert world.asked == [Show(Window.HOME), Show(Window.HOME)]


def test_an_ampersand_is_no_shortcut(world: World) -> None:
    world.open(replace(SITTING, notices=("Research & Development waits",)))

    assert "Research && Development waits" in world.texts()


def test_sitting_offers_what_makes_sense(world: World) -> None:
    world.open(SITTING)

    assert world.texts() == [
        "Sitting 22 min",
        "Start stretch",
        "Breathe",
        "Choose a break…",
        "I just moved",
        "I am standing",
        "In a meeting",
        "Pause",
        "Open Psoas Break",
        "History",
        "Settings",
        "About",
        "Quit",
    ]


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("Ask me anyway", AskAnyway()),
        ("Answer the break…", Show(Window.CARD)),
        ("Start stretch", Start("stretch")),
        ("Breathe", Start("breathe")),
        ("Choose a break…", Show(Window.CATALOGUE)),
        ("Ask me again > In 2 min", Snooze(timedelta(minutes=2))),
        ("Ask me again > In 15 min", Snooze(timedelta(minutes=15))),
        ("Skip this break", Skip()),
        ("Undo skip", Undo()),
        ("I just moved", JustMoved()),
        ("I was sitting", WasSitting()),
        ("In a meeting > 15 minutes", Meeting(timedelta(minutes=15))),
        ("In a meeting > 1 hour", Meeting(timedelta(hours=1))),
        ("End meeting", Meeting(None)),
        ("Pause > 30 minutes", PauseFor(timedelta(minutes=30))),
        ("Pause > 2 hours", PauseFor(timedelta(hours=2))),
        ("Pause > Until tomorrow", PauseUntilTomorrow()),
        ("Pause > Until I resume", PauseFor(None)),
        ("Resume", Resume()),
        ("Open Psoas Break", Show(Window.HOME)),
        ("History", Show(Window.HISTORY)),
        ("Settings", Show(Window.SETTINGS)),
        ("About", Show(Window.ABOUT)),
        ("Quit", Quit()),
    ],
)
def test_an_entry_asks_for_what_it_says(
    world: World, path: str, command: Command
) -> None:
    world.open(EVERYTHING)
    world.find(path).trigger()

    assert world.asked == [command]


def test_standing_up_and_sitting_down_are_one_entry(world: World) -> None:
    world.open(SITTING)
    world.find("I am standing").trigger()
    world.open(replace(SITTING, standing=True))
    world.find("I am standing").trigger()

    assert world.asked == [Standing(on=True), Standing(on=False)]


def test_opening_asks_for_nothing(world: World) -> None:
    world.open(replace(SITTING, standing=True))

    assert world.asked == []


def test_notices_stand_under_the_first_line(world: World) -> None:
    world.open(replace(SITTING, notices=("One.", "Two.")))

    assert world.texts()[:3] == ["Sitting 22 min", "One.", "Two."]


def test_a_notice_goes_when_it_is_over(world: World) -> None:
    world.open(replace(SITTING, notices=("One.",)))
    world.open(SITTING)

    assert "One." not in world.texts()


def test_a_day_of_waiting_stands_beside_its_remedy(world: World) -> None:
    world.open(replace(SITTING, waited_all_day="Breaks waited all day for a call"))
    texts = world.texts()

    at = texts.index("Breaks waited all day for a call")
    assert texts[at + 1] == "Ask me anyway"


def test_a_refused_snooze_says_why(world: World) -> None:
    refusal = "Snoozed 3 of 3"
    world.open(replace(SITTING, state=StateName.DUE, snooze_refusal=refusal))

    assert refusal in world.texts()


def test_with_nothing_due_no_refusal_shows(world: World) -> None:
    world.open(replace(SITTING, snooze_refusal="Nothing is due"))

    assert "Nothing is due" not in world.texts()


def test_an_offer_is_a_submenu_of_its_answers(world: World) -> None:
    world.proposal = SORE
    world.open(SITTING)
    offer = next(a for a in world.menu.actions() if a.text() == "Sore?")
    menu = offer.menu()
    assert isinstance(menu, QMenu)
    for action in menu.actions():
        action.trigger()
    assert world.asked == [
        Settle(Topic.GENTLE, Choice.MOBILITY),
        Settle(Topic.GENTLE, Choice.NO),
    ]

    world.proposal = None
    world.open(SITTING)
    assert "Sore?" not in world.texts()
