"""Exchanging left and right, where the sides of an exercise take turns."""

from dataclasses import replace

from psoas_break.domain.figure.pose import At, Half, Pose, RestingHand, Spot

_OTHER = {
    At.NEAR_KNEE: At.FAR_KNEE,
    At.FAR_KNEE: At.NEAR_KNEE,
    Spot.NEAR_THIGH: Spot.FAR_THIGH,
    Spot.FAR_THIGH: Spot.NEAR_THIGH,
    Spot.NEAR_SHIN: Spot.FAR_SHIN,
    Spot.FAR_SHIN: Spot.NEAR_SHIN,
    Spot.NEAR_FOOT: Spot.FAR_FOOT,
    Spot.FAR_FOOT: Spot.NEAR_FOOT,
}


def swapped(pose: Pose) -> Pose:
    """Return the pose with left and right exchanged, facing the same way."""
    at = _OTHER.get(pose.root.at, pose.root.at)
    return Pose(
        root=replace(pose.root, at=At(at)),
        spine=pose.spine,
        near=_swapped_half(pose.far),
        far=_swapped_half(pose.near),
        side_bend=-pose.side_bend,
    )


def _swapped_half(half: Half) -> Half:
    match half.arm:
        case RestingHand(on=on):
            spot = Spot(_OTHER.get(on, on))
            return Half(half.leg, replace(half.arm, on=spot))
        case _:
            return half
