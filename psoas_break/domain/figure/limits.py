"""Whether a body could do what an exercise draws: every pose, every way between."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.figure.balance import Span, centre_of_mass, support
from psoas_break.domain.figure.choreography import Choreography
from psoas_break.domain.figure.contact import (
    Surface,
    Touch,
    feet,
    height_over,
    surfaces_of,
    touches,
)
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.motion import Transition
from psoas_break.domain.figure.plane import distance
from psoas_break.domain.figure.pose import Arm, PinnedHand, Pose
from psoas_break.domain.figure.range_of_motion import bends
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.violation import Fault, Violation

SAMPLES = 41
"""Instants at which each movement is looked at."""
OUT_OF_REACH = 0.001
BELOW_FLOOR = -0.006
"""How far outlines may sink in: soft parts flatten on the floor."""
SLIDES = 0.001
TOUCHING = 0.003
"""What is no further above a surface stands on it, and must not slide."""
MARGIN = 0.010
"""How far inside its support the centre of mass of a held pose must be."""
ON_THE_WAY = 0.0
STEPPING = 0.03
"""How far outside it may be while the support changes: a step is a small fall."""
FASTEST = 15.0
"""Degrees a limb turns in a fortieth of a movement; more is a flip."""
ROUNDING = 0.05
"""Degrees beyond a range that are forgiven."""


class _At(NamedTuple):
    """Where something is found."""

    pose: str
    start: str = ""
    share: float = 1.0


def check(exercise: Exercise) -> tuple[Violation, ...]:
    """Return what is wrong with the poses and movements of an exercise.

    Of a fault that lasts, the worst instant is named. An exercise without a figure
    has nothing wrong.
    """
    if exercise.figure is None:
        return ()
    played = Choreography(exercise)
    surfaces = surfaces_of(exercise.figure.scene)
    found: list[Violation] = []
    for name, pose in exercise.figure.poses.items():
        found += check_pose(name, pose, surfaces)
    for (start, end), way in played.ways().items():
        if start != end:
            found += check_way(str(start), str(end), way, surfaces)
    return tuple(found)


def check_pose(
    name: str, pose: Pose, surfaces: tuple[Surface, ...] = ()
) -> tuple[Violation, ...]:
    """Return what is wrong with a pose that is held."""
    joints, at = solve(pose), _At(name)
    carried = support(joints, surfaces)
    found = [*_in_reason(joints, (pose,), at), *_balance(joints, carried, MARGIN, at)]
    return tuple(found)


def check_way(
    start: str, end: str, way: Transition, surfaces: tuple[Surface, ...] = ()
) -> tuple[Violation, ...]:
    """Return what is wrong on the way between two poses, they themselves apart."""
    ways = [_At(end, start, n / (SAMPLES - 1)) for n in range(SAMPLES)]
    frames = [way.joints_at(at.share) for at in ways]
    ends = (way.start, way.end)
    found: list[Violation] = []
    for at, joints in list(zip(ways, frames, strict=True))[1:-1]:
        found += _in_reason(joints, ends, at)
    found += _balance_on_the_way(frames, surfaces, ways)
    found += _sliding(frames, surfaces, ways[-1])
    found += _slipping_hands(frames, ends, ways[-1])
    for at, (before, after) in zip(ways[1:], pairwise(frames), strict=True):
        found += _flips(before, after, at)
    return _worst(found)


# --- One body -------------------------------------------------------------------


def _in_reason(joints: Joints, ends: tuple[Pose, ...], at: _At) -> Iterator[Violation]:
    """Yield joints out of range, pins out of reach, parts below the floor."""
    for joint, bend, (least, most) in bends(joints, ends):
        if not least - ROUNDING <= bend <= most + ROUNDING:
            yield _found(Fault.RANGE, at, joint, bend, (least, most))
    for part, over in (
        ("near leg", joints.near_leg.overreach),
        ("far leg", joints.far_leg.overreach),
        ("near arm", joints.near_arm.overreach),
        ("far arm", joints.far_arm.overreach),
    ):
        if over > OUT_OF_REACH:
            yield _found(Fault.REACH, at, part, over, (0.0, OUT_OF_REACH))
    for point in touches(joints):
        if point.y < BELOW_FLOOR:
            yield _found(Fault.FLOOR, at, point.part, point.y, (BELOW_FLOOR, 4.0))


def _balance(
    joints: Joints, carried: Span | None, margin: float, at: _At
) -> Iterator[Violation]:
    x, _y = centre_of_mass(joints)
    left, right = carried or (x + 1.0, x + 1.0)
    least, most = left + margin, right - margin
    if not least <= x <= most:
        yield _found(Fault.BALANCE, at, "centre of mass", x, (least, most))


# --- A movement -----------------------------------------------------------------


def _balance_on_the_way(
    frames: Sequence[Joints], surfaces: tuple[Surface, ...], ways: Sequence[_At]
) -> Iterator[Violation]:
    """Yield where a body topples on its way.

    While what carries it changes, it may fall a little from the one support towards
    the other.
    """
    first, last = support(frames[0], surfaces), support(frames[-1], surfaces)
    if first is None or last is None:
        return
    steps = _steps(frames[0], frames[-1], surfaces)
    both = min(first[0], last[0]), max(first[1], last[1])
    for at, joints in zip(ways, frames, strict=True):
        carried = both if steps else support(joints, surfaces)
        margin = -STEPPING if steps else ON_THE_WAY
        yield from _balance(joints, carried, margin, at)


def _steps(first: Joints, last: Joints, surfaces: tuple[Surface, ...]) -> bool:
    """Return whether a foot or knee stands elsewhere in the end."""
    before, after = (
        {point.part: point.x for point in feet(joints) if _stands(point, surfaces)}
        for joints in (first, last)
    )
    return before.keys() != after.keys() or any(
        abs(after[part] - x) > SLIDES for part, x in before.items()
    )


def _stands(point: Touch, surfaces: tuple[Surface, ...]) -> bool:
    return height_over(point, surfaces) <= TOUCHING


def _sliding(
    frames: Sequence[Joints], surfaces: tuple[Surface, ...], at: _At
) -> Iterator[Violation]:
    """Yield what moves along the floor while it stands on it."""
    rows = zip(*(feet(joints) for joints in frames), strict=True)
    for row in rows:
        slid = sum(
            abs(b.x - a.x)
            for a, b in pairwise(row)
            if _stands(a, surfaces) and _stands(b, surfaces)
        )
        if slid > SLIDES:
            yield _found(Fault.SLIDING, at, row[0].part, slid, (0.0, SLIDES))


def _slipping_hands(
    frames: Sequence[Joints], ends: tuple[Pose, Pose], at: _At
) -> Iterator[Violation]:
    """Yield hands pinned to one place that leave it."""
    start, end = ends
    for part, u, v, wrists in (
        ("near hand", start.near.arm, end.near.arm, [f.near_arm.wrist for f in frames]),
        ("far hand", start.far.arm, end.far.arm, [f.far_arm.wrist for f in frames]),
    ):
        if _same_place(u, v):
            slid = max(distance(wrists[0], wrist) for wrist in wrists)
            if slid > SLIDES:
                yield _found(Fault.SLIDING, at, part, slid, (0.0, SLIDES))


def _same_place(u: Arm, v: Arm) -> bool:
    match u, v:
        case PinnedHand(), PinnedHand():
            return (u.x, u.y) == (v.x, v.y)
        case _:
            return False


def _flips(before: Joints, after: Joints, at: _At) -> Iterator[Violation]:
    for part, a, b in (
        ("near thigh", before.near_leg.thigh, after.near_leg.thigh),
        ("far thigh", before.far_leg.thigh, after.far_leg.thigh),
        ("near shin", before.near_leg.shin, after.near_leg.shin),
        ("far shin", before.far_leg.shin, after.far_leg.shin),
        ("near upper arm", before.near_arm.upper, after.near_arm.upper),
        ("far upper arm", before.far_arm.upper, after.far_arm.upper),
        ("near forearm", before.near_arm.fore, after.near_arm.fore),
        ("far forearm", before.far_arm.fore, after.far_arm.fore),
    ):
        turn = abs((b - a + 180.0) % 360.0 - 180.0)
        if turn > FASTEST:
            yield _found(Fault.JUMP, at, part, turn, (0.0, FASTEST))


# --- Findings -------------------------------------------------------------------


def _found(
    fault: Fault, at: _At, part: str, measured: float, allowed: tuple[float, float]
) -> Violation:
    return Violation(
        fault=fault,
        pose=at.pose,
        start=at.start,
        share=at.share,
        part=part,
        measured=measured,
        least=allowed[0],
        most=allowed[1],
    )


def _worst(found: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the worst violation of each fault and part."""
    worst: dict[tuple[Fault, str], Violation] = {}
    for one in found:
        key = one.fault, one.part
        if key not in worst or one.excess > worst[key].excess:
            worst[key] = one
    return tuple(worst.values())
