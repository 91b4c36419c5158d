from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QImage, QPaintEvent, QTransform
from pytestqt.qtbot import QtBot

from psoas_break.domain.history import Side
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.timeline import Part
from psoas_break.ui.act import Act
from psoas_break.ui.breathing_view import BreathingView
from psoas_break.ui.figure_stage import FigureStage
from psoas_break.ui.frames import Pace
from psoas_break.ui.session_face import face_of
from psoas_break.ui.session_page import SessionPage
from psoas_break.ui.stage import Stage
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.ui.figures import HALF_KNEELING, SIZE, apart, play, timeline
from tests.ui.samples import MARCH, at_part, position, seconds
from tests.ui.samples import timeline as plain_timeline


class Watched(FigureStage):
    """Remembers what it was asked to paint."""

    def __init__(self, theme: Theme = LIGHT) -> None:
        super().__init__(theme=theme)
        self.painted: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted.append(event.rect())
        super().paintEvent(event)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Watched]:
    made = Watched()
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.hide()


def there(name: str, part: Part, into: float, side: Side = Side.RIGHT) -> Position:
    course = timeline(name, side)
    return position_at(course, at_part(part, into, of=course, side=side_of(part, side)))


def side_of(part: Part, side: Side) -> Side | None:
    return None if part is Part.BREATHE else side


def act_at(here: Position, *, reduced: bool = False, paused: bool = False) -> Act:
    face = face_of(
        here, paused=paused, reduced_motion=reduced, play=play(here.exercise.id)
    )
    assert isinstance(face.picture, Act)
    return face.picture


def holding(into: float, side: Side = Side.RIGHT) -> Act:
    return act_at(there(HALF_KNEELING, Part.HOLD, into, side))


def shown(qtbot: QtBot, act: Act, theme: Theme = LIGHT) -> QImage:
    made = FigureStage(theme=theme)
    qtbot.addWidget(made)
    made.resize(SIZE)
    made.show_act(act)
    return made.grab().toImage()


def painted_after(stage: Watched, act: Act) -> list[QRect]:
    stage.painted.clear()
    stage.show_act(act)
    QCoreApplication.sendEvent(stage, QEvent(QEvent.Type.UpdateRequest))
    return stage.painted


def test_only_what_moved_is_painted_again(stage: Watched) -> None:
    painted_after(stage, holding(16.0))

    (dirty,) = painted_after(stage, holding(16.4))

    assert dirty.width() < stage.width()
    assert dirty.height() < stage.height()


@pytest.mark.parametrize("name", [HALF_KNEELING, "warrior-pose"])
@pytest.mark.parametrize("into", [19.0, 20.5, 30.0])
def test_all_that_moved_is_painted_again(
    name: str, into: float, stage: Watched, qtbot: QtBot
) -> None:
    before = act_at(there(name, Part.HOLD, into))
    after = act_at(there(name, Part.HOLD, into + 0.2))
    painted_after(stage, before)

    rects = painted_after(stage, after)

    changed = difference(shown(qtbot, before), shown(qtbot, after))
    assert changed.isEmpty() or any(rect.contains(changed) for rect in rects)


ROUNDING = 3
"""What is kept as a picture may be off by so many steps of a channel."""


def difference(one: QImage, other: QImage) -> QRect:
    """The smallest rectangle around all pixels that differ."""
    places = [
        (x, y)
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y)
        and apart(one.pixelColor(x, y), other.pixelColor(x, y)) > ROUNDING
    ]
    if not places:
        return QRect()
    xs, ys = zip(*places, strict=True)
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def test_with_reduced_motion_nothing_is_painted_while_nothing_changes(
    stage: Watched,
) -> None:
    early, late = (
        act_at(there(HALF_KNEELING, Part.HOLD, into, Side.RIGHT), reduced=True)
        for into in (12.0, 13.0)
    )
    painted_after(stage, early)

    assert painted_after(stage, late) == []


def test_a_change_of_sides_fades(stage: Watched, qtbot: QtBot) -> None:
    painted_after(stage, holding(16.0, Side.RIGHT))
    half = holding(0.15, Side.LEFT)
    painted_after(stage, half)
    fading = stage.grab().toImage()

    painted_after(stage, holding(0.5, Side.LEFT))

    assert 0 < half.entered < 1
    assert not difference(fading, shown(qtbot, half)).isEmpty()
    assert difference(
        stage.grab().toImage(), shown(qtbot, holding(0.5, Side.LEFT))
    ).isEmpty()


def test_the_other_side_mirrors_the_figure_but_no_words(qtbot: QtBot) -> None:
    right = shown(qtbot, holding(16.0, Side.RIGHT))
    left = shown(qtbot, holding(16.0, Side.LEFT))

    middle = SIZE.height() // 2
    turned = left.transformed(QTransform.fromScale(-1, 1))
    assert row_unlike(right, turned, middle) < 4 < row_unlike(right, left, middle)
    assert (
        row_unlike(right, left, 20) == row_unlike(right, left, SIZE.height() - 24) == 0
    )


def row_unlike(one: QImage, other: QImage, y: int) -> int:
    return sum(
        apart(one.pixelColor(x, y), other.pixelColor(x, y)) > 60
        for x in range(one.width())
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", [HALF_KNEELING, "breath-seated"])
def test_the_corners_of_the_stage_stay_free(
    name: str, theme: Theme, qtbot: QtBot
) -> None:
    part = Part.BREATHE if name == "breath-seated" else Part.HOLD
    made = FigureStage(theme=theme)
    qtbot.addWidget(made)
    made.setPalette(theme.palette())
    made.resize(SIZE)
    made.show_act(act_at(there(name, part, 4.0)))

    image = made.grab().toImage()

    right, bottom = SIZE.width() - 1, SIZE.height() - 1
    for x, y in ((0, 0), (right, 0), (0, bottom), (right, bottom)):
        assert apart(image.pixelColor(x, y), theme.bg) <= 1


def test_breathing_moves_the_halo(qtbot: QtBot) -> None:
    empty, full = (
        shown(qtbot, act_at(there("breath-seated", Part.BREATHE, into)))
        for into in (30.0, 34.0)
    )

    assert not difference(empty, full).isEmpty()


def test_a_paused_figure_steps_back(qtbot: QtBot) -> None:
    here = there(HALF_KNEELING, Part.HOLD, 16.0)

    going, paused = act_at(here), act_at(here, paused=True)

    assert paused.title == "Paused"
    assert paused.frame.joints.pose == going.frame.joints.pose
    assert not difference(shown(qtbot, going), shown(qtbot, paused)).isEmpty()


# --- How often ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("part", "into", "pace"),
    [
        (Part.HOLD, 8.6, Pace.MOVING),
        (Part.HOLD, 16.0, Pace.SLOW),
        (Part.SET_UP, 0.1, Pace.MOVING),
    ],
)
def test_moves_come_quickly_and_holds_slowly(
    part: Part, into: float, pace: Pace
) -> None:
    here = there(HALF_KNEELING, part, into)

    assert face_of(here, play=play(HALF_KNEELING)).pace is pace


@pytest.mark.parametrize("quiet", ["paused", "asking", "reduced_motion"])
def test_nothing_moves_when_nothing_should(quiet: str) -> None:
    here = there(HALF_KNEELING, Part.HOLD, 8.6)
    still = {quiet: True}

    assert face_of(here, play=play(HALF_KNEELING), **still).pace is Pace.STILL


# --- In the window --------------------------------------------------------------


@pytest.fixture
def page(qtbot: QtBot) -> SessionPage:
    made = SessionPage(theme=LIGHT, reduced_motion=False)
    qtbot.addWidget(made)
    made.resize(388, 600)
    made.show()
    return made


def figure_of(page: SessionPage) -> FigureStage:
    (found,) = page.findChildren(FigureStage)
    return found


def stands(page: SessionPage) -> type:
    kinds = (FigureStage, Stage, BreathingView)
    (on,) = (
        kind for kind in kinds for one in page.findChildren(kind) if one.isVisible()
    )
    return on


def test_an_exercise_with_a_figure_is_shown_by_it(page: SessionPage) -> None:
    page.show_position(there(HALF_KNEELING, Part.HOLD, 16.0))

    assert stands(page) is FigureStage


def test_breathing_with_a_figure_is_shown_by_it(page: SessionPage) -> None:
    page.show_position(there("breath-seated", Part.BREATHE, 4.0))

    assert stands(page) is FigureStage


def test_without_a_figure_there_are_footprints(page: SessionPage) -> None:
    page.show_position(position(Part.REPEAT, 2, of=plain_timeline(MARCH)))

    assert stands(page) is Stage


def test_a_screen_reader_hears_what_the_figure_does(page: SessionPage) -> None:
    here = there(HALF_KNEELING, Part.HOLD, 16.0)

    page.show_position(here)

    spoken = figure_of(page).accessibleDescription()
    assert here.exercise.name in spoken
    assert "Right side" in spoken
    assert here.cue.rstrip(".") in spoken


def test_every_frame_is_the_plan_s_own(page: SessionPage) -> None:
    course = timeline(HALF_KNEELING)
    at = seconds(20)

    page.show_position(position_at(course, seconds(7)))
    page.show_position(position_at(course, at))
    late = figure_of(page)._act

    assert late is not None
    planned = play(HALF_KNEELING).choreography.frame_at(position_at(course, at))
    assert late.frame.joints.pose == planned.joints.pose
