"""Offers are carried out when they are accepted, and remembered when they are not."""

from datetime import timedelta

import pytest

from psoas_break.app.commands import Settle, Start
from psoas_break.domain.history import Feeling, PromptNote, PromptRecord, Side
from psoas_break.domain.noticing import Noticing, Question
from psoas_break.domain.proposals import Choice, Topic
from psoas_break.domain.session_values import Ended, FeltPressed, NoticedPressed
from psoas_break.domain.settings import Breaks, Length, Settings
from tests.app.at_the_desk import AtTheDesk

MINUTE = timedelta(minutes=1)


def topic(me: AtTheDesk) -> Topic | None:
    found = me.proposing.proposal()
    return found.topic if found else None


def misses(me: AtTheDesk, times: int) -> None:
    """Type on through so many prompts."""
    while [one.note for one in me.recorded(PromptRecord)].count(
        PromptNote.MISSED
    ) < times:
        me.types(minutes=10)


def takes(me: AtTheDesk, what: str = "R2") -> None:
    """Take a whole break, to its end screen."""
    assert me.does(Start(what)).ok
    while not isinstance(me.screen.session, Ended):
        me.goes_on(seconds=20)


@pytest.fixture
def missed() -> AtTheDesk:
    me = AtTheDesk()
    misses(me, 3)
    return me


def test_nothing_is_offered_on_a_quiet_day() -> None:
    me = AtTheDesk()
    me.types(minutes=30)

    assert topic(me) is None


def test_three_misses_bring_an_offer_and_nothing_changes_by_itself(
    missed: AtTheDesk,
) -> None:
    assert topic(missed) is Topic.LONGER
    assert missed.reminder.settings == Settings()


def test_a_longer_window_is_taken(missed: AtTheDesk) -> None:
    missed.does(Settle(Topic.LONGER, Choice.WINDOW))

    rules = missed.reminder.settings.reminders
    assert (rules.earliest, rules.latest) == (45 * MINUTE, 60 * MINUTE)
    assert topic(missed) is None


def test_so_are_shorter_breaks(missed: AtTheDesk) -> None:
    missed.does(Settle(Topic.LONGER, Choice.SHORT_BREAKS))

    assert missed.reminder.settings.breaks.length is Length.ONE
    plan = missed.choosing.plan("stretch")
    assert plan is not None
    assert timedelta(seconds=60) <= plan.timeline.length <= timedelta(seconds=95)


def test_a_no_is_remembered_over_a_restart(missed: AtTheDesk) -> None:
    missed.does(Settle(Topic.LONGER))
    missed.restarts(minutes=1)
    missed.types(minutes=2)

    assert topic(missed) is None
    assert missed.reminder.settings == Settings()


def test_a_shorter_window_after_five_fine_ones() -> None:
    me = AtTheDesk()
    for _break in range(5):
        takes(me)
        me.guide.handle(FeltPressed(Feeling.FINE))
        me.types(minutes=2)
    assert topic(me) is Topic.SHORTER

    me.does(Settle(Topic.SHORTER, Choice.WINDOW))

    assert me.reminder.settings.reminders.latest == 30 * MINUTE


def test_a_week_of_mobility_and_back() -> None:
    me = AtTheDesk()
    takes(me)
    me.guide.handle(FeltPressed(Feeling.TOO_MUCH))
    me.guide.dismiss()
    me.types(minutes=2)
    assert topic(me) is Topic.GENTLE

    me.does(Settle(Topic.GENTLE, Choice.MOBILITY))
    assert "mobility only" in me.choosing.suggestion().reason
    assert topic(me) is Topic.ALL_AGAIN

    me.does(Settle(Topic.ALL_AGAIN, Choice.EVERYTHING))
    assert "mobility only" not in me.choosing.suggestion().reason


def test_the_side_that_lags_may_begin() -> None:
    me = AtTheDesk()

    me.does(Settle(Topic.SIDE, Choice.RIGHT))

    assert me.choosing.rotation.lead is Side.RIGHT


def test_a_self_check_is_started() -> None:
    me = AtTheDesk(settings=Settings(breaks=Breaks(self_checks=True)))
    assert topic(me) is None  # in the first minute nothing is read
    me.types(minutes=1)
    assert topic(me) is Topic.BALANCE_CHECK

    assert me.does(Settle(Topic.BALANCE_CHECK, Choice.START)).ok

    assert me.guide.under_way


# --- Which side -----------------------------------------------------------------


def asked(me: AtTheDesk) -> Question | None:
    session = me.screen.session
    assert isinstance(session, Ended)
    return me.proposing.question(session.course.progress)


def test_which_side_felt_tighter_is_asked_once_a_week() -> None:
    me = AtTheDesk()
    takes(me)
    assert asked(me) is Question.TIGHTER
    me.guide.dismiss()
    me.restarts(minutes=1)
    takes(me)
    assert asked(me) is None
    me.guide.dismiss()

    me.at = me.at.later(timedelta(days=7))
    takes(me)

    assert asked(me) is Question.TIGHTER


def test_not_after_a_break_without_sides() -> None:
    me = AtTheDesk()
    takes(me, "stand-up-and-move")

    assert asked(me) is None


def test_a_self_check_asks_its_own_question() -> None:
    me = AtTheDesk()
    takes(me, "check-modified-thomas")

    assert asked(me) is Question.LOWER


def test_an_answer_is_recorded_once_and_keeps_the_screen() -> None:
    me = AtTheDesk()
    takes(me)
    for noticing in (Noticing.LEFT, Noticing.RIGHT):
        me.guide.handle(NoticedPressed(Question.TIGHTER, noticing))

    (noticed,) = me.past.noticed
    assert (noticed.question, noticed.noticing) == (Question.TIGHTER, Noticing.LEFT)
    assert isinstance(me.screen.session, Ended)


@pytest.mark.parametrize("kept", [{"longer": "soon"}, {"longer": 7, "what": None}])
def test_what_nobody_can_read_is_forgotten(kept: dict[str, object]) -> None:
    me = AtTheDesk()
    me.save("proposals", kept)
    me.types(minutes=2)

    assert topic(me) is None


@pytest.mark.parametrize("when", ["2030-01-01T09:00:00+00:00", "2026-03-02T08:00:00"])
def test_what_was_answered_at_no_time_that_can_be_is_offered_anew(when: str) -> None:
    me = AtTheDesk()
    me.save("proposals", {"longer": when})
    misses(me, 3)

    assert topic(me) is Topic.LONGER
