"""The figures of our own exercises, and of the user's."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.domain.dose import Tip
from psoas_break.domain.exercise import Exercise, Kind, Overlay
from psoas_break.domain.figure.choreography import Choreography
from psoas_break.domain.figure.figure import Air, Beat
from psoas_break.domain.figure.limits import check
from psoas_break.domain.figure.plane import distance
from psoas_break.domain.figure.pose import (
    CURL_RESTING,
    Arm,
    At,
    FreeArm,
    FreeLeg,
    Half,
    KneelingLeg,
    Leg,
    PinnedFoot,
    PinnedHand,
    PinnedKnee,
    Pose,
    RestingHand,
    Spine,
    Spot,
)
from psoas_break.domain.figure.psoas import psoas_of
from psoas_break.domain.figure.scene import HintAt, Prop, PropKind, Push, Turn
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import position_at
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Part
from psoas_break.storage.catalogue import load
from psoas_break.storage.exercise_file import read_exercise
from psoas_break.storage.problem import Problem
from psoas_break.storage.resources import find_resources

OURS, _ = load(find_resources())
DRAWN = tuple(e for e in OURS.exercises.values() if e.figure is not None)
STRETCHES = tuple(
    e.id
    for e in DRAWN
    if e.kind is Kind.MOBILITY and e.overlay is Overlay.PSOAS and e.loop is None
)
"""What is held to lengthen the psoas; a crab reach opens the hips in passing."""


# --- Ours -----------------------------------------------------------------------


def test_every_exercise_but_the_tips_is_drawn() -> None:
    plain = [e for e in OURS.exercises.values() if e.figure is None]
    assert all(isinstance(exercise.dose, Tip) for exercise in plain)
    assert len(DRAWN) == 40


@pytest.mark.parametrize("exercise", DRAWN, ids=lambda e: e.id)
def test_a_body_can_do_what_is_drawn(exercise: Exercise) -> None:
    assert [str(violation) for violation in check(exercise)] == []


@pytest.mark.parametrize("exercise", DRAWN, ids=lambda e: e.id)
def test_nothing_jumps_from_frame_to_frame(exercise: Exercise) -> None:
    routine = OURS.find(exercise.id)
    assert routine is not None
    timeline = timeline_for(routine, OURS, Manner())
    played, before = Choreography(exercise), None
    frame = timedelta(seconds=1 / 30)
    for n in range(timeline.length // frame):
        position = position_at(timeline, n * frame)
        joints = played.frame_at(position).joints
        turned = position.part is Part.SWITCH and position.into < frame
        if before is not None and not turned:
            for limb in ("near_leg", "far_leg"):
                here, there = getattr(joints, limb), getattr(before, limb)
                assert distance(here.ankle, there.ankle) < 0.05, position.into
            for limb in ("near_arm", "far_arm"):
                here, there = getattr(joints, limb), getattr(before, limb)
                assert distance(here.wrist, there.wrist) < 0.05, position.into
            assert distance(joints.head, before.head) < 0.03
        before = joints


def test_every_stretch_of_the_psoas_is_looked_at() -> None:
    assert {"half-kneeling-hip-flexor-stretch", "sofa-stretch"} < set(STRETCHES)
    assert len(STRETCHES) >= 7


@pytest.mark.parametrize("name", STRETCHES)
def test_a_stretch_lengthens_the_psoas_and_an_arched_back_cheats_it(name: str) -> None:
    hold = Choreography(OURS.exercises[name]).portrait.pose
    assert psoas_of(solve(hold)).strain > 0
    assert psoas_of(solve(hold)).strain > psoas_of(solve(arched(hold))).strain


def arched(pose: Pose) -> Pose:
    """The same trunk and thigh, with the pelvis tipped forward and the back hollow."""
    spine = pose.spine
    tipped = Spine(spine.pelvis + 15, spine.lumbar - 15, spine.thorax)
    match pose.near.leg:
        case KneelingLeg() | FreeLeg():
            leg = replace(pose.near.leg, hip=pose.near.leg.hip + 15)
            near = replace(pose.near, leg=leg)
        case _:
            near = pose.near  # its foot is pinned: the thigh stays as it is
    return replace(pose, spine=tipped, near=near)


# --- The user's -----------------------------------------------------------------

MINE = """
schema = 1
id = "mine"
kind = "strength"
sides = "both"
places = ["mat"]
level = 1

[dose]
sort = "repetitions"
least = 1
usual = 2
most = 3

[text.en]
name = "Mine"
why = "Feels good."
care = "Slowly."

[scene]
view = [-1, 0, 1, 1.2]
props = [{ kind = "mat", x = [-0.3, 0.3] }, { kind = "band" }]

[pose.stand]
root  = { at = "hip", pos = [0, 0.5285] }
spine = { pelvis = 1, head = 2 }
near  = { leg = { foot = [0, 0] }, arm = { on = "near.thigh", t = 0.3 } }
far   = { leg = { foot = [0, 0] }, arm = { shoulder = 4, elbow = 20 } }

[pose.up]
base = "stand"
near = { leg = { hip = 60, knee = 70 }, arm = { t = 0.2 } }
far  = { arm = { hand = [0.2, 0.7], dir = 90, bears = true } }

[[step]]
pose = "stand"
hold = 3
cue.en = "Stand."

[[loop]]
step = [
  { pose = "up", move = 2, breath = "in", hint = [
    { kind = "turn", at = "pelvis", from = 170, sweep = 80, r = 0.1 },
    { kind = "push", at = "hip", dir = 90, start = 0.1, len = 0.2 },
  ] },
  { pose = "stand", move = 2, hold = 6, cycle = [
    { pose = "up", move = 1, hold = 0.5 }, { pose = "stand", move = 1 },
  ] },
]
"""

VIEW, MAT, STAND = "view = [-1, 0, 1, 1.2]", "x = [-0.3, 0.3]", "[pose.stand]"
PLACE, LEAN, BASE = "pos = [0, 0.5285]", "pelvis = 1", 'base = "stand"'
LEG, ARM = "leg = { foot = [0, 0] }, arm = { on", '{ on = "near.thigh", t = 0.3 }'
UP = '{ pose = "up", move = 2, b'
BEAT = '{ pose = "stand", move = 1 }'


def read(tmp_path: Path, text: str) -> tuple[Exercise | None, tuple[Problem, ...]]:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return read_exercise(file, own=True)


def sound(tmp_path: Path, text: str = MINE) -> Exercise:
    exercise, problems = read(tmp_path, text)
    assert problems == ()
    assert exercise is not None
    return exercise


def test_poses_scene_and_keys_are_read(tmp_path: Path) -> None:
    exercise = sound(tmp_path)
    figure = exercise.figure
    assert figure is not None
    mat = Prop(PropKind.MAT, (-0.3, 0.3))
    assert figure.scene.props == (mat, Prop(PropKind.BAND))
    assert figure.scene.view == (-1.0, 0.0, 1.0, 1.2)
    assert figure.poses["stand"].near.leg == PinnedFoot(0, 0)
    assert exercise.loop is not None
    up, down = (step.key for step in exercise.loop.steps)
    assert up is not None
    assert down is not None
    assert up.air is Air.IN
    assert up.hints == (
        Turn(at=HintAt.PELVIS, start=170, sweep=80, radius=0.1),
        Push(at=HintAt.HIP, direction=90, start=0.1, length=0.2),
    )
    half_second = timedelta(seconds=0.5)
    assert down.cycle[0] == Beat(pose="up", move=timedelta(seconds=1), hold=half_second)


def test_a_pose_differs_from_its_base_only_where_it_says_so(tmp_path: Path) -> None:
    figure = sound(tmp_path).figure
    assert figure is not None
    stand, up = figure.poses["stand"], figure.poses["up"]
    assert (up.root, up.spine) == (stand.root, stand.spine)
    # Driven in a new way, a limb begins afresh; in the same way it keeps the rest.
    assert up.near.leg == FreeLeg(60, 70, 0)
    assert isinstance(up.near.arm, RestingHand)
    assert (up.near.arm.on, up.near.arm.along) == (Spot.NEAR_THIGH, 0.2)
    assert up.far == Half(PinnedFoot(0, 0), PinnedHand(0.2, 0.7, 90, bears=True))


def unchecked(tmp_path: Path, *changes: tuple[str, str]) -> Pose:
    """Return the pose `stand` with some changes, whatever a body could do."""
    text = MINE.split("[pose.up]", maxsplit=1)[0]
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file = tmp_path / "mine.toml"
    file.write_text(f"{text}[[loop]]\nstep = [{{ move = 1 }}]\n", encoding="utf-8")
    exercise, problems = read_exercise(file, own=False)
    assert problems == ()
    assert exercise is not None
    assert exercise.figure is not None
    return exercise.figure.poses["stand"]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("hip = 1, shin = -88, sole = -160", KneelingLeg(1, -88, -160)),
        (
            "knee_at = [0.1, 0], shin = -88, sole = -160, toe = 3",
            PinnedKnee(0.1, 0, -88, -160, 3),
        ),
        ("hip = 9, knee = 8, shin_scale = 0.5", FreeLeg(9, 8, 0, shin_scale=0.5)),
        ("foot = [0.1, 0], pitch = -20, toe = 20", PinnedFoot(0.1, 0, -20, 20)),
    ],
)
def test_every_way_to_drive_a_leg(tmp_path: Path, written: str, read_as: Leg) -> None:
    pose = unchecked(tmp_path, (LEG, f"leg = {{ {written} }}, arm = {{ on"))
    assert pose.near.leg == read_as


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (
            'on = "belly", s = 0.1, fit = 1.2',
            RestingHand(Spot.BELLY, 0.1, 0.0, 0.0, 62.0, 0.08, 1.2, CURL_RESTING),
        ),
        ("shoulder = 10, wrist = 4, scale = 0.5", FreeArm(10, 0, 4, scale=0.5)),
        (
            "hand = [0.1, 0.6], dir = 90, elbow_forward = true, curl = 50",
            PinnedHand(0.1, 0.6, 90, elbow_forward=True, curl=50),
        ),
    ],
)
def test_every_way_to_drive_an_arm(tmp_path: Path, written: str, read_as: Arm) -> None:
    pose = unchecked(tmp_path, (ARM, f"{{ {written} }}"))
    assert pose.near.arm == read_as


def test_a_knee_carries_and_a_back_lies(tmp_path: Path) -> None:
    kneels = "leg = { hip = 1, shin = -88, sole = -160 }, arm = { on"
    kneeling = unchecked(tmp_path, ('at = "hip"', 'at = "near.knee"'), (LEG, kneels))
    assert kneeling.root.at is At.NEAR_KNEE
    lying = unchecked(tmp_path, (LEAN, 'pelvis = "lie", lumbar = 6'))
    assert lying.spine.pelvis == pytest.approx(-90, abs=8)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (VIEW, "view = [1, 0, -1, 1]", "21: scene.view: expected [left"),
        (VIEW, 'view = "wide"', "21: scene.view: expected a list of 4"),
        (VIEW, "look = 1", "21: scene.look: unknown key"),
        ('"mat", x', '"carpet", x', "22: scene.props[0].kind: 'carpet' is none"),
        (MAT, "x = [0.3, -0.3]", "22: scene.props[0].x: expected [left"),
        (MAT, "x = [1]", "22: scene.props[0].x: expected a list of 2"),
        (STAND, f"{STAND}\nrot = 1", "25: pose.stand.rot: unknown key"),
        ('at = "hip"', 'at = "ear"', "25: pose.stand.root.at: 'ear' is none"),
        ('at = "hip"', 'at = "far.knee"', "pose.stand.far.leg: the leg that"),
        (PLACE, "pos = [0, nan]", "25: pose.stand.root.pos[1]: nan is not"),
        (PLACE, "pos = [0, true]", "25: pose.stand.root.pos[1]: expected a num"),
        (LEAN, 'pelvis = "sit"', "26: pose.stand.spine.pelvis: expected a num"),
        (LEAN, "hips = 1", "26: pose.stand.spine.hips: unknown key"),
        (LEG, "leg = {}, arm = { on", "27: pose.stand.near.leg.foot: a leg needs"),
        (ARM, "{}", "27: pose.stand.near.arm.shoulder: an arm needs"),
        (ARM, '{ on = "ear" }', "27: pose.stand.near.arm.on: 'ear' is none"),
        ("elbow = 20", "elbow = 2000", "28: pose.stand.far.arm.elbow: 2000 is"),
        (BASE, 'base = "sit"', "31: pose.up.base: there is no pose 'sit'"),
        (BASE, "base = 1", "31: pose.up.base: there is no pose 1"),
        ("[pose.up]", "[pose]\nup = 1\n[post]", "pose.up: expected a table"),
        (UP, '{ pose = "low", move = 2, b', "step[0].pose: there is no pose 'low'"),
        ('breath = "in"', 'breath = "up"', "step[0].breath: 'up' is none of in"),
        ('"turn"', '"spin"', "step[0].hint[0].kind: 'spin' is none of turn"),
        ("r = 0.1", "r = 9", "step[0].hint[0].r: 9 is not between 0.01 and 1"),
        ("len = 0.2", "len = 0.2, x = 1", "step[0].hint[1].x: unknown key"),
        (BEAT, '{ pose = "stand", move = 0 }', "cycle[1].move: a move of a cycle"),
        (BEAT, '{ pose = "up", move = 1 }', "cycle: the last move must end"),
    ],
)
def test_a_figure_that_cannot_be_used_is_named_and_the_exercise_stays(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert old in MINE
    text = MINE.replace(old, new)
    if "[post]" in new:
        text = text.replace("[post]", "").split("base =")[0]
        text += "[[loop]]\nstep = [{ move = 1 }]\n"
    exercise, problems = read(tmp_path, text)
    assert exercise is not None
    assert exercise.figure is None
    said = str(problems[0]).removeprefix(f"{tmp_path}/")
    assert problem in said
    assert said.startswith("mine.toml:")
    assert said.endswith("(shown without its figure)")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("knee = 70", "knee = -20", "mine.toml:30: pose.up: near knee bends by -20°"),
        ("hand = [0.2,", "hand = [0.6,", "pose.up: far arm is out of reach by 0.2"),
        (PLACE, "pos = [0.13, 0.49]", "pose.stand: topples: centre of mass is at"),
        ("hip = 60, knee = 70", "hip = 0, knee = 0, ankle = -40", "toe tip is at -0."),
        (
            "near = { leg = { hip = 60, knee = 70 }",
            "near = { leg = { foot = [0.02, 0] }",
            "pose.up: stand > up: near heel slides by 0.020 H",
        ),
    ],
)
def test_what_no_body_can_do_is_named(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert old in MINE
    exercise, problems = read(tmp_path, MINE.replace(old, new))
    assert exercise is not None
    assert exercise.figure is None
    lines = [str(one).removeprefix(f"{tmp_path}/") for one in problems]
    assert any(re.match(r"mine\.toml:\d+: ", one) and problem in one for one in lines)


def test_a_file_that_is_wrong_elsewhere_is_left_out(tmp_path: Path) -> None:
    broken = MINE.replace('base = "stand"', "base = 1").replace(
        "level = 1", "level = 9"
    )
    exercise, problems = read(tmp_path, broken)
    assert exercise is None
    assert [one.key for one in problems] == ["level"]


def test_a_pose_without_poses_is_no_figure(tmp_path: Path) -> None:
    head = MINE.split("[scene]", maxsplit=1)[0]
    plain = f"{head}[[loop]]\nstep = [{{ move = 1 }}]\n"
    assert sound(tmp_path, plain).figure is None
