from dataclasses import replace
from datetime import timedelta

import pytest

from psoas_break.domain.dose import Breaths, Count, Hold, Move, Repetitions, Tip
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Loop,
    Overlay,
    Place,
    Sides,
    Step,
    Words,
)
from psoas_break.domain.figure.choreography import Choreography, Frame
from psoas_break.domain.figure.figure import Air, Beat, Figure, Key
from psoas_break.domain.figure.plane import distance
from psoas_break.domain.figure.pose import FreeArm, FreeLeg, Pose
from psoas_break.domain.figure.scene import HintAt, Push
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import CALM
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import position_at
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Part, Timeline
from tests.domain.figure.bodies import FLAT, upright
from tests.domain.samples import seconds, span

HIP = (0.0, 0.5285)
ARROW = Push(at=HintAt.HIP, direction=0.0, start=0.1, length=0.1)
POSES: dict[str, Pose] = {
    "stand": upright(FLAT, FLAT, hip=HIP),
    "reach": upright(FLAT, FLAT, hip=HIP, near_arm=FreeArm(170.0, 5.0)),
    "bend": upright(FLAT, FLAT, hip=(0.0, 0.48)),
    "up": upright(FreeLeg(80.0, 85.0, 0.0), FLAT, hip=HIP),
}


def step(pose: str, move: float, hold: float, **key: object) -> Step:
    shown = replace(Key(pose=pose), **key)  # type: ignore[arg-type]  # by name
    return Step(move=seconds(move), hold=seconds(hold), cue=pose, key=shown)


STRETCH = Exercise(
    id="stretch",
    words=Words(name="Stretch", why="", care=""),
    kind=Kind.MOBILITY,
    sides=Sides.EACH,
    places=(Place.DESK,),
    level=1,
    dose=Hold(amount=span(10, 20, 40)),
    overlay=Overlay.PSOAS,
    lead_in=(step("stand", 0, 3),),
    main=(step("bend", 2, 8, hints=(ARROW,)), step("reach", 2, 8)),
    lead_out=(step("stand", 2, 1),),
    figure=Figure(poses=POSES),
)
LIFT = replace(
    STRETCH,
    id="lift",
    sides=Sides.BOTH,
    dose=Repetitions(amount=Count(2, 3, 9), sets=2, rest=seconds(10)),
    main=(),
    loop=Loop(steps=(step("bend", 2, 1, air=Air.OUT), step("stand", 2, 1, air=Air.IN))),
)
MARCH = replace(
    LIFT,
    id="march",
    sides=Sides.ALTERNATE,
    dose=Repetitions(amount=Count(2, 3, 9)),
    loop=Loop(steps=(step("up", 1, 0), step("stand", 1, 0))),
)
WALK = replace(
    STRETCH,
    id="walk",
    sides=Sides.BOTH,
    dose=Move(amount=span(10, 20, 40)),
    lead_in=(),
    lead_out=(),
    main=(
        step("stand", 0, 2),
        step(
            "stand",
            0,
            18,
            cycle=(
                Beat(pose="up", move=seconds(1)),
                Beat(pose="stand", move=seconds(1), hold=seconds(0.5)),
            ),
        ),
    ),
)
BREATHE = replace(
    STRETCH,
    id="breathe",
    sides=Sides.BOTH,
    dose=Breaths(amount=Count(1, 3, 9)),
    main=(step("", 0, 30),),
)
TWICE = replace(
    STRETCH,
    id="twice",
    sides=Sides.BOTH,
    dose=Hold(amount=span(10, 20, 40), sets=2),
    lead_out=(),
)
RESTED = replace(
    TWICE, id="rested", dose=Hold(amount=span(10, 20, 40), sets=2, rest=seconds(10))
)
ALL = (STRETCH, LIFT, MARCH, WALK, BREATHE, TWICE, RESTED)


def plan(exercise: Exercise, **item: object) -> Timeline:
    routine = Routine(
        id="one",
        name="One",
        items=(Item(exercise=exercise.id, **item),),  # type: ignore[arg-type]  # by name
    )
    catalogue = Catalogue(exercises={exercise.id: exercise}, routines={"one": routine})
    return timeline_for(routine, catalogue, Manner(lead=Side.RIGHT))


def start_of(timeline: Timeline, part: Part, nth: int = 0) -> timedelta:
    found = [n for n, s in enumerate(timeline.segments) if s.part is part]
    return timeline.start_of(found[nth])


def frame(exercise: Exercise, timeline: Timeline, at: timedelta) -> Frame:
    return Choreography(exercise).frame_at(position_at(timeline, at))


def knee_height(shown: Frame, side: str = "near") -> float:
    leg = shown.joints.near_leg if side == "near" else shown.joints.far_leg
    return leg.knee[1]


# --- What is shown when ---------------------------------------------------------


def test_one_gets_ready_in_the_first_pose() -> None:
    shown = frame(STRETCH, plan(STRETCH), seconds(1))
    assert shown.joints.pose == POSES["stand"]
    assert not shown.moving


def test_a_step_moves_and_then_holds() -> None:
    timeline = plan(STRETCH)
    begins = start_of(timeline, Part.HOLD)
    there, held = (frame(STRETCH, timeline, begins + seconds(s)) for s in (1, 2.5))
    assert (there.moving, held.moving) == (True, False)
    assert HIP[1] > there.joints.hip[1] > 0.48
    assert held.joints.pose == POSES["bend"]


def test_a_longer_hold_makes_no_move_slower_and_a_shorter_one_makes_it_faster() -> None:
    for amount, arrives in ((40, 2.0), (10, 1.0)):
        timeline = plan(STRETCH, amount=seconds(amount))
        begins = start_of(timeline, Part.HOLD)
        before, after = (
            frame(STRETCH, timeline, begins + seconds(arrives + d)) for d in (-0.1, 0.1)
        )
        assert (before.moving, after.moving) == (True, False)


def test_an_arrow_grows_and_goes() -> None:
    timeline = plan(STRETCH)
    begins = start_of(timeline, Part.HOLD)
    at = (0.4, 3.9, 4.1)
    grown, stays, gone = (frame(STRETCH, timeline, begins + seconds(s)) for s in at)
    assert (grown.hints, grown.hint_growth) == ((ARROW,), 0.5)
    assert (stays.hints, stays.hint_growth) == ((ARROW,), 1.0)
    assert gone.hints == ()


def test_the_picture_is_mirrored_for_the_left_side() -> None:
    timeline = plan(STRETCH)
    first, second = (start_of(timeline, Part.HOLD, n) for n in (0, 1))
    assert not frame(STRETCH, timeline, first).mirrored
    assert frame(STRETCH, timeline, second).mirrored
    assert frame(STRETCH, timeline, start_of(timeline, Part.SWITCH)).mirrored


def test_it_ends_with_easing_out() -> None:
    timeline = plan(STRETCH)
    begins = start_of(timeline, Part.EASE)
    assert frame(STRETCH, timeline, begins).joints.pose == POSES["reach"]
    assert frame(STRETCH, timeline, timeline.length).joints.pose == POSES["stand"]


def test_a_repetition_follows_its_loop() -> None:
    timeline = plan(LIFT)
    begins = start_of(timeline, Part.REPEAT)
    for turn in range(3):
        low = frame(LIFT, timeline, begins + seconds(6 * turn + 2.5))
        high = frame(LIFT, timeline, begins + seconds(6 * turn + 5.5))
        assert (low.joints.pose, high.joints.pose) == (POSES["bend"], POSES["stand"])


def test_a_rest_goes_back_to_where_the_work_begins() -> None:
    timeline = plan(LIFT)
    begins = start_of(timeline, Part.REST)
    assert frame(LIFT, timeline, begins + seconds(5)).joints.pose == POSES["stand"]


@pytest.mark.parametrize(("exercise", "pose"), [(TWICE, "reach"), (RESTED, "stand")])
def test_a_second_set_begins_where_the_first_or_the_rest_ended(
    exercise: Exercise, pose: str
) -> None:
    timeline = plan(exercise)
    begins = start_of(timeline, Part.HOLD, 1)
    assert frame(exercise, timeline, begins).joints.pose == POSES[pose]
    ways = {(a.pose, b.pose) for a, b in Choreography(exercise).ways()}
    assert (pose, "bend") in ways


def test_sides_that_take_turns_exchange_left_and_right() -> None:
    timeline = plan(MARCH)
    begins = start_of(timeline, Part.REPEAT)
    one, other = (frame(MARCH, timeline, begins + seconds(s)) for s in (1, 3))
    assert knee_height(one) > 0.4 > knee_height(one, "far")
    assert knee_height(other, "far") > 0.4 > knee_height(other)
    assert one.mirrored == other.mirrored


def test_a_cycle_goes_round_a_whole_number_of_times() -> None:
    timeline = plan(WALK)
    begins = start_of(timeline, Part.MOVE) + seconds(2)
    turn = 18 / 7  # seven times in eighteen seconds, for it is nearest
    for n in range(7):
        top = frame(WALK, timeline, begins + seconds(turn * (n + 0.4)))
        assert knee_height(top) > 0.4
    assert frame(WALK, timeline, timeline.length).joints.pose == POSES["stand"]


def test_it_knows_every_way_it_goes() -> None:
    walk = {(a.pose, b.pose) for a, b in Choreography(WALK).ways()}
    assert walk == {("stand", "stand"), ("stand", "up"), ("up", "stand")}
    march = {(str(a), str(b)) for a, b in Choreography(MARCH).ways()}
    assert ("stand", "up (other side)") in march
    assert ("stand (other side)", "up") in march
    lift = {(a.pose, b.pose) for a, b in Choreography(LIFT).ways()}
    assert lift == {("stand", "stand"), ("stand", "bend"), ("bend", "stand")}
    assert Choreography(LIFT).figure is LIFT.figure


def test_without_a_way_in_the_sides_change_in_the_first_pose() -> None:
    sudden = replace(STRETCH, lead_in=())
    timeline = plan(sudden)
    shown = frame(sudden, timeline, start_of(timeline, Part.SWITCH) + seconds(1))
    assert shown.joints.pose == POSES["bend"]


def test_an_exercise_without_a_figure_cannot_be_played() -> None:
    with pytest.raises(ValueError, match="stretch has no figure"):
        Choreography(replace(STRETCH, figure=None))


def test_a_tip_is_still() -> None:
    tip = replace(BREATHE, id="tip", dose=Tip(), lead_in=(), lead_out=())
    assert Choreography(tip).portrait.pose == POSES["stand"]


@pytest.mark.parametrize(
    ("exercise", "pose"),
    [(STRETCH, "reach"), (LIFT, "bend"), (BREATHE, "stand"), (WALK, "up")],
)
def test_its_portrait_is_the_pose_that_tells_most(
    exercise: Exercise, pose: str
) -> None:
    assert Choreography(exercise).portrait.pose == POSES[pose]


# --- Nothing jumps --------------------------------------------------------------


@pytest.mark.parametrize("exercise", ALL, ids=lambda e: e.id)
def test_nothing_jumps_in_a_whole_break(exercise: Exercise) -> None:
    played, timeline = Choreography(exercise), plan(exercise)
    before = None
    for n in range(int(timeline.length / seconds(1 / 30))):
        position = position_at(timeline, n * seconds(1 / 30))
        joints = played.frame_at(position).joints
        turned = position.part is Part.SWITCH and position.into < seconds(1 / 30)
        if before is not None and not turned:
            assert distance(joints.near_arm.wrist, before.near_arm.wrist) < 0.04
            assert distance(joints.near_leg.ankle, before.near_leg.ankle) < 0.03
            assert abs(joints.breath - before.breath) < 0.06
        before = joints


def test_a_frame_depends_on_nothing_but_the_position() -> None:
    timeline = plan(MARCH)
    played = Choreography(MARCH)
    at = [seconds(s) for s in (9.3, 2.2, 12.4, 9.3)]
    frames = [played.frame_at(position_at(timeline, one)) for one in at]
    fresh = frame(MARCH, timeline, at[0])
    assert frames[0].joints.near_leg == frames[3].joints.near_leg
    assert frames[0].joints.near_leg == fresh.joints.near_leg


# --- Breath ---------------------------------------------------------------------


def test_in_a_breathing_exercise_the_body_breathes_as_the_pacer_does() -> None:
    timeline = plan(BREATHE)
    begins = start_of(timeline, Part.BREATHE)
    for into in (0.0, 2.0, 4.0, 7.0, 11.3):
        position = position_at(timeline, begins + seconds(into))
        assert position.breath is not None
        shown = Choreography(BREATHE).frame_at(position)
        assert shown.joints.breath == position.breath.level


def test_in_a_hold_it_breathes_calmly() -> None:
    timeline = plan(STRETCH)
    begins = start_of(timeline, Part.HOLD)
    breaths = [
        frame(STRETCH, timeline, begins + seconds(s)).joints.breath for s in range(11)
    ]
    assert max(breaths) == pytest.approx(0.35)
    assert (breaths[0], breaths[10]) == (0, 0)


def test_in_a_repetition_it_breathes_with_the_movement() -> None:
    timeline = plan(LIFT)
    begins = start_of(timeline, Part.REPEAT)
    out, full = (
        frame(LIFT, timeline, begins + seconds(s)).joints.breath for s in (8.99, 11.99)
    )
    assert out == pytest.approx(0, abs=0.01)
    assert full == pytest.approx(0.5, abs=0.01)


def test_a_step_that_says_nothing_of_the_breath_keeps_it() -> None:
    plain = replace(
        LIFT,
        loop=Loop(steps=(step("bend", 2, 0, air=Air.IN), step("stand", 2, 2))),
    )
    timeline = plan(plain)
    begins = start_of(timeline, Part.REPEAT) + seconds(6)
    kept = [frame(plain, timeline, begins + seconds(s)).joints.breath for s in (2, 4)]
    assert kept == [0.5, 0.5]


def test_a_still_picture_shows_the_goal_of_each_step() -> None:
    timeline = plan(STRETCH)
    begins = start_of(timeline, Part.HOLD)
    played = Choreography(STRETCH)
    shown = played.frame_at(position_at(timeline, begins + seconds(0.2)), still=True)
    assert shown.joints.pose == POSES["bend"]
    assert (shown.joints.breath, shown.moving, shown.hint_growth) == (0, False, 1)


def test_a_pattern_without_a_pace_leaves_the_breath_calm() -> None:
    timeline = plan(BREATHE)
    position = position_at(timeline, start_of(timeline, Part.BREATHE) + seconds(4))
    shown = Choreography(BREATHE).frame_at(replace(position, breath=None))
    assert 0 < shown.joints.breath <= 0.35
    assert CALM.paced
