"""The constant outlines of the body: head, hands, feet and bones.

In statures, x forward and y up in the part's own frame. Drawn by eye: an
illustration, not a measurement.
"""

import math
from collections.abc import Sequence

from psoas_break.domain.figure.plane import Point
from psoas_break.ui.figure.shapes import signed_area

Outline = tuple[Point, ...]

# --- At the centre of the head --------------------------------------------------
HEAD: Outline = (
    *((-0.004, 0.068), (0.026, 0.060), (0.045, 0.038), (0.0505, 0.016)),
    *((0.0515, 0.004), (0.0605, -0.012), (0.0525, -0.019), (0.0515, -0.030)),
    *((0.0465, -0.040), (0.0455, -0.053), (0.032, -0.0635), (0.010, -0.052)),
    *((-0.012, -0.040), (-0.032, -0.036), (-0.053, -0.010), (-0.0605, 0.020)),
    *((-0.050, 0.048), (-0.030, 0.063)),
)
HAIR: Outline = (
    *((0.0375, 0.0515), (0.026, 0.0655), (0.004, 0.0735), (-0.024, 0.0720)),
    *((-0.048, 0.0580), (-0.0635, 0.033), (-0.0665, 0.006), (-0.0600, -0.018)),
    *((-0.0490, -0.0325), (-0.038, -0.0345), (-0.0300, -0.024), (-0.0215, -0.006)),
    *((-0.0155, 0.0115), (-0.0040, 0.0165), (0.0025, 0.008), (0.0075, 0.0095)),
    *((0.0125, 0.0235), (0.0215, 0.0385), (0.0320, 0.0465)),
)
BUN_AT, BUN_RADIUS = (-0.070, 0.030), 0.024
EAR: Outline = (
    *((-0.009, 0.0115), (-0.001, 0.0075), (-0.001, -0.003)),
    *((-0.006, -0.0115), (-0.0115, -0.007), (-0.0155, 0.003)),
)
EYELID: tuple[Point, Point, Point] = ((0.030, 0.0005), (0.036, -0.0025), (0.042, 0.0))
"""A calm closed lid: from, control point, to."""
EYELID_WIDTH = 0.0032

# --- At the ankle, x along the sole; toes at their hinge ------------------------
FOOT: Outline = (
    *((-0.0165, 0.030), (-0.0190, 0.010), (-0.0290, -0.010), (-0.0335, -0.026)),
    *((-0.0270, -0.0385), (-0.006, -0.0388), (0.026, -0.0355), (0.058, -0.0388)),
    *((0.078, -0.0388), (0.088, -0.028), (0.080, -0.0150), (0.058, -0.0045)),
    *((0.034, 0.0075), (0.0195, 0.018), (0.0160, 0.030)),
)
TOES: Outline = (
    *((-0.004, 0.0135), (0.020, 0.0085), (0.036, 0.0025), (0.0415, -0.0055)),
    *((0.036, -0.0125), (0.015, -0.0130), (-0.006, -0.0130)),
)

# --- At the wrist, x along the hand; fingers at the knuckles --------------------
PALM: Outline = (
    *((-0.004, 0.0135), (0.012, 0.0165), (0.034, 0.0185), (0.052, 0.0165)),
    *((0.054, 0.0), (0.052, -0.0145), (0.034, -0.0165), (0.012, -0.0155)),
    (-0.004, -0.0135),
)
FINGERS: Outline = (
    *((-0.006, 0.0155), (0.020, 0.0135), (0.040, 0.0090), (0.047, 0.0010)),
    *((0.040, -0.0085), (0.020, -0.0125), (-0.006, -0.0145)),
)
THUMB: Outline = (
    *((-0.006, 0.008), (0.014, 0.0085), (0.030, 0.0060)),
    *((0.034, 0.0), (0.028, -0.0060), (0.0, -0.0075)),
)

# --- At the hip, with the pelvis' pitch -----------------------------------------
PELVIS: Outline = (
    *((-0.053, 0.046), (-0.046, 0.069), (-0.024, 0.087), (0.004, 0.089)),
    *((0.027, 0.076), (0.0395, 0.057), (0.0325, 0.037), (0.0285, 0.020)),
    *((0.036, 0.004), (0.0490, -0.012), (0.0460, -0.028), (0.026, -0.034)),
    *((0.004, -0.049), (-0.014, -0.052), (-0.0225, -0.040), (-0.0250, -0.022)),
    *((-0.0270, -0.006), (-0.0215, 0.010), (-0.0260, 0.023), (-0.0440, 0.031)),
)
SACRUM: Outline = (
    *((-0.026, 0.060), (-0.004, 0.054), (-0.018, 0.034), (-0.034, 0.012)),
    *((-0.046, -0.014), (-0.051, -0.012), (-0.052, 0.010), (-0.048, 0.034)),
    (-0.036, 0.054),
)

# --- On the spine ---------------------------------------------------------------
VERTEBRA: Outline = (
    *((-0.0095, 0.0075), (0.0, 0.0066), (0.0095, 0.0075), (0.0090, 0.0)),
    *((0.0095, -0.0075), (0.0, -0.0066), (-0.0095, -0.0075), (-0.0090, 0.0)),
)
SPINOUS_PROCESS: Outline = (
    *((-0.014, 0.0035), (-0.026, 0.0005), (-0.0295, -0.0055)),
    *((-0.024, -0.0075), (-0.014, -0.004)),
)


def rounded(outline: Sequence[Point], steps: int = 4) -> Outline:
    """Return a closed Catmull-Rom curve through an outline's points.

    Catmull & Rom 1974, A class of local interpolating splines.
    """
    n = len(outline)
    return tuple(
        _on_curve(
            outline[i - 1],
            outline[i],
            outline[(i + 1) % n],
            outline[(i + 2) % n],
            k / steps,
        )
        for i in range(n)
        for k in range(steps)
    )


def smooth_line(points: Sequence[Point], steps: int) -> list[Point]:
    """Return an open Catmull-Rom curve through points, both ends included."""
    first = _beyond(points[1], points[0])
    last = _beyond(points[-2], points[-1])
    row = [first, *points, last]
    line = [
        _on_curve(a, b, c, d, k / steps)
        for a, b, c, d in zip(row, row[1:], row[2:], row[3:], strict=False)
        for k in range(steps)
    ]
    line.append(points[-1])
    return line


def grown(outline: Sequence[Point], by: float) -> Outline:
    """Return an outline pushed outwards everywhere."""
    if not by:
        return tuple(outline)
    out = by if signed_area(outline) > 0 else -by
    n = len(outline)
    moved = []
    for i, (x, y) in enumerate(outline):
        (x0, y0), (x1, y1) = outline[i - 1], outline[(i + 1) % n]
        dx, dy = x1 - x0, y1 - y0
        k = out / (math.hypot(dx, dy) or 1.0)
        moved.append((x + dy * k, y - dx * k))
    return tuple(moved)


def _beyond(inner: Point, end: Point) -> Point:
    return 2 * end[0] - inner[0], 2 * end[1] - inner[1]


def _on_curve(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    u = t * t
    v = u * t
    p = (2 * u - t - v) / 2
    q = (2 - 5 * u + 3 * v) / 2
    r = (t + 4 * u - 3 * v) / 2
    s = (v - u) / 2
    return (
        a[0] * p + b[0] * q + c[0] * r + d[0] * s,
        a[1] * p + b[1] * q + c[1] * r + d[1] * s,
    )
