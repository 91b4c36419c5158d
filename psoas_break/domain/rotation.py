"""What to suggest next, and on which side to begin.

The order is the catalogue's rotation. A routine is fitted to the day before it is
suggested: strength work that needs rest is swapped, and what does not suit the
place, the kit or the body is done in an easier form or left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from psoas_break.domain.breathe import breathing_routine
from psoas_break.domain.dose import Tip
from psoas_break.domain.exercise import Exercise, Place, Sides
from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import day_of
from psoas_break.domain.progress import Progress
from psoas_break.domain.routine import (
    Catalogue,
    Item,
    Routine,
    is_seated,
    routine_of,
)
from psoas_break.domain.settings import BodyLimit, Posture
from psoas_break.domain.timeline import OTHER_SIDE
from psoas_break.words import gettext as _

NOTHING = timedelta()
STRENGTH_DAYS = 3
"""Strength work on at most this many days of any seven (ACSM 2009)."""
ALWAYS_AT_HAND = frozenset({"chair", "support", "wall", "desk"})
BREATHING = timedelta(minutes=1)
STAND_UP = "stand-up-and-move"


class Mark(StrEnum):
    """What the user may say of a routine or exercise, once and for all."""

    FAVOURITE = "favourite"
    """It takes its turn in the rotation."""
    LEFT_OUT = "left out"
    """It is not suggested: "Not this one again"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """How far the rotation has come; kept over restarts.

    Attributes:
        position: which routine of the rotation comes next.
        lead: the side that begins next.
        passed: routines and exercises the user does not want suggested again.
        favourites: routines and exercises that take their turn with the others.
    """

    position: int = 0
    lead: Side = Side.LEFT
    passed: frozenset[str] = frozenset()
    favourites: frozenset[str] = frozenset()

    def marked(self, mark: Mark) -> frozenset[str]:
        """Ids of the routines and exercises that bear a mark."""
        return self.passed if mark is Mark.LEFT_OUT else self.favourites


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a suggestion has to suit.

    Attributes:
        places: where the user can be.
        kit: what is at hand beside ordinary furniture; None is everything.
        limits: what the user ticked.
        hidden: exercises out of the way for now, because they hurt.
        strength: when exercises that need recovery were done, wall time.
    """

    places: frozenset[Place] = frozenset({Place.DESK, Place.CHAIR})
    kit: frozenset[str] | None = None
    limits: frozenset[BodyLimit] = frozenset()
    hidden: frozenset[str] = frozenset()
    strength: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A routine to offer.

    Attributes:
        routine: fitted to the day.
        lead: the side that begins.
        reason: why this one, in words for the user.
    """

    routine: Routine
    lead: Side
    reason: str


def suggest(
    rotation: Rotation,
    catalogue: Catalogue,
    today: Circumstances,
    now: datetime,
) -> Suggestion:
    """Return what to offer now.

    Args:
        rotation: how far it has come.
        catalogue: every exercise and routine.
        today: what it has to suit.
        now: wall time, for the days and hours between strength work.
    """
    rested = may_strengthen(today.strength, now)
    unwanted = rotation.passed
    for name in _from(catalogue.rotation, rotation.position):
        routine = catalogue.routines[name]
        fit = fitted_to(routine, catalogue, today, rested=rested)
        if name in unwanted or not fit.items or is_seated(fit, catalogue):
            continue
        reason = _reason(routine, fit, catalogue, rested=rested)
        return Suggestion(routine=fit, lead=rotation.lead, reason=reason)
    up = catalogue.exercises[STAND_UP]
    if suits(up, today) and up.id not in unwanted:
        reason = _("Standing up always suits")
        return Suggestion(routine=routine_of(up), lead=rotation.lead, reason=reason)
    return Suggestion(
        routine=breathing_routine(BREATHING, Posture.SEATED),
        lead=rotation.lead,
        reason=_("A minute of slow breathing"),
    )


def may_strengthen(times: Iterable[datetime], now: datetime) -> bool:
    """Whether exercises that need recovery may come again.

    At least 48 hours lie between two of them, and at most three days of any seven
    have some (content.md section 4).
    """
    past = tuple(times)
    week = {day_of(t) for t in past if now - t < timedelta(days=7)}
    too_soon = any(now - t < timedelta(hours=48) for t in past)
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
        item = item and _suited(item, catalogue, today)
        if item is not None:
            items.setdefault(item.exercise, item)
    return replace(routine, items=tuple(items.values()))


def after_session(
    rotation: Rotation, progress: Progress, catalogue: Catalogue
) -> Rotation:
    """Return the rotation after a break.

    A routine of the rotation moves it on once something of it was held. The side
    that begins alternates from break to break; a break that ended after one side
    starts next with the other (behaviour section 5).
    """
    if not progress.held:
        return rotation
    order = catalogue.rotation
    steps = tuple(_from(order, rotation.position))
    position = rotation.position
    if progress.routine in steps:
        position += steps.index(progress.routine) + 1
        position %= len(order)
    lead = _next_lead(progress, catalogue)
    return replace(rotation, position=position, lead=lead)


def mark(rotation: Rotation, name: str, given: Mark, *, on: bool) -> Rotation:
    """Set or take away a mark. A favourite is not left out, and the other way."""
    passed, favourites = rotation.passed - {name}, rotation.favourites - {name}
    if on and given is Mark.LEFT_OUT:
        passed |= {name}
    elif given is Mark.LEFT_OUT:
        favourites = rotation.favourites
    elif on:
        favourites |= {name}
    else:
        passed = rotation.passed
    return replace(rotation, passed=passed, favourites=favourites)


def to_dict(rotation: Rotation) -> dict[str, Any]:
    """Return it as values JSON knows."""
    return {
        "position": rotation.position,
        "lead": rotation.lead.value,
        "passed": sorted(rotation.passed),
        "favourites": sorted(rotation.favourites),
    }


def from_dict(values: Mapping[str, Any]) -> Rotation:
    """Return what `to_dict` made.

    Raises:
        ValueError: when it is not that.
    """
    try:
        return Rotation(
            position=max(0, int(values["position"])),
            lead=Side(values["lead"]),
            passed=frozenset(str(name) for name in values["passed"]),
            favourites=frozenset(str(name) for name in values.get("favourites", ())),
        )
    except (KeyError, TypeError, OverflowError) as error:
        msg = f"this is no saved rotation: {error!r}"
        raise ValueError(msg) from error


def _from(order: tuple[str, ...], position: int) -> Iterable[str]:
    start = position % len(order) if order else 0
    return order[start:] + order[:start]


def _suited(item: Item, catalogue: Catalogue, today: Circumstances) -> Item | None:
    """Return the item, or the next easier exercise that suits, or nothing."""
    tried: set[str] = set()
    while item.exercise and item.exercise not in tried:
        tried.add(item.exercise)
        exercise = catalogue.exercises[item.exercise]
        if suits(exercise, today):
            easier = item.easier or bool(exercise.easier_for & today.limits)
            return replace(item, easier=easier)
        item = Item(exercise=exercise.easier)
    return None


def _next_lead(progress: Progress, catalogue: Catalogue) -> Side:
    """Return the side to begin with, from what was held of one-sided exercises."""
    sides: dict[str, set[Side]] = {}
    for held in progress.held:
        exercise = catalogue.exercises.get(held.exercise)
        if exercise and exercise.sides is Sides.EACH:
            sides.setdefault(held.exercise, set()).add(held.side)
    for done in reversed(tuple(sides.values())):
        if len(done) == 1:
            return OTHER_SIDE[next(iter(done))]
    sided = any(held.side is not Side.BOTH for held in progress.held)
    return OTHER_SIDE[progress.lead] if sided else progress.lead


def _reason(
    routine: Routine, fit: Routine, catalogue: Catalogue, *, rested: bool
) -> str:
    strong = any(catalogue.exercises[i.exercise].recovery for i in routine.items)
    if strong and not rested:
        return _("Next in the rotation, with a rest day from strength work")
    if fit.items != routine.items:
        return _("Next in the rotation, changed to suit you")
    return _("Next in the rotation")
