"""Tones to breathe by with closed eyes: one glides up, one glides down.

Each is as long as the breath it leads, to the fraction of a second, so it is made when
it is needed; that takes 2 ms for each second of sound.
"""

import io
import sys
import wave
from array import array
from datetime import timedelta
from functools import cache
from math import cos, pi, sin

from psoas_break.domain.breathing import Phase

RATE = 11_025
"""Samples a second; nothing here sounds above 1 kHz."""
LOUDEST = 0.3
"""The peak, of 1.0: softer than the other sounds, for it lasts."""
SOFT_START, SOFT_END = 0.35, 0.8
"""Seconds in which a tone swells and fades; a short one does both faster."""

_A3, _E4, _G4 = 220.0, 329.63, 392.0
_GLIDES = {
    Phase.IN: (_A3, _E4),
    Phase.TOP_UP: (_E4, _G4),
    Phase.OUT: (_E4, _A3),
}
"""From which pitch to which, in hertz; while nothing moves nothing sounds."""
_STEPS = 1024


def has_tone(phase: Phase) -> bool:
    """Whether a part of a breath sounds; a hold is silent."""
    return phase in _GLIDES


def tone(phase: Phase, length: timedelta) -> bytes:
    """Return the tone of a part of a breath, as a WAV file.

    Args:
        phase: a part that has one.
        length: how long it lasts, above 0.
    """
    first, last = _GLIDES[phase]
    samples = _glide(first, last, length.total_seconds())
    if sys.byteorder == "big":
        samples.byteswap()
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
        file.writeframes(samples.tobytes())
    return made.getvalue()


def _glide(first: float, last: float, seconds: float) -> "array[int]":
    count = max(2, round(seconds * RATE))
    waves = _waves()
    step = first * _STEPS / RATE
    faster = (last - first) * _STEPS / RATE / count
    at = 0.0
    samples = array("h", bytes(2 * count))
    for number in range(count):
        samples[number] = waves[int(at) % _STEPS]
        at += step
        step += faster
    share = min(1.0, seconds / (2 * (SOFT_START + SOFT_END)))
    _fade(samples, range(count), SOFT_START * share)
    _fade(samples, range(count - 1, -1, -1), SOFT_END * share)
    return samples


def _fade(samples: "array[int]", way: range, seconds: float) -> None:
    """Let one end begin in silence, with a half cosine."""
    fade = max(1, round(seconds * RATE))
    for number, place in enumerate(way[:fade]):
        samples[place] = round(samples[place] * (1 - cos(pi * number / fade)) / 2)


@cache
def _waves() -> tuple[int, ...]:
    """Return one turn of a soft tone: a sine with a little of its octave."""
    peak = LOUDEST * 32767 / 1.2
    turns = (2 * pi * step / _STEPS for step in range(_STEPS))
    return tuple(round(peak * (sin(turn) + 0.2 * sin(2 * turn))) for turn in turns)
