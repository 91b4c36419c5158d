"""How practice makes an exercise longer, week by week, and time off shorter again.

Content.md section 4: an exercise grows by two repetitions or ten seconds a week at
most, and by about a tenth at once, so a step is one repetition or five seconds. Seven
days off take it two steps back for a week; after fourteen it starts at level 1.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from psoas_break.domain.dose import Timed, Tip
from psoas_break.domain.durations import A_WEEK, ZERO
from psoas_break.domain.exercise import Exercise, Kind, Sides
from psoas_break.domain.history import Held, Side
from psoas_break.domain.progress import STRETCHES
from psoas_break.domain.routine import Catalogue, Item, Routine, amount_of

STEP_TIME = timedelta(seconds=5)
STEP_COUNT = 1
EASIER = 2
"""So many steps are "one step easier": ten seconds, or two repetitions."""
TIMES = 2
"""So often an exercise is done in full, in a week at least, before it grows."""
OFF = timedelta(days=7)
LONG_OFF = timedelta(days=14)
AIM = timedelta(minutes=5)
"""Stretching a side for so long a week is the aim (Thomas 2018); holds grow below."""
ENOUGH = timedelta(minutes=10)
"""More than this brought no more (Ingram 2025); from here holds are as planned."""
GROWING = STRETCHES | {Kind.STRENGTH}
ANY_LEVEL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """How far one exercise has grown.

    Attributes:
        exercise: its id.
        steps: so many steps beyond the planned dose; below 0 until a week after
            `since`, because it was too much.
        since: when that was settled, or practice began; wall time.
        times: how often it was done in full since then.
    """

    exercise: str
    steps: int = 0
    since: datetime
    times: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Progression:
    """How far practice has come; kept over restarts.

    Attributes:
        grown: the exercises that were done in full of late, or were too much.
        last: when the last break was.
        easy_until: the end of the first week back, after time off.
        from_level_one: whether that was so long that it starts at level 1.
        gentle_until: the end of a week of mobility only.
    """

    grown: tuple[Grown, ...] = ()
    last: datetime | None = None
    easy_until: datetime | None = None
    from_level_one: bool = False
    gentle_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the progression comes to at one moment.

    Attributes:
        steps: how much longer or shorter each exercise is than planned.
        easing: whether everything is a step easier, after time off.
        highest_level: the level no exercise may be above.
        gentle: whether only mobility is wanted.
    """

    steps: Mapping[str, int] = field(default_factory=dict)
    easing: bool = False
    highest_level: int = ANY_LEVEL
    gentle: bool = False

    def steps_of(self, exercise: str) -> int:
        """How many steps an exercise is away from what was planned."""
        steps = self.steps.get(exercise, 0)
        return steps - EASIER if self.easing and steps >= 0 else steps


def form_at(progression: Progression, now: datetime) -> Form:
    """Return what the progression comes to now."""
    returned = back(progression, now)
    easing = returned.easy_until is not None and now < returned.easy_until
    gentle = returned.gentle_until is not None and now < returned.gentle_until
    return Form(
        steps={
            one.exercise: one.steps
            for one in returned.grown
            if one.steps > 0 or (one.steps < 0 and now - one.since < A_WEEK)
        },
        easing=easing,
        highest_level=1 if easing and returned.from_level_one else ANY_LEVEL,
        gentle=gentle,
    )


def back(progression: Progression, now: datetime) -> Progression:
    """Return the progression after the time off that ends now, if there was any."""
    progression = _believable(progression, now)
    if progression.last is None or now - progression.last < OFF:
        return progression
    until = now + A_WEEK
    long = now - progression.last >= LONG_OFF
    kept = () if long else progression.grown
    return replace(
        progression,
        grown=tuple(replace(one, since=until, times=0) for one in kept),
        easy_until=until,
        from_level_one=long,
    )


def _believable(progression: Progression, now: datetime) -> Progression:
    """Return the progression without what a clock said that went wrong once.

    It dates nothing further ahead than a week; what lies there decides nothing.
    """
    latest = now + A_WEEK
    last, easy, gentle = (
        None if when is None or when > latest else when
        for when in (
            progression.last,
            progression.easy_until,
            progression.gentle_until,
        )
    )
    return replace(
        progression,
        grown=tuple(one for one in progression.grown if one.since <= latest),
        last=last,
        easy_until=easy,
        gentle_until=gentle,
    )


def after_break(
    progression: Progression,
    held: Iterable[Held],
    now: datetime,
    *,
    planned: Routine | None,
    catalogue: Catalogue,
    week: Mapping[Side, timedelta],
) -> Progression:
    """Return the progression after a break.

    Args:
        progression: as it was.
        held: what was held in it.
        now: when it began, wall time.
        planned: what was suggested, at its own length; None for anything else,
            which counts as practice but makes nothing grow.
        catalogue: where the exercises are.
        week: time stretched on each side in the last seven days, this break too.
    """
    rows = tuple(held)
    if not rows:
        return progression
    progression = replace(back(progression, now), last=now)
    grown = {one.exercise: one for one in progression.grown}
    for item in planned.items if planned else ():
        exercise = catalogue.exercises[item.exercise]
        if (
            exercise.kind in GROWING
            and not item.easier
            and _in_full(
                item, exercise, [one for one in rows if one.exercise == exercise.id]
            )
        ):
            since = max(now, progression.easy_until or now)
            before = grown.get(exercise.id, Grown(exercise=exercise.id, since=since))
            after = _practised(before, exercise, now, week)
            most = amount_of(item, exercise.dose) == _most(exercise)
            grown[exercise.id] = before if most and after.steps > 0 else after
    return replace(progression, grown=tuple(grown.values()))


def too_much(
    progression: Progression, exercises: Iterable[str], now: datetime
) -> Progression:
    """Return the progression with these exercises one step easier for a week."""
    names = frozenset(exercises)
    others = (one for one in progression.grown if one.exercise not in names)
    eased = (Grown(exercise=name, steps=-EASIER, since=now) for name in sorted(names))
    return replace(progression, grown=(*others, *eased))


def go_gently(progression: Progression, now: datetime | None) -> Progression:
    """Return the progression with a week of mobility only; None ends it."""
    until = None if now is None else now + A_WEEK
    return replace(progression, gentle_until=until)


def stepped(item: Item, exercise: Exercise, form: Form) -> Item:
    """Return the item as much longer or shorter as the form says, in its range."""
    steps = form.steps_of(exercise.id)
    if not steps or item.easier or exercise.kind not in GROWING:
        return item
    amount = amount_of(item, exercise.dose)
    if isinstance(amount, timedelta):
        longer = replace(item, amount=max(amount + steps * STEP_TIME, STEP_TIME))
    else:
        longer = replace(item, amount=max(amount + steps * STEP_COUNT, 1))
    return replace(item, amount=amount_of(longer, exercise.dose))


def _in_full(item: Item, exercise: Exercise, rows: list[Held]) -> bool:
    """Whether each side had as much as was planned, in one set at least."""
    sides = {Side.BOTH} if exercise.sides is Sides.BOTH else {Side.LEFT, Side.RIGHT}
    if isinstance(exercise.dose, Tip):
        return False
    wanted = amount_of(item, exercise.dose)
    if isinstance(exercise.dose, Timed):
        done = {one.side for one in rows if one.held >= wanted}  # type: ignore[operator]  # a timed dose is a time
    else:
        done = {one.side for one in rows if max(one.repetitions, one.breaths) >= wanted}  # type: ignore[operator]  # a counted dose is a number
    return sides <= done


def _most(exercise: Exercise) -> timedelta | int | None:
    dose = exercise.dose
    return None if isinstance(dose, Tip) else dose.amount.most


def _practised(
    grown: Grown, exercise: Exercise, now: datetime, week: Mapping[Side, timedelta]
) -> Grown:
    """Return how far an exercise has grown once it was done in full again."""
    if grown.steps < 0:
        over = now - grown.since >= A_WEEK
        return replace(grown, steps=0, since=now) if over else grown
    if exercise.kind in STRETCHES:
        sides = [week.get(side, ZERO) for side in (Side.LEFT, Side.RIGHT)]
        if min(sides) > ENOUGH:
            return replace(grown, steps=0, since=now, times=0)
        if min(sides) >= AIM:
            return replace(grown, times=grown.times + 1)
    if now - grown.since >= A_WEEK and grown.times + 1 >= TIMES:
        return replace(grown, steps=grown.steps + 1, since=now, times=0)
    return replace(grown, times=grown.times + 1)
