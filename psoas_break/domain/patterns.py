"""The eight ways to breathe, with their limits (content.md section 3), and more."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import timedelta
from itertools import chain, count

from psoas_break.domain.breathing import Pattern, Phase
from psoas_break.domain.own_pattern import LONGEST_NAME, OwnPattern
from psoas_break.domain.settings import BodyLimit, Settings
from psoas_break.words import gettext as _


def _pattern(
    name: str,
    *phases: tuple[Phase, float],
    level: int,
    most: timedelta | None = None,
    most_breaths: int | None = None,
    while_standing: bool = True,
) -> Pattern:
    return Pattern(
        id=name,
        phases=tuple((phase, timedelta(seconds=length)) for phase, length in phases),
        level=level,
        most=most,
        most_breaths=most_breaths,
        while_standing=while_standing,
    )


CALM = _pattern("coherent-4-6", (Phase.IN, 4), (Phase.OUT, 6), level=1)
"""The default: six breaths a minute, no holds (Laborde 2022; Van Diest 2014)."""

_ALL = (
    _pattern("natural-belly", level=0),
    _pattern("gentle-3-4", (Phase.IN, 3), (Phase.OUT, 4), level=0),
    CALM,
    _pattern("coherent-5-5", (Phase.IN, 5), (Phase.OUT, 5), level=1),
    # Van Diest 2014: a longer out-breath felt more relaxing.
    _pattern("extended-4-8", (Phase.IN, 4), (Phase.OUT, 8), level=2),
    # Balban 2023 gives no seconds; these are ours.
    _pattern("cyclic-sigh", (Phase.IN, 3), (Phase.TOP_UP, 1), (Phase.OUT, 8), level=2),
    _pattern(
        "box-4444",
        (Phase.IN, 4),
        (Phase.HOLD, 4),
        (Phase.OUT, 4),
        (Phase.REST, 4),
        level=3,
        most=timedelta(minutes=5),
        while_standing=False,
    ),
    # Vierra 2022; never more than four in a row.
    _pattern(
        "four-7-8",
        (Phase.IN, 4),
        (Phase.HOLD, 7),
        (Phase.OUT, 8),
        level=4,
        most_breaths=4,
        while_standing=False,
    ),
)
PATTERNS: dict[str, Pattern] = {pattern.id: pattern for pattern in _ALL}
"""All eight patterns by id, gentlest first."""

_NO_HOLDS_WITH = frozenset({BodyLimit.PREGNANCY, BodyLimit.HEART_OR_LUNG})


def pattern_name(pattern: Pattern) -> str:
    """Return what a pattern is called."""
    names = {
        "natural-belly": _("Easy belly breathing"),
        "gentle-3-4": _("Gentle start, 3 in · 4 out"),
        "coherent-4-6": _("Calm, 4 in · 6 out"),
        "coherent-5-5": _("Even, 5 in · 5 out"),
        "extended-4-8": _("Long out-breath, 4 in · 8 out"),
        "cyclic-sigh": _("Cyclic sighing"),
        "box-4444": _("Box, 4 · 4 · 4 · 4"),
        "four-7-8": _("4-7-8"),
    }
    return pattern.name or names.get(pattern.id, pattern.id)


def pattern_use(pattern: Pattern) -> str:
    """Return in a sentence what a pattern is for (content.md section 3)."""
    if pattern.id not in PATTERNS:
        return _("Made by you.")
    return {
        "natural-belly": _("For the first time, or where a pace bothers you."),
        "gentle-3-4": _("A step on the way to the calm pattern."),
        "coherent-4-6": _("Six breaths a minute, out longer than in: the usual one."),
        "coherent-5-5": _("Six breaths a minute, in as long as out."),
        "extended-4-8": _("Five breaths a minute, once the calm one is easy."),
        "cyclic-sigh": _("In through the nose, a little more, and a long way out."),
        "box-4444": _("All four parts alike, two of them holds; five minutes at most."),
        "four-7-8": _("A long hold and a longer out-breath; four in a row at most."),
    }[pattern.id]


def offered(settings: Settings) -> tuple[Pattern, ...]:
    """Return the patterns to choose from: ours, gentlest first, then the user's.

    Those with holds are there only if the user asked for them, and ticked nothing
    that rules them out.
    """
    allowed = settings.breathing.holds and not rules_out_holds(settings.breaks.limits)
    return tuple(one for one in every(settings) if allowed or not one.holds)


def every(settings: Settings) -> tuple[Pattern, ...]:
    """Return all patterns, ours and the user's, whether they may be offered or not."""
    return (*PATTERNS.values(), *(one.pattern for one in settings.breathing.own))


def rules_out_holds(limits: AbstractSet[BodyLimit]) -> bool:
    """Whether what the user ticked rules out holding the breath."""
    return bool(limits & _NO_HOLDS_WITH)


def chosen(settings: Settings) -> Pattern:
    """Return the user's usual pattern if it may be offered, else the calm one."""
    wanted = settings.breathing.pattern
    return next((one for one in offered(settings) if one.id == wanted), CALM)


def find(settings: Settings, name: str) -> Pattern | None:
    """Return the pattern of that name, whether it may be offered or not.

    Upper and lower case, hyphens and underscores are all the same; one of the user's
    own may be called by what the user called it.
    """
    wanted = _folded(name)
    for pattern in every(settings):
        if wanted in (_folded(pattern.id), _folded(pattern.name)):
            return pattern
    return None


def while_standing(pattern: Pattern) -> Pattern:
    """Return the pattern itself, or the calm one if it is for sitting or lying."""
    return pattern if pattern.while_standing else CALM


def new_id(name: str, own: Iterable[OwnPattern]) -> str:
    """Return an id for a new pattern of that name: plain words, and not taken.

    >>> new_id("Evening, long", ())
    'evening-long'
    """
    words = re.findall(r"\w+", name.casefold())
    base = "-".join(words)[:LONGEST_NAME] or "own"
    taken = {*PATTERNS, *(one.id for one in own)}
    numbered = (f"{base}-{number}" for number in count(2))
    return next(one for one in chain([base], numbered) if one not in taken)


def _folded(name: str) -> str:
    return name.casefold().replace("_", "-")
