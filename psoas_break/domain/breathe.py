"""“Breathe”: in which posture, by which pattern and for how long."""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.breathing import Pattern
from psoas_break.domain.patterns import (
    chosen,
    find,
    offered,
    pattern_name,
    rules_out_holds,
)
from psoas_break.domain.routine import BREATHE, Catalogue, Item, Routine
from psoas_break.domain.settings import (
    Breathing,
    Posture,
    Settings,
    SpanLimits,
    limits_of,
)
from psoas_break.words import gettext as _

EXERCISES = {
    Posture.STANDING: "breath-standing",
    Posture.SEATED: "breath-seated",
    Posture.LYING: "breath-supine",
}
"""What each posture is called in the catalogue."""

STANDING_UP = Item(exercise="stand-up-and-move", amount=timedelta(seconds=15))
"""What breathing while standing begins with."""

_COUNTED = timedelta(seconds=10)
"""Doses in breaths are counted in calm ones."""


class RefusedError(ValueError):
    """It cannot be done so; the text says why, in words for the user."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for; None is as the settings say.

    Attributes:
        pattern: id or name of a pattern.
        posture: how to breathe.
        span: for how long, about.
    """

    pattern: str | None = None
    posture: Posture | None = None
    span: timedelta | None = None


USUAL = Wish()


def breathing_break(
    settings: Settings, catalogue: Catalogue, wish: Wish = USUAL
) -> tuple[Routine, Pattern]:
    """Return what to do, and the pattern to do it by.

    A posture nobody asked for by name gives way to sitting where the pattern is not
    for standing, or where the user asked to spare it.

    Raises:
        RefusedError: when what was asked for cannot be done so.
    """
    pattern = _pattern(settings, wish.pattern)
    if wish.posture is Posture.STANDING and not pattern.while_standing:
        words = _("“{name}” is for sitting or lying.")
        raise RefusedError(words.format(name=pattern_name(pattern)))
    posture = wish.posture or _usual(settings, catalogue, pattern)
    span = _span(wish.span or settings.breathing.length)
    return breathing_routine(span, posture), pattern


def breathing_routine(span: timedelta, posture: Posture) -> Routine:
    """Return `span` of slow breathing; standing, it begins with standing up."""
    breathing = Item(exercise=EXERCISES[posture], amount=span // _COUNTED)
    up = (STANDING_UP,) if posture is Posture.STANDING else ()
    return Routine(id=BREATHE, name=_("Breathe"), items=(*up, breathing))


def _usual(settings: Settings, catalogue: Catalogue, pattern: Pattern) -> Posture:
    """Return how the user likes to breathe, or sitting if that does not do here."""
    posture = settings.breathing.posture
    exercise = catalogue.exercises.get(EXERCISES[posture])
    spared = exercise is not None and exercise.limits & settings.breaks.limits
    upright = posture is Posture.STANDING and not pattern.while_standing
    return Posture.SEATED if spared or upright else posture


def _pattern(settings: Settings, name: str | None) -> Pattern:
    if name is None:
        return chosen(settings)
    pattern = find(settings, name)
    if pattern is None:
        words = _("There is no breathing pattern “{name}”.")
        raise RefusedError(words.format(name=name))
    if pattern not in offered(settings):
        words = (
            _("“{name}” has breath holds, which do not go with what you spare.")
            if rules_out_holds(settings.breaks.limits)
            else _("“{name}” has breath holds; ask for them in the settings.")
        )
        raise RefusedError(words.format(name=pattern_name(pattern)))
    return pattern


def _span(span: timedelta) -> timedelta:
    limits = limits_of(Breathing, "length")
    if isinstance(limits, SpanLimits) and not limits.allow(span):
        words = _("Breathe for {low} to {high} min.")
        raise RefusedError(words.format(low=limits.low, high=limits.high))
    return span
