"""Two bones that must end at a given point: where the joint between them goes."""

import math

from psoas_break.domain.figure.plane import Point, from_down

LONGEST = 0.9995
"""Share of the full length up to which a limb stretches: a last hint of a bend."""
_SHORTEST = 1e-4


def reach(
    start: Point, target: Point, first: float, second: float, bend: int
) -> tuple[float, float, float]:
    """Return the directions of both bones from straight down, and the overreach.

    Exact while the target is in reach; else the limb points at it, all but straight.

    Args:
        start: where the first bone begins.
        target: where the second should end.
        first: length of the bone that begins at `start`, in statures.
        second: length of the other, in statures.
        bend: +1 bends like a knee, its middle forward of a limb that hangs down;
            -1 like an elbow.

    Returns:
        Degrees of the first bone, degrees of the second (within half a turn of the
        first), and how far the target is out of reach in statures.
    """
    x, y = target[0] - start[0], target[1] - start[1]
    away = math.hypot(x, y)
    longest = (first + second) * LONGEST
    over = max(0.0, away - longest)
    far = min(max(away, abs(first - second) + _SHORTEST), longest)
    aim = from_down(x, y)
    cosine = (first * first + far * far - second * second) / (2.0 * first * far)
    inner = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    cosine = (second * second + far * far - first * first) / (2.0 * second * far)
    outer = math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
    return aim + bend * inner, aim - bend * outer, over
