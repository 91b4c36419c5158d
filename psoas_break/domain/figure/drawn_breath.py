"""How full of breath the body is drawn."""

import math
from datetime import timedelta

from psoas_break.domain.breathing import breath_at
from psoas_break.domain.figure.plane import mix, smooth
from psoas_break.domain.figure.script import Going, air_after
from psoas_break.domain.patterns import CALM
from psoas_break.domain.position import Position
from psoas_break.domain.timeline import Part

QUIET = 0.35
"""How much of a full breath is drawn where breathing is not the exercise."""
WORKING = 0.5
"""The same, in repetitions that are breathed with."""
_FADE = timedelta(seconds=0.8)
"""Where nothing counts the breaths, they rise from and sink to nothing in this time,
so that the next segment can begin its own."""


def drawn_breath(position: Position, now: Going, *, moving: bool) -> float:
    """Return how full the breath is drawn, 0 to 1.

    In a breathing exercise it is the pacer's own level, to the frame.

    Args:
        position: where in the break we are.
        now: where in its steps.
        moving: whether the repetitions of this exercise say how to breathe.
    """
    breath = position.breath
    if breath is not None:
        if position.part is Part.BREATHE:
            return breath.level
        return QUIET * breath.level * smooth(position.left / _FADE)
    fade = smooth(min(position.into, position.left) / _FADE)
    if moving and position.part is Part.REPEAT:
        return WORKING * fade * _with_movement(now)
    return QUIET * fade * breath_at(CALM, position.into).level


def _with_movement(now: Going) -> float:
    rise = (1.0 - math.cos(math.pi * now.air_share)) / 2.0
    return mix(now.air_before, air_after(now.air, now.air_before), rise)
