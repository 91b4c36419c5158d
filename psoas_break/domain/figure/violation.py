"""What is wrong with a pose or a movement, as a value that can be said."""

from dataclasses import dataclass
from enum import StrEnum

from psoas_break.words import gettext as _


class Fault(StrEnum):
    """The ways in which a drawn body can be impossible."""

    RANGE = "range"
    """A joint bends further than joints do."""
    REACH = "reach"
    """Something is pinned where the limb does not reach."""
    FLOOR = "floor"
    """A part of the body is below the floor."""
    SLIDING = "sliding"
    """What stands on something slides."""
    BALANCE = "balance"
    """The body would topple."""
    JUMP = "jump"
    """A limb turns faster than limbs do: it flips over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing that is wrong.

    Attributes:
        fault: which way.
        pose: name of the pose, of a movement that of its end.
        start: name of the pose a movement comes from; "" for a pose.
        share: how much of the movement's time is over, 0 to 1.
        part: the joint or part of the body, "near knee".
        measured: what it is; degrees for ranges and jumps, else statures.
        least, most: what is allowed, both ends included.
    """

    fault: Fault
    pose: str
    part: str
    measured: float
    least: float
    most: float
    start: str = ""
    share: float = 1.0

    @property
    def where(self) -> str:
        """Name the pose, or the movement and how far into it."""
        if not self.start:
            return self.pose
        way = f"{self.start} > {self.pose}"
        return way if self.fault is Fault.SLIDING else f"{way} @ {self.share:.0%}"

    @property
    def excess(self) -> float:
        """How far beyond the allowed it is."""
        return max(self.least - self.measured, self.measured - self.most)

    def __str__(self) -> str:
        """Say it in one line, where it is first.

        >>> str(Violation(fault=Fault.RANGE, pose="deep", part="near knee",
        ...     measured=-20.2, least=-5, most=150))
        'deep: near knee bends by -20°, allowed are -5° to 150°'
        """
        return f"{self.where}: {self.reason}"

    @property
    def reason(self) -> str:
        """Say what is wrong, without where."""
        angle = self.fault in (Fault.RANGE, Fault.JUMP)
        form = "{:.0f}°" if angle else "{:.3f}"
        return {
            Fault.RANGE: _("{part} bends by {measured}, allowed are {least} to {most}"),
            Fault.REACH: _("{part} is out of reach by {measured} H"),
            Fault.FLOOR: _("{part} is at {measured} H, below the floor"),
            Fault.SLIDING: _("{part} slides by {measured} H, allowed are {most} H"),
            Fault.BALANCE: _(
                "topples: {part} is at {measured} H, the support is {least} to {most} H"
            ),
            Fault.JUMP: _("{part} turns by {measured} in a fortieth of the movement"),
        }[self.fault].format(
            part=self.part,
            measured=form.format(self.measured),
            least=form.format(self.least),
            most=form.format(self.most),
        )
