"""Every command, from wherever it comes, and what the user is told of it."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from psoas_break.app.commands import (
    Advance,
    AskAnyway,
    Breathe,
    Command,
    Favour,
    JustMoved,
    LeaveOut,
    Meeting,
    NeverAgain,
    PauseFor,
    PauseUntil,
    PauseUntilTomorrow,
    Quit,
    Resume,
    Show,
    Skip,
    Snooze,
    Standing,
    Start,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.domain.history import Side
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.rotation import Mark
from psoas_break.domain.session_values import EndConfirmed, Ended, Running
from psoas_break.domain.settings import Breathing, Length, Posture, Reminders, Settings
from psoas_break.domain.situation import StateName
from tests.app.at_the_desk import AtTheDesk

MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("what", "routine"),
    [("stretch", "R2"), ("breathe", "breathe"), ("r5", "R5"), ("glute-bridge",) * 2],
)
def test_start_opens_the_break_that_was_asked_for(what: str, routine: str) -> None:
    me = AtTheDesk()

    assert me.does(Start(what)).ok

    assert isinstance(me.screen.session, Running)
    assert me.screen.session.course.progress.routine == routine


@pytest.mark.parametrize("what", ["stretch", "R3", "sofa-stretch"])
@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_a_break_begins_on_the_side_that_was_asked_for(what: str, side: Side) -> None:
    me = AtTheDesk()

    me.does(Start(what, side))

    assert isinstance(me.screen.session, Running)
    course = me.screen.session.course
    sides = [s.side for s in course.timeline.segments if s.side is not Side.BOTH]
    assert (course.progress.lead, sides[0]) == (side, side)


@pytest.mark.parametrize(
    ("command", "exercise", "pattern"),
    [
        (Start("breathe"), "breath-standing", "coherent-4-6"),
        (Start("coherent-5-5"), "breath-standing", "coherent-5-5"),
        (Start("Evening"), "breath-standing", "evening"),
        (Breathe("evening", Posture.LYING), "breath-supine", "evening"),
        (Breathe(posture=Posture.SEATED), "breath-seated", "coherent-4-6"),
    ],
)
def test_breathing_is_as_it_was_asked_for(
    command: Command, exercise: str, pattern: str
) -> None:
    own = OwnPattern(
        id="evening",
        name="Evening",
        inhale=timedelta(seconds=4.5),
        exhale=timedelta(seconds=6.5),
    )
    me = AtTheDesk(settings=Settings(breathing=Breathing(own=(own,))))

    assert me.does(command).ok

    assert isinstance(me.screen.session, Running)
    last = me.screen.session.course.timeline.segments[-1]
    assert last.pattern is not None
    assert (last.exercise.id, last.pattern.id) == (exercise, pattern)


@pytest.mark.parametrize("command", [Start("box-4444"), Breathe("box-4444")])
def test_a_pattern_that_is_not_offered_is_refused_with_the_reason(
    command: Command,
) -> None:
    answer = AtTheDesk().does(command)

    assert (answer.ok, "breath holds" in answer.line) == (False, True)


def test_what_does_not_exist_is_named() -> None:
    answer = AtTheDesk().does(Start("juggling"))

    assert (answer.ok, "juggling" in answer.line) == (False, True)


def test_a_second_break_waits_for_the_first() -> None:
    me = AtTheDesk()
    me.does(Start("R2"))

    answer = me.does(Start("R3"))

    assert (answer.ok, bool(answer.line)) == (False, True)
    assert me.past.sessions[0].routine == "R2"


def test_on_the_end_screen_the_next_break_can_be_started() -> None:
    me = AtTheDesk()
    me.does(Start("R2"))
    me.goes_on(seconds=10)
    me.guide.handle(EndConfirmed())
    assert isinstance(me.screen.session, Ended)

    assert me.does(Start("R3")).ok

    assert [session.routine for session in me.past.sessions] == ["R2", "R3"]


def test_a_break_can_be_started_by_hand_in_a_pause() -> None:
    me = AtTheDesk()
    me.does(PauseFor())

    assert me.does(Start()).ok


def test_the_prompt_offers_what_start_begins() -> None:
    me = AtTheDesk().is_asked()
    offer = me.card.offers[-1]

    me.does(Start())

    (session,) = me.past.sessions
    assert (session.routine, me.card.up) == (offer.routine, False)


def test_snooze_without_a_span_is_the_usual_one() -> None:
    rules = Reminders(snooze=7 * MINUTE)
    me = AtTheDesk(settings=Settings(reminders=rules)).is_asked()

    assert me.does(Snooze()).line == "Snoozed until 09:52"


def test_snooze_for_a_span() -> None:
    me = AtTheDesk().is_asked()

    assert me.does(Snooze(10 * MINUTE)).line == "Snoozed until 09:55"


@pytest.mark.parametrize("command", [Snooze(), Skip(), Undo(), WasSitting()])
def test_what_makes_no_sense_now_is_refused_in_one_line(command: Command) -> None:
    answer = AtTheDesk().does(command)

    assert (answer.ok, len(answer.line.splitlines())) == (False, 1)


def test_the_snooze_limit_is_said() -> None:
    rules = Reminders(snooze_limit=0)
    me = AtTheDesk(settings=Settings(reminders=rules)).is_asked()

    assert "switched off" in me.does(Snooze()).line


def test_skip_can_be_undone() -> None:
    me = AtTheDesk().is_asked()
    me.does(Skip())
    assert not me.card.up

    assert me.does(Undo()).ok
    assert me.card.up


def test_i_just_moved_clears_the_clock() -> None:
    me = AtTheDesk()
    me.types(minutes=20)

    me.does(JustMoved())

    assert me.sat == timedelta()


def test_i_was_sitting_takes_a_break_back() -> None:
    me = AtTheDesk()
    me.types(minutes=20)
    me.rests_hands(minutes=6)
    me.types(seconds=10)

    assert me.does(WasSitting()).ok
    assert me.sat > 20 * MINUTE


def test_standing_is_switched_on_and_off() -> None:
    me = AtTheDesk()

    me.does(Standing(on=True))
    stood = me.status["standing"]
    me.does(Standing(on=False))

    assert (stood, me.status["standing"]) == (True, False)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (Meeting(30 * MINUTE), "In a meeting until 09:30 · sitting 0 min"),
        (PauseFor(90 * MINUTE), "Paused until 10:30"),
        (PauseFor(), "Paused until you resume"),
        (PauseUntil(time(14, 30)), "Paused until 14:30"),
        (PauseUntil(time(8)), "Paused until Tue 08:00"),
        (PauseUntilTomorrow(), "Paused until Tue 04:00"),
    ],
)
def test_silence_is_answered_with_its_end(command: Command, line: str) -> None:
    assert AtTheDesk().does(command).line == line


@pytest.mark.parametrize(
    ("silence", "line"),
    [
        (PauseFor(90 * MINUTE), "Paused until 10:30"),
        (Meeting(30 * MINUTE), "In a meeting until 09:30"),
        (Resume(), "On a break"),
    ],
)
def test_in_a_break_too_it_says_what_silence_was_asked_for(
    silence: Command, line: str
) -> None:
    me = AtTheDesk()
    me.does(Start("stretch"))

    assert me.does(silence).line == line


@pytest.mark.parametrize(
    ("begins", "ends"), [(Meeting(30 * MINUTE), Meeting(None)), (PauseFor(), Resume())]
)
def test_silence_can_be_ended(begins: Command, ends: Command) -> None:
    me = AtTheDesk()
    me.does(begins)

    me.does(ends)

    assert (me.status["quiet"], me.status["paused"]) == ([], False)


def test_ask_me_anyway_is_taken_at_any_time() -> None:
    assert AtTheDesk().does(AskAnyway()).ok


def test_not_this_one_again_offers_another_at_once() -> None:
    me = AtTheDesk().is_asked()

    me.does(NeverAgain())

    assert [offer.routine for offer in me.card.offers] == ["R2", "R3"]


def test_not_this_one_again_holds_after_a_restart() -> None:
    me = AtTheDesk().is_asked()
    me.does(NeverAgain())

    me.restarts()

    assert me.choosing.suggestion().routine.id == "R3"


def test_a_length_chosen_on_the_card_changes_the_offer() -> None:
    me = AtTheDesk().is_asked()

    me.desk.use_length(Length.FIVE)

    first, second = me.card.offers
    assert second.length > first.length


@pytest.mark.parametrize("window", set(Window) - {Window.CARD})
def test_a_window_is_shown(window: Window) -> None:
    me = AtTheDesk()

    me.does(Show(window))

    assert me.screen.windows == [window]


def test_the_card_is_fetched_back_from_the_tray() -> None:
    me = AtTheDesk().is_asked()
    me.desk.dismiss()
    assert not me.card.up

    me.does(Show(Window.CARD))

    assert (me.card.up, me.screen.windows) == (True, [])
    assert me.card.opened


def test_without_a_prompt_the_card_is_the_home_window() -> None:
    me = AtTheDesk()

    me.does(Show(Window.CARD))

    assert me.screen.windows == [Window.HOME]


def test_putting_the_card_away_collapses_it() -> None:
    me = AtTheDesk().is_asked()

    me.desk.dismiss()

    assert me.status["prompt"] == "collapsed"


def test_a_prompt_the_desktop_takes_away_collapses_and_is_no_return() -> None:
    me = AtTheDesk().is_asked()
    touched = me.reminder.state.touched

    me.desk.expire()

    assert me.status["prompt"] == "collapsed"
    assert me.reminder.state.touched == touched


def test_a_click_is_a_return() -> None:
    me = AtTheDesk()
    me.types(minutes=10)
    me.rests_hands(minutes=4)
    before = me.desk.situation.state

    me.desk.click(Show())

    assert (before, me.desk.situation.state) == (StateName.AWAY, StateName.SITTING)


def test_a_word_on_the_command_line_is_no_return() -> None:
    me = AtTheDesk()
    me.types(minutes=10)
    me.rests_hands(minutes=4)

    me.does(Show())

    assert me.desk.situation.state is StateName.AWAY


def test_quit_quits() -> None:
    me = AtTheDesk()

    me.does(Quit())

    assert me.has_quit


def test_time_is_not_moved_at_its_usual_speed() -> None:
    assert not AtTheDesk().does(Advance(MINUTE)).ok


def test_troubles_stand_in_status_and_on_every_display() -> None:
    me = AtTheDesk(problems=["The disk is full"])

    assert me.status["notices"] == ["The disk is full"]
    assert me.desk.situation.notices == ("The disk is full",)


def test_status_counts_today_s_break() -> None:
    me = AtTheDesk()
    me.does(Start("R2"))
    me.goes_on(minutes=5)

    today = me.status["today"]
    assert (today["breaks"], today["breaths"]) == (1, 3)
    assert today["stretch_left_s"] == today["stretch_right_s"] == 30


def test_a_march_counts_for_no_side() -> None:
    me = AtTheDesk()
    me.does(Start("standing-march"))
    me.goes_on(minutes=5)

    today = me.status["today"]
    assert (today["breaks"], today["stretch_left_s"]) == (1, 0)


def test_in_a_break_the_ring_shows_what_is_left_of_it() -> None:
    me = AtTheDesk()
    me.does(Start("R2"))
    begun = me.desk.situation.remaining
    me.goes_on(seconds=60)

    assert begun == 1
    assert me.desk.situation.remaining == pytest.approx(
        1 - 60 / me.screen.session.course.timeline.length.total_seconds()  # type: ignore[union-attr]
    )


def test_the_word_for_a_break_lasts_until_its_window_is_closed() -> None:
    me = AtTheDesk()
    me.does(Start("R2"))
    me.goes_on(minutes=2, seconds=30)
    assert isinstance(me.screen.session, Ended)
    on_the_end_screen = me.desk.situation.state

    me.goes_on(seconds=30)

    after = me.desk.situation.state
    assert (on_the_end_screen, after) == (StateName.ON_BREAK, StateName.AWAY)


def test_settings_in_force_are_asked_each_time() -> None:
    me = AtTheDesk().is_asked()
    rules = me.reminder.settings.reminders
    me.reminder.use(Settings(reminders=replace(rules, snooze=10 * MINUTE)))

    assert me.does(Snooze()).line == "Snoozed until 09:55"


def test_a_favourite_and_what_is_left_out_are_remembered() -> None:
    me = AtTheDesk()
    assert me.does(Favour("r7")).ok
    assert me.does(LeaveOut("standing-march")).ok
    me.restarts(minutes=1)
    marks = me.choosing.marks
    assert marks == {Mark.FAVOURITE: {"R7"}, Mark.LEFT_OUT: {"standing-march"}}
    me.does(LeaveOut("standing-march", on=False))
    assert me.choosing.marks[Mark.LEFT_OUT] == set()


def test_only_what_there_is_can_be_a_favourite() -> None:
    answer = AtTheDesk().does(Favour("R99"))
    assert (answer.ok, "R99" in answer.line) == (False, True)
