"""How thick the limbs are, front and back, along their length.

In statures; the share of the length from the trunk, then how far the skin stands out
before and behind the bone's line. Drawn by eye.
"""

from psoas_break.domain.figure.plane import Point
from psoas_break.domain.figure.profile import sampled

Profile = tuple[tuple[float, float, float], ...]

THIGH: Profile = (
    (0.0, 0.056, 0.060),
    (0.25, 0.0560, 0.0535),
    (0.5, 0.0515, 0.0465),
    (0.78, 0.0435, 0.0375),
    (0.92, 0.0390, 0.0340),
    (1.0, 0.0365, 0.0330),
)
SHANK: Profile = (
    (0.0, 0.0335, 0.0320),
    (0.10, 0.0325, 0.0362),
    (0.3, 0.0285, 0.0425),
    (0.5, 0.0245, 0.0375),
    (0.75, 0.0190, 0.0240),
    (0.92, 0.0172, 0.0185),
    (1.0, 0.0180, 0.0185),
)
UPPER_ARM: Profile = (
    (0.0, 0.031, 0.031),
    (0.25, 0.0295, 0.0305),
    (0.6, 0.0255, 0.0265),
    (1.0, 0.0215, 0.0225),
)
FOREARM: Profile = (
    (0.0, 0.0225, 0.0220),
    (0.22, 0.0245, 0.0235),
    (0.6, 0.0195, 0.0185),
    (1.0, 0.0142, 0.0142),
)
NECK: Profile = ((0.0, 0.036, 0.034), (0.5, 0.0295, 0.0285), (1.0, 0.030, 0.030))
FEMUR: Profile = (
    (0.0, 0.006, 0.010),
    (0.06, 0.004, 0.020),
    (0.13, 0.004, 0.0245),
    (0.20, 0.0065, 0.0150),
    (0.32, 0.0085, 0.0095),
    (0.6, 0.0085, 0.0085),
    (0.9, 0.013, 0.011),
    (1.0, 0.014, 0.014),
)


def limb(
    profile: Profile,
    length: float,
    start: float = 0.0,
    end: float = 1.0,
    *,
    slices: int = 11,
    grow: float = 0.0,
) -> list[Point]:
    """Return a limb's outline in its own frame: x along it, y to its front.

    Args:
        profile: how thick it is.
        length: of the whole limb, in statures.
        start: where it begins, as a share of the length.
        end: where it ends.
        slices: how many pieces the curve is cut into.
        grow: added to both sides.
    """
    at = [start + (end - start) * i / slices for i in range(slices + 1)]
    front = sampled([(t, out) for t, out, _ in profile], at)
    back = sampled([(t, out) for t, _, out in profile], at)
    there = [(t * length, out + grow) for t, out in zip(at, front, strict=True)]
    home = [(t * length, -out - grow) for t, out in zip(at, back, strict=True)]
    return there + home[::-1]
