"""A small break to show and to test with: a stretch, a march and a breath."""

from datetime import UTC, datetime, timedelta

from psoas_break.domain.dose import Breaths, Count, Hold, Move, Repetitions, Span
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Loop,
    Place,
    Sides,
    Step,
    Words,
)
from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import Moment
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.progress import Progress
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.domain.segments import Manner
from psoas_break.domain.session_values import Course
from psoas_break.domain.timeline import Part, Timeline

START = Moment(datetime(2026, 3, 3, 9, 30, tzinfo=UTC), timedelta(hours=5))


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


def step(cue: str, hold: float, *, main: bool = False) -> Step:
    return Step(move=seconds(1), hold=seconds(hold - 1), cue=cue, main=main)


WALK = Exercise(
    id="stand-up-and-move",
    words=Words(
        name="Stand up and move",
        why="Ends a sitting bout.",
        care="",
        checks=("Weight stays over mid-foot", "Hips finish fully straight"),
    ),
    kind=Kind.HABIT,
    sides=Sides.BOTH,
    places=(Place.DESK,),
    level=1,
    dose=Move(amount=Span(seconds(15), seconds(30), seconds(120))),
    main=(step("Walk or step on the spot. Let the arms swing.", 30, main=True),),
)
STRETCH = Exercise(
    id="half-kneeling",
    words=Words(
        name="Half-kneeling stretch",
        why="Lengthens the psoas of the kneeling leg.",
        care="",
        checks=("Tailbone stays tucked under", "Ribs stay down, breathe into the hip"),
        easier="Keep the front hand on a chair, glide less far.",
        harder="Raise the arm of the kneeling side.",
    ),
    kind=Kind.MOBILITY,
    sides=Sides.EACH,
    places=(Place.MAT,),
    level=2,
    kit=("mat",),
    easier="standing-hip-flexor-stretch",
    dose=Hold(amount=Span(seconds(20), seconds(40), seconds(60))),
    lead_in=(step("Kneel on this side, front foot flat.", 5),),
    main=(
        step("Tuck your tailbone under, then glide the hips forward.", 20, main=True),
        step("Glide forward and reach up. Feel the front of the hip.", 20, main=True),
    ),
    lead_out=(step("Ease back.", 3),),
)
MARCH = Exercise(
    id="standing-march",
    words=Words(
        name="Standing march",
        why="Uses the psoas through its range.",
        care="",
        checks=("Stand tall, no leaning back",),
    ),
    kind=Kind.STRENGTH,
    sides=Sides.ALTERNATE,
    places=(Place.DESK,),
    level=1,
    dose=Repetitions(amount=Count(6, 12, 20)),
    loop=Loop(steps=(step("Lift the knee to hip height, lower it slowly.", 3),)),
)
BREATH = Exercise(
    id="breath-seated",
    words=Words(name="Belly breathing", why="Slow breaths let go.", care=""),
    kind=Kind.BREATHING,
    sides=Sides.BOTH,
    places=(Place.CHAIR,),
    level=1,
    dose=Breaths(amount=Count(1, 12, 30)),
    main=(
        step("Let the belly widen first. Shoulders stay heavy.", 60, main=True),
        step("Let the out-breath be long and soft.", 60, main=True),
    ),
)
CATALOGUE = Catalogue(exercises={e.id: e for e in (WALK, STRETCH, MARCH, BREATH)})


def timeline(*exercises: Exercise, lead: Side = Side.LEFT) -> Timeline:
    items = tuple(Item(exercise=exercise.id) for exercise in exercises)
    routine = Routine(id="R0", name="Sample", items=items)
    return timeline_for(routine, CATALOGUE, Manner(lead=lead))


FOUR = timeline(WALK, STRETCH, MARCH, BREATH)


def at_part(
    part: Part, into: float, *, of: Timeline = FOUR, side: Side | None = None
) -> timedelta:
    """How far along the timeline its first such part is `into` seconds old."""
    index = next(
        i
        for i, segment in enumerate(of.segments)
        if segment.part is part and side in {None, segment.side}
    )
    return of.start_of(index) + seconds(into)


def position(
    part: Part, into: float = 0, *, of: Timeline = FOUR, side: Side | None = None
) -> Position:
    return position_at(of, at_part(part, into, of=of, side=side))


def course(held: tuple[Held, ...] = (), *, of: Timeline = FOUR) -> Course:
    progress = Progress(
        session=START.wall,
        routine="R0",
        seated=False,
        lead=Side.LEFT,
        saved=START.wall,
        held=held,
    )
    return Course(progress=progress, timeline=of, at=START, elapsed=timedelta())


def held(
    exercise: Exercise,
    side: Side,
    time: float,
    *,
    breaths: int = 0,
    repetitions: int = 0,
) -> Held:
    return Held(
        session=START.wall,
        index=0,
        exercise=exercise.id,
        side=side,
        held=seconds(time),
        at=START.wall,
        breaths=breaths,
        repetitions=repetitions,
    )


ALL_HELD = (
    held(WALK, Side.BOTH, 30),
    held(STRETCH, Side.LEFT, 40),
    held(STRETCH, Side.RIGHT, 40),
    held(MARCH, Side.LEFT, 18, repetitions=6),
    held(MARCH, Side.RIGHT, 18, repetitions=6),
    held(BREATH, Side.BOTH, 120, breaths=12),
)
