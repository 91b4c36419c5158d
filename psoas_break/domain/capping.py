"""No side is stretched for too long in one break, and one side more only if asked."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.dose import Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise, Sides
from psoas_break.domain.history import Side
from psoas_break.domain.progress import STRETCHES
from psoas_break.domain.routine import (
    WHOLE_SECONDS,
    Catalogue,
    Item,
    Routine,
    amount_of,
)
from psoas_break.domain.segments import Manner, item_segments

SESSION_CAP = timedelta(seconds=120)
"""The most a side is stretched in one break (Konrad 2021, content.md section 4)."""


def capped(routine: Routine, catalogue: Catalogue, manner: Manner) -> Routine:
    """Return the routine with no side stretched beyond the cap.

    Later stretches are shortened, or left out when even their least is too long.
    """
    left = dict.fromkeys((Side.LEFT, Side.RIGHT), SESSION_CAP)
    items: list[Item] = []
    for item in routine.items:
        exercise = catalogue.exercises[item.exercise]
        if not is_sided_stretch(exercise):
            items.append(item)
            continue
        first = all(span == SESSION_CAP for span in left.values())
        short = _shortened(item, exercise, manner, left)
        if first or _stays_in(short, exercise, manner, left):
            items.append(short)
            for side in left:
                left[side] -= side_time(short, exercise, manner, side)
    return replace(routine, items=tuple(items))


def side_time(item: Item, exercise: Exercise, manner: Manner, side: Side) -> timedelta:
    """Return how long an exercise works one side, all sets together."""
    return sum(
        (
            segment.length
            for segment in item_segments(item, exercise, manner)
            if segment.is_work and segment.side is side
        ),
        ZERO,
    )


def with_extra_set(routine: Routine, catalogue: Catalogue, side: Side) -> Routine:
    """Return the routine with one set more for a side, in its first stretch."""
    for number, item in enumerate(routine.items):
        if is_sided_stretch(catalogue.exercises[item.exercise]):
            items = list(routine.items)
            items[number] = replace(item, extra=side)
            return replace(routine, items=tuple(items))
    return routine


def is_sided_stretch(exercise: Exercise) -> bool:
    """Whether it stretches one side after the other."""
    return exercise.sides is Sides.EACH and exercise.kind in STRETCHES


def _shortened(
    item: Item, exercise: Exercise, manner: Manner, left: dict[Side, timedelta]
) -> Item:
    """Return the item as long as fits, its extra set given up first."""
    if _stays_in(item, exercise, manner, left):
        return item
    if item.extra is not None:
        return _shortened(replace(item, extra=None), exercise, manner, left)
    while not _stays_in(item, exercise, manner, left):
        less = _less(item, exercise)
        if less.amount == item.amount:
            break
        item = less
    return item


def _less(item: Item, exercise: Exercise) -> Item:
    if isinstance(exercise.dose, Tip):
        return item
    amount = amount_of(item, exercise.dose)
    if isinstance(amount, timedelta):
        less = replace(item, amount=amount - WHOLE_SECONDS)
    else:
        less = replace(item, amount=amount - 1)
    return replace(less, amount=amount_of(less, exercise.dose))


def _stays_in(
    item: Item, exercise: Exercise, manner: Manner, left: dict[Side, timedelta]
) -> bool:
    return all(
        side_time(item, exercise, manner, side) <= span for side, span in left.items()
    )
