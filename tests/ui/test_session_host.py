"""The guided window's owner."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.app.commands import Settle
from psoas_break.app.ports import SessionView
from psoas_break.app.sounding import Hearing
from psoas_break.domain.history import Feeling, SessionOutcome
from psoas_break.domain.noticing import Question
from psoas_break.domain.progress import Progress
from psoas_break.domain.proposals import Choice, Topic
from psoas_break.domain.session_values import Closed, Dismissed, Ended, Event, Session
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion, ThemeChoice
from psoas_break.domain.timeline import Part
from psoas_break.ui.buttons import Button
from psoas_break.ui.look import Look
from psoas_break.ui.session_host import SessionHost
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import DARK
from tests.ui.samples import ALL_HELD, START, course, position
from tests.ui.session_owner import ENDED, PAUSED, RUNNING
from tests.ui.test_end_screen import SORE

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LIGHT_AND_STILL = LookSettings(theme=ThemeChoice.LIGHT, motion=Motion.REDUCED)
HURT = Ended(
    course(ALL_HELD), SessionOutcome.ENDED, START, Feeling.HURT, "half-kneeling"
)


@dataclass
class World:
    """A host, what it may know, and what came of it."""

    app: QApplication
    easier: str = "standing"
    asked_about: list[str] = field(default_factory=list)
    owner: QObject = field(default_factory=QObject)
    heard: list[Event] = field(default_factory=list)
    questions: list[Progress] = field(default_factory=list)
    hearing: Hearing = Hearing()  # noqa: RUF009 - frozen

    def __post_init__(self) -> None:
        self.look = Look(app=self.app, settings=LIGHT_AND_STILL)
        self.host = SessionHost(
            app=self.app,
            look=self.look,
            see_clinician=self._see_clinician,
            gentler=self._gentler,
            question=self._question,
            proposal=lambda: SORE,
            hearing=lambda: self.hearing,
            parent=self.owner,
        )
        self.host.happened.connect(self.heard.append)

    def _question(self, progress: Progress) -> Question:
        self.questions.append(progress)
        return Question.TIGHTER

    def shows(self, session: Session) -> SessionWindow:
        """Open the window and show a session in it."""
        self.host.open(lambda: position(Part.HOLD, 3))
        self.host.show(session)
        window = self.host._window
        assert window is not None
        return window

    def _see_clinician(self) -> bool:
        self.asked_about.append("clinician")
        return True

    def _gentler(self, exercise: str) -> str:
        self.asked_about.append(exercise)
        return self.easier


@pytest.fixture
def world(qapp: QApplication) -> Iterator[World]:
    running = World(qapp)
    yield running
    running.host.show(Closed())


def words(window: SessionWindow) -> list[str]:
    return [b.text() for b in window.findChildren(Button) if b.isVisible()]


def test_it_is_a_session_view(world: World) -> None:
    view: SessionView = world.host

    assert view is world.host


def test_a_break_opens_a_window(world: World) -> None:
    assert world.shows(RUNNING).isVisible()


def test_a_closed_break_closes_and_frees_it(world: World, qtbot: QtBot) -> None:
    window = world.shows(RUNNING)

    world.host.show(Closed())

    qtbot.waitUntil(lambda: not isValid(window))


def test_it_may_be_closed_by_its_own_button(world: World, qtbot: QtBot) -> None:
    world.host.happened.connect(lambda _event: world.host.show(Closed()))
    button = next(
        b for b in world.shows(ENDED).findChildren(Button) if b.text() == "Close"
    )

    button.click()

    qtbot.waitUntil(lambda: not isValid(button))
    assert world.heard == [Dismissed()]


def test_what_has_no_window_is_shown_nowhere(world: World) -> None:
    world.host.show(RUNNING)
    world.host.show_hearing()
    world.look.use(replace(LIGHT_AND_STILL, theme=ThemeChoice.DARK))

    assert world.host._window is None


def test_an_open_break_comes_to_the_front(world: World) -> None:
    before = world.host.raise_window()
    window = world.shows(PAUSED)
    window.showMinimized()

    assert (before, world.host.raise_window()) == (False, True)
    assert not window.isMinimized()


def test_a_maximised_break_stays_so_when_it_comes_to_the_front(world: World) -> None:
    window = world.shows(PAUSED)
    window.showMaximized()

    world.host.raise_window()

    assert window.isMaximized()


def test_it_follows_the_theme_and_the_motion(world: World) -> None:
    window = world.shows(RUNNING)

    world.look.use(LookSettings(theme=ThemeChoice.DARK, motion=Motion.FULL))

    assert (window._theme, window._page._reduced) == (DARK, False)


def test_the_journal_is_asked_only_after_hurt(world: World) -> None:
    for session in (RUNNING, PAUSED, ENDED):
        world.shows(session)

    assert world.asked_about == []


def test_after_hurt_something_easier_is_offered(world: World) -> None:
    window = world.shows(HURT)

    assert world.asked_about == ["half-kneeling", "clinician"]
    assert "Easier version" in words(window)


def test_where_nothing_is_easier_there_is_breathing(world: World) -> None:
    world.easier = "breathe"

    assert "Easier version" not in words(world.shows(HURT))


def test_while_it_is_open_which_one_hurt_nothing_is_looked_up(world: World) -> None:
    world.shows(replace(HURT, hurt=""))

    assert world.asked_about == ["clinician"]


def test_a_muted_break_leaves_the_next_one_muted(world: World, qtbot: QtBot) -> None:
    window = world.shows(RUNNING)
    world.hearing = Hearing(muted=True)
    world.host.show_hearing()
    world.host.show(Closed())
    qtbot.waitUntil(lambda: not isValid(window))

    again = world.shows(RUNNING)

    assert again._page._header._mute.isChecked()


def test_the_question_about_the_sides_is_asked_once(world: World) -> None:
    window = world.shows(ENDED)
    world.host.show(ENDED)
    assert window._end.sides.isVisible()
    assert not window._end.proposal.isVisible()

    world.host.show(replace(ENDED, answered=True))

    assert not window._end.sides.isVisible()
    assert len(world.questions) == 1


def test_after_too_much_something_is_offered(world: World) -> None:
    window = world.shows(replace(ENDED, felt=Feeling.TOO_MUCH))
    heard: list[object] = []
    world.host.asked.connect(heard.append)

    window._end.proposal.buttons[0].click()

    assert heard == [Settle(Topic.GENTLE, Choice.MOBILITY)]
