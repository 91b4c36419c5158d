"""What follows when a break was fine, too much, or hurt (content.md section 7)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from psoas_break.domain.breathe import breathing_routine
from psoas_break.domain.history import Feeling, Felt
from psoas_break.domain.routine import (
    Catalogue,
    Routine,
    routine_of,
)
from psoas_break.domain.settings import Posture
from psoas_break.domain.suggesting import BREATHING
from psoas_break.domain.suiting import Circumstances, suits

REMEMBERS_HURT = timedelta(days=14)
"""How long an exercise that hurt stays hidden."""
CLINICIAN_AFTER = 2
"""So many breaks that hurt within that time bring the clinician line."""


def hidden_exercises(felt: Iterable[Felt], now: datetime) -> frozenset[str]:
    """Return the exercises that hurt within the last 14 days."""
    return frozenset(one.exercise for one in _hurts(felt, now) if one.exercise)


def hurts_too_often(felt: Iterable[Felt], now: datetime) -> bool:
    """Whether so many breaks hurt of late that a clinician should be asked."""
    return len({one.session for one in _hurts(felt, now)}) >= CLINICIAN_AFTER


def gentler(exercise: str, catalogue: Catalogue, today: Circumstances) -> Routine:
    """Return what to offer in place of an exercise that hurt.

    It is the next easier exercise that suits and is not hidden itself, or a minute
    of seated breathing.
    """
    tried = {exercise}
    known = catalogue.exercises
    here = known.get(exercise)
    while here is not None and here.easier and here.easier not in tried:
        tried.add(here.easier)
        here = known[here.easier]
        if suits(here, today):
            return routine_of(here)
    return breathing_routine(BREATHING, Posture.SEATED)


def _hurts(felt: Iterable[Felt], now: datetime) -> tuple[Felt, ...]:
    return tuple(
        one
        for one in felt
        if one.feeling is Feeling.HURT and now - one.at < REMEMBERS_HURT
    )
