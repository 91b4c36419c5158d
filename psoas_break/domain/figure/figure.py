"""The drawn side of an exercise: its poses, and what each step does with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum

from psoas_break.domain.durations import ZERO
from psoas_break.domain.figure.pose import Pose
from psoas_break.domain.figure.scene import Hint, Scene


class Air(StrEnum):
    """What the breath does during a step of a repetition."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One move of a cycle.

    Attributes:
        pose: name of the pose it goes to.
        move, hold: how long it goes there and stays.
    """

    pose: str
    move: timedelta
    hold: timedelta = ZERO

    @property
    def length(self) -> timedelta:
        """Going there and staying."""
        return self.move + self.hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What the body does in one step.

    Attributes:
        pose: name of the pose the step moves to; "" stays in the last one.
        cycle: moves that repeat while the step holds, a whole number of times; the
            last of them ends in the step's pose.
        hints: arrows that show the way there.
        air: what the breath does meanwhile.
    """

    pose: str = ""
    cycle: tuple[Beat, ...] = ()
    hints: tuple[Hint, ...] = ()
    air: Air | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Everything drawn of an exercise but its timing, which its steps hold."""

    poses: Mapping[str, Pose] = field(hash=False)
    scene: Scene = field(default_factory=Scene)
