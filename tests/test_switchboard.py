"""What comes in, and where it goes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from psoas_break.app.commands import Command, Passing, Show, Skip, Start, Window
from psoas_break.app.sounding import Hearing, Sounding
from psoas_break.domain.breathing import Phase
from psoas_break.domain.events import Slept
from psoas_break.domain.session_values import (
    Closed,
    EndConfirmed,
    Paused,
    PausePressed,
)
from psoas_break.domain.settings import Length, Reminders, Settings, Surface
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.timeline import Part
from psoas_break.switchboard import Switchboard
from psoas_break.ui.look import Look
from psoas_break.ui.prompt_host import PromptHost
from psoas_break.ui.session_host import SessionHost
from tests.app.at_the_desk import AtTheDesk
from tests.ui.samples import position
from tests.ui.session_owner import RUNNING

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MINUTE = timedelta(minutes=1)
Advanced = list[tuple[timedelta, Passing]]


@dataclass
class World:
    """The board with everything that hangs on it."""

    app: QApplication
    at_speed_0: bool = False
    settings: Settings = field(default_factory=Settings)
    owner: QObject = field(default_factory=QObject)
    mentioned: list[str] = field(default_factory=list)
    played: list[str] = field(default_factory=list)
    advanced: Advanced = field(default_factory=list)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.me = AtTheDesk(settings=self.settings)
        look = Look(app=self.app, settings=LookSettings())
        self.prompt = PromptHost(
            app=self.app,
            look=look,
            reminders=lambda: Reminders(surface=Surface.TRAY),
            exercises=dict,
            composited=lambda: False,
            parent=self.owner,
        )
        self.session = SessionHost(
            app=self.app,
            look=look,
            see_clinician=lambda: False,
            gentler=lambda _exercise: "breathe",
            parent=self.owner,
        )
        self.sounding = Sounding(
            settings=lambda: self.settings, load=lambda: self, load_voice=lambda: self
        )
        self.board = Switchboard(
            desk=self.me.desk,
            guide=self.me.guide,
            reminder=self.me.reminder,
            sounding=self.sounding,
            prompt=self.prompt,
            session=self.session,
            advance=self._advance if self.at_speed_0 else None,
            mention=self.mentioned.append,
            parent=self.owner,
        )

    def play(self, name: str, _volume: int) -> None:
        self.played.append(name)

    def breathe(self, phase: Phase, _lasts: timedelta, _volume: int) -> None:
        self.played.append(phase)

    def say(self, text: str, _volume: int) -> None:
        self.played.append(text)

    def hush(self) -> None:
        self.played.append("hush")

    def hears(self, message: dict[str, Any]) -> dict[str, Any]:
        self.board.hear(message, self.answers.append)
        return self.answers[-1]

    def opens_the_window(self) -> None:
        self.session.open(lambda: position(Part.HOLD, 3))
        self.session.show(RUNNING)

    def _advance(
        self, span: timedelta, passing: Passing, done: Callable[[], None]
    ) -> None:
        self.advanced.append((span, passing))
        done()


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    made = World(qapp)
    yield made
    made.session.show(Closed())


# Clicks


def test_a_click_is_carried_out(world: World) -> None:
    world.board.click(Show(Window.HISTORY))

    assert world.me.screen.windows == [Window.HISTORY]


def test_a_refused_click_says_why_for_a_while(world: World) -> None:
    world.board.click(Skip())
    at_first = list(world.mentioned)

    world.board._forget.timeout.emit()

    assert at_first == ["No break is due before 09:30."]
    assert world.mentioned == [*at_first, ""]


def test_an_obeyed_click_says_nothing(world: World) -> None:
    world.board.click(Start())

    assert world.mentioned == []


@pytest.mark.parametrize("command", [Show(), Show(Window.CARD), Start("R3")])
def test_with_a_break_on_screen_a_click_brings_it_to_the_front(
    world: World, command: Command
) -> None:
    world.me.does(Start("R2"))
    world.opens_the_window()

    world.board.click(command)

    assert (world.me.screen.windows, world.mentioned) == ([], [])
    assert [one.routine for one in world.me.past.sessions] == ["R2"]


def test_other_windows_open_beside_a_break(world: World) -> None:
    world.me.does(Start("R2"))
    world.opens_the_window()

    world.board.click(Show(Window.SETTINGS))

    assert world.me.screen.windows == [Window.SETTINGS]


def test_a_break_that_is_over_gives_way_to_the_next(world: World) -> None:
    world.me.does(Start("R2"))
    world.opens_the_window()
    world.me.goes_on(seconds=10)
    world.me.guide.handle(EndConfirmed())

    world.session.start_wanted.emit("breathe")

    routines = [one.routine for one in world.me.past.sessions]
    assert routines == ["R2", "breathe"]


# The prompt and the guided window


def test_the_prompt_s_answers_arrive(world: World) -> None:
    world.me.is_asked()

    world.prompt.asked.emit(Skip())

    assert not world.me.card.up


def test_putting_the_prompt_away_arrives(world: World) -> None:
    world.me.is_asked()

    world.prompt.dismissed.emit()

    assert world.me.status["prompt"] == "collapsed"


def test_the_length_chosen_on_it_arrives(world: World) -> None:
    world.me.is_asked()

    world.prompt.length_chosen.emit(Length.FIVE)

    assert len(world.me.card.offers) == 2


def test_a_prompt_chimes_if_the_user_wants_that(qapp: QApplication) -> None:
    world = World(qapp, settings=Settings(reminders=Reminders(chime=True)))

    world.prompt.shown.emit()

    assert world.played == ["chime"]


def test_what_is_done_in_the_guided_window_arrives(world: World) -> None:
    world.me.does(Start("R2"))

    world.session.happened.emit(PausePressed())

    assert isinstance(world.me.screen.session, Paused)


def test_mute_is_a_switch(world: World) -> None:
    world.session.hearing_wanted.emit(Hearing(muted=True))
    once = world.sounding.hearing.muted
    world.session.hearing_wanted.emit(Hearing())

    assert (once, world.sounding.hearing.muted) == (True, False)


# The socket


def test_words_are_understood_and_carried_out(world: World) -> None:
    answer = world.hears({"words": ["pause", "30m"]})

    assert answer == {"ok": True, "line": "Paused until 09:30", "data": None}


def test_a_command_is_carried_out_as_it_is(world: World) -> None:
    assert world.hears({"command": "Status"})["data"]["state"] == "sitting"


def test_a_refusal_is_answered(world: World) -> None:
    answer = world.hears({"words": ["skip"]})

    assert answer["ok"] is False
    assert answer["line"] == "No break is due before 09:30."
    assert world.mentioned == []


@pytest.mark.parametrize(
    "message",
    [{"words": ["dance"]}, {"words": []}, {"words": [3]}, {"command": "Dance"}, {}],
)
def test_nonsense_is_a_mistake_of_whoever_said_it(
    world: World, message: dict[str, Any]
) -> None:
    answer = world.hears(message)

    assert (answer["ok"], answer["usage"], bool(answer["line"])) == (False, True, True)


def test_a_second_start_shows_the_home_window(world: World) -> None:
    assert world.hears({"words": ["show"]})["ok"]
    assert world.me.screen.windows == [Window.HOME]


def test_in_a_break_it_shows_that(world: World) -> None:
    world.me.does(Start("R2"))
    world.opens_the_window()

    assert world.hears({"words": ["show"]}) == {"ok": True}
    assert world.me.screen.windows == []


def test_at_speed_0_time_is_moved_and_then_answered(qapp: QApplication) -> None:
    world = World(qapp, at_speed_0=True)

    answer = world.hears({"words": ["advance", "5m", "--typing"]})

    assert (answer, world.advanced) == ({"ok": True}, [(5 * MINUTE, Passing.TYPING)])


def test_at_any_other_speed_it_is_not(world: World) -> None:
    assert not world.hears({"words": ["advance", "5m"]})["ok"]


# Sleep


def test_a_sleep_pauses_the_break_from_when_it_began(world: World) -> None:
    world.me.does(Start("R2"))
    world.me.goes_on(seconds=10)
    since, before = world.me.at, world.me.guide.position()
    world.me.at = world.me.at.later(3 * MINUTE)

    world.board.slept(Slept(since))

    assert isinstance(world.me.screen.session, Paused)
    assert world.me.guide.position() == before


def test_a_long_sleep_clears_the_clock(world: World) -> None:
    world.me.types(minutes=20)
    since = world.me.at
    world.me.at = world.me.at.later(20 * MINUTE)

    world.board.slept(Slept(since))

    assert world.me.sat < MINUTE
