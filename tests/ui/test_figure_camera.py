from datetime import timedelta

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF

from psoas_break.domain.figure.scene import Prop, PropKind, Scene
from psoas_break.domain.history import Side
from psoas_break.domain.position import position_at
from psoas_break.ui.figure.camera import Camera, camera_on, on_stage
from psoas_break.ui.figure.play import Plays, portrait_of
from tests.ui.figures import HALF_KNEELING, drawn, exercise, play, posed, timeline

STAGE = QSizeF(388, 364)
EVERY = timedelta(seconds=0.7)
LONGEST = timedelta(minutes=2)


WHOLE = [name for name in drawn() if not play(name).camera.close_up]


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_body_stays_on_the_stage_in_every_frame(name: str) -> None:
    here = play(name)
    world = here.camera.world(STAGE, above=50, below=54, mirrored=False)
    stage = QRectF(0, 50, STAGE.width(), STAGE.height() - 50)
    course = timeline(name)
    at = timedelta()
    while at < min(course.length, LONGEST):
        frame = here.choreography.frame_at(position_at(course, at))
        assert stage.contains(on_stage(world, frame.joints, 0.0)), at
        at += EVERY


def test_the_floor_is_where_it_was_asked_for() -> None:
    world = play(HALF_KNEELING).camera.world(STAGE, above=0, below=54, mirrored=False)

    assert world.map(QPointF(0.0, 0.0)).y() == STAGE.height() - 54


def test_a_mirrored_camera_only_exchanges_left_and_right() -> None:
    camera = play(HALF_KNEELING).camera

    hand = QPointF(0.2, 0.3)
    one = camera.world(STAGE, above=9, below=54, mirrored=False).map(hand)
    other = camera.world(STAGE, above=9, below=54, mirrored=True).map(hand)

    assert other.x() == pytest.approx(STAGE.width() - one.x())
    assert other.y() == one.y()


def test_a_short_person_on_a_tall_stage_is_no_giant() -> None:
    camera = Camera((-0.1, 0.0, 0.1, 0.1), close_up=False)

    world = camera.world(QSizeF(400, 400), above=0, below=None, mirrored=False)

    assert world.m11() == pytest.approx(0.92 * 400)


def test_a_close_up_fills_the_stage_with_what_was_asked_for() -> None:
    camera = Camera((-0.3, 0.2, 0.4, 0.9), close_up=True)

    world = camera.world(QSizeF(350, 350), above=0, below=54, mirrored=False)

    shown = world.mapRect(QRectF(-0.3, 0.2, 0.7, 0.7))
    assert (shown.width(), shown.height()) == pytest.approx((350, 350))
    assert (shown.x(), shown.y()) == pytest.approx((0, 0))


def test_what_stands_around_is_in_the_picture_too() -> None:
    body = posed(HALF_KNEELING, "start").joints
    chair = Prop(PropKind.CHAIR, (-0.9, -0.7), 0.25)

    alone, beside = camera_on([body], Scene()), camera_on([body], Scene((chair,)))

    assert beside.box[0] == -0.9 < alone.box[0]


def test_a_play_is_made_once() -> None:
    plays = Plays()

    assert plays.of(exercise(HALF_KNEELING)) is plays.of(exercise(HALF_KNEELING))


def test_a_tip_has_no_play() -> None:
    assert Plays().of(exercise("massage-referral")) is None


def test_the_camera_of_a_portrait_is_closer() -> None:
    close, _frame = portrait_of(exercise("stand-up-and-move"))

    x0, _y0, x1, _y1 = play("stand-up-and-move").camera.box
    assert close.camera.box[2] - close.camera.box[0] <= x1 - x0


def test_the_left_side_is_mirrored() -> None:
    left, right = timeline(HALF_KNEELING, Side.LEFT), timeline(HALF_KNEELING)
    plays = play(HALF_KNEELING).choreography

    assert plays.frame_at(position_at(left, timedelta())).mirrored
    assert not plays.frame_at(position_at(right, timedelta())).mirrored
