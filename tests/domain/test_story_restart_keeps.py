"""Stories of behaviour 3.9: what a restart keeps, and an open session."""

from datetime import timedelta

from psoas_break.domain.events import (
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    SessionBegan,
    SessionHeld,
    Skipped,
    SnoozeAsked,
    StandingSet,
    Undone,
)
from psoas_break.domain.history import DaySpan, SpanKind
from psoas_break.domain.prompt import Collapsed, Pending
from psoas_break.domain.quiet import Pause, Reason
from tests.scenes import at_work, progress

MINUTE = timedelta(minutes=1)


def test_a_shown_prompt_returns_as_pending() -> None:
    world = at_work(45.5)
    world.restarts(seconds=2)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:46:02 prompt after 46 min"]


def test_a_showing_cut_short_does_not_count() -> None:
    world = at_work(45.5)
    world.restarts(seconds=2)
    assert world.state.showings == ()


def test_one_fetched_by_a_click_goes_back_where_it_was() -> None:
    world = at_work(45.5)
    world.clicks(PromptDismissed())
    world.clicks(PromptOpened())
    world.restarts(seconds=2)
    assert isinstance(world.state.ask, Collapsed)


def test_a_collapsed_prompt_keeps_its_wait() -> None:
    world = at_work(47)
    before = world.state.ask
    world.restarts(seconds=2)
    assert world.state.ask == before


def test_snoozes_and_their_count_stand() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(5 * MINUTE))
    before = world.state.ask
    world.restarts(seconds=2)
    assert (world.state.ask, world.state.snoozes) == (before, 1)


def test_the_window_stands() -> None:
    world = at_work(45.5)
    world.happens(Skipped())
    world.restarts(seconds=2)
    assert world.state.base == 45.5 * MINUTE


def test_a_pause_stands() -> None:
    world = at_work()
    world.happens(PauseSet(Pause(world.at, until=world.at.later(60 * MINUTE))))
    world.restarts(seconds=2)
    assert world.line == "Paused until 10:20"


def test_standing_stands() -> None:
    world = at_work()
    world.happens(StandingSet(on=True))
    world.restarts(minutes=1)
    assert (world.situation.standing, world.sat_minutes) == (True, 20)


def test_a_meeting_stands_and_ends_when_it_was_to() -> None:
    world = at_work()
    world.happens(QuietBegan(Reason.MEETING, world.at.later(30 * MINUTE)))
    world.restarts(seconds=2)
    assert world.line == "In a meeting until 09:50 · sitting 20 min"


def test_what_the_desktop_said_is_asked_anew() -> None:
    world = at_work()
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.restarts(seconds=2)
    assert world.state.quiets == ()


def test_time_held_back_is_written_up_to_the_end_of_the_app() -> None:
    world = at_work()
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.types(minutes=20)
    world.restarts(minutes=2)
    ends = [
        f"{record.ended:%H:%M}"
        for record in world.records
        if isinstance(record, DaySpan) and record.kind is SpanKind.HELD_BACK
    ]
    assert ends == ["09:40"]


def test_undo_stands_for_its_ten_seconds() -> None:
    world = at_work()
    world.happens(Moved())
    world.restarts(seconds=5)
    world.happens(Undone())
    assert world.sat_minutes == 20.083


def test_the_start_of_the_app_is_the_end_of_a_quiet_reason() -> None:
    world = at_work(46.5)
    world.happens(SnoozeAsked(MINUTE))
    world.restarts(seconds=60)
    world.rests_hands(seconds=40)
    assert world.prompts[1:] == ["09:48:00 prompt after 48 min, snoozed 1"]


# A session that was open


def test_a_session_with_a_minute_done_has_cleared_the_clock() -> None:
    world = at_work()
    world.clicks(SessionBegan(seated=False))
    world.happens(SessionHeld(MINUTE))
    world.restarts(seconds=10)
    world.types(minutes=1)
    assert world.sat_minutes == 0.917


def test_what_the_guide_has_kept_counts() -> None:
    world = at_work()
    world.clicks(SessionBegan(seated=False))
    world.lost = progress(world, active=2 * MINUTE)
    world.restarts(seconds=10)
    assert world.situation.state == "away"


def test_one_just_begun_repays_its_share() -> None:
    world = at_work()
    world.clicks(SessionBegan(seated=False))
    world.happens(SessionHeld(timedelta(seconds=15)))
    world.restarts(seconds=30)
    assert world.sat_minutes == 15.5


def test_no_session_runs_after_a_restart() -> None:
    world = at_work()
    world.clicks(SessionBegan(seated=True))
    world.restarts(seconds=10)
    assert world.state.session is None


def test_a_prompt_a_short_session_did_not_answer_is_pending() -> None:
    world = at_work(45.5)
    world.clicks(SessionBegan(seated=True))
    world.restarts(seconds=10)
    assert isinstance(world.state.ask, Pending)


def test_a_walk_goes_on_over_a_restart() -> None:
    world = at_work()
    world.clicks(SessionBegan(seated=False))
    world.happens(SessionHeld(MINUTE))
    world.restarts(seconds=10)
    world.restarts(hours=1, same_boot=False)
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 0.917)


def test_after_it_the_clock_of_a_blind_desktop_starts_with_the_app() -> None:
    world = at_work(idle_known=False)
    world.clicks(SessionBegan(seated=False))
    world.happens(SessionHeld(MINUTE))
    world.restarts(hours=1)
    world.rests_hands(minutes=1)
    assert world.sat_minutes == 1
