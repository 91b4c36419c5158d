"""Which break is offered, how long it is, and how it is said."""

from datetime import timedelta

import pytest

from psoas_break.app.choosing import ANCHOR
from psoas_break.domain.events import ShowPrompt
from psoas_break.domain.history import Feeling, Felt, Held, SessionStarted, Side
from psoas_break.domain.options import ExtraSet, Kit
from psoas_break.domain.progression import Progression
from psoas_break.domain.rotation import Mark
from psoas_break.domain.routine import BREATHE
from psoas_break.domain.session_values import FeltPressed
from psoas_break.domain.settings import (
    BodyLimit,
    Breaks,
    Breathing,
    Length,
    Place,
    Reminders,
    Settings,
)
from tests.app.at_the_desk import AtTheDesk

MINUTE = timedelta(minutes=1)
PROMPT = ShowPrompt(sat=40 * MINUTE, snoozes=1, moved_first=True)


def choosing(settings: Settings | None = None) -> AtTheDesk:
    return AtTheDesk(settings=settings)


def length_of(me: AtTheDesk, what: str) -> timedelta:
    plan = me.choosing.plan(what)
    assert plan is not None
    return plan.timeline.length


def exercises_of(me: AtTheDesk, what: str) -> set[str]:
    plan = me.choosing.plan(what)
    assert plan is not None
    return {exercise.id for exercise in plan.timeline.exercises}


def test_an_offer_says_what_how_long_and_how_often_it_was_put_off() -> None:
    rules = Reminders(snooze_limit=2)
    me = choosing(Settings(reminders=rules))

    offer = me.choosing.offer(PROMPT)

    assert (offer.routine, offer.sat, offer.moved_first) == ("R2", 40 * MINUTE, True)
    assert (offer.snoozes_used, offer.snooze_limit) == (1, 2)
    assert offer.length == length_of(me, "stretch")


def test_a_stretch_is_offered_with_its_sides() -> None:
    assert choosing().choosing.offer(PROMPT).detail.endswith(", both sides")


def test_what_has_no_sides_is_offered_by_its_name() -> None:
    me = choosing()
    while me.choosing.suggestion().routine.id != BREATHE:
        me.choosing.never_again()

    offer = me.choosing.offer(PROMPT)

    assert offer.detail == me.choosing.catalogue.exercises["breath-seated"].name


def test_breathing_lasts_as_long_as_its_own_setting() -> None:
    short = Settings(
        breathing=Breathing(length=MINUTE), breaks=Breaks(length=Length.FIVE)
    )
    long = Settings(breathing=Breathing(length=4 * MINUTE))

    lengths = [length_of(choosing(one), "breathe") for one in (short, long)]

    assert lengths[1] - lengths[0] == pytest.approx(3 * MINUTE, abs=MINUTE / 6)


@pytest.mark.parametrize("length", [Length.ONE, Length.FIVE])
def test_a_chosen_length_is_kept_about(length: Length) -> None:
    me = choosing(Settings(breaks=Breaks(length=length)))

    assert length_of(me, "R6") <= timedelta(minutes=int(length), seconds=30)


def test_a_length_chosen_on_the_card_wins_over_the_settings() -> None:
    me = choosing(Settings(breaks=Breaks(length=Length.FIVE)))
    me.choosing.use_length(Length.ONE)

    assert length_of(me, "R2") < 2 * MINUTE


def test_it_counts_for_one_break_only() -> None:
    me = choosing()
    usual = length_of(me, "R6")
    me.choosing.use_length(Length.ONE)
    plan = me.choosing.plan("R6")
    assert plan is not None
    me.guide.begin(plan)

    me.goes_on(minutes=3)

    assert length_of(me, "R6") == usual


def test_knees_are_spared() -> None:
    limits = frozenset({BodyLimit.KNEES})
    places = frozenset(Place)
    me = choosing(Settings(breaks=Breaks(limits=limits, places=places)))

    exercises = me.choosing.catalogue.exercises
    offered = me.choosing.suggestion().routine.items
    assert not any(limits & exercises[item.exercise].limits for item in offered)


def test_strength_work_of_yesterday_is_remembered() -> None:
    me = choosing()
    name = next(e.id for e in me.choosing.catalogue.exercises.values() if e.recovery)
    me.record(
        [
            SessionStarted(session=me.at.wall, routine=name),
            Held(
                session=me.at.wall,
                index=0,
                exercise=name,
                side=Side.BOTH,
                held=MINUTE,
                at=me.at.wall,
            ),
        ]
    )

    me.at = me.at.later(timedelta(days=1))

    assert len(me.choosing.circumstances().strength) == 1


def test_nothing_of_that_name_is_no_plan() -> None:
    assert choosing().choosing.plan("massage-referral") is None


@pytest.mark.parametrize("kept", [{}, {"position": "two"}, {"lead": "up"}])
def test_a_rotation_nobody_can_read_begins_anew(kept: dict[str, object]) -> None:
    me = choosing()
    me.save(ANCHOR, kept)

    assert me.choosing.suggestion().routine.id == "R2"


# --- What practice and feedback do ----------------------------------------------


def done(me: AtTheDesk, what: str = "stretch") -> None:
    """Take a whole break, to its end screen."""
    plan = me.choosing.plan(what)
    assert plan is not None
    me.guide.begin(plan)
    me.goes_on(seconds=plan.timeline.length.total_seconds())


def stretch_amount(me: AtTheDesk) -> object:
    items = me.choosing.suggestion().routine.items
    return next(i.amount for i in items if i.exercise == "standing-hip-flexor-stretch")


def test_too_much_makes_it_a_step_easier_for_a_week() -> None:
    me = choosing()
    done(me)

    me.guide.handle(FeltPressed(Feeling.TOO_MUCH))

    assert stretch_amount(me) == timedelta(seconds=30)  # R3 plans 40
    me.restarts(minutes=1)
    assert stretch_amount(me) == timedelta(seconds=30)
    me.at = me.at.later(timedelta(days=6, hours=23))
    me.choosing.mark("R3", Mark.FAVOURITE, on=True)
    assert stretch_amount(me) == timedelta(seconds=30)


@pytest.mark.parametrize("kit", [frozenset({Kit.BAND}), frozenset[Kit]()])
def test_only_kit_that_is_at_hand_is_asked_for(kit: frozenset[Kit]) -> None:
    me = choosing(Settings(breaks=Breaks(kit=kit)))
    for name in ("R2", "R3", "R4", "R5", "R6"):
        me.choosing.mark(name, Mark.LEFT_OUT, on=True)
    me.choosing.mark("hip-flexion-with-band", Mark.FAVOURITE, on=True)
    named = {item.exercise for item in me.choosing.suggestion().routine.items}
    assert ("hip-flexion-with-band" in named) is bool(kit)


def test_a_mat_is_there_where_a_break_can_be_done_on_one() -> None:
    places = frozenset({Place.DESK, Place.CHAIR, Place.MAT})
    me = choosing(Settings(breaks=Breaks(places=places)))

    kit = me.choosing.circumstances().kit

    assert kit is not None
    assert "mat" in kit


def test_one_side_has_a_set_more_only_where_that_is_wanted() -> None:
    right = Settings(breaks=Breaks(extra_set=ExtraSet.RIGHT))
    plain, more = (length_of(choosing(one), "R2") for one in (None, right))

    assert more - plain == timedelta(seconds=30)


def test_strength_work_before_its_turn_leaves_the_rotation_where_it_was() -> None:
    me = choosing()
    done(me, "seated-straight-leg-lift")
    me.guide.dismiss()
    me.at = me.at.later(timedelta(days=3))
    first = me.choosing.suggestion()

    done(me)

    assert (first.routine.id, first.in_turn) == ("R6", False)  # R5 is what was done
    assert me.choosing.rotation.position == 0


def test_an_offer_says_why() -> None:
    why = choosing().choosing.offer(PROMPT).why

    assert why == "Suggested because: it is next in turn"


def test_what_comes_next_is_what_a_prompt_would_offer() -> None:
    here = choosing().choosing

    offer, suggested = here.offer(PROMPT), here.suggested()

    assert (offer.name, offer.length, offer.why) == (
        suggested.name,
        suggested.length,
        suggested.why,
    )


@pytest.mark.parametrize("kept", [{"last": "long ago"}, {"is": "Progression"}])
def test_a_progression_nobody_can_read_begins_anew(kept: dict[str, object]) -> None:
    me = choosing()
    me.save("progression", kept)

    assert me.choosing.practice.progression == Progression()


def test_a_clock_that_was_wrong_elsewhere_decides_nothing_here() -> None:
    me = choosing()
    strong = next(e.id for e in me.choosing.catalogue.exercises.values() if e.recovery)
    ahead = me.at.wall + timedelta(days=400)
    held = Held(
        session=ahead, index=0, exercise=strong, side=Side.BOTH, held=MINUTE, at=ahead
    )
    hurt = Felt(session=ahead, at=ahead, feeling=Feeling.HURT, exercise=strong)
    before = me.choosing.circumstances()

    me.record([SessionStarted(session=ahead, routine="R2"), held, hurt])

    assert me.choosing.circumstances() == before


def test_the_app_dying_as_a_break_ends_moves_the_rotation_once() -> None:
    me = choosing()
    plan = me.choosing.plan("stretch")
    assert plan is not None
    me.guide.begin(plan)
    me.goes_on(seconds=plan.timeline.length.total_seconds() - 1)
    open_still = me.load("session")
    assert open_still
    me.goes_on(seconds=2)
    moved = me.choosing.rotation
    me.save("session", open_still)

    me.restarts(seconds=1)

    assert moved.position == 1
    assert me.choosing.rotation == moved
