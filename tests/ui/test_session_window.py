import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QAccessible, QCloseEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from psoas_break.domain.history import Side
from psoas_break.domain.session_values import (
    Closed,
    Dismissed,
    EndConfirmed,
    EndPressed,
    Event,
    Session,
)
from psoas_break.domain.timeline import Part
from psoas_break.ui.buttons import Button
from psoas_break.ui.figure_stage import FLOOR
from psoas_break.ui.next_up import NextUp
from psoas_break.ui.ring import Ring
from psoas_break.ui.session_header import SessionHeader
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.stage import Scene, Stage
from psoas_break.ui.stage_corner import StageCorner
from psoas_break.ui.theme import DARK, LIGHT
from tests.ui.samples import position
from tests.ui.session_owner import ASKING, ENDED, PAUSED, RUNNING, Owner, menu

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[Owner]:
    made = Owner(qtbot, position(Part.HOLD, 16.4))
    yield made
    made.window.hide()


@pytest.mark.parametrize(
    ("session", "event"),
    [
        (RUNNING, EndPressed()),
        (ASKING, EndConfirmed()),
        (ENDED, Dismissed()),
    ],
)
def test_the_close_button_of_the_window_never_traps(
    owner: Owner, session: Session, event: Event
) -> None:
    owner.shows(session)

    asked = FromTheDesktop()

    owner.window.closeEvent(asked)

    assert (owner.heard, asked.isAccepted()) == ([event], False)


def test_quitting_the_app_closes_it_without_asking(owner: Owner) -> None:
    owner.shows(RUNNING)

    closed = owner.window.close()

    assert (closed, owner.heard) == (True, [])


def test_a_closed_session_takes_its_window_with_it(owner: Owner) -> None:
    owner.shows(RUNNING)

    owner.window.show_session(Closed())

    assert not owner.window.isVisible()
    assert not owner.window.drawing


def test_a_window_nobody_holds_is_freed_at_once() -> None:
    here = position(Part.HOLD, 16.4)
    window = SessionWindow(theme=LIGHT, position=lambda: here)
    window.show_session(ENDED)
    gone = weakref.ref(window)

    del window

    assert gone() is None


def test_it_draws_while_something_moves(qtbot: QtBot, owner: Owner) -> None:
    owner.shows(RUNNING)
    before = owner.asked

    qtbot.waitUntil(lambda: owner.asked > before + 2, timeout=5000)


@pytest.mark.parametrize("session", [PAUSED, ASKING, ENDED])
def test_it_draws_nothing_while_time_stands_still(
    owner: Owner, session: Session
) -> None:
    owner.shows(RUNNING)

    owner.window.show_session(session)

    assert not owner.window.drawing


def test_it_draws_nothing_while_hidden(owner: Owner) -> None:
    owner.shows(RUNNING)

    owner.window.hide()

    assert not owner.window.drawing


@pytest.mark.parametrize(("title", "again"), [("Hold", 0), ("Rest", 1)])
def test_only_a_changed_instant_is_painted_again(
    qtbot: QtBot, title: str, again: int
) -> None:
    stage = Stage(theme=LIGHT)
    qtbot.addWidget(stage)
    paints = Paints(stage)
    stage.show_scene(Scene(title="Hold"))
    stage.show()
    qtbot.waitUntil(lambda: paints.count > 0)
    QCoreApplication.sendPostedEvents()
    paints.count = 0

    stage.show_scene(Scene(title=title))
    QCoreApplication.sendPostedEvents()

    assert paints.count == again


def test_with_reduced_motion_it_draws_once_a_second(owner: Owner) -> None:
    owner.here = position(Part.BREATHE, 2.25)
    owner.window.set_reduced_motion(reduced=True)
    owner.shows(RUNNING)

    wait = owner.window._page.next_frame_in(owner.here)

    assert wait == 751


def test_the_ring_tells_a_screen_reader_the_time_in_tens(owner: Owner) -> None:
    owner.shows(PAUSED)
    ring = owner.window.findChild(Ring)
    assert ring is not None

    said = []
    for into in (10.2, 15.7, 19.8, 20.4):
        owner.window.show_position(position(Part.HOLD, into))
        said.append(ring.accessibleDescription())

    assert said == ["about 30 seconds"] + ["about 20 seconds"] * 3


def test_the_stage_describes_itself(owner: Owner) -> None:
    owner.shows(RUNNING)
    stage = owner.window.findChild(Stage)
    assert stage is not None

    assert stage.accessibleDescription() == (
        "Half-kneeling stretch. Hold. Left side. "
        "Tuck your tailbone under, then glide the hips forward. "
        "Tailbone stays tucked under."
    )


def test_every_button_has_a_name(owner: Owner) -> None:
    owner.shows(RUNNING)

    names = {
        QAccessible.queryAccessibleInterface(b).text(QAccessible.Text.Name)
        for b in owner.window.findChildren(Button)
    }

    assert "" not in names


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.REST])
def test_every_part_fits_into_the_smallest_window(owner: Owner, part: Part) -> None:
    owner.here = position(part, 1)
    owner.shows(PAUSED)
    least = owner.window.minimumSize()

    needed = owner.window.minimumSizeHint()

    assert needed.width() <= least.width()
    assert needed.height() <= least.height()


def test_a_long_name_is_never_cut(owner: Owner) -> None:
    here = position(Part.HOLD, 16.4)
    name = "Hip look-and-feel check (modified Thomas position)"
    exercise = replace(here.exercise, words=replace(here.exercise.words, name=name))
    owner.here = replace(here, segment=replace(here.segment, exercise=exercise))
    owner.shows(PAUSED)
    owner.window.resize(owner.window.minimumSize())
    owner.window.grab()

    label = next(x for x in owner.window.findChildren(QLabel) if x.text() == name)

    assert label.height() >= label.heightForWidth(label.width())


def test_extra_height_goes_to_the_stage(owner: Owner) -> None:
    owner.shows(PAUSED)
    stage = owner.window.findChild(Stage)
    assert stage is not None
    heights = []
    for height in (640, 740):
        owner.window.resize(420, height)
        owner.window.grab()
        heights.append(stage.height())

    assert heights[1] - heights[0] == 100


def test_a_change_of_theme_reaches_everything(owner: Owner) -> None:
    owner.shows(PAUSED)
    light = owner.window.grab().toImage()

    owner.window.set_theme(DARK)

    assert owner.window.grab().toImage() != light
    assert menu(owner.window).palette().window().color() == DARK.bg


def test_the_stage_stands_still_whatever_an_exercise_is_called(owner: Owner) -> None:
    header = owner.shows(RUNNING).window.findChild(SessionHeader)
    assert header is not None
    heights = set()

    for name in ("V-sit", "Half-kneeling hip-flexor stretch"):
        header.show_exercise(name, "Exercise 1 of 4", Side.LEFT)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        heights.add(header.height())

    assert len(heights) == 1


def test_what_comes_next_stands_on_the_floor_and_on_no_foot(qtbot: QtBot) -> None:
    corner = StageCorner(theme=LIGHT)
    qtbot.addWidget(corner)
    here = position(Part.HOLD, 34.0)

    corner.show_next(NextUp("Next: Left side", here.exercise, Side.LEFT))

    assert 0 < corner.sizeHint().height() <= LIGHT.px(FLOOR)


class FromTheDesktop(QCloseEvent):
    """What a window manager sends; only Qt itself can make a real one."""

    def spontaneous(self) -> bool:
        return True


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return super().eventFilter(watched, event)
