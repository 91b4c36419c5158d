from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.breathing import Phase
from psoas_break.domain.dose import Breaths, Hold, Move
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise, Form, Loop, Place, Step
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import PATTERNS
from psoas_break.domain.plan import (
    fitted,
    in_form,
    lead_in_of,
    length_of,
    other_side,
    timeline_for,
)
from psoas_break.domain.position import next_change, position_at
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.domain.segments import Manner, worked
from psoas_break.domain.timeline import Part, Timeline
from tests.domain.samples import (
    CARD,
    CATALOGUE,
    LIFT,
    MARCH,
    ROUTINES,
    SIT,
    STAND,
    STRETCH,
    WALK,
    routine,
    seconds,
    span,
    timeline,
    with_dose,
)


def shape(plan: Timeline) -> list[str]:
    return [
        f"{s.number}/{s.of} {s.part} {s.side} {s.length.total_seconds():g}"
        for s in plan.segments
    ]


def only(exercise: Exercise, manner: Manner | None = None) -> Timeline:
    """Return the timeline of one exercise that is not among the samples."""
    one = Catalogue(exercises={"x": replace(exercise, id="x")})
    return timeline_for(routine("X", "x"), one, manner or Manner())


# --- What a routine becomes -----------------------------------------------------


def test_a_stretch_is_set_up_held_switched_and_held_again() -> None:
    assert shape(timeline(STRETCH.id)) == [
        "1/1 get_ready left 5",
        "1/1 set_up left 5",
        "1/1 hold left 30",
        "1/1 switch right 5",
        "1/1 hold right 30",
    ]


def test_sets_rest_between_and_ease_out_after() -> None:
    assert shape(timeline(LIFT.id))[1:6] == [
        "1/1 set_up left 7",
        "1/1 repeat left 30",
        "1/1 rest left 10",
        "1/1 repeat left 30",
        "1/1 ease left 3",
    ]


def test_sets_without_rest_follow_each_other() -> None:
    twice = with_dose(WALK, Move(amount=span(5, 10, 20), sets=2))
    assert shape(only(twice))[1:] == ["1/1 move both 10", "1/1 move both 10"]


def test_alternating_sides_double_the_repetitions() -> None:
    march = timeline(MARCH.id).segments[-1]
    assert (march.repetitions, march.length, march.alternates) == (
        12,
        seconds(24),
        True,
    )


def test_the_lead_side_begins() -> None:
    plan = timeline(STRETCH.id, manner=Manner(lead=Side.RIGHT))
    assert [s.side for s in plan.segments][2::2] == [Side.RIGHT, Side.LEFT]


def test_an_exercise_without_sides_has_none() -> None:
    assert {s.side for s in timeline(WALK.id).segments} == {Side.BOTH}


def test_exercises_are_numbered() -> None:
    plan = timeline(WALK.id, STRETCH.id, SIT.id)
    assert [e.id for e in plan.exercises] == [WALK.id, STRETCH.id, SIT.id]


def test_a_switch_takes_five_seconds_even_without_a_set_up() -> None:
    bare = replace(STRETCH, lead_in=())
    assert shape(only(bare))[1:3] == ["1/1 hold left 30", "1/1 switch right 5"]


def test_a_tip_takes_no_time_and_is_no_break() -> None:
    with pytest.raises(ValueError, match="needs segments"):
        timeline("card")


def test_a_tip_in_between_takes_no_time() -> None:
    assert timeline(WALK.id, "card").length == seconds(65)


def test_a_tip_has_no_work_to_lay_out() -> None:
    tip = replace(timeline(WALK.id).segments[1], exercise=CARD)
    assert worked(tip) == tip


def test_get_ready_says_where_and_with_what() -> None:
    ready = position_at(timeline(STRETCH.id), timedelta())
    assert ready.cue == (
        "At the desk, standing. "
        "With a wall, heavy desk or fixed chair, not one on castors"
    )


def test_get_ready_without_kit_says_only_where() -> None:
    assert position_at(timeline(SIT.id), timedelta()).cue == "On a chair"


# --- Breathing in it ------------------------------------------------------------


@pytest.mark.parametrize(
    ("exercise", "pattern", "breaths", "length"),
    [
        (SIT, "coherent-4-6", 6, 60),
        (SIT, "extended-4-8", 5, 60),
        (SIT, "four-7-8", 3, 57),
        (SIT, "natural-belly", 6, 60),
        (STAND, "four-7-8", 3, 30),
    ],
)
def test_another_pattern_keeps_the_time_not_the_number(
    exercise: Exercise, pattern: str, breaths: int, length: float
) -> None:
    plan = only(exercise, Manner(pattern=PATTERNS[pattern]))
    end = position_at(plan, plan.length)
    assert (end.breaths, end.segment.length) == (breaths, seconds(length))


def test_lying_down_any_pattern_will_do() -> None:
    lying = replace(STAND, places=(Place.MAT,))
    plan = only(lying, Manner(pattern=PATTERNS["four-7-8"]))
    assert plan.segments[-1].pattern is PATTERNS["four-7-8"]


def test_a_hold_breathes_four_in_six_out_whatever_is_chosen() -> None:
    plan = timeline(STRETCH.id, manner=Manner(pattern=PATTERNS["extended-4-8"]))
    held = position_at(plan, seconds(10 + 15))
    assert held.breath is not None
    assert (held.breath.phase, held.breath.left) == (Phase.OUT, seconds(5))


def test_breaths_at_ones_own_pace_have_no_phase() -> None:
    plan = timeline(SIT.id, manner=Manner(pattern=PATTERNS["natural-belly"]))
    assert position_at(plan, seconds(20)).breath is None


def test_warming_up_shortens_the_breathing_a_little() -> None:
    usual, warm = (only(SIT, Manner(warm_up=on)).length for on in (False, True))
    assert seconds(0) < usual - warm < seconds(15)


# --- Where we are ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("at", "part", "side", "cue", "check", "left"),
    [
        (0, Part.GET_READY, Side.LEFT, None, "", 5),
        (5, Part.SET_UP, Side.LEFT, "Step back.", "", 5),
        (10, Part.HOLD, Side.LEFT, "Tuck.", "Hips square", 30),
        (19.9, Part.HOLD, Side.LEFT, "Tuck.", "Hips square", 20.1),
        (20, Part.HOLD, Side.LEFT, "Breathe.", "Hips square", 20),
        (25, Part.HOLD, Side.LEFT, "Breathe.", "Ribs", 15),
        (40, Part.SWITCH, Side.RIGHT, "Now the right side.", "", 5),
        (42, Part.SWITCH, Side.RIGHT, "Step back.", "", 3),
        (45, Part.HOLD, Side.RIGHT, "Tuck.", "Hips square", 30),
        (75, Part.HOLD, Side.RIGHT, "Breathe.", "Ribs", 0),
        (-3, Part.GET_READY, Side.LEFT, None, "", 5),
        (999, Part.HOLD, Side.RIGHT, "Breathe.", "Ribs", 0),
    ],
)
def test_one_stretch_second_by_second(  # noqa: PLR0917 - a table's columns
    at: float, part: Part, side: Side, cue: str | None, check: str, left: float
) -> None:
    here = position_at(timeline(STRETCH.id), seconds(at))
    assert (here.part, here.side, here.check) == (part, side, check)
    assert here.left == seconds(left)
    assert cue is None or here.cue == cue


def test_the_last_instant_is_the_only_finished_one() -> None:
    plan = timeline(STRETCH.id)
    almost = position_at(plan, plan.length - timedelta(microseconds=1))
    assert (almost.finished, position_at(plan, plan.length).finished) == (False, True)


def test_the_coming_exercise_is_announced() -> None:
    plan = timeline(WALK.id, SIT.id)
    coming = [position_at(plan, at).coming for at in (seconds(6), plan.length)]
    assert coming == [SIT, None]


def test_alternating_repetitions_take_turns() -> None:
    plan = timeline(MARCH.id)
    turns = [position_at(plan, seconds(7 + n)) for n in (0, 2, 4, 23.9, 24)]
    assert [(t.repetition, t.side.value) for t in turns] == [
        (1, "left"),
        (2, "right"),
        (3, "left"),
        (12, "right"),
        (12, "right"),
    ]


def test_quick_repetitions_keep_each_cue_for_a_while() -> None:
    plan = timeline(MARCH.id)
    said = [position_at(plan, seconds(7 + n)).cue for n in (0, 3.9, 4, 8)]
    assert said == ["Lift.", "Lift.", "Lower.", "Lift."]


def test_slow_repetitions_say_each_step() -> None:
    plan = timeline(LIFT.id)
    said = [position_at(plan, seconds(12 + n)).cue for n in (0, 2, 5, 7)]
    assert said == ["Up.", "Down.", "Up.", "Down."]


def test_a_step_too_short_to_read_its_cue_makes_repetitions_quick() -> None:
    assert LIFT.loop is not None
    up, down = LIFT.loop.steps
    loop = replace(LIFT.loop, steps=(replace(up, move=seconds(1), hold=ZERO), down))
    work = only(replace(LIFT, loop=loop)).segments[2]
    said = [(cue.at / loop.length, cue.text) for cue in work.cues[:3]]
    assert said == [(0, "Up."), (1, "Down."), (2, "Up.")]


@pytest.mark.parametrize("length", [1, 5])
def test_repetitions_without_cues_say_nothing(length: int) -> None:
    loop = Loop(steps=(Step(move=seconds(length)),))
    assert only(replace(LIFT, loop=loop)).segments[2].cues == ()


def test_slow_repetitions_with_one_cue_say_it_once() -> None:
    assert LIFT.loop is not None
    loop = replace(
        LIFT.loop, steps=(LIFT.loop.steps[0], replace(LIFT.loop.steps[1], cue=""))
    )
    work = only(replace(LIFT, loop=loop)).segments[2]
    assert [cue.text for cue in work.cues] == ["Up."]


def test_an_exercise_without_main_steps_says_nothing() -> None:
    plan = only(replace(STRETCH, main=()))
    assert position_at(plan, seconds(15)).cue == ""


def test_a_step_without_words_keeps_the_last_ones() -> None:
    quiet = replace(STRETCH, main=(STRETCH.main[0], replace(STRETCH.main[1], cue="")))
    assert position_at(only(quiet), seconds(35)).cue == "Tuck."


plans = st.sampled_from([timeline_for(r, CATALOGUE, Manner()) for r in ROUTINES])
times = st.integers(-10_000, 400_000).map(lambda n: timedelta(milliseconds=n))


@given(plans, times)
def test_there_is_always_somewhere_to_be(plan: Timeline, at: timedelta) -> None:
    here = position_at(plan, at)
    assert here.into + here.left == here.segment.length
    assert here.segment is plan.segments[here.index]
    assert here.finished == (at >= plan.length)


@given(plans, st.lists(times, min_size=2, max_size=6))
def test_time_only_leads_forward(plan: Timeline, at: list[timedelta]) -> None:
    places = [position_at(plan, one) for one in sorted(at)]
    assert all((a.index, a.into) <= (b.index, b.into) for a, b in pairwise(places))


@given(plans, times)
def test_nothing_but_the_ring_moves_before_the_next_change(
    plan: Timeline, at: timedelta
) -> None:
    at = max(at, timedelta())
    change = next_change(plan, at)
    if change is None:
        assert at >= plan.length
        return
    assert change > at
    before = position_at(plan, change - timedelta(microseconds=1))
    here = position_at(plan, at)
    assert (before.index, before.cue, before.check, before.side) == (
        here.index,
        here.cue,
        here.check,
        here.side,
    )


@given(plans)
def test_going_from_change_to_change_reaches_the_end(plan: Timeline) -> None:
    at, steps = timedelta(), 0
    while (change := next_change(plan, at)) is not None:
        at, steps = change, steps + 1
    assert at == plan.length
    assert steps < 200


# --- About so long --------------------------------------------------------------

minutes = st.integers(1, 8).map(lambda n: timedelta(minutes=n))


def test_as_it_comes_is_the_routines_own_dose() -> None:
    assert length_of(ROUTINES[0], CATALOGUE) == seconds(30 + 70 + 35)


@pytest.mark.parametrize(("length", "kept"), [(10, 1), (50, 2), (60, 3)])
def test_the_last_exercise_goes_before_any_is_too_short(
    length: float, kept: int
) -> None:
    short = fitted(ROUTINES[0], CATALOGUE, Manner(), seconds(length))
    assert [i.exercise for i in short.items] == [WALK.id, STRETCH.id, SIT.id][:kept]


def test_a_timeline_can_be_about_as_long_as_wanted() -> None:
    plan = timeline_for(ROUTINES[0], CATALOGUE, Manner(), timedelta(minutes=3))
    assert seconds(165) <= plan.length - plan.get_ready <= seconds(180)


@given(st.sampled_from(ROUTINES), minutes)
def test_a_chosen_length_is_never_much_exceeded(
    one: Routine, length: timedelta
) -> None:
    fit = fitted(one, CATALOGUE, Manner(), length)
    assert len(fit.items) == 1 or length_of(fit, CATALOGUE) <= length + seconds(20)


@given(st.sampled_from(ROUTINES), minutes)
def test_no_dose_leaves_its_range(one: Routine, length: timedelta) -> None:
    for item in fitted(one, CATALOGUE, Manner(), length).items:
        match CATALOGUE.exercises[item.exercise].dose:
            case Hold(amount=ends) | Move(amount=ends) if isinstance(
                item.amount, timedelta
            ):
                assert ends.least <= item.amount <= ends.most
            case Breaths(amount=count) if isinstance(item.amount, int):
                assert count.least <= item.amount <= count.most
            case _:
                assert isinstance(item.amount, int)


# --- Changing it on the way -----------------------------------------------------


def test_the_other_side_first_then_this_one() -> None:
    turned = other_side(timeline(STRETCH.id), 2)
    assert [s.side.value for s in turned.segments] == [
        "left",
        "right",
        "right",
        "left",
        "left",
    ]


def test_a_turned_switch_names_its_new_side() -> None:
    turned = other_side(timeline(STRETCH.id), 2)
    assert turned.segments[3].cues[0].text == "Now the left side."


def test_the_other_side_leaves_other_exercises_alone() -> None:
    turned = other_side(timeline(STRETCH.id, LIFT.id), 1)
    assert [s.side for s in turned.segments if s.number == 2] == [
        s.side for s in timeline(STRETCH.id, LIFT.id).segments if s.number == 2
    ]


def test_without_sides_there_is_no_other_side() -> None:
    assert shape(other_side(timeline(WALK.id), 1)) == shape(timeline(WALK.id))


def test_easier_is_the_least_dose_in_the_easier_words() -> None:
    easy = in_form(timeline(STRETCH.id, SIT.id), 1, Form.EASIER)
    assert shape(easy)[2] == "1/2 hold left 20"
    assert easy.segments[2].cues[0].text == "A shorter step."
    assert shape(easy)[-1] == "2/2 breathe both 60"


def test_easier_twice_is_as_planned() -> None:
    plan = timeline(Item(exercise=STRETCH.id, amount=seconds(40)))
    assert in_form(in_form(plan, 2, Form.EASIER), 2, Form.EASIER) == plan


def test_harder_is_the_planned_dose_in_the_harder_words() -> None:
    plan = timeline(STRETCH.id, SIT.id)
    hard = in_form(plan, 1, Form.HARDER)
    assert shape(hard) == shape(plan)
    assert hard.segments[2].cues[0].text == "Raise the arm."
    assert in_form(hard, 1, Form.HARDER).segments[2:] == plan.segments[2:]


def test_from_harder_to_easier_is_one_step() -> None:
    hard = in_form(timeline(STRETCH.id), 1, Form.HARDER)
    easy = in_form(hard, 1, Form.EASIER)
    assert shape(easy)[2] == "1/1 hold left 20"
    assert easy.segments[2].cues[0].text == "A shorter step."


def test_without_a_harder_form_the_cues_stay() -> None:
    plan = timeline(WALK.id)
    assert in_form(plan, 1, Form.HARDER).segments[1].cues == plan.segments[1].cues


def test_what_is_ahead_is_the_other_side_then_the_next_exercise() -> None:
    plan = timeline(STRETCH.id, SIT.id)
    in_first_hold = plan.start_of(2) + seconds(20)
    ahead = position_at(plan, in_first_hold).ahead
    assert ahead is not None
    assert (ahead.segment.part, ahead.segment.side) == (Part.SWITCH, Side.RIGHT)
    assert ahead.left == plan.start_of(plan.segments.index(ahead.segment)) - (
        in_first_hold
    )
    second = plan.start_of(plan.segments.index(ahead.segment)) + seconds(1)
    then = position_at(plan, second).ahead
    assert then is not None
    assert then.segment.exercise.id == SIT.id
    assert position_at(plan, plan.length - seconds(1)).ahead is None


def test_easier_in_the_second_side_leaves_the_first_as_it_was() -> None:
    assert shape(in_form(timeline(STRETCH.id), 4, Form.EASIER))[2::2] == [
        "1/1 hold left 30",
        "1/1 hold right 20",
    ]


def test_an_item_may_be_easier_from_the_start() -> None:
    plan = timeline(Item(exercise=STRETCH.id, easier=True))
    assert shape(plan)[2] == "1/1 hold left 20"


def test_easier_without_words_for_it_keeps_the_cues() -> None:
    plan = timeline(Item(exercise=LIFT.id, easier=True))
    assert plan.segments[2].cues[0].text == "Up."


@pytest.mark.parametrize(
    ("index", "begins"), [(0, 0), (1, 1), (2, 1), (3, 3), (4, 3), (5, 3), (6, 6)]
)
def test_every_exercise_begins_with_its_lead_in(index: int, begins: int) -> None:
    # 0 get ready, 1 set-up, 2 work, 3 rest, 4 work, 5 ease, 6 switch
    assert lead_in_of(timeline(LIFT.id), index) == begins


def test_work_without_a_lead_in_begins_with_itself() -> None:
    plan = timeline(WALK.id, STAND.id)
    assert [lead_in_of(plan, index) for index in (1, 2)] == [1, 2]


def test_a_break_needs_something_that_takes_time() -> None:
    empty = replace(timeline(WALK.id).segments[0], length=timedelta())
    with pytest.raises(ValueError, match="takes time"):
        Timeline((empty,))


def test_without_get_ready_nothing_is_left_uncounted() -> None:
    assert Timeline(timeline(WALK.id).segments[1:]).get_ready == timedelta()
