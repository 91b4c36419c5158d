"""Stories of behaviour 3.9: what a restart finds, and what the gap was."""

from datetime import UTC, datetime, timedelta

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    InhibitorBegan,
    LeftForSure,
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    SatOn,
    SessionBegan,
    SessionHeld,
    Skipped,
    SnoozeAsked,
    StandingSet,
    Undone,
)
from psoas_break.domain.history import DaySpan, Side, SpanKind
from psoas_break.domain.progress import Progress
from psoas_break.domain.prompt import Collapsed, Pending, Snoozed
from psoas_break.domain.quiet import Pause, Reason
from tests.world import World

MINUTE = timedelta(minutes=1)


def at_work(minutes: float = 20, *, idle_known: bool = True) -> World:
    world = World("09:00", idle_known=idle_known)
    world.types(minutes=minutes)
    return world


def progress(world: World, active: timedelta) -> Progress:
    """What the guide has kept of an open break."""
    return Progress(
        session=datetime(2026, 3, 2, 8, tzinfo=UTC),
        routine="R2",
        seated=False,
        lead=Side.LEFT,
        saved=world.at.wall,
        active=active,
    )


# The gap in the same run of the machine


def test_a_short_gap_was_sitting() -> None:
    world = at_work()
    world.restarts(minutes=2)
    assert world.sat_minutes == 22


def test_of_a_longer_one_the_first_away_after_was_sitting() -> None:
    world = at_work()
    world.restarts(minutes=4)
    assert world.sat_minutes == 23


def test_at_a_natural_break_it_clears() -> None:
    world = at_work()
    world.restarts(minutes=5)
    assert world.sat_minutes == 0


def test_a_natural_break_of_a_gap_is_no_break_taken() -> None:
    world = at_work()
    world.restarts(minutes=10)
    world.types(minutes=1)
    assert world.log == []


def test_but_it_answers_an_open_prompt() -> None:
    world = at_work(45.5)
    world.restarts(minutes=10)
    assert world.log[-1] == "09:55:30 walked away"


def test_who_sat_through_a_gap_can_say_so() -> None:
    world = at_work()
    world.restarts(minutes=10)
    world.clicks(SatOn())
    assert world.sat_minutes == 30


def test_killed_the_gap_counts_from_the_last_look() -> None:
    world = at_work()
    world.restarts(minutes=2, killed=True)
    assert world.sat_minutes == 21


def test_killed_and_started_at_once_nothing_is_lost() -> None:
    world = at_work()
    world.restarts(seconds=30, killed=True)
    assert world.sat_minutes == 20.5


def test_a_gap_does_not_count_as_missing_input() -> None:
    world = at_work()
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=20)
    world.restarts(minutes=1)
    world.rests_hands(minutes=2)
    assert (world.gone_since, world.sat_minutes) == ("", 43)


def test_who_was_away_still_is() -> None:
    world = at_work()
    world.rests_hands(minutes=4)
    world.restarts(seconds=10)
    world.rests_hands(minutes=1)
    assert (world.gone_since, world.sat_minutes) == ("09:20:00", 0)


def test_a_natural_break_around_a_short_gap_is_recorded_once() -> None:
    world = at_work()
    world.rests_hands(minutes=10)
    world.restarts(seconds=10)
    world.rests_hands(minutes=10)
    world.types(minutes=1)
    assert world.log == ["09:40:20 natural break 09:20:00-09:40:15 absence"]


def test_an_absence_that_became_a_natural_break_in_the_gap_is_not_recorded() -> None:
    world = at_work()
    world.rests_hands(minutes=4)
    world.restarts(minutes=10)
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 0.917)


def test_a_lock_is_asked_for_anew() -> None:
    world = at_work()
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=1)
    world.restarts(seconds=10)
    world.types(seconds=20)
    assert world.gone_since == ""


def test_of_a_lock_what_the_app_saw_repays() -> None:
    world = at_work()
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=1)
    world.restarts(seconds=10)
    world.types(seconds=20)
    assert world.sat_minutes == 16.25


# The gap of a reboot


def test_after_a_reboot_the_gap_is_a_certain_absence() -> None:
    world = at_work()
    world.restarts(minutes=1, same_boot=False)
    assert world.sat_minutes == 16


def test_a_long_one_clears() -> None:
    world = at_work()
    world.restarts(minutes=5, same_boot=False)
    assert world.sat_minutes == 0


def test_and_is_no_break_taken() -> None:
    world = at_work()
    world.restarts(minutes=30, same_boot=False)
    world.types(minutes=1)
    assert world.log == []


def test_a_wall_clock_set_back_makes_the_gap_nothing_never_less() -> None:
    world = at_work()
    world.restarts(hours=-1, same_boot=False)
    assert world.sat_minutes == 20


def test_a_lunch_with_a_reboot_in_it_is_recorded() -> None:
    world = at_work()
    world.rests_hands(minutes=10)
    world.restarts(minutes=2, same_boot=False)
    assert world.log == ["09:32:00 natural break 09:20:00-09:32:00 absence"]


def test_after_a_reboot_a_snooze_ends_when_it_was_to() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(5 * MINUTE))
    world.restarts(seconds=30, same_boot=False)
    ask = world.state.ask
    assert isinstance(ask, Snoozed)
    assert ask.ready - world.at == 4.5 * MINUTE


# What stands


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
