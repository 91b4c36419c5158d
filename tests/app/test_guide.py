"""A guided break in the app: what is kept, who is told, and what comes next."""

from datetime import timedelta

import pytest

from psoas_break.app.commands import Breathe, Start
from psoas_break.app.session import ANCHOR, recover
from psoas_break.domain.breathing import Phase
from psoas_break.domain.history import (
    Feeling,
    Held,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.domain.session_values import (
    Closed,
    EndConfirmed,
    Ended,
    EndPressed,
    FeltPressed,
    NextPressed,
    Paused,
    PausePressed,
    ResumePressed,
    Running,
)
from psoas_break.domain.settings import Posture
from psoas_break.domain.situation import StateName
from psoas_break.domain.timeline import Part
from tests.app.at_the_desk import AtTheDesk

STRETCH = "standing-hip-flexor-stretch"


@pytest.fixture
def me() -> AtTheDesk:
    """Somebody who has just begun R2: walk, stretch left and right, breathe."""
    desk = AtTheDesk()
    desk.types(minutes=40)
    desk.does(Start("R2"))
    return desk


def sides(me: AtTheDesk) -> list[Side]:
    return [held.side for held in me.recorded(Held) if held.exercise == STRETCH]


def outcomes(me: AtTheDesk) -> list[SessionOutcome]:
    return [ended.outcome for ended in me.recorded(SessionEnded)]


def goes_on_to(me: AtTheDesk, part: Part) -> None:
    """Let time pass until that part begins."""
    while (here := me.guide.position()) and here.part is not part:
        me.goes_on(seconds=1)


def test_a_break_is_recorded_when_it_begins(me: AtTheDesk) -> None:
    assert [one.routine for one in me.recorded(SessionStarted)] == ["R2"]


def test_each_side_is_recorded_when_it_ends(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)

    assert sides(me) == [Side.LEFT]


def test_a_break_done_to_its_end_is_finished(me: AtTheDesk) -> None:
    me.goes_on(minutes=5)

    assert (outcomes(me), sides(me)) == (
        [SessionOutcome.FINISHED],
        [Side.LEFT, Side.RIGHT],
    )


def test_music_waits_for_the_break_through_its_pauses(me: AtTheDesk) -> None:
    music = [me.screen.music]
    for event in (PausePressed(), ResumePressed(), EndConfirmed()):
        me.guide.handle(event)
        music.append(me.screen.music)

    assert music == [False, False, False, True]


def test_the_screen_is_kept_awake_only_while_it_runs(me: AtTheDesk) -> None:
    awake = [me.screen.kept_awake]
    for event in (PausePressed(), ResumePressed(), EndConfirmed()):
        me.guide.handle(event)
        awake.append(me.screen.kept_awake)

    assert awake == [True, False, True, False]


def test_every_cue_is_said_when_its_time_comes(me: AtTheDesk) -> None:
    me.goes_on(minutes=5)

    parts = [part for _text, part in me.signs.said]
    assert parts[0] is Part.GET_READY
    assert {Part.HOLD, Part.SWITCH, Part.BREATHE} <= set(parts)


def breathes(*, seconds: float) -> AtTheDesk:
    """Somebody so long into the first breath of a seated break."""
    me = AtTheDesk()
    me.does(Breathe("coherent-5-5", Posture.SEATED))
    goes_on_to(me, Part.BREATHE)
    me.goes_on(seconds=seconds)
    return me


def test_every_part_of_a_breath_is_led_when_it_begins_and_once() -> None:
    me = breathes(seconds=12)

    assert me.signs.led == [
        (Phase.IN, timedelta(seconds=5)),
        (Phase.OUT, timedelta(seconds=5)),
        (Phase.IN, timedelta(seconds=5)),
    ]


def test_a_pause_cuts_the_tone_short_and_what_is_left_of_it_follows() -> None:
    me = breathes(seconds=2)
    me.signs.led.clear()
    hushed = me.signs.hushed

    me.guide.handle(PausePressed())
    after_pause = me.signs.hushed
    me.goes_on(minutes=1)
    me.guide.handle(ResumePressed())

    assert after_pause == hushed + 1
    assert me.signs.led == [(Phase.IN, timedelta(seconds=3))]


def test_the_end_of_a_break_is_silent() -> None:
    me = breathes(seconds=2)
    hushed = me.signs.hushed

    me.guide.handle(EndConfirmed())

    assert me.signs.hushed > hushed


def test_breathing_at_one_s_own_pace_is_led_by_nobody() -> None:
    me = AtTheDesk()
    me.does(Breathe("natural-belly", Posture.SEATED))

    me.goes_on(minutes=1)

    assert me.signs.led == []


def test_the_end_screen_closes_by_itself(me: AtTheDesk) -> None:
    me.guide.handle(EndConfirmed())
    me.goes_on(seconds=29)
    still = me.guide.open

    me.goes_on(seconds=1)

    assert (still, me.guide.open) == (True, False)
    assert isinstance(me.screen.session, Closed)


def test_the_clock_hears_of_the_break_when_the_window_closes(me: AtTheDesk) -> None:
    me.goes_on(minutes=2, seconds=30)
    assert isinstance(me.screen.session, Ended)
    on_the_end_screen = me.situation.state

    me.guide.dismiss()

    assert on_the_end_screen is StateName.ON_BREAK
    assert me.sat == timedelta()


def test_a_break_ended_at_once_clears_nothing(me: AtTheDesk) -> None:
    me.goes_on(seconds=5)
    me.guide.handle(EndPressed())
    me.guide.dismiss()

    assert me.sat >= timedelta(minutes=39)


def test_a_break_ended_early_keeps_what_was_held(me: AtTheDesk) -> None:
    goes_on_to(me, Part.HOLD)
    me.goes_on(seconds=12)

    me.guide.handle(EndConfirmed())

    (left,) = [held for held in me.recorded(Held) if held.exercise == STRETCH]
    assert left.held >= timedelta(seconds=11)


def test_after_one_side_the_next_break_begins_with_the_other(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)
    me.guide.handle(EndConfirmed())
    me.goes_on(minutes=1)

    me.does(Start(STRETCH))
    goes_on_to(me, Part.SWITCH)

    assert sides(me) == [Side.LEFT, Side.RIGHT]


def test_the_side_that_begins_alternates(me: AtTheDesk) -> None:
    me.goes_on(minutes=5)
    me.does(Start("R2"))
    me.goes_on(minutes=5)

    assert sides(me) == [Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT]


def test_the_rotation_moves_on_as_soon_as_a_break_is_over(me: AtTheDesk) -> None:
    me.goes_on(minutes=2, seconds=30)

    assert me.choosing.suggestion().routine.id == "R3"


def test_the_rotation_and_the_side_outlive_the_app(me: AtTheDesk) -> None:
    me.goes_on(minutes=5)

    me.restarts()

    suggested = me.choosing.suggestion()
    assert (suggested.routine.id, suggested.lead) == ("R3", Side.RIGHT)


def test_a_break_left_at_once_leaves_the_rotation_alone(me: AtTheDesk) -> None:
    me.guide.handle(EndPressed())

    assert me.choosing.suggestion().routine.id == "R2"


def test_a_paused_break_stands_still(me: AtTheDesk) -> None:
    me.goes_on(seconds=20)
    me.guide.handle(PausePressed())
    before = me.guide.position()

    me.goes_on(minutes=3)

    assert me.guide.position() == before


def test_a_break_paused_for_ten_minutes_is_over(me: AtTheDesk) -> None:
    me.guide.handle(PausePressed())

    me.goes_on(minutes=10)

    assert outcomes(me) == [SessionOutcome.ENDED]


def test_the_closed_lid_pauses_a_break_that_nobody_told(me: AtTheDesk) -> None:
    me.goes_on(seconds=20)
    before = me.guide.position()

    me.closes_the_lid(minutes=3)
    me.guide.look()

    assert isinstance(me.screen.session, Paused)
    assert me.guide.position() == before


def test_next_is_not_finished(me: AtTheDesk) -> None:
    goes_on_to(me, Part.HOLD)
    me.guide.handle(NextPressed())
    me.goes_on(minutes=5)

    assert outcomes(me) == [SessionOutcome.ENDED]


def test_what_is_left_shrinks_to_nothing(me: AtTheDesk) -> None:
    shares = [me.guide.share_left]
    me.goes_on(seconds=60)
    shares.append(me.guide.share_left)
    me.guide.handle(PausePressed())
    me.goes_on(seconds=60)
    shares.append(me.guide.share_left)
    me.guide.handle(EndConfirmed())
    me.guide.dismiss()
    shares.append(me.guide.share_left)

    assert shares[0] == 1
    assert 0 < shares[1] == shares[2] < 1
    assert shares[3] == 0


def test_without_a_break_nothing_happens() -> None:
    me = AtTheDesk()

    me.guide.handle(PausePressed())

    assert (me.guide.position(), me.guide.open, me.log) == (None, False, [])


def test_what_hurt_is_not_suggested_and_something_gentler_is_offered(
    me: AtTheDesk,
) -> None:
    me.goes_on(minutes=2, seconds=30)

    me.guide.handle(FeltPressed(Feeling.HURT, STRETCH))

    hidden = me.choosing.circumstances().hidden
    offered = me.choosing.gentler(STRETCH)
    assert hidden == {STRETCH}
    assert STRETCH not in {item.exercise for item in offered.items}
    suggested = me.choosing.suggestion().routine.items
    assert STRETCH not in {item.exercise for item in suggested}


def test_what_hurt_comes_back_after_two_weeks(me: AtTheDesk) -> None:
    me.goes_on(minutes=2, seconds=30)
    me.guide.handle(FeltPressed(Feeling.HURT, STRETCH))

    me.at = me.at.later(timedelta(days=14))

    assert me.choosing.circumstances().hidden == set()


def test_two_breaks_that_hurt_bring_the_clinician_line(me: AtTheDesk) -> None:
    told = []
    for _break in range(2):
        me.goes_on(minutes=2, seconds=30)
        me.guide.handle(FeltPressed(Feeling.HURT, STRETCH))
        told.append(me.choosing.practice.see_clinician())
        me.does(Start("R2"))

    assert told == [False, True]


def test_quitting_keeps_what_was_held_and_closes_the_window(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)

    me.guide.quit()

    assert (outcomes(me), sides(me)) == ([SessionOutcome.INTERRUPTED], [Side.LEFT])
    assert (me.guide.open, me.screen.kept_awake) == (False, False)


def test_after_quitting_nothing_is_left_to_recover(me: AtTheDesk) -> None:
    me.guide.quit()

    assert recover(me, me) is None


def test_a_power_cut_closes_the_break_as_interrupted(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)

    me.restarts(killed=True, seconds=20)

    assert (outcomes(me), sides(me)) == ([SessionOutcome.INTERRUPTED], [Side.LEFT])


def test_after_a_power_cut_the_other_side_begins(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)

    me.restarts(killed=True, seconds=20)

    assert me.choosing.rotation.lead is Side.RIGHT


def test_a_power_cut_is_told_once(me: AtTheDesk) -> None:
    me.restarts(killed=True, seconds=20)
    me.restarts(killed=True, seconds=20)

    assert outcomes(me) == [SessionOutcome.INTERRUPTED]


def test_a_power_cut_in_the_first_break_leaves_the_app_ready(me: AtTheDesk) -> None:
    goes_on_to(me, Part.SWITCH)
    me.restarts(killed=True, seconds=20)

    me.does(Start("R3"))

    assert isinstance(me.screen.session, Running)


@pytest.mark.parametrize("kept", [{"session": "yesterday"}, {"held": 3}])
def test_progress_nobody_can_read_is_none(kept: dict[str, object]) -> None:
    me = AtTheDesk()
    me.save(ANCHOR, kept)

    assert recover(me, me) is None


def test_after_whatever_goes_wrong_the_break_goes_on_and_ends(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stumble(text: str, part: Part) -> None:
        monkeypatch.undo()
        raise ZeroDivisionError(text, part)

    me = AtTheDesk()
    monkeypatch.setattr(me.signs, "cue", stumble)
    with pytest.raises(ZeroDivisionError):
        me.does(Start("R2"))
    me.goes_on(minutes=6)
    assert (outcomes(me), me.guide.open) == ([SessionOutcome.FINISHED], False)
    assert me.status["state"] == StateName.AWAY
