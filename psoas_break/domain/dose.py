"""How much of an exercise: a usual amount between a least and a most.

Amounts are per side where the exercise has sides, and per set where it has sets.
"""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.durations import ZERO
from psoas_break.words import gettext as _


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time that may be shortened and lengthened between two ends."""

    least: timedelta
    usual: timedelta
    most: timedelta

    def __post_init__(self) -> None:
        """Refuse ends in the wrong order.

        Raises:
            ValueError: unless 0 < least <= usual <= most.
        """
        if not ZERO < self.least <= self.usual <= self.most:
            msg = _("a dose needs 0 < least <= usual <= most")
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of repetitions or breaths with its two ends."""

    least: int
    usual: int
    most: int

    def __post_init__(self) -> None:
        """Refuse ends in the wrong order.

        Raises:
            ValueError: unless 1 <= least <= usual <= most.
        """
        if not 1 <= self.least <= self.usual <= self.most:
            msg = _("a dose needs 1 <= least <= usual <= most")
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Stay still in the position; the body breathes 4 in, 6 out meanwhile."""

    amount: Span
    sets: int = 1
    rest: timedelta = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Keep moving for a time: walk, roll, carry, crawl."""

    amount: Span
    sets: int = 1
    rest: timedelta = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Repetitions:
    """Do something a number of times; its tempo is the exercise's loop."""

    amount: Count
    sets: int = 1
    rest: timedelta = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaths:
    """Breathe slowly, counted in breaths of ten seconds (4 in, 6 out)."""

    amount: Count
    sets: int = 1
    rest: timedelta = ZERO


@dataclass(frozen=True, slots=True)
class Tip:
    """Nothing to time: a card to read."""


Timed = Hold | Move
"""Doses counted in time."""
Counted = Repetitions | Breaths
"""Doses counted in repetitions or breaths."""
Dose = Hold | Move | Repetitions | Breaths | Tip
