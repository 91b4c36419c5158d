"""What can be done today: place, kit, limits, rest, and how far one has come."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from psoas_break.domain.dose import Tip
from psoas_break.domain.durations import A_WEEK
from psoas_break.domain.exercise import Exercise, Kind, Place
from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import day_of
from psoas_break.domain.progression import Form, stepped
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.domain.settings import BodyLimit

STRENGTH_DAYS = 3
"""Strength work on at most this many days of any seven (ACSM 2009)."""
STRENGTH_REST = timedelta(hours=48)
"""At least this long lies between strength work and the next (content.md 4)."""
ALWAYS_AT_HAND = frozenset({"chair", "support", "wall", "desk"})
"""What every office has, so that nobody is asked for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a suggestion has to suit.

    Attributes:
        places: where the user can be.
        kit: what is at hand beside ordinary furniture; None is everything.
        limits: what the user ticked.
        hidden: exercises out of the way for now, because they hurt.
        strength: when exercises that need recovery were done, wall time.
        form: how far practice has brought the user, and whether to go easy.
        just_done: exercises of the last break.
        last: id of the last break's routine, "" if there was none.
        week: time stretched on each side in the last seven days.
        fortnight: the same in the last fourteen.
    """

    places: frozenset[Place] = frozenset({Place.DESK, Place.CHAIR})
    kit: frozenset[str] | None = None
    limits: frozenset[BodyLimit] = frozenset()
    hidden: frozenset[str] = frozenset()
    strength: tuple[datetime, ...] = ()
    form: Form = field(default_factory=Form)
    just_done: frozenset[str] = frozenset()
    last: str = ""
    week: Mapping[Side, timedelta] = field(default_factory=dict)
    fortnight: Mapping[Side, timedelta] = field(default_factory=dict)


def may_strengthen(times: Iterable[datetime], now: datetime) -> bool:
    """Whether exercises that need recovery may come again.

    At least 48 hours lie between two of them, and at most three days of any seven
    have some (content.md section 4).
    """
    past = tuple(times)
    week = {day_of(t) for t in past if now - t < A_WEEK}
    too_soon = any(now - t < STRENGTH_REST for t in past)
    return not too_soon and len(week) < STRENGTH_DAYS


def strength_times(held: Iterable[Held], catalogue: Catalogue) -> tuple[datetime, ...]:
    """Return when exercises that need recovery were done, from the journal."""
    needing = {e.id for e in catalogue.exercises.values() if e.recovery}
    return tuple(one.at for one in held if one.exercise in needing)


def suits(exercise: Exercise, today: Circumstances) -> bool:
    """Whether an exercise can be done: place, kit, limits, and not hidden."""
    if isinstance(exercise.dose, Tip) or exercise.id in today.hidden:
        return False
    kit = today.kit is None or set(exercise.kit) <= today.kit | ALWAYS_AT_HAND
    return kit and bool(
        today.places & set(exercise.places) and not today.limits & exercise.limits
    )


def fitted_to(
    routine: Routine, catalogue: Catalogue, today: Circumstances, *, rested: bool
) -> Routine:
    """Return a routine as it can be done today; it may end up with nothing in it.

    Args:
        routine: as it stands in the catalogue.
        catalogue: where the exercises are.
        today: what it has to suit.
        rested: whether strength work may come.
    """
    items: dict[str, Item] = {}
    for planned in routine.items:
        item: Item | None = planned
        if not rested and catalogue.exercises[planned.exercise].recovery:
            swap = catalogue.swaps.get(planned.exercise)
            item = Item(exercise=swap) if swap else None
        item = item and _suited(item, catalogue, today, rested=rested)
        if item is not None:
            items.setdefault(item.exercise, item)
    return replace(routine, items=tuple(items.values()))


def is_wise(exercise: Exercise, today: Circumstances, *, rested: bool) -> bool:
    """Whether an exercise, besides suiting, is one for today.

    Strength work needs rest, comes in no two breaks running, and waits while only
    mobility is wanted; after two weeks off everything starts at level 1.
    """
    if exercise.level > today.form.highest_level:
        return False
    if exercise.recovery and not rested:
        return False
    if exercise.kind is Kind.STRENGTH:
        return not today.form.gentle and exercise.id not in today.just_done
    return True


def _suited(
    item: Item, catalogue: Catalogue, today: Circumstances, *, rested: bool
) -> Item | None:
    """Return the item, or the next easier exercise that suits, or nothing."""
    tried: set[str] = set()
    while item.exercise and item.exercise not in tried:
        tried.add(item.exercise)
        exercise = catalogue.exercises[item.exercise]
        if suits(exercise, today) and is_wise(exercise, today, rested=rested):
            easier = item.easier or bool(exercise.easier_for & today.limits)
            return stepped(replace(item, easier=easier), exercise, today.form)
        item = Item(exercise=exercise.easier)
    return None
