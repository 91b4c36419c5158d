"""What can be chosen: routines, breathing, single exercises and tips, as values."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from psoas_break.domain.breathe import Wish, breathing_break
from psoas_break.domain.dose import Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Place,
    Sides,
    kind_name,
    kit_name,
    place_name,
)
from psoas_break.domain.patterns import offered, pattern_name
from psoas_break.domain.plan import length_of
from psoas_break.domain.routine import (
    Catalogue,
    Routine,
    routine_of,
)
from psoas_break.domain.settings import BodyLimit, Settings
from psoas_break.ui.catalogue.words import item_words, length_words
from psoas_break.ui.settings.search import holds, plain
from psoas_break.words import gettext as _

ADVANCED = 4
"""The level (1 to 5) from which an exercise is called advanced."""
_HARDEST_TO_FIND = (Place.GYM, Place.ELSEWHERE, Place.MAT, Place.DESK, Place.CHAIR)
"""A routine is done where its most demanding exercise is."""


class Sort(Enum):
    """What sort of thing a choice is."""

    ROUTINE = auto()
    EXERCISE = auto()
    PATTERN = auto()
    TIP = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to look at, and to start unless it is a tip.

    Attributes:
        what: What a `Start` command says: "breathe", or an id.
        sort: What it is.
        name: What it is called.
        detail: Its length and what it needs.
        shown: The exercises whose figures stand for it, at least one.
        length: How long it takes; nothing for a tip.
        places: Where it can be done.
        kit: What to have at hand.
        limits: What it does not suit.
        warning: Why this user may rather not, or nothing.
        found_by: More words it can be found by.
        own: Whether it comes from the user's folder.
    """

    what: str
    sort: Sort
    name: str
    detail: str
    shown: tuple[Exercise, ...]
    length: timedelta = ZERO
    places: frozenset[Place] = frozenset()
    kit: frozenset[str] = frozenset()
    limits: frozenset[BodyLimit] = frozenset()
    warning: str = ""
    found_by: str = ""
    own: bool = False

    @property
    def main(self) -> Exercise | None:
        """The exercise to show moving: the first with sides, else the last.

        None without a figure.
        """
        drawn = [one for one in self.shown if one.figure is not None]
        sided = [one for one in drawn if one.sides is not Sides.BOTH]
        return next(iter((*sided, *reversed(drawn))), None)

    def matches(self, wanted: str) -> bool:
        """Whether a search for these words finds it."""
        said = f"{self.name} {self.detail} {self.found_by}"
        return holds(plain(wanted).split(), plain(said))


@dataclass(frozen=True, slots=True)
class Group:
    """Choices under a heading."""

    title: str
    choices: tuple[Choice, ...]


def groups_of(catalogue: Catalogue, settings: Settings) -> tuple[Group, ...]:
    """Everything that can be chosen, in the order it is shown.

    Args:
        catalogue: All exercises and routines.
        settings: How "Breathe" is meant, and what the user asked to spare.
    """
    spared = settings.breaks.limits
    routines = tuple(catalogue.routines.values())
    calm = [r for r in routines if _is_breathing(r, catalogue)]
    moving = [r for r in routines if r not in calm]
    breathe, _pattern = breathing_break(settings, catalogue)
    if all(item.exercise in catalogue.exercises for item in breathe.items):
        calm.insert(0, breathe)
    exercises = [_exercise(e, catalogue, spared) for e in catalogue.exercises.values()]
    groups = (
        Group(_("Routines"), tuple(_routine(r, catalogue, spared) for r in moving)),
        Group(
            _("Breathing"),
            (
                *(_routine(r, catalogue, spared) for r in calm),
                *_patterns(catalogue, settings),
            ),
        ),
        Group(_("Your own exercises"), tuple(one for one in exercises if one.own)),
        *(
            Group(place_name(place), tuple(_first_done_at(place, exercises)))
            for place in Place
        ),
        Group(
            _("Tips"), tuple(one for one in exercises if _is_ours(one, sort=Sort.TIP))
        ),
    )
    return tuple(group for group in groups if group.choices)


def _patterns(catalogue: Catalogue, settings: Settings) -> Iterator[Choice]:
    """Every pattern that may be offered, breathed as the settings say."""
    for pattern in offered(settings):
        routine, _found = breathing_break(settings, catalogue, Wish(pattern.id))
        if all(item.exercise in catalogue.exercises for item in routine.items):
            name = pattern_name(pattern)
            yield replace(
                _routine(routine, catalogue, settings.breaks.limits),
                what=pattern.id,
                sort=Sort.PATTERN,
                name=name,
                found_by=f"{pattern.id} {kind_name(Kind.BREATHING)} {_('pattern')}",
            )


def _first_done_at(place: Place, exercises: Sequence[Choice]) -> Iterator[Choice]:
    for one in exercises:
        if _is_ours(one, sort=Sort.EXERCISE) and one.shown[0].places[:1] == (place,):
            yield one


def _is_ours(choice: Choice, *, sort: Sort) -> bool:
    return choice.sort is sort and not choice.own


def _routine(
    routine: Routine, catalogue: Catalogue, spared: AbstractSet[BodyLimit]
) -> Choice:
    exercises = tuple(catalogue.exercises[item.exercise] for item in routine.items)
    length = length_of(routine, catalogue)
    limits = frozenset[BodyLimit]().union(*(one.limits for one in exercises))
    place = _place_of(exercises)
    contents = [
        item_words(item, exercise)
        for item, exercise in zip(routine.items, exercises, strict=True)
    ]
    return Choice(
        what=routine.id,
        sort=Sort.ROUTINE,
        name=routine.name,
        detail=" · ".join(filter(None, (length_words(length), _where(place)))),
        shown=exercises,
        length=length,
        places=frozenset({place} if place else ()),
        kit=frozenset(kit for one in exercises for kit in one.kit),
        limits=limits,
        warning=_warning(limits, spared),
        found_by=" ".join((routine.id, *contents)),
    )


def _exercise(
    exercise: Exercise, catalogue: Catalogue, spared: AbstractSet[BodyLimit]
) -> Choice:
    is_tip = isinstance(exercise.dose, Tip)
    length = ZERO if is_tip else length_of(routine_of(exercise), catalogue)
    parts = [_("tip") if is_tip else length_words(length)]
    if exercise.sides is not Sides.BOTH:
        parts.append(_("both sides"))
    if exercise.level >= ADVANCED:
        parts.append(_("advanced"))
    kit = [kit_name(one) for one in exercise.kit if one not in exercise.places]
    if kit:
        parts.append(_("with {kit}").format(kit=", ".join(kit)))
    why = exercise.words.why
    return Choice(
        what=exercise.id,
        sort=Sort.TIP if is_tip else Sort.EXERCISE,
        name=exercise.name,
        detail=" · ".join(parts),
        shown=(exercise,),
        length=length,
        places=frozenset(exercise.places),
        kit=frozenset(exercise.kit),
        limits=exercise.limits,
        warning=_warning(exercise.limits, spared),
        found_by=f"{exercise.id} {kind_name(exercise.kind)} {why}",
        own=exercise.own,
    )


def _warning(limits: AbstractSet[BodyLimit], spared: AbstractSet[BodyLimit]) -> str:
    return _("May not suit you") if limits & spared else ""


def _place_of(exercises: Sequence[Exercise]) -> Place | None:
    places = {one.places[0] for one in exercises if one.places}
    return next((place for place in _HARDEST_TO_FIND if place in places), None)


def _where(place: Place | None) -> str:
    match place:
        case None:
            return ""
        case Place.MAT:
            return _("mat")
        case Place.DESK:
            return _("standing")
        case Place.CHAIR:
            return _("seated")
        case Place.GYM | Place.ELSEWHERE:
            return _("with kit")


def _is_breathing(routine: Routine, catalogue: Catalogue) -> bool:
    return all(
        catalogue.exercises[item.exercise].kind is Kind.BREATHING
        for item in routine.items
    )
