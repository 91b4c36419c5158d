"""Smooth curves through a few given values, without overshoot."""

from collections.abc import Sequence
from itertools import pairwise

from psoas_break.domain.figure.plane import Point


def sampled(points: Sequence[Point], at: Sequence[float]) -> tuple[float, ...]:
    """Return the curve through `points` (x rising, value) at every x of `at`.

    Monotone between neighbours and level before the first and after the last:
    Fritsch & Carlson 1980, slopes after Fritsch & Butland 1984 (PCHIP).
    """
    slopes = _slopes(points)
    return tuple(_value(points, slopes, x) for x in at)


def _slopes(points: Sequence[Point]) -> tuple[float, ...]:
    steps = [
        (x1 - x0, (y1 - y0) / (x1 - x0)) for (x0, y0), (x1, y1) in pairwise(points)
    ]
    inner = []
    for (h0, d0), (h1, d1) in pairwise(steps):
        w0, w1 = 2 * h1 + h0, h1 + 2 * h0
        inner.append((w0 + w1) / (w0 / d0 + w1 / d1) if d0 * d1 > 0 else 0.0)
    return (steps[0][1], *inner, steps[-1][1])


def _value(points: Sequence[Point], slopes: Sequence[float], x: float) -> float:
    if x <= points[0][0]:
        return points[0][1]
    for i, (x1, y1) in enumerate(points[1:]):
        if x <= x1:
            x0, y0 = points[i]
            h = x1 - x0
            t = (x - x0) / h
            u = 1.0 - t
            rise = h * t * u * (slopes[i] * u - slopes[i + 1] * t)
            return y0 + (y1 - y0) * t * t * (3.0 - 2.0 * t) + rise
    return points[-1][1]
