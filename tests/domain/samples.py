"""Small exercises, a catalogue of them, and a session to drive with a stop-watch."""

from datetime import datetime, timedelta

from psoas_break.domain.dose import (
    Breaths,
    Count,
    Dose,
    Hold,
    Move,
    Repetitions,
    Span,
    Tip,
)
from psoas_break.domain.exercise import Exercise, Kind, Loop, Place, Sides, Step, Words
from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import Moment
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.routine import Catalogue, Item, Routine, is_seated
from psoas_break.domain.segments import Manner
from psoas_break.domain.session import begin, step
from psoas_break.domain.session_values import (
    Effect,
    Event,
    Finish,
    Say,
    Session,
    TimePassed,
    Write,
)
from psoas_break.domain.timeline import Timeline


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def moment(number: float) -> Moment:
    """Return nine o'clock and so many seconds."""
    wall = datetime.fromisoformat("2026-03-03T09:00:00+01:00")
    return Moment(wall + seconds(number), seconds(1000 + number))


def words(
    name: str, easier: str = "", harder: str = "", checks: tuple[str, ...] = ()
) -> Words:
    return Words(
        name=name,
        why="Why.",
        care="Care.",
        easier=easier,
        harder=harder,
        checks=checks,
    )


def span(least: float, usual: float, most: float) -> Span:
    return Span(seconds(least), seconds(usual), seconds(most))


WALK = Exercise(
    id="stand-up-and-move",
    words=words("Walk"),
    kind=Kind.HABIT,
    sides=Sides.BOTH,
    places=(Place.DESK,),
    level=1,
    dose=Move(amount=span(15, 60, 120)),
    main=(Step(hold=seconds(30), cue="Stand up."), Step(hold=seconds(30), cue="Go.")),
)
STRETCH = Exercise(
    id="stretch",
    words=words(
        "Stretch",
        easier="A shorter step.",
        harder="Raise the arm.",
        checks=("Hips square", "Ribs"),
    ),
    kind=Kind.MOBILITY,
    sides=Sides.EACH,
    places=(Place.DESK,),
    level=1,
    dose=Hold(amount=span(20, 30, 60)),
    kit=("support",),
    easier="march",
    lead_in=(Step(hold=seconds(5), cue="Step back."),),
    main=(Step(hold=seconds(10), cue="Tuck."), Step(hold=seconds(20), cue="Breathe.")),
)
MARCH = Exercise(
    id="march",
    words=words("March"),
    kind=Kind.STRENGTH,
    sides=Sides.ALTERNATE,
    places=(Place.DESK,),
    level=1,
    dose=Repetitions(amount=Count(4, 6, 12)),
    lead_in=(Step(hold=seconds(2), cue="Stand tall."),),
    loop=Loop(
        steps=(
            Step(move=seconds(1), cue="Lift."),
            Step(move=seconds(1), cue="Lower."),
        )
    ),
)
LIFT = Exercise(
    id="lift",
    words=words("Leg lift"),
    kind=Kind.STRENGTH,
    sides=Sides.EACH,
    places=(Place.CHAIR,),
    level=2,
    dose=Repetitions(amount=Count(4, 6, 10), sets=2, rest=seconds(10)),
    recovery=timedelta(hours=48),
    lead_in=(Step(hold=seconds(7), cue="Sit back."),),
    loop=Loop(
        steps=(
            Step(move=seconds(2), cue="Up."),
            Step(move=seconds(2), hold=seconds(1), cue="Down."),
        )
    ),
    lead_out=(Step(hold=seconds(3), cue="Shake out."),),
)
SIT = Exercise(
    id="breath-seated",
    words=words("Breathe, seated"),
    kind=Kind.BREATHING,
    sides=Sides.BOTH,
    places=(Place.CHAIR,),
    level=1,
    dose=Breaths(amount=Count(1, 6, 120)),
    lead_in=(Step(hold=seconds(5), cue="Sit tall."),),
    main=(Step(hold=seconds(60), cue="Breathe in."),),
)
STAND = Exercise(
    id="breath-standing",
    words=words("Breathe, standing"),
    kind=Kind.BREATHING,
    sides=Sides.BOTH,
    places=(Place.DESK,),
    level=1,
    dose=Breaths(amount=Count(1, 3, 120)),
    easier="breath-seated",
)
CARD = Exercise(
    id="card",
    words=words("A tip"),
    kind=Kind.HABIT,
    sides=Sides.BOTH,
    places=(Place.ELSEWHERE,),
    level=1,
    dose=Tip(),
)


def with_dose(exercise: Exercise, dose: Dose) -> Exercise:
    """Return the same exercise in another dose."""
    return Exercise(
        id=exercise.id,
        words=exercise.words,
        kind=exercise.kind,
        sides=exercise.sides,
        places=exercise.places,
        level=exercise.level,
        dose=dose,
        main=exercise.main,
    )


def routine(name: str, *items: Item | str) -> Routine:
    made = tuple(Item(exercise=i) if isinstance(i, str) else i for i in items)
    return Routine(id=name, name=f"Routine {name}", items=made)


EXERCISES = (WALK, STRETCH, MARCH, LIFT, SIT, STAND, CARD)
ROUTINES = (
    routine(
        "A",
        Item(exercise=WALK.id, amount=seconds(30)),
        STRETCH.id,
        Item(exercise=SIT.id, amount=3),
    ),
    routine("B", MARCH.id, STRETCH.id),
    routine("C", WALK.id, LIFT.id),
    routine("S", LIFT.id, SIT.id),
)
CATALOGUE = Catalogue(
    exercises={exercise.id: exercise for exercise in EXERCISES},
    routines={one.id: one for one in ROUTINES},
    rotation=("A", "B", "A", "C"),
    swaps={"lift": "march"},
)


def timeline(*items: Item | str, manner: Manner | None = None) -> Timeline:
    return timeline_for(routine("T", *items), CATALOGUE, manner or Manner())


class Watch:
    """A session and a stop-watch: what happens when, and what came of it."""

    def __init__(self, *items: Item | str, lead: Side = Side.LEFT) -> None:
        plan = routine("T", *items)
        self.seconds: float = 0
        self.state: Session
        self.state, effects = begin(
            timeline_for(plan, CATALOGUE, Manner(lead=lead)),
            moment(0),
            routine="T",
            seated=is_seated(plan, CATALOGUE),
            lead=lead,
        )
        self.effects: list[Effect] = list(effects)

    def at(self, number: float, event: Event | None = None) -> tuple[Effect, ...]:
        """Let the event happen so many seconds after the start."""
        self.seconds = number
        self.state, effects = step(self.state, event or TimePassed(), moment(number))
        self.effects += effects
        return effects

    @property
    def held(self) -> list[tuple[str, str, float]]:
        """Every exercise, side and seconds that were written."""
        writes = [e for e in self.effects if isinstance(e, Write)]
        rows = [row for e in writes for row in e.records if isinstance(row, Held)]
        return [(row.exercise, str(row.side), row.held.total_seconds()) for row in rows]

    @property
    def said(self) -> list[str]:
        return [effect.text for effect in self.effects if isinstance(effect, Say)]

    @property
    def finish(self) -> Finish:
        (found,) = [effect for effect in self.effects if isinstance(effect, Finish)]
        return found
