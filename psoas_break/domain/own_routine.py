"""Putting a routine of one's own together: each step gives a new routine."""

from collections.abc import Container
from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.dose import Tip
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.routine import Catalogue, Item, Routine, amount_of

LONGEST_NAME = 80
MOST_ITEMS = 20
"""More exercises than this are no break."""


def new_routine(name: str, taken: Container[str]) -> Routine:
    """Return an empty routine with an id nobody has."""
    number = 1
    while f"own-{number}" in taken:
        number += 1
    return Routine(id=f"own-{number}", name=name, items=(), own=True)


def copy_of(routine: Routine, name: str, taken: Container[str]) -> Routine:
    """Return a routine with the same exercises under another name."""
    return replace(new_routine(name, taken), items=routine.items)


def named(routine: Routine, name: str) -> Routine:
    """Return the routine under another name; one of blanks changes nothing."""
    name = " ".join(name.split())[:LONGEST_NAME]
    return replace(routine, name=name) if name else routine


def with_exercise(routine: Routine, exercise: Exercise) -> Routine:
    """Return the routine with an exercise behind the others, in its usual dose."""
    if isinstance(exercise.dose, Tip) or len(routine.items) >= MOST_ITEMS:
        return routine
    item = Item(exercise=exercise.id, amount=exercise.dose.amount.usual)
    return replace(routine, items=(*routine.items, item))


def without(routine: Routine, index: int) -> Routine:
    """Return the routine without one of its exercises."""
    items = routine.items[:index] + routine.items[index + 1 :]
    return replace(routine, items=items)


def moved(routine: Routine, index: int, to: int) -> Routine:
    """Return the routine with one of its exercises in another place."""
    to = max(0, min(to, len(routine.items) - 1))
    items = list(routine.items)
    items.insert(to, items.pop(index))
    return replace(routine, items=tuple(items))


def dosed(
    routine: Routine, index: int, amount: timedelta | int, catalogue: Catalogue
) -> Routine:
    """Return the routine with another dose of one exercise, inside its range."""
    item = replace(routine.items[index], amount=amount)
    dose = catalogue.exercises[item.exercise].dose
    items = list(routine.items)
    items[index] = replace(item, amount=amount_of(item, dose))
    return replace(routine, items=tuple(items))
