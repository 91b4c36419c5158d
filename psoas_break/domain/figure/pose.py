"""What an author writes: a pose as angles, and as points that must stay put.

Lengths are statures, angles degrees (flexion +, extension -). Each limb is driven
in one of a few ways, so that what touches the floor, a chair or the body is said
as a place and what moves freely as angles.
"""

from dataclasses import dataclass
from enum import StrEnum


class At(StrEnum):
    """What carries the body: the part whose place is given."""

    HIP = "hip"
    """The hip centre itself; the feet are usually pinned."""
    NEAR_KNEE = "near.knee"
    """The near kneecap rests at the place."""
    FAR_KNEE = "far.knee"
    SEAT = "seat"
    """The buttocks sit at the place, the top of a seat."""
    BACK = "back"
    """The shoulder blades lie at the place."""
    BELLY = "belly"
    """The front of the pelvis lies at the place."""


@dataclass(frozen=True, slots=True)
class Root:
    """Where the body is carried."""

    at: At
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Spine:
    """The trunk: how far the pelvis leans, and how each part above bends on it."""

    pelvis: float = 0.0
    lumbar: float = 0.0
    thorax: float = 0.0
    neck: float = 0.0
    head: float = 0.0


# --- Legs -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PinnedFoot:
    """A foot that stays where it is; the knee follows.

    Attributes:
        x, y: the point of the floor below the ankle when the foot is flat.
        pitch: 0 flat; heel up negative, about the ball; toes up positive, about the
            heel.
        toe: how far the toes bend up; -pitch keeps them flat.
    """

    x: float
    y: float
    pitch: float = 0.0
    toe: float = 0.0


@dataclass(frozen=True, slots=True)
class KneelingLeg:
    """The leg whose knee carries the body.

    Attributes:
        hip: flexion of the hip.
        shin: direction of the shin in the world, from straight down.
        sole: heading of the foot in the world.
        toe: how far the toes bend up.
    """

    hip: float
    shin: float
    sole: float
    toe: float = 0.0


@dataclass(frozen=True, slots=True)
class PinnedKnee:
    """A knee that stays where it is, though another part carries the body.

    Attributes:
        x, y: the point the kneecap rests on.
        shin, sole: direction and heading in the world.
        toe: how far the toes bend up.
    """

    x: float
    y: float
    shin: float
    sole: float
    toe: float = 0.0


@dataclass(frozen=True, slots=True)
class FreeLeg:
    """A leg that hangs or swings: joint angles.

    Attributes:
        scale: below 1 where the thigh leaves the picture plane.
        shin_scale: the same for the shin.
    """

    hip: float
    knee: float
    ankle: float
    toe: float = 0.0
    scale: float = 1.0
    shin_scale: float = 1.0


Leg = PinnedFoot | KneelingLeg | PinnedKnee | FreeLeg


# --- Arms -----------------------------------------------------------------------


class Spot(StrEnum):
    """A part of the body a hand can rest on."""

    NEAR_THIGH = "near.thigh"
    FAR_THIGH = "far.thigh"
    NEAR_SHIN = "near.shin"
    FAR_SHIN = "far.shin"
    NEAR_FOOT = "near.foot"
    FAR_FOOT = "far.foot"
    BELLY = "belly"
    CHEST = "chest"
    HIP = "hip"
    BACK = "back"


CURL_RESTING = -6.0
CURL_FREE = 20.0


@dataclass(frozen=True, slots=True)
class RestingHand:
    """A hand that rests on the body and goes where that part goes.

    Attributes:
        on: the part.
        along: on a limb the share of its length from the trunk; on belly and chest
            the height along the spine.
        dx, dy: shift forward and up: of the pelvis on hip and back, of the sole on
            a foot; no use elsewhere.
        tilt: direction of the hand, turned from that of the part.
        back: how far behind its fingers' place the wrist is; on belly, chest, foot.
        fit: above 0 both arm bones are drawn shorter, together `fit` times the
            distance from shoulder to wrist: the arm leaves the picture plane.
        curl: how far the fingers bend.
    """

    on: Spot
    along: float
    dx: float
    dy: float
    tilt: float
    back: float
    fit: float = 0.0
    curl: float = CURL_RESTING


@dataclass(frozen=True, slots=True)
class PinnedHand:
    """A hand that stays where it is: on a desk, the floor, a bar.

    Attributes:
        x, y: the wrist.
        direction: of the hand, from straight down.
        fit: as for `RestingHand`.
        bears: whether it carries weight, or only steadies.
        elbow_forward: whether the elbow bends to the front instead of the back.
        curl: how far the fingers bend.
    """

    x: float
    y: float
    direction: float
    fit: float = 0.0
    bears: bool = False
    elbow_forward: bool = False
    curl: float = CURL_RESTING


@dataclass(frozen=True, slots=True)
class FreeArm:
    """An arm that hangs or reaches: joint angles.

    Attributes:
        curl: how far the fingers bend.
        scale: below 1 where the arm leaves the picture plane.
        rest: 1 as the hand of a resting arm is drawn, 0 as of a free one; in between
            only while one becomes the other.
    """

    shoulder: float
    elbow: float
    wrist: float = 0.0
    curl: float = CURL_FREE
    scale: float = 1.0
    rest: float = 0.0


Arm = RestingHand | PinnedHand | FreeArm


# --- The whole ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Half:
    """One leg and the arm of the same side."""

    leg: Leg
    arm: Arm


@dataclass(frozen=True, slots=True)
class Pose:
    """A whole body at rest.

    Attributes:
        side_bend: 0 to 1, leaning away from the near side. It cannot be seen from
            the side, but lengthens the near psoas.
    """

    root: Root
    spine: Spine
    near: Half
    far: Half
    side_bend: float = 0.0
