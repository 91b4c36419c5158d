"""Routines: ordered lists of exercises with doses, and how long they may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from psoas_break.domain.dose import Counted, Dose, Timed, Tip
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.history import Side
from psoas_break.words import gettext as _

WHOLE_SECONDS = timedelta(seconds=5)
"""Holds are scaled to multiples of this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One exercise of a routine.

    Attributes:
        exercise: id in the catalogue.
        amount: time, or repetitions or breaths, of one set on one side; None is
            the exercise's usual dose.
        easier: whether its easier form is meant.
        extra: the side that has one set more, because the user asked for it.
    """

    exercise: str
    amount: timedelta | int | None = None
    easier: bool = False
    extra: Side | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Routine:
    """An ordered list of exercises; `own` ones come from the user's folder."""

    id: str
    name: str
    items: tuple[Item, ...]
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Every exercise and routine there is.

    Attributes:
        exercises, routines: by id.
        rotation: ids of routines in the order they are suggested.
        swaps: what to do instead on days without strength work, by exercise.
        problems: what had to be left out of it, one line each.
    """

    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    routines: Mapping[str, Routine] = field(default_factory=dict)
    rotation: tuple[str, ...] = ()
    swaps: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What exercises and routines are called, by id."""
        exercises = {one.id: one.name for one in self.exercises.values()}
        routines = {one.id: one.name for one in self.routines.values()}
        return {BREATHE: _("Breathe")} | exercises | routines

    @property
    def own_names(self) -> dict[str, str]:
        """What the user's own routines are called, by id, in their order."""
        return {one.id: one.name for one in self.routines.values() if one.own}

    def find(self, name: str) -> Routine | None:
        """Return the routine of that name, or one made of that one exercise.

        Upper and lower case, hyphens and underscores are all the same. Tips are
        no breaks and are not found.
        """
        wanted = _folded(name)
        for routine in self.routines.values():
            if _folded(routine.id) == wanted:
                return routine
        for exercise in self.exercises.values():
            if _folded(exercise.id) == wanted and not isinstance(exercise.dose, Tip):
                return routine_of(exercise)
        return None


def routine_of(exercise: Exercise) -> Routine:
    """Return a routine of one exercise at its usual dose."""
    item = Item(exercise=exercise.id)
    return Routine(id=exercise.id, name=exercise.name, items=(item,))


BREATHE = "breathe"
"""The id of the breathing routine; the command line and the journal use it."""


def is_seated(routine: Routine, catalogue: Catalogue) -> bool:
    """Whether every exercise in it is done sitting (behaviour 3.6)."""
    return all(catalogue.exercises[item.exercise].seated for item in routine.items)


def time_of(item: Item, dose: Timed) -> timedelta:
    """Return how long one set takes, inside its range; the easier form the least."""
    span = dose.amount
    if item.easier:
        return span.least
    given = item.amount if isinstance(item.amount, timedelta) else span.usual
    return min(max(given, span.least), span.most)


def count_of(item: Item, dose: Counted) -> int:
    """Return how many one set has, inside its range; the easier form the least."""
    count = dose.amount
    if item.easier:
        return count.least
    given = item.amount if isinstance(item.amount, int) else count.usual
    return min(max(given, count.least), count.most)


def amount_of(item: Item, dose: Dose) -> timedelta | int:
    """Return the dose of one set, inside its range; a tip has none."""
    if isinstance(dose, Timed):
        return time_of(item, dose)
    return 0 if isinstance(dose, Tip) else count_of(item, dose)


def scaled(item: Item, dose: Dose, factor: float) -> Item:
    """Return the item with `factor` times its dose, inside the dose's range."""
    amount = amount_of(item, dose)
    if isinstance(amount, timedelta):
        rounded = round(amount * factor / WHOLE_SECONDS) * WHOLE_SECONDS
        return replace(item, amount=amount_of(replace(item, amount=rounded), dose))
    number = replace(item, amount=round(amount * factor))
    return replace(item, amount=amount_of(number, dose))


def fits(item: Item, dose: Dose) -> bool:
    """Whether an item's amount is of the right sort and inside the dose's range."""
    if item.amount is None:
        return True
    counted = isinstance(dose, Counted)
    return isinstance(item.amount, int) == counted and amount_of(item, dose) == (
        item.amount
    )


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-")
