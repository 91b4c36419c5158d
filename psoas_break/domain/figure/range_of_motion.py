"""How far joints bend, and where we allow more, with the reason.

The values are the "reject" limits of content.md, section 6: textbook norms of the
American Academy of Orthopaedic Surgeons with a margin, consistent with the means of
Soucie et al. 2011, Haemophilia 17(3). Flexion is positive. They are limits of what
may be drawn, no goal for anybody.
"""

from collections.abc import Iterator

from psoas_break.domain.figure.joints import ArmJoints, Joints, LegJoints
from psoas_break.domain.figure.plane import turn_from
from psoas_break.domain.figure.pose import (
    FreeLeg,
    Half,
    Pose,
    RestingHand,
    Spot,
)

Range = tuple[float, float]
Bend = tuple[str, float, Range]
"""A joint, how far it bends, and how far it may."""

HIP = (-35.0, 135.0)
"""30 of extension in the tables; 35 here, because our hip angle is that of the thigh
to the drawn pelvis, and the last degrees of a lunge come from the pelvis."""
HIP_KNEE_STRAIGHT = (-35.0, 110.0)
"""Hamstrings, below 30 degrees of knee flexion."""
HIP_KNEE_BENT = (-21.0, 135.0)
"""Rectus femoris, beyond 100 degrees of knee flexion."""
KNEE = (-5.0, 150.0)
KNEE_PRESSED = (-5.0, 160.0)
"""Heel to buttock: reached when the floor or a hand presses, not by the muscles."""
ANKLE = (-55.0, 40.0)
ANKLE_ON_FLOOR = (-80.0, 40.0)
"""The instep of a kneeling leg lies flat under the body's weight."""
TOES = (-40.0, 90.0)
LUMBAR = (-30.0, 60.0)
THORAX = (-25.0, 40.0)
NECK_AND_HEAD = (-60.0, 60.0)
HEAD = (-40.0, 40.0)
"""Nodding alone: a guard for the drawing, no textbook value."""
SHOULDER = (-65.0, 190.0)
"""180 in the tables; an arm overhead takes up to 10 from the shoulder blade."""
ELBOW = (-5.0, 150.0)
WRIST = (-80.0, 90.0)
IN_PLANE = 0.9
"""A limb drawn shorter than this leaves the picture plane: its wrist angle says
nothing then."""

_STRAIGHT, _BENT = 30.0, 100.0
_HALF_TURN = -180.0


def bends(joints: Joints, ends: tuple[Pose, ...]) -> Iterator[Bend]:
    """Yield how far each joint bends and how far it may.

    Args:
        joints: the body.
        ends: the pose, or the poses a movement is between; what presses a knee at
            either end still helps on the way.
    """
    spine = joints.pose.spine
    yield "lumbar spine", spine.lumbar, LUMBAR
    yield "thoracic spine", spine.thorax, THORAX
    yield "neck", spine.neck + spine.head, NECK_AND_HEAD
    yield "head", spine.head, HEAD
    for side, leg, arm in (
        ("near", joints.near_leg, joints.near_arm),
        ("far", joints.far_leg, joints.far_arm),
    ):
        yield from _leg(side, leg, ends)
        yield from _arm(side, arm)


def _leg(side: str, leg: LegJoints, ends: tuple[Pose, ...]) -> Iterator[Bend]:
    held = any(_is_pressed(pose, side) for pose in ends)
    grounded = any(not isinstance(_half(p, side).leg, FreeLeg) for p in ends)
    knee = turn_from(leg.knee_flexion, _HALF_TURN)
    hip = HIP
    if knee < _STRAIGHT:
        hip = HIP_KNEE_STRAIGHT
    elif knee > _BENT:
        hip = HIP_KNEE_BENT
    yield f"{side} hip", turn_from(leg.hip_flexion, _HALF_TURN), hip
    yield f"{side} knee", knee, KNEE_PRESSED if held else KNEE
    ankle = turn_from(leg.dorsiflexion, _HALF_TURN)
    yield f"{side} ankle", ankle, ANKLE_ON_FLOOR if grounded else ANKLE
    yield f"{side} toes", leg.toe, TOES


def _arm(side: str, arm: ArmJoints) -> Iterator[Bend]:
    shoulder = turn_from(arm.shoulder_flexion, -90.0)
    yield f"{side} shoulder", shoulder, SHOULDER
    yield f"{side} elbow", turn_from(arm.elbow_flexion, _HALF_TURN), ELBOW
    if arm.scale >= IN_PLANE:
        yield f"{side} wrist", turn_from(arm.wrist_extension, _HALF_TURN), WRIST


def _half(pose: Pose, side: str) -> Half:
    return pose.near if side == "near" else pose.far


def _is_pressed(pose: Pose, side: str) -> bool:
    holds = {Spot(f"{side}.shin"), Spot(f"{side}.foot")}
    hands = (pose.near.arm, pose.far.arm)
    return not isinstance(_half(pose, side).leg, FreeLeg) or any(
        isinstance(hand, RestingHand) and hand.on in holds for hand in hands
    )
