"""What the catalogue window shows, and whom it asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from psoas_break.domain.breathe import USUAL as USUAL_BREATHING
from psoas_break.domain.breathe import Wish, breathing_break
from psoas_break.domain.breathing import Pattern
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import offered
from psoas_break.domain.rotation import Mark
from psoas_break.domain.routine import BREATHE, Catalogue, Routine
from psoas_break.domain.settings import Settings
from psoas_break.ui.catalogue.choices import Choice
from psoas_break.ui.catalogue.details import Details, details_of
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.words import ngettext

Marks = Mapping[Mark, frozenset[str]]


def _nothing_marked() -> Marks:
    return {mark: frozenset() for mark in Mark}


def _stopped() -> timedelta:
    return timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What the catalogue window shows, and whom it asks.

    Attributes:
        catalogue: Every exercise and routine.
        settings: How "Breathe" is meant, and what the user asked to spare.
        marks: What is a favourite, and what is no longer suggested, now.
        problems: Files that could not be used, one line each.
        lead: The side that begins next.
        now: The steady clock.
        reduced_motion: Whether figures only show their poses.
        looks: What the drawn person looks like.
    """

    catalogue: Catalogue
    settings: Settings = field(default_factory=Settings)
    marks: Callable[[], Marks] = _nothing_marked
    problems: Sequence[str] = ()
    lead: Side = Side.LEFT
    now: Callable[[], timedelta] = _stopped
    reduced_motion: bool = False
    looks: Looks = USUAL

    @property
    def note(self) -> str:
        """What is said of files that could not be used, or nothing."""
        if not self.problems:
            return ""
        count = len(self.problems)
        title = ngettext(
            "Something in your own files could not be used:",
            "{count} things in your own files could not be used:",
            count,
        ).format(count=count)
        return "\n".join((title, *self.problems))

    def details(self, choice: Choice) -> Details:
        """Return all there is to say of a choice."""
        return details_of(
            choice,
            self.catalogue,
            routine=self.routine(choice.what),
            spared=self.settings.breaks.limits,
        )

    def routine(self, what: str) -> Routine | None:
        """Return the routine of this id, None for what is none."""
        pattern = self.pattern(what)
        if what != BREATHE and pattern is None:
            return self.catalogue.routines.get(what)
        wish = USUAL_BREATHING if pattern is None else Wish(pattern.id)
        routine, _pattern = breathing_break(self.settings, self.catalogue, wish)
        return routine

    def pattern(self, what: str) -> Pattern | None:
        """Return the breathing pattern of this id, None for what is none."""
        return next((one for one in offered(self.settings) if one.id == what), None)
