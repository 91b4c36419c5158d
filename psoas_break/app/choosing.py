"""Which break to offer: the rotation, fitted to the day, and what was asked for."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from psoas_break.app.ports import Anchors, Clock, Journal
from psoas_break.app.practice import Practice
from psoas_break.domain import rotation
from psoas_break.domain.breathe import USUAL, Wish, breathing_break
from psoas_break.domain.breathing import Pattern
from psoas_break.domain.capping import with_extra_set
from psoas_break.domain.events import ShowPrompt
from psoas_break.domain.exercise import Exercise, Sides
from psoas_break.domain.feedback import gentler
from psoas_break.domain.history import Feeling, Felt, Side
from psoas_break.domain.options import ExtraSet
from psoas_break.domain.patterns import chosen, find
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.progress import Progress
from psoas_break.domain.rotation import Mark, Rotation
from psoas_break.domain.routine import (
    BREATHE,
    Catalogue,
    Routine,
    is_seated,
)
from psoas_break.domain.segments import Manner
from psoas_break.domain.settings import Length, Settings
from psoas_break.domain.situation import Offer, Suggested
from psoas_break.domain.suggesting import Suggestion, suggest
from psoas_break.domain.suiting import Circumstances
from psoas_break.domain.timeline import Timeline
from psoas_break.words import gettext as _

ANCHOR = "rotation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A break ready to begin."""

    routine: str
    timeline: Timeline
    seated: bool
    lead: Side


class Choosing:
    """Knows what comes next; loads the catalogue when first asked.

    Args:
        clock: for the days and hours between strength work.
        journal: what was done and felt of late.
        anchors: keep the rotation.
        settings: asked anew each time.
        load: reads the catalogue; called once.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        journal: Journal,
        anchors: Anchors,
        settings: Callable[[], Settings],
        load: Callable[[], Catalogue],
    ) -> None:
        self._clock = clock
        self._anchors = anchors
        self._settings = settings
        self.practice = Practice(
            clock=clock, journal=journal, anchors=anchors, settings=settings
        )
        self._load = load
        self._begun: Suggestion | None = None
        self._catalogue: Catalogue | None = None
        self._rotation: Rotation | None = None
        self._length: Length | None = None

    @property
    def catalogue(self) -> Catalogue:
        """Every exercise and routine."""
        if self._catalogue is None:
            self._catalogue = self._load()
        return self._catalogue

    def offer(self, prompt: ShowPrompt) -> Offer:
        """Return what a prompt offers now."""
        found = self.suggestion()
        main = self._main(found.routine)
        return Offer(
            sat=prompt.sat,
            routine=found.routine.id,
            name=found.routine.name,
            detail=_in_few_words(main),
            exercise=main.id,
            length=self._timeline(found.routine, found.lead).length,
            snoozes_used=prompt.snoozes,
            snooze_limit=self._settings().reminders.snooze_limit,
            moved_first=prompt.moved_first,
            why=found.reason,
        )

    def suggested(self) -> Suggested:
        """Return what comes next in the words of a window."""
        found = self.suggestion()
        return Suggested(
            name=found.routine.name,
            length=self._timeline(found.routine, found.lead).length,
            why=found.reason,
        )

    def suggestion(self) -> Suggestion:
        """Return the routine the rotation has come to, fitted to the day."""
        return suggest(
            self.rotation,
            self.catalogue,
            self.circumstances(),
            self._clock.now().wall,
        )

    def never_again(self) -> None:
        """Not the routine suggested now, from now on."""
        routine = self.suggestion().routine.id
        self._keep(rotation.mark(self.rotation, routine, Mark.LEFT_OUT, on=True))

    @property
    def marks(self) -> dict[Mark, frozenset[str]]:
        """Ids of routines and exercises: the favourites, and what is left out."""
        return {mark: self.rotation.marked(mark) for mark in Mark}

    def mark(self, what: str, mark: Mark, *, on: bool) -> bool:
        """Set or take away a mark; False when there is nothing of that name."""
        found = self.catalogue.find(what)
        if found is None:
            return False
        self._keep(rotation.mark(self.rotation, found.id, mark, on=on))
        return True

    def use_length(self, length: Length | None) -> None:
        """Make the next break about this long; None goes by the settings."""
        self._length = length

    def plan(self, what: str, lead: Side = Side.BOTH) -> Plan | None:
        """Return the break that was asked for, or None when there is none.

        Args:
            what: "stretch" for the suggestion, "breathe", or the id of a routine,
                an exercise or a breathing pattern.
            lead: the side that begins; `BOTH` is the rotation's.

        Raises:
            RefusedError: for a pattern that may not be offered.
        """
        begins = self.rotation.lead
        self._begun = None
        if what == "stretch":
            self._begun = self.suggestion()
            routine: Routine | None = self._begun.routine
        elif what == BREATHE:
            return self.breathing()
        else:
            routine = self.catalogue.find(what)
        if routine is None:
            is_pattern = find(self._settings(), what) is not None
            return self.breathing(Wish(pattern=what)) if is_pattern else None
        return self._plan(routine, begins if lead is Side.BOTH else lead)

    def breathing(self, wish: Wish = USUAL) -> Plan:
        """Return a break of breathing.

        Raises:
            RefusedError: when what was asked for cannot be done so.
        """
        routine, pattern = breathing_break(self._settings(), self.catalogue, wish)
        return self._plan(routine, self.rotation.lead, pattern)

    def _plan(
        self, routine: Routine, lead: Side, pattern: Pattern | None = None
    ) -> Plan:
        return Plan(
            routine=routine.id,
            timeline=self._timeline(routine, lead, pattern),
            seated=is_seated(routine, self.catalogue),
            lead=lead,
        )

    def done(self, progress: Progress) -> None:
        """Move the rotation on after a break."""
        begun = self._begun
        if begun is not None and begun.routine.id != progress.routine:
            begun = None
        own_length = begun is not None and self._wanted(begun.routine) is None
        planned = begun.routine if begun is not None and own_length else None
        self._begun = self._length = None
        self.practice.done(progress, planned, self.catalogue)
        changed = rotation.after_session(
            self.rotation,
            progress,
            self.catalogue,
            in_turn=begun is not None and begun.in_turn,
        )
        self._keep(changed)

    def felt(self, felt: Felt, exercises: tuple[str, ...]) -> None:
        """Heed what was said of a break with these exercises."""
        if felt.feeling is Feeling.TOO_MUCH:
            self.practice.was_too_much(exercises)
        elif felt.feeling is Feeling.HURT and felt.exercise:
            self.practice.was_too_much((felt.exercise,))

    def begin_with(self, side: Side) -> None:
        """Begin the next break with this side."""
        self._keep(replace(self.rotation, lead=side))

    def reload(self) -> None:
        """Read catalogue, rotation and practice anew when they are next asked for."""
        self._catalogue = None
        self._rotation = None
        self.practice.reload()

    def gentler(self, exercise: str) -> Routine:
        """Return what to do instead of an exercise that hurt."""
        return gentler(exercise, self.catalogue, self.circumstances())

    def circumstances(self) -> Circumstances:
        """Return what a suggestion has to suit today."""
        return self.practice.circumstances(self.catalogue)

    @property
    def rotation(self) -> Rotation:
        """How far the rotation has come."""
        if self._rotation is None:
            kept = self._anchors.load(ANCHOR)
            try:
                self._rotation = rotation.from_dict(kept) if kept else Rotation()
            except ValueError:
                self._rotation = Rotation()
        return self._rotation

    def _keep(self, changed: Rotation) -> None:
        self._rotation = changed
        self._anchors.save(ANCHOR, rotation.to_dict(changed))

    def _timeline(
        self, routine: Routine, lead: Side, pattern: Pattern | None = None
    ) -> Timeline:
        settings = self._settings()
        manner = Manner(
            lead=lead,
            pattern=pattern or chosen(settings),
            warm_up=settings.breathing.ramp,
        )
        extra = settings.breaks.extra_set
        if extra is not ExtraSet.NEITHER:
            side = Side(extra.value)
            routine = with_extra_set(routine, self.catalogue, side)
        return timeline_for(routine, self.catalogue, manner, self._wanted(routine))

    def _wanted(self, routine: Routine) -> timedelta | None:
        length = self._length or self._settings().breaks.length
        if length is Length.AS_IT_COMES or routine.id == BREATHE:
            return None
        return timedelta(minutes=int(length))

    def _main(self, routine: Routine) -> Exercise:
        """Return the exercise that says most of a routine: its first with sides."""
        exercises = [self.catalogue.exercises[item.exercise] for item in routine.items]
        sided = [e for e in exercises if e.sides is not Sides.BOTH]
        return (sided or exercises)[0]


def _in_few_words(exercise: Exercise) -> str:
    """Say what it is, and on which sides."""
    if exercise.sides is Sides.BOTH:
        return exercise.name
    return _("{exercise}, both sides").format(exercise=exercise.name)
