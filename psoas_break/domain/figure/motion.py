"""The way from one pose to another.

What is pinned in both stays where it is: the limb is solved again in every frame.
What is pinned elsewhere takes a step; a foot that leaves the floor rises first. What
else is driven differently at the two ends is led by its joint angles, on which both
ends agree, so that nothing pops.
"""

from dataclasses import replace

from psoas_break.domain.figure.joints import ArmJoints, Joints, LegJoints
from psoas_break.domain.figure.plane import (
    minimum_jerk,
    mix,
    mix_points,
    turn_from,
)
from psoas_break.domain.figure.pose import (
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
    Root,
    Spine,
)
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.stepping import (
    led_foot,
    led_knee,
    pin_of_foot,
    pin_of_knee,
    place_of_pin,
)

# One turn for each joint, so that no blend goes the long way round.
_LIMB_LOW = -90.0
_END_LOW = -180.0


class Transition:
    """The way from one pose to another, as a function of the share of its time."""

    __slots__ = ("_from", "_to", "end", "start")

    def __init__(self, start: Pose, end: Pose) -> None:
        self.start = start
        self.end = end
        self._from = solve(start) if start != end else None
        self._to = solve(end) if start != end else None

    def pose_at(self, share: float) -> Pose:
        """Return the pose after `share` of the time, 0 to 1."""
        if share >= 1.0 or self._from is None or self._to is None:
            return self.end
        if share <= 0.0:
            return self.start
        return _blend(self._from, self._to, share)

    def joints_at(self, share: float, breath: float = 0.0) -> Joints:
        """Return the solved body after `share` of the time, 0 to 1."""
        return solve(self.pose_at(share), breath)


def _blend(a: Joints, b: Joints, share: float) -> Pose:
    e = minimum_jerk(share)
    start, end = a.pose, b.pose
    u, v = start.spine, end.spine
    return Pose(
        root=_root(a, b, e),
        spine=Spine(
            mix(u.pelvis, v.pelvis, e),
            mix(u.lumbar, v.lumbar, e),
            mix(u.thorax, v.thorax, e),
            mix(u.neck, v.neck, e),
            mix(u.head, v.head, e),
        ),
        near=Half(
            _leg(start.near.leg, end.near.leg, (a.near_leg, b.near_leg), share, e),
            _arm(start.near.arm, end.near.arm, (a.near_arm, b.near_arm), share, e),
        ),
        far=Half(
            _leg(start.far.leg, end.far.leg, (a.far_leg, b.far_leg), share, e),
            _arm(start.far.arm, end.far.arm, (a.far_arm, b.far_arm), share, e),
        ),
        side_bend=mix(start.side_bend, end.side_bend, e),
    )


def _root(a: Joints, b: Joints, e: float) -> Root:
    u, v = a.pose.root, b.pose.root
    if u.at is v.at:
        return Root(u.at, mix(u.x, v.x, e), mix(u.y, v.y, e))
    return Root(At.HIP, *mix_points(a.hip, b.hip, e))


def _leg(
    u: Leg, v: Leg, solved: tuple[LegJoints, LegJoints], share: float, e: float
) -> Leg:
    match u, v:
        case PinnedFoot(), PinnedFoot():
            x, y = place_of_pin((u.x, u.y), (v.x, v.y), share)
            return PinnedFoot(x, y, mix(u.pitch, v.pitch, e), mix(u.toe, v.toe, e))
        case KneelingLeg(), KneelingLeg():
            return KneelingLeg(
                mix(u.hip, v.hip, e),
                mix(u.shin, v.shin, e),
                mix(u.sole, v.sole, e),
                mix(u.toe, v.toe, e),
            )
        case PinnedKnee(), PinnedKnee():
            x, y = place_of_pin((u.x, u.y), (v.x, v.y), share)
            shin, sole = mix(u.shin, v.shin, e), mix(u.sole, v.sole, e)
            return PinnedKnee(x, y, shin, sole, mix(u.toe, v.toe, e))
        case PinnedFoot(), _:
            return led_foot(u, pin_of_foot(solved[1]), share)
        case _, PinnedFoot():
            return led_foot(v, pin_of_foot(solved[0]), 1.0 - share)
        case PinnedKnee(), _:
            return led_knee(pin_of_knee(solved[0]), pin_of_knee(solved[1]), share)
        case _, PinnedKnee():
            return led_knee(pin_of_knee(solved[1]), pin_of_knee(solved[0]), 1.0 - share)
        case _:
            return _free_leg(*solved, e)


def _free_leg(a: LegJoints, b: LegJoints, e: float) -> FreeLeg:
    return FreeLeg(
        _mix_turn(a.hip_flexion, b.hip_flexion, e, _LIMB_LOW),
        _mix_turn(a.knee_flexion, b.knee_flexion, e, _LIMB_LOW),
        _mix_turn(a.dorsiflexion, b.dorsiflexion, e, _END_LOW),
        mix(a.toe, b.toe, e),
        mix(a.scale, b.scale, e),
        mix(a.shin_scale, b.shin_scale, e),
    )


def _arm(
    u: Arm, v: Arm, solved: tuple[ArmJoints, ArmJoints], share: float, e: float
) -> Arm:
    match u, v:
        case RestingHand(), RestingHand() if u.on is v.on and bool(u.fit) is bool(
            v.fit
        ):
            return RestingHand(
                u.on,
                mix(u.along, v.along, e),
                mix(u.dx, v.dx, e),
                mix(u.dy, v.dy, e),
                mix(u.tilt, v.tilt, e),
                mix(u.back, v.back, e),
                mix(u.fit, v.fit, e),
                mix(u.curl, v.curl, e),
            )
        case PinnedHand(), PinnedHand() if u.elbow_forward is v.elbow_forward and bool(
            u.fit
        ) is bool(v.fit):
            x, y = place_of_pin((u.x, u.y), (v.x, v.y), share)
            return replace(
                u,
                x=x,
                y=y,
                direction=mix(u.direction, v.direction, e),
                fit=mix(u.fit, v.fit, e),
                curl=mix(u.curl, v.curl, e),
                bears=u.bears and v.bears,
            )
        case _:
            return _free_arm(*solved, e)


def _free_arm(a: ArmJoints, b: ArmJoints, e: float) -> FreeArm:
    return FreeArm(
        _mix_turn(a.shoulder_flexion, b.shoulder_flexion, e, _LIMB_LOW),
        _mix_turn(a.elbow_flexion, b.elbow_flexion, e, _LIMB_LOW),
        _mix_turn(a.wrist_extension, b.wrist_extension, e, _END_LOW),
        mix(a.curl, b.curl, e),
        mix(a.scale, b.scale, e),
        mix(a.rest, b.rest, e),
    )


def _mix_turn(a: float, b: float, e: float, low: float) -> float:
    return mix(turn_from(a, low), turn_from(b, low), e)
