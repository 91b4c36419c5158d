"""Write the app's sounds into resources/sounds: short, soft, made of pure tones.

The tones to breathe by are as long as the breath, and made when they are needed
(psoas_break/desktop/sound/tones.py).

Run it after changing what is below:

    python packaging/make_sounds.py
"""

import array
import sys
import wave
from collections.abc import Callable
from itertools import pairwise
from math import exp, pi, sin
from pathlib import Path

SOUNDS = Path(__file__).parent.parent / "resources" / "sounds"

RATE = 22_050
"""Samples a second; nothing here sounds above 4 kHz."""

LOUDEST = 0.4
"""The peak of every file, of 1.0: a quiet sound even at full volume."""

Wave = Callable[[float], float]
"""The sound's pressure at a time in seconds, of any size."""

C5, E5, G4, G5, B5 = 523.25, 659.26, 392.0, 783.99, 987.77


def bell(frequency: float, *, start: float, fades: float) -> Wave:
    """Return a struck bar: a soft beginning, and overtones that die first.

    Args:
        frequency: of the ground tone, in hertz.
        start: when it is struck, in seconds.
        fades: the time in which the ground tone falls to a third, in seconds.
    """
    overtones = ((1.0, 1.0, 1.0), (2.0, 0.22, 0.5), (3.01, 0.07, 0.3))

    def sounds(time: float) -> float:
        since = time - start
        if since < 0:
            return 0.0
        struck = min(1.0, since / 0.008)
        return struck * sum(
            share * exp(-since / (fades * lasts)) * sin(2 * pi * frequency * by * since)
            for by, share, lasts in overtones
        )

    return sounds


def together(*waves: Wave) -> Wave:
    """Return several sounds at once."""
    return lambda time: sum(wave(time) for wave in waves)


SCORE: dict[str, tuple[Wave, float]] = {
    "chime": (
        together(bell(E5, start=0, fades=0.5), bell(B5, start=0.16, fades=0.45)),
        2.2,
    ),
    "switch": (
        together(bell(G4, start=0, fades=0.25), bell(C5, start=0.18, fades=0.3)),
        1.3,
    ),
    "tick": (bell(C5, start=0, fades=0.07), 0.35),
    "done": (
        together(
            bell(C5, start=0, fades=0.5),
            bell(E5, start=0.16, fades=0.5),
            bell(G5, start=0.32, fades=0.55),
        ),
        2.6,
    ),
}
"""Each sound, and how long its file is in seconds."""


def samples(sound: Wave, length: float) -> "array.array[int]":
    """Return a sound as 16-bit samples, faded to silence at its end."""
    count = round(length * RATE)
    fade = RATE // 10
    heard = [
        sound(at / RATE) * min(1.0, (count - 1 - at) / fade) for at in range(count)
    ]
    scale = LOUDEST * 32767 / max(abs(value) for value in heard)
    return array.array("h", (round(value * scale) for value in heard))


def steepest(made: "array.array[int]") -> int:
    """Return the largest step between two samples: a click is a steep one."""
    return max(abs(later - earlier) for earlier, later in pairwise(made))


def main() -> int:
    """Write every file; return the exit code."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for name, (sound, length) in SCORE.items():
        made = samples(sound, length)
        if sys.byteorder == "big":
            made.byteswap()
        with wave.open(str(SOUNDS / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", "not compressed"))
            file.writeframes(made.tobytes())
        sys.stdout.write(f"{name}.wav {length} s, steepest {steepest(made)}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
