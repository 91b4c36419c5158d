"""One exercise of a break as segments: set-up, work on each side, and their cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import assert_never

from psoas_break.domain.breathing import CALM_BREATH, Pattern, breaths_in, time_for
from psoas_break.domain.dose import Breaths, Hold, Move, Repetitions, Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import (
    Exercise,
    Form,
    Loop,
    Place,
    Sides,
    Step,
    kit_name,
    place_name,
)
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import CALM, while_standing
from psoas_break.domain.routine import Item, amount_of, count_of, time_of
from psoas_break.domain.timeline import OTHER_SIDE, Cue, Part, Segment
from psoas_break.words import gettext as _

GET_READY = timedelta(seconds=5)
SWITCH = timedelta(seconds=5)
"""Least time to change sides."""
CUE_STAYS = timedelta(seconds=4)
"""In quick repetitions a cue stays at least this long."""
CUE_READ = timedelta(seconds=2)
"""Five words take so long to take in while moving; repetitions are quick below it."""
SAY_SIDE = 1 / 3
"""This share of a change of sides names the side, the rest says how to get ready."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the user wants breaks done.

    Attributes:
        lead: the side that begins.
        pattern: how to breathe in breathing exercises.
        warm_up: whether that pace eases in over the first minute.
    """

    lead: Side = Side.LEFT
    pattern: Pattern = CALM
    warm_up: bool = False


def get_ready(exercise: Exercise, of: int, lead: Side) -> Segment:
    """Return the first segment: what to be ready for, where and with what."""
    words = [place_name(exercise.places[0])] if exercise.places else []
    if exercise.kit:
        kit = ", ".join(kit_name(kit) for kit in exercise.kit)
        words.append(_("With {kit}").format(kit=kit))
    return Segment(
        part=Part.GET_READY,
        exercise=exercise,
        number=1,
        of=of,
        side=_first_side(exercise, lead),
        length=GET_READY,
        cues=(Cue(ZERO, ". ".join(words)),),
    )


def _first_side(exercise: Exercise, lead: Side) -> Side:
    return Side.BOTH if exercise.sides is Sides.BOTH else lead


def item_segments(item: Item, exercise: Exercise, manner: Manner) -> Iterator[Segment]:
    """Yield the segments of one exercise: set-up, sides, sets. A tip has none."""
    if isinstance(exercise.dose, Tip):
        return
    first = _first_side(exercise, manner.lead)
    pattern = manner.pattern
    if not exercise.seated and Place.MAT not in exercise.places:
        pattern = while_standing(pattern)
    plain = Segment(
        part=Part.SET_UP,
        exercise=exercise,
        number=1,
        of=1,
        side=first,
        length=ZERO,
        cues=(),
        amount=amount_of(replace(item, easier=False), exercise.dose),
        sets=exercise.dose.sets,
        pattern=pattern,
        warm_up=manner.warm_up,
        form=Form.EASIER if item.easier else Form.USUAL,
    )
    each = exercise.sides is Sides.EACH
    for side in (first, OTHER_SIDE[first]) if each else (first,):
        turning = side is not first
        sets = plain.sets + (side is item.extra)
        sided = replace(plain, side=side, sets=sets)
        yield from _one_side(sided, exercise.dose.rest, turning=turning)


def _one_side(plain: Segment, rest: timedelta, *, turning: bool) -> Iterator[Segment]:
    exercise = plain.exercise
    still = replace(plain, pattern=None, warm_up=False)
    lead_in = sum((step.length for step in exercise.lead_in), ZERO)
    if turning:
        switch = replace(still, part=Part.SWITCH, length=max(lead_in, SWITCH))
        yield replace(switch, cues=switch_cues(switch, ()))
    elif lead_in:
        cues = _cues(exercise.lead_in)
        yield replace(still, part=Part.SET_UP, length=lead_in, cues=cues)
    for number in range(1, plain.sets + 1):
        if number > 1 and rest:
            cues = (Cue(ZERO, _("Rest.")),)
            pause = replace(still, part=Part.REST, length=rest, cues=cues)
            yield replace(pause, set_number=number)
        yield worked(replace(plain, set_number=number))
    if lead_out := sum((step.length for step in exercise.lead_out), ZERO):
        cues = _cues(exercise.lead_out)
        yield replace(still, part=Part.EASE, length=lead_out, cues=cues)


def worked(plain: Segment) -> Segment:
    """Return the working segment for a plan of side, set, amount and breath."""
    exercise = plain.exercise
    easier = plain.form is Form.EASIER
    item = Item(exercise=exercise.id, amount=plain.amount, easier=easier)
    match exercise.dose:
        case Hold() as dose:
            length = time_of(item, dose)
            work = replace(plain, part=Part.HOLD, length=length, pattern=CALM)
            work = replace(work, warm_up=False)
            cues = _spread(exercise.main, length)
        case Move() as dose:
            length = time_of(item, dose)
            work = replace(plain, part=Part.MOVE, length=length, pattern=None)
            cues = _spread(exercise.main, length)
        case Breaths() as dose:
            work = _breathed(plain, count_of(item, dose))
            cues = _spread(exercise.main, work.length)
        case Repetitions() as dose:
            work = _repeated(plain, count_of(item, dose))
            cues = _loop_cues(exercise.loop or Loop(steps=()), work.repetitions)
        case Tip():
            return plain
        case _:
            assert_never(exercise.dose)
    if words := exercise.words_for(plain.form):
        cues = (Cue(ZERO, words),)
    return replace(work, cues=cues)


def _breathed(plain: Segment, breaths: int) -> Segment:
    """Return so many calm breaths, or as long of another pattern."""
    pattern = plain.pattern or CALM
    span = breaths * CALM_BREATH
    if pattern.paced:
        fitting = breaths_in(pattern, span)
        span = time_for(pattern, fitting, warm_up=plain.warm_up)
    return replace(plain, part=Part.BREATHE, pattern=pattern, length=span)


def _repeated(plain: Segment, count: int) -> Segment:
    exercise = plain.exercise
    once = exercise.loop.length if exercise.loop else ZERO
    alternates = exercise.sides is Sides.ALTERNATE
    repetitions = 2 * count if alternates else count
    return replace(
        plain,
        part=Part.REPEAT,
        pattern=None,
        repetitions=repetitions,
        repetition=once,
        alternates=alternates,
        length=once * repetitions,
    )


# --- Its cues -------------------------------------------------------------------


def _cues(steps: Sequence[Step], times: float = 1) -> tuple[Cue, ...]:
    at, cues = ZERO, list[Cue]()
    for step in steps:
        if step.cue:
            cues.append(Cue(at, step.cue))
        at += step.length * times
    return tuple(cues)


def _spread(steps: Sequence[Step], length: timedelta) -> tuple[Cue, ...]:
    nominal = sum((step.length for step in steps), ZERO)
    return _cues(steps, length / nominal) if nominal else ()


def _loop_cues(loop: Loop, repetitions: int) -> tuple[Cue, ...]:
    """Say each cue at its step, or, when that would flicker, each for a while."""
    once = _cues(loop.steps)
    if not once:
        return ()
    ends = (*(cue.at for cue in once[1:]), loop.length)
    shortest = min(end - cue.at for cue, end in zip(once, ends, strict=True))
    if loop.length >= CUE_STAYS and shortest >= CUE_READ:
        return tuple(
            Cue(turn * loop.length + cue.at, cue.text)
            for turn in range(repetitions if len(once) > 1 else 1)
            for cue in once
        )
    stays = -(-CUE_STAYS // loop.length) * loop.length
    turns = -(-repetitions * loop.length // stays)
    return tuple(Cue(n * stays, once[n % len(once)].text) for n in range(turns))


def switch_cues(segment: Segment, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Return what is said when sides change; other segments keep their cues."""
    if segment.part is not Part.SWITCH:
        return cues
    now = {
        Side.LEFT: _("Now the left side."),
        Side.RIGHT: _("Now the right side."),
        Side.BOTH: _("Again."),
    }[segment.side]
    first = (Cue(ZERO, now),)
    again = [step.cue for step in segment.exercise.lead_in if step.cue][-1:]
    return first + tuple(Cue(segment.length * SAY_SIDE, text) for text in again)
