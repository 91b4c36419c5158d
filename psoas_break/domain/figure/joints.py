"""What a painter needs: every joint of a solved pose in the world."""

from dataclasses import dataclass

from psoas_break.domain.figure.plane import Point
from psoas_break.domain.figure.pose import Pose
from psoas_break.domain.figure.spine import SpineCurve


@dataclass(frozen=True, slots=True)
class LegJoints:
    """One leg.

    Attributes:
        thigh, shin: directions in the world, from straight down.
        sole: heading of the foot; `toe` is how far the toes bend up from it.
        hip_flexion, knee_flexion, dorsiflexion: the joint angles.
        scale: below 1 where the thigh leaves the picture plane; it is drawn so much
            shorter. `shin_scale` is the same for the shin.
        overreach: how far a pinned foot or knee is out of reach, in statures.
    """

    hip: Point
    knee: Point
    ankle: Point
    thigh: float
    shin: float
    sole: float
    toe: float
    hip_flexion: float
    knee_flexion: float
    dorsiflexion: float
    scale: float
    shin_scale: float
    overreach: float


@dataclass(frozen=True, slots=True)
class ArmJoints:
    """One arm.

    Attributes:
        upper, fore, hand: directions in the world, from straight down.
        curl: how far the fingers bend from the palm.
        rest: 1 for a hand that rests on something, 0 for a free one: its thumb shows.
        scale: below 1 where the arm leaves the picture plane.
        shoulder_flexion, elbow_flexion, wrist_extension: the joint angles.
        overreach: how far a resting or pinned hand is out of reach, in statures.
    """

    shoulder: Point
    elbow: Point
    wrist: Point
    upper: float
    fore: float
    hand: float
    curl: float
    rest: float
    scale: float
    shoulder_flexion: float
    elbow_flexion: float
    wrist_extension: float
    overreach: float


@dataclass(frozen=True, slots=True)
class Joints:
    """A solved body.

    Attributes:
        pose: what was solved.
        breath: how full the breath is drawn, 0 to 1; widens `trunk.front`.
        spine: the curve the trunk is drawn along, from the hip centre up.
        hip: both hip centres; seen from the side they are one.
        shoulder: both shoulder centres.
        neck_base, skull_base: ends of the neck; `neck_pitch` is its lean.
        head: the centre of the head's frame; `head_pitch` is its lean.
    """

    pose: Pose
    breath: float
    hip: Point
    spine: SpineCurve
    shoulder: Point
    neck_base: Point
    skull_base: Point
    neck_pitch: float
    head: Point
    head_pitch: float
    near_leg: LegJoints
    far_leg: LegJoints
    near_arm: ArmJoints
    far_arm: ArmJoints
