"""Whatever happens: properties of the reminder over random histories."""

import json
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.domain.absence import Certain, Gone
from psoas_break.domain.events import (
    CauseEnded,
    Event,
    InhibitorBegan,
    InhibitorEnded,
    LeftForSure,
    PauseSet,
    PromptDismissed,
    QuietBegan,
    QuietEnded,
    SessionOver,
    ShowPrompt,
    Skipped,
    SnoozeAsked,
    StandingSet,
    TimePassed,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.prompt import Shown, prompt_of
from psoas_break.domain.restart import restart
from psoas_break.domain.state import State, blocks, clock_should_run
from psoas_break.domain.waking import wake_at
from tests.histories import histories, often
from tests.random_desk import BERLIN, Desk

ZERO = timedelta()
TINY = timedelta(microseconds=10)
"""What rounding may take away."""
LONGEST_WAIT = timedelta(minutes=16)
"""Ten minutes in the tray, five looking for a lull, and the gate."""


@often
@given(histories())
def test_never_a_prompt_while_something_is_in_the_way(desk: Desk) -> None:
    wrong = [
        one.event
        for one in desk.steps
        if isinstance(one.after.ask, Shown) and blocks(one.after, one.at, one.settings)
    ]
    assert wrong == []


@often
@given(histories())
def test_a_prompt_that_comes_was_due(desk: Desk) -> None:
    early = [
        one
        for one in desk.steps
        if isinstance(one.event, TimePassed)
        and any(isinstance(effect, ShowPrompt) for effect in one.effects)
        and not one.after.due(one.at, one.settings)
    ]
    assert early == []


@often
@given(histories())
def test_sitting_past_latest_with_nothing_in_the_way_always_prompts(
    desk: Desk,
) -> None:
    desk.settings = replace(desk.settings, hours=WorkingHours())
    for event in _the_way_is_freed(desk):
        desk.happens(event)
    desk.passes(timedelta(minutes=2), typing=True)
    so_far = len(desk.steps)
    desk.passes(desk.settings.reminders.latest + LONGEST_WAIT, typing=True)
    shown = [
        one
        for one in desk.steps[so_far:]
        if any(isinstance(effect, ShowPrompt) for effect in one.effects)
    ]
    assert shown or isinstance(desk.steps[so_far].before.ask, Shown)


def _the_way_is_freed(desk: Desk) -> list[Event]:
    state = desk.state
    return [
        SessionOver(finished=False, active=ZERO),
        *(QuietEnded(quiet.reason) for quiet in state.quiets),
        InhibitorEnded(),
        PauseSet(None),
        StandingSet(on=False),
        *(CauseEnded(cause) for cause in Certain),
    ]


@often
@given(histories())
def test_we_wait_for_a_time_or_for_the_user(desk: Desk) -> None:
    assert desk.next_ring() - desk.at > ZERO


@often
@given(histories(), st.floats(0.01, 0.99), st.booleans(), st.booleans())
def test_nothing_happens_before_the_alarm(
    desk: Desk,
    share: float,
    told_of_return: bool,  # noqa: FBT001  drawn, not passed by hand
    told_of_silence: bool,  # noqa: FBT001
) -> None:
    desk.told_of_return = told_of_return
    desk.told_of_silence = told_of_silence
    desk.look()
    before = desk.state
    desk.at = desk.at.later((desk.next_ring() - desk.at) * share)
    desk.look()
    assert (desk.state, desk.steps[-1].effects) == (before, ())


@often
@given(histories())
def test_with_nothing_in_the_way_what_is_due_is_soon_looked_at(desk: Desk) -> None:
    desk.look()
    state, rings = desk.state, wake_at(desk.state, desk.at, desk.settings)
    open_question = prompt_of(state.ask) or state.due(desk.at, desk.settings)
    if open_question and not blocks(state, desk.at, desk.settings):
        assert rings is not None
        assert rings - desk.at <= LONGEST_WAIT


@often
@given(histories())
def test_the_clock_reads_at_most_the_bout(desk: Desk) -> None:
    for one in desk.steps:
        bout = ZERO if one.after.bout is None else one.at - one.after.bout
        assert ZERO <= one.after.sat(one.at) <= bout + TINY


@often
@given(histories(), st.sampled_from([0.1, 1, 2.9, 3.1, 4.9, 5.1, 12, 40]))
def test_of_a_gap_away_after_was_sitting_and_a_natural_break_clears(
    desk: Desk, minutes: float
) -> None:
    desk.session = None
    desk.happens(SessionOver(finished=False, active=ZERO))
    before, at = desk.state, desk.at
    gap, rules = timedelta(minutes=minutes), desk.settings.reminders
    desk.at = at.later(gap)
    after, _effects = restart(before, at, desk.at, desk.settings, same_boot=True)
    read = before.sat(at)
    if isinstance(before.presence, Gone):
        assert after.sat(desk.at) <= read
    elif before.standing is not None:
        assert after.sat(desk.at) in (read, ZERO)
    elif gap < rules.natural_break:
        assert abs(after.sat(desk.at) - read - min(gap, rules.away_after)) < TINY
    else:
        assert after.sat(desk.at) == ZERO


@often
@given(histories())
def test_time_alone_never_lowers_the_clock_of_who_sits(desk: Desk) -> None:
    lowered = [
        one
        for one in desk.steps
        if isinstance(one.event, TimePassed)
        and not isinstance(one.before.presence, Gone)
        and not isinstance(one.after.presence, Gone)
        and one.before.standing is None
        and one.after.sat(one.at) < one.before.sat(one.at)
    ]
    assert lowered == []


QUIET_EVENTS = (
    QuietBegan,
    QuietEnded,
    InhibitorBegan,
    InhibitorEnded,
    LeftForSure,
    PauseSet,
    PromptDismissed,
    Skipped,
    SnoozeAsked,
)


@often
@given(histories())
def test_a_suppression_never_lowers_the_clock(desk: Desk) -> None:
    lowered = [
        one
        for one in desk.steps
        if isinstance(one.event, QUIET_EVENTS)
        and not isinstance(one.before.presence, Gone)
        and one.after.sat(one.at) < one.before.sat(one.at)
    ]
    assert lowered == []


@often
@given(histories())
def test_the_clock_runs_exactly_while_the_user_sits(desk: Desk) -> None:
    wrong = [
        one
        for one in desk.steps
        if clock_should_run(one.after) is (one.after.clock.since is None)
    ]
    assert wrong == []


@often
@given(histories())
def test_the_window_never_lies_behind_its_base(desk: Desk) -> None:
    assert all(one.after.into_window(one.at) > -TINY for one in desk.steps)


@often
@given(histories())
def test_an_absence_is_never_shorter_than_its_certain_part(desk: Desk) -> None:
    gone = [(o.after.presence, o.at) for o in desk.steps]
    assert all(
        g.certain_by(at) <= at - g.start for g, at in gone if isinstance(g, Gone)
    )


@often
@given(histories())
def test_every_state_survives_the_disk(desk: Desk) -> None:
    plain = json.loads(json.dumps(to_plain(desk.state)))
    assert from_plain(State, plain, BERLIN) == desk.state


@often
@given(histories())
def test_looks_are_rare(desk: Desk) -> None:
    so_far = len(desk.steps)
    desk.passes(timedelta(minutes=10), typing=True)
    at_most = timedelta(minutes=10) / desk.settings.reminders.lull + 20
    assert len(desk.steps) - so_far <= at_most
