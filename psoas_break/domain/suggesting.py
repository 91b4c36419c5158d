"""Which break to suggest now, and why this one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from psoas_break.domain.breathe import breathing_routine
from psoas_break.domain.history import Side
from psoas_break.domain.reasons import Candidate, because, is_strong, reason_for
from psoas_break.domain.rotation import Rotation, order_of, turns_from
from psoas_break.domain.routine import (
    Catalogue,
    Item,
    Routine,
    is_seated,
    routine_of,
)
from psoas_break.domain.settings import Posture
from psoas_break.domain.suiting import (
    Circumstances,
    fitted_to,
    may_strengthen,
    suits,
)
from psoas_break.words import gettext as _

BREATHING = timedelta(minutes=1)
STAND_UP = "stand-up-and-move"
STRENGTH_OVERDUE = timedelta(days=3)
"""So long after strength work, the next comes before its turn: 2 to 3 days a week."""
_UP = Item(exercise=STAND_UP, amount=timedelta(seconds=30))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A routine to offer.

    Attributes:
        routine: fitted to the day.
        lead: the side that begins.
        reason: why this one, in words for the user.
        in_turn: whether the rotation had come to it; strength work that is overdue
            may come before its turn.
    """

    routine: Routine
    lead: Side
    reason: str
    in_turn: bool = True


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
    today = replace(today, hidden=today.hidden | rotation.passed)
    rested = may_strengthen(today.strength, now)
    fitting = list(_fitting(rotation, catalogue, today, rested=rested))
    others = [one for one in fitting if one.routine.id != today.last]
    if fitting:
        turn = (others or fitting)[0]
        chosen = _overdue(others, catalogue, today, now) or turn
        return Suggestion(
            routine=chosen.fit,
            lead=rotation.lead,
            reason=reason_for(chosen, catalogue, today, now),
            in_turn=chosen is turn,
        )
    up = catalogue.exercises[STAND_UP]
    if suits(up, today):
        reason = because([_("standing up always suits")])
        return Suggestion(routine=routine_of(up), lead=rotation.lead, reason=reason)
    return Suggestion(
        routine=breathing_routine(BREATHING, Posture.SEATED),
        lead=rotation.lead,
        reason=because([_("a minute of slow breathing always suits")]),
    )


def _fitting(
    rotation: Rotation, catalogue: Catalogue, today: Circumstances, *, rested: bool
) -> Iterator[Candidate]:
    """Yield whose turn it is, and what comes after it, as it can be done today."""
    seen: set[str] = set()
    for name in turns_from(order_of(rotation, catalogue), rotation.position):
        routine = catalogue.find(name)
        if routine is None or name in seen or name in rotation.passed:
            continue
        seen.add(name)
        fit = fitted_to(routine, catalogue, today, rested=rested)
        favourite = name in rotation.favourites
        if fit.items and favourite:
            fit = _standing_up_first(fit, catalogue, today)
        if fit.items and not is_seated(fit, catalogue):
            yield Candidate(routine=routine, fit=fit, favourite=favourite)


def _standing_up_first(
    routine: Routine, catalogue: Catalogue, today: Circumstances
) -> Routine:
    """Return a single exercise, or a seated favourite, as a break from sitting."""
    seated = is_seated(routine, catalogue) or routine.id not in catalogue.routines
    there = any(item.exercise == STAND_UP for item in routine.items)
    if not seated or there or not suits(catalogue.exercises[STAND_UP], today):
        return routine
    return replace(routine, items=(_UP, *routine.items))


def _overdue(
    fitting: list[Candidate],
    catalogue: Catalogue,
    today: Circumstances,
    now: datetime,
) -> Candidate | None:
    """Return the next routine with strength work, if that is overdue."""
    if not today.strength or now - max(today.strength) < STRENGTH_OVERDUE:
        return None
    return next((one for one in fitting if is_strong(one.fit, catalogue)), None)
