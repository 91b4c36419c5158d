"""What can be chosen: routines, breathing and single exercises, as plain values."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.dose import Breaths, Tip
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Place,
    Sides,
    kit_name,
    place_name,
)
from psoas_break.domain.plan import length_of
from psoas_break.domain.routine import (
    Catalogue,
    Item,
    Routine,
    amount_of,
    breathing_routine,
    routine_of,
)
from psoas_break.domain.settings import BodyLimit, Settings
from psoas_break.ui.settings.search import plain
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_MINUTE = timedelta(minutes=1)
_ADVANCED = 4
"""The level (1 to 5) from which an exercise is called advanced."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to start.

    Attributes:
        what: What a `Start` command says: "breathe", or an id.
        name: What it is called.
        detail: Its length and where it is done.
        contents: What is in it, one line each.
        warning: Why the user may rather not, or nothing.
        found_by: All words it can be found by.
    """

    what: str
    name: str
    detail: str
    contents: tuple[str, ...] = ()
    warning: str = ""
    found_by: str = ""

    def matches(self, wanted: str) -> bool:
        """Whether every wanted word begins a word of this."""
        words = plain(f"{self.name} {self.detail} {self.found_by}").split()
        return all(
            any(word.startswith(term) for word in words)
            for term in plain(wanted).split()
        )


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
    breathe = breathing_routine(
        settings.breathing.length, seated=not settings.breaks.breathe_standing
    )
    calm = [r for r in catalogue.routines.values() if _is_breathing(r, catalogue)]
    moving = [r for r in catalogue.routines.values() if r not in calm]
    groups = (
        Group(_("Routines"), tuple(_routine(r, catalogue, spared) for r in moving)),
        Group(
            _("Breathing"),
            (
                *(
                    [_routine(breathe, catalogue, spared)]
                    if _known(breathe, catalogue)
                    else []
                ),
                *(_routine(r, catalogue, spared) for r in calm),
            ),
        ),
        *(
            Group(place_name(place), tuple(_exercises(catalogue, place, spared)))
            for place in Place
        ),
    )
    return tuple(group for group in groups if group.choices)


def length_words(span: timedelta) -> str:
    """About how long something takes.

    >>> length_words(timedelta(seconds=130)), length_words(timedelta(seconds=40))
    ('2 min', '40 s')
    """
    if span < _MINUTE:
        seconds = 5 * round(span.total_seconds() / 5)
        return _("{seconds} s").format(seconds=seconds)
    return _("{minutes} min").format(minutes=round(span / _MINUTE))


def _routine(
    routine: Routine, catalogue: Catalogue, spared: AbstractSet[BodyLimit]
) -> Choice:
    exercises = [catalogue.exercises[item.exercise] for item in routine.items]
    length = length_words(length_of(routine, catalogue))
    contents = tuple(
        _item_words(item, exercise)
        for item, exercise in zip(routine.items, exercises, strict=True)
    )
    return Choice(
        what=routine.id,
        name=routine.name,
        detail=f"{length} · {_where(exercises)}",
        contents=contents,
        warning=_warning(exercises, spared),
        found_by=" ".join((routine.id, *contents)),
    )


def _exercises(
    catalogue: Catalogue, place: Place, spared: AbstractSet[BodyLimit]
) -> Iterator[Choice]:
    """The exercises whose first place this is; a tip is none."""
    for exercise in catalogue.exercises.values():
        is_here = exercise.places[:1] == (place,)
        if is_here and not isinstance(exercise.dose, Tip):
            yield _exercise(exercise, catalogue, spared)


def _exercise(
    exercise: Exercise, catalogue: Catalogue, spared: AbstractSet[BodyLimit]
) -> Choice:
    length = length_words(length_of(routine_of(exercise), catalogue))
    parts = [length]
    if exercise.sides is not Sides.BOTH:
        parts.append(_("both sides"))
    if exercise.level >= _ADVANCED:
        parts.append(_("advanced"))
    kit = [kit_name(one) for one in exercise.kit if one not in exercise.places]
    if kit:
        parts.append(_("with {kit}").format(kit=", ".join(kit)))
    return Choice(
        what=exercise.id,
        name=exercise.name,
        detail=" · ".join(parts),
        contents=(exercise.words.why,),
        warning=_warning([exercise], spared),
        found_by=f"{exercise.id} {exercise.kind} {exercise.words.why}",
    )


def _warning(exercises: Sequence[Exercise], spared: AbstractSet[BodyLimit]) -> str:
    if any(exercise.limits & spared for exercise in exercises):
        return _("Not for what you asked to spare")
    return ""


def _item_words(item: Item, exercise: Exercise) -> str:
    amount = amount_of(item, exercise.dose)
    if isinstance(amount, timedelta):
        much = length_words(amount) if amount else ""
    elif isinstance(exercise.dose, Breaths):
        much = ngettext("{count} breath", "{count} breaths", amount)
        much = much.format(count=amount)
    else:
        much = _("{count} times").format(count=amount)
    if exercise.sides is Sides.EACH:
        much = _("{amount} a side").format(amount=much)
    return f"{exercise.name}, {much}" if much else exercise.name


def _where(exercises: Sequence[Exercise]) -> str:
    """Where a routine is done: at the most demanding of its places."""
    places = {one.places[0] for one in exercises if one.places}
    if Place.MAT in places:
        return _("mat")
    if Place.DESK in places:
        return _("standing")
    return _("seated") if places == {Place.CHAIR} else _("with kit")


def _is_breathing(routine: Routine, catalogue: Catalogue) -> bool:
    return all(
        catalogue.exercises[item.exercise].kind is Kind.BREATHING
        for item in routine.items
    )


def _known(routine: Routine, catalogue: Catalogue) -> bool:
    return all(item.exercise in catalogue.exercises for item in routine.items)
