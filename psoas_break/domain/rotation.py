"""Whose turn it is, and which side begins; favourites, and what is left out.

The order is the catalogue's rotation, with the user's favourites behind it. What is
made of it on a given day is decided in `suggesting`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from psoas_break.domain.capping import SESSION_CAP
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Sides
from psoas_break.domain.history import Side
from psoas_break.domain.moment import instant_of
from psoas_break.domain.progress import Progress
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.timeline import OTHER_SIDE

MAKES_UP_FROM = timedelta(minutes=1)
"""From so much more on one side, breaks begin with the other until it is made up."""


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
        left_ahead: how much longer the left side was stretched than the right, in
            breaks that ended between the sides; below zero when the right was.
        heeded: the break it heeded last; should the app die while that is kept, the
            next start tells of the same break again.
    """

    position: int = 0
    lead: Side = Side.LEFT
    passed: frozenset[str] = frozenset()
    favourites: frozenset[str] = frozenset()
    left_ahead: timedelta = ZERO
    heeded: datetime | None = None

    def marked(self, mark: Mark) -> frozenset[str]:
        """Ids of the routines and exercises that bear a mark."""
        return self.passed if mark is Mark.LEFT_OUT else self.favourites


def order_of(rotation: Rotation, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the order of turns: ids of routines, and of favourite exercises.

    A favourite that is in the rotation anyway keeps its turns there.
    """
    known = catalogue.rotation
    more = sorted(rotation.favourites - set(known))
    return known + tuple(name for name in more if catalogue.find(name) is not None)


def turns_from(order: tuple[str, ...], position: int) -> tuple[str, ...]:
    """Return the order beginning at a position; one beyond its end starts over."""
    start = position % len(order) if order else 0
    return order[start:] + order[:start]


def after_session(
    rotation: Rotation,
    progress: Progress,
    catalogue: Catalogue,
    *,
    in_turn: bool = True,
) -> Rotation:
    """Return the rotation after a break; the same break counts once.

    What was suggested in its turn moves the rotation on, past what did not suit, once
    something of it was held. What came before its turn, overdue or by the user's own
    choice, takes nobody's turn; the very next one has had it, however it began.

    The side that begins alternates from break to break; a break that ended after one
    side starts next with the other (behaviour section 5), and so do all as long as a
    minute more of one side is not made up.
    """
    if not progress.held or progress.session == rotation.heeded:
        return rotation
    order = order_of(rotation, catalogue)
    steps = turns_from(order, rotation.position)
    position = rotation.position
    passed = steps.index(progress.routine) if progress.routine in steps else None
    if passed == 0 or (in_turn and passed is not None):
        position = (position + passed + 1) % len(order)
    ahead = _left_ahead(rotation, progress)
    lead = _next_lead(progress, catalogue)
    if abs(ahead) > MAKES_UP_FROM:
        lead = Side.RIGHT if ahead > ZERO else Side.LEFT
    return replace(
        rotation,
        position=position,
        lead=lead,
        left_ahead=ahead,
        heeded=progress.session,
    )


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
        "left_ahead_s": rotation.left_ahead.total_seconds(),
        "heeded": rotation.heeded and rotation.heeded.isoformat(),
    }


def from_dict(values: Mapping[str, Any]) -> Rotation:
    """Return what `to_dict` made.

    Raises:
        ValueError: when it is not that.
    """
    try:
        heeded = values.get("heeded")
        return Rotation(
            position=max(0, int(values["position"])),
            lead=Side(values["lead"]),
            passed=frozenset(str(name) for name in values["passed"]),
            favourites=frozenset(str(name) for name in values.get("favourites", ())),
            left_ahead=timedelta(seconds=values.get("left_ahead_s", 0)),
            heeded=instant_of(heeded) if heeded else None,
        )
    except (KeyError, TypeError, OverflowError) as error:
        msg = f"this is no saved rotation: {error!r}"
        raise ValueError(msg) from error


def _left_ahead(rotation: Rotation, progress: Progress) -> timedelta:
    """Return how far the left side is ahead, at most by what one break may have."""
    ahead = rotation.left_ahead
    for held in progress.held:
        if held.stretch and held.side is not Side.BOTH:
            ahead += held.held if held.side is Side.LEFT else -held.held
    return max(-SESSION_CAP, min(ahead, SESSION_CAP))


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
