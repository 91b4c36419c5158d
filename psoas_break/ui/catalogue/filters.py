"""What is left of the catalogue by place, kit, length and limits: plain Python."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from psoas_break.domain.exercise import Place
from psoas_break.domain.settings import BodyLimit
from psoas_break.domain.suiting import ALWAYS_AT_HAND
from psoas_break.ui.catalogue.choices import Choice, Sort
from psoas_break.words import gettext as _

_SHORT, _LONG = timedelta(seconds=90), timedelta(seconds=210)


class Lasting(Enum):
    """How long something may take: what rounds to a minute, to two or three, more."""

    SHORT = auto()
    MIDDLE = auto()
    LONG = auto()

    @property
    def label(self) -> str:
        """What it is called."""
        return {
            Lasting.SHORT: _("Up to 1 min"),
            Lasting.MIDDLE: _("2 to 3 min"),
            Lasting.LONG: _("Longer"),
        }[self]

    def holds(self, length: timedelta) -> bool:
        """Whether so long is meant."""
        if length < _SHORT:
            return self is Lasting.SHORT
        return self is (Lasting.MIDDLE if length < _LONG else Lasting.LONG)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a choice must be like; None is whatever.

    Attributes:
        place: where it can be done.
        kit: the one piece of kit it needs beside furniture; "" is none.
        lasting: how long it takes.
        spare: what it must not conflict with.
        only: these choices alone, as favourites are; None is all.
    """

    place: Place | None = None
    kit: str | None = None
    lasting: Lasting | None = None
    spare: frozenset[BodyLimit] = frozenset()
    only: frozenset[str] | None = None

    @property
    def any_set(self) -> bool:
        """Whether anything may be left out."""
        return self != Filters()

    def let_pass(self, choice: Choice) -> bool:
        """Whether a choice is as wanted."""
        return (
            (self.place is None or self.place in choice.places)
            and (self.kit is None or self._has_kit(choice))
            and (self.lasting is None or self._lasts(choice))
            and not self.spare & choice.limits
            and (self.only is None or choice.what in self.only)
        )

    def _has_kit(self, choice: Choice) -> bool:
        needed = extra_kit(choice)
        return self.kit in needed if self.kit else not needed

    def _lasts(self, choice: Choice) -> bool:
        if choice.sort is Sort.TIP:
            return False
        return self.lasting is not None and self.lasting.holds(choice.length)


def extra_kit(choice: Choice) -> frozenset[str]:
    """Return what must be at hand beside ordinary furniture."""
    return choice.kit - ALWAYS_AT_HAND


def kits_in(choices: Iterable[Choice]) -> tuple[str, ...]:
    """Return every piece of kit one can filter by, the commonest first."""
    counted: dict[str, int] = {}
    for choice in choices:
        for one in extra_kit(choice):
            counted[one] = counted.get(one, 0) + 1
    return tuple(sorted(counted, key=lambda kit: (-counted[kit], kit)))
