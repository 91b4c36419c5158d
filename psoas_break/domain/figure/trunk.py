"""How far the trunk's skin stands out from its curve, and how breath widens it.

Drawn by eye: an illustration, not a measurement.
"""

import math
from functools import cache

from psoas_break.domain.figure.profile import sampled

SEAT_END = -0.066
"""Where the trunk's outline begins, below the hip; `COLLAR` is where it ends."""
COLLAR = 0.318

_OUTLINE = (  # s, front, back
    (-0.066, 0.008, -0.030),
    (-0.058, 0.030, -0.050),
    (-0.030, 0.050, -0.069),
    (0.005, 0.055, -0.074),
    (0.045, 0.056, -0.064),
    (0.085, 0.053, -0.048),
    (0.125, 0.052, -0.044),
    (0.165, 0.058, -0.052),
    (0.205, 0.065, -0.062),
    (0.240, 0.0635, -0.067),
    (0.262, 0.0575, -0.066),
    (0.282, 0.0445, -0.062),
    (0.301, 0.0285, -0.056),
    (0.318, 0.014, -0.046),
)
_FROM, _STEP, _SAMPLES = -0.070, 0.0025, 162

# Breath: how far out at full breath, where along the spine, how wide.
_BELLY = (0.029, 0.105, 0.034)
_RIBS = (0.010, 0.185, 0.035)
_BACK = (0.004, 0.120, 0.040)


def front(s: float, breath: float = 0.0) -> float:
    """Return how far the front stands out from the curve at `s`, in statures."""
    out = _read(_outline()[0], s)
    if breath:
        out += breath * (_swell(_BELLY, s) + _swell(_RIBS, s))
    return out


def back(s: float, breath: float = 0.0) -> float:
    """Return where the back is, in front of the curve at `s`: below 0."""
    out = _read(_outline()[1], s)
    if breath:
        out -= breath * _swell(_BACK, s)
    return out


def _swell(bulge: tuple[float, float, float], s: float) -> float:
    height, middle, width = bulge
    z = (s - middle) / width
    return height * math.exp(-0.5 * z * z)


def _read(table: tuple[float, ...], s: float) -> float:
    at = (s - _FROM) / _STEP
    if at <= 0.0:
        return table[0]
    if at >= _SAMPLES - 1:
        return table[-1]
    i = int(at)
    return table[i] + (table[i + 1] - table[i]) * (at - i)


@cache
def _outline() -> tuple[tuple[float, ...], tuple[float, ...]]:
    at = [_FROM + _STEP * i for i in range(_SAMPLES)]
    fronts = [(s, out) for s, out, _ in _OUTLINE]
    backs = [(s, out) for s, _, out in _OUTLINE]
    return sampled(fronts, at), sampled(backs, at)
