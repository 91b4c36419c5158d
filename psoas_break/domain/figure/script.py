"""The drawn steps of an exercise as a row of moves: which pose follows which, when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Step
from psoas_break.domain.figure.figure import Air, Key
from psoas_break.domain.figure.scene import Hint

STILL = Key()


class Stance(NamedTuple):
    """A pose by name, and whether left and right are exchanged in it."""

    pose: str
    swapped: bool = False

    def __str__(self) -> str:
        """Name it for a message."""
        return f"{self.pose} (other side)" if self.swapped else self.pose


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """Where in a row of steps we are.

    Attributes:
        start, end: what the body goes from and to; the same while it stays.
        share: how much of that move's time is over, 0 to 1.
        settled: the pose of the step itself, for still pictures.
        hints: arrows of the step, and how long it has been going on.
        since: time since the step began.
        stayed: time since its move was over, 0 while it is not.
        air: what the breath does, `air_share` of the way through.
        air_before: 1 when the breath was in before this step, 0 when out.
    """

    start: Stance
    end: Stance
    share: float
    settled: Stance
    hints: tuple[Hint, ...]
    since: timedelta
    stayed: timedelta
    air: Air | None
    air_share: float
    air_before: float


def staying(stance: Stance, into: timedelta) -> Going:
    """Return what there is to say when nothing is to be done."""
    return Going(
        start=stance,
        end=stance,
        share=1.0,
        settled=stance,
        hints=(),
        since=into,
        stayed=into,
        air=None,
        air_share=1.0,
        air_before=0.0,
    )


def going(
    steps: Sequence[Step],
    into: timedelta,
    start: Stance,
    *,
    stretch: float = 1.0,
    swapped: bool = False,
) -> Going:
    """Say where in a row of steps we are.

    Args:
        steps: in order; without any, the body stays.
        into: time since the first began; after the last one stays as it ends.
        start: the stance before the first step.
        stretch: how much longer than written all of it takes. Moves never get slower
            than written, only holds longer; both get shorter.
        swapped: whether the steps are for the other side.
    """
    if not steps:
        return staying(start, into)
    here, air = start, _air_at_end(steps)
    for step in steps[:-1]:
        if into < step.length * stretch:
            break
        into -= step.length * stretch
        key = step.key or STILL
        here = Stance(key.pose, swapped) if key.pose else here
        air = air_after(key.air, air)
    else:
        step = steps[-1]
    key = step.key or STILL
    goal = Stance(key.pose, swapped) if key.pose else here
    whole, move = step.length * stretch, step.move * min(1.0, stretch)
    into = min(into, whole)
    stayed = max(ZERO, into - move)
    now = here, goal, into / move if move else 1.0
    if into >= move:
        now = _in_cycle(key, goal, stayed, whole - move)
    return Going(
        start=now[0],
        end=now[1],
        share=now[2],
        settled=goal,
        hints=key.hints,
        since=into,
        stayed=stayed,
        air=key.air,
        air_share=into / whole if whole else 1.0,
        air_before=air,
    )


def end_of(steps: Sequence[Step], start: Stance, *, swapped: bool = False) -> Stance:
    """Return the stance a row of steps ends in."""
    named = [step.key.pose for step in steps if step.key and step.key.pose]
    return Stance(named[-1], swapped) if named else start


def passages(
    steps: Sequence[Step], start: Stance, *, swapped: bool = False
) -> Iterator[tuple[Stance, Stance]]:
    """Yield every pair of stances a row of steps goes between, in order."""
    here = start
    for step in steps:
        key = step.key or STILL
        goal = Stance(key.pose, swapped) if key.pose else here
        yield here, goal
        here = goal
        for beat in key.cycle:
            then = Stance(beat.pose, swapped)
            yield here, then
            here = then


def _in_cycle(
    key: Key, goal: Stance, stayed: timedelta, hold: timedelta
) -> tuple[Stance, Stance, float]:
    """Return from where to where, and how far, a cycle is `stayed` into its hold."""
    if not key.cycle or stayed >= hold:
        return goal, goal, 1.0
    once = sum((beat.length for beat in key.cycle), ZERO)
    turn = hold / max(1, round(hold / once))
    into = stayed % turn * (once / turn)
    here = goal
    for beat in key.cycle[:-1]:
        if into < beat.length:
            break
        into -= beat.length
        here = Stance(beat.pose, goal.swapped)
    else:
        beat = key.cycle[-1]
    return here, Stance(beat.pose, goal.swapped), min(1.0, into / beat.move)


def air_after(air: Air | None, before: float) -> float:
    """Return how full the breath is after a step: 1, 0, or as before."""
    return before if air is None else float(air is Air.IN)


def _air_at_end(steps: Sequence[Step]) -> float:
    air = 0.0
    for step in steps:
        air = air_after((step.key or STILL).air, air)
    return air
