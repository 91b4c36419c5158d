"""Everything worth knowing about one choice, in words: plain Python."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from psoas_break.domain import safety
from psoas_break.domain.breathing import (
    CALM_BREATH,
    Pattern,
    breaths_in,
    phase_name,
)
from psoas_break.domain.dose import Breaths, Hold, Tip
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Sides,
    kind_name,
    kit_name,
    place_name,
)
from psoas_break.domain.history import Side
from psoas_break.domain.own_pattern import rate_text, seconds_text
from psoas_break.domain.patterns import pattern_use
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.routine import Catalogue, Routine
from psoas_break.domain.segments import Manner
from psoas_break.domain.settings import BodyLimit
from psoas_break.ui.catalogue.choices import Choice, Sort
from psoas_break.ui.catalogue.words import (
    breaths_words,
    dose_words,
    item_words,
    level_words,
    limit_name,
    sentence,
)
from psoas_break.words import gettext as _
from psoas_break.words import pgettext


class Mark(Enum):
    """What stands before the lines of a paragraph."""

    NONE = auto()
    NUMBER = auto()
    DOT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines under a heading.

    Attributes:
        title: The heading, or nothing.
        lines: At least one.
        mark: What stands before each.
        grave: Whether it is about stopping or not beginning.
    """

    title: str = ""
    lines: tuple[str, ...]
    mark: Mark = Mark.NONE
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another choice.

    Attributes:
        what: Its id.
        label: What it is to this one: "Easier", or how much of it is done.
        name: Its name.
    """

    what: str
    label: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What the pane shows of a choice.

    Attributes:
        choice: The choice itself.
        why: What it is for.
        warnings: Why this user may rather not.
        paragraphs: The rest, in order.
        links: Exercises it consists of, or its easier and harder neighbours.
        sources: Where it comes from.
        has_sides: Whether it matters which side begins.
        can_start: False for a tip.
    """

    choice: Choice
    why: str
    warnings: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    links: tuple[Link, ...]
    sources: tuple[str, ...] = ()
    has_sides: bool
    can_start: bool

    @property
    def is_routine(self) -> bool:
        """Whether its links are what it consists of."""
        return self.choice.sort in (Sort.ROUTINE, Sort.PATTERN)

    @property
    def spoken(self) -> str:
        """All of it as one text, for a screen reader."""
        parts = [self.choice.detail, self.why, *self.warnings]
        parts += (f"{one.title}: " + "; ".join(one.lines) for one in self.paragraphs)
        return ". ".join(part.rstrip(".:") for part in parts if part) + "."


def details_of(
    choice: Choice,
    catalogue: Catalogue,
    *,
    routine: Routine | None = None,
    pattern: Pattern | None = None,
    spared: frozenset[BodyLimit] = frozenset(),
) -> Details:
    """Put a choice into words.

    Args:
        choice: What was chosen.
        catalogue: For the names of what it leads to.
        routine: The routine it is; None for an exercise or tip.
        pattern: How one breathes in it, if it is that which was chosen.
        spared: What the user asked to spare.
    """
    if routine is not None:
        found = _of_routine(choice, routine, catalogue, spared)
        return found if pattern is None else _breathed(found, routine, pattern)
    exercise = choice.shown[0]
    is_tip = isinstance(exercise.dose, Tip)
    return Details(
        choice=choice,
        why=exercise.words.why,
        warnings=_warnings(exercise.limits & spared),
        paragraphs=tuple(_paragraphs(exercise)),
        links=tuple(_neighbours(exercise, catalogue)),
        sources=exercise.sources,
        has_sides=exercise.sides is not Sides.BOTH and not is_tip,
        can_start=not is_tip,
    )


def _of_routine(
    choice: Choice,
    routine: Routine,
    catalogue: Catalogue,
    spared: frozenset[BodyLimit],
) -> Details:
    exercises = choice.shown
    segments = timeline_for(routine, catalogue, Manner()).segments
    kit = dict.fromkeys(kit for one in exercises for kit in one.kit)
    small = []
    if kit:
        names = ", ".join(kit_name(one) for one in kit)
        small.append(Paragraph(title=_("You need"), lines=(sentence(names),)))
    if choice.limits:
        small.append(_not_for(choice.limits))
    return Details(
        choice=choice,
        why="",
        warnings=_warnings(choice.limits & spared),
        paragraphs=(
            *small,
            Paragraph(title=_stops(), lines=(_stop_rule(exercises[-1]),), grave=True),
        ),
        links=tuple(
            Link(one.id, _amount(item_words(item, one), one.name), one.name)
            for item, one in zip(routine.items, exercises, strict=True)
        ),
        has_sides=any(segment.side is not Side.BOTH for segment in segments),
        can_start=True,
    )


def _breathed(details: Details, routine: Routine, pattern: Pattern) -> Details:
    """Say what a pattern is for, the parts of a breath, and how many there are."""
    rate = _("{rate} breaths a minute").format(rate=rate_text(pattern.per_minute))
    parts = [
        _("{phase} {seconds} s").format(
            phase=phase_name(phase), seconds=seconds_text(length)
        )
        for phase, length in pattern.phases
    ]
    breath = Paragraph(title=_("One breath"), lines=(*parts, rate), mark=Mark.DOT)
    own_pace = Paragraph(title=_("One breath"), lines=(_("At your own pace"),))
    first = breath if pattern.paced else own_pace
    *others, breathing = details.links
    amount = routine.items[-1].amount
    if pattern.paced and isinstance(amount, int):
        count = breaths_in(pattern, amount * CALM_BREATH)
        breathing = replace(breathing, label=breaths_words(count))
    return replace(
        details,
        links=(*others, breathing),
        why=pattern_use(pattern),
        paragraphs=(first, *details.paragraphs),
    )


def _amount(words: str, name: str) -> str:
    return words.removeprefix(name).removeprefix(", ")


def _warnings(conflicts: frozenset[BodyLimit]) -> tuple[str, ...]:
    if not conflicts:
        return ()
    names = ", ".join(limit_name(one) for one in BodyLimit if one in conflicts)
    return (_("You asked to spare: {what}").format(what=names),)


def _paragraphs(exercise: Exercise) -> Iterator[Paragraph]:
    words = exercise.words
    if dose := dose_words(exercise):
        yield Paragraph(title=_("How much"), lines=(dose, *_effort(exercise)))
    if exercise.cues:
        is_tip = isinstance(exercise.dose, Tip)
        title = _("What to do") if is_tip else _("Step by step")
        mark = Mark.DOT if is_tip else Mark.NUMBER
        yield Paragraph(title=title, lines=exercise.cues, mark=mark)
    if words.care:
        yield Paragraph(
            title=pgettext("a heading over warnings", "Take care"), lines=(words.care,)
        )
    if words.checks:
        yield Paragraph(title=_("It is right when"), lines=words.checks, mark=Mark.DOT)
    if words.faults:
        yield Paragraph(title=_("Common mistakes"), lines=words.faults, mark=Mark.DOT)
    if words.stop:
        yield Paragraph(title=_stops(), lines=words.stop, mark=Mark.DOT, grave=True)
    yield from _facts(exercise)
    if words.easier:
        yield Paragraph(title=_("Easier"), lines=(words.easier,))
    if words.harder:
        yield Paragraph(title=_("Harder"), lines=(words.harder,))


def _facts(exercise: Exercise) -> Iterator[Paragraph]:
    kind = f"{kind_name(exercise.kind)}, {level_words(exercise.level)}"
    if not isinstance(exercise.dose, Tip):
        yield Paragraph(title=_("Kind"), lines=(kind,))
    if exercise.kind is Kind.CHECK:
        text = _(
            "A personal note, not a test result. Small left/right differences are "
            "normal."
        )
        yield Paragraph(lines=(text,))
    places = tuple(place_name(place) for place in exercise.places)
    if places:
        yield Paragraph(title=_("Where"), lines=(", ".join(places),))
    if exercise.kit:
        kit = ", ".join(kit_name(one) for one in exercise.kit)
        yield Paragraph(title=_("You need"), lines=(sentence(kit),))
    if exercise.limits:
        yield _not_for(exercise.limits)
    if exercise.recovery:
        days = _("A rest day between two times, at most three days a week")
        yield Paragraph(title=_("Recovery"), lines=(days,))


def _not_for(limits: frozenset[BodyLimit]) -> Paragraph:
    names = ", ".join(limit_name(one) for one in BodyLimit if one in limits)
    return Paragraph(title=_("Not for, or ask first"), lines=(sentence(names),))


def _effort(exercise: Exercise) -> tuple[str, ...]:
    if isinstance(exercise.dose, Hold) and exercise.kind is Kind.MOBILITY:
        return (safety.effort(),)
    return ()


def _stops() -> str:
    """Return the heading of signs to stop, of what to change, of who may not begin."""
    return _("Stop, change or skip")


def _stop_rule(exercise: Exercise) -> str:
    if isinstance(exercise.dose, Breaths):
        return f"{safety.stop_rule()} {safety.breathing_stop()}"
    return safety.stop_rule()


def _neighbours(exercise: Exercise, catalogue: Catalogue) -> Iterator[Link]:
    ways = ((_("Easier"), exercise.easier), (_("Harder"), exercise.harder))
    for label, what in ways:
        if found := catalogue.exercises.get(what):
            yield Link(found.id, label, found.name)
