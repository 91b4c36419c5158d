"""Bodies that the tests of the figure stand, sit and lie."""

from psoas_break.domain.figure.pose import (
    Arm,
    At,
    FreeArm,
    FreeLeg,
    Half,
    KneelingLeg,
    Leg,
    PinnedFoot,
    Pose,
    Root,
    Spine,
)

HANGING = FreeArm(0.0, 0.0)
STRAIGHT = FreeLeg(0.0, 0.0, 0.0)
FLAT = PinnedFoot(0.0, 0.0)


def upright(
    near: Leg = STRAIGHT,
    far: Leg = STRAIGHT,
    *,
    near_arm: Arm = HANGING,
    far_arm: Arm = HANGING,
    spine: Spine = Spine(),  # noqa: B008 - a value
    hip: tuple[float, float] = (0.0, 0.53),
    side_bend: float = 0.0,
) -> Pose:
    """A body carried by its hip."""
    return Pose(
        Root(At.HIP, *hip), spine, Half(near, near_arm), Half(far, far_arm), side_bend
    )


def kneeling(
    *, hip: float = -10.0, pelvis: float = -8.0, far: Leg | None = None
) -> Pose:
    """A body on its near knee, the far foot ahead."""
    return Pose(
        Root(At.NEAR_KNEE, 0.0, 0.0),
        Spine(pelvis, 6.0),
        Half(KneelingLeg(hip, -88.5, -166.0), HANGING),
        Half(far or PinnedFoot(0.262, 0.0), HANGING),
    )
