"""Whatever happens: properties of the reminder over random histories."""

import json
from collections import Counter
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
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
from psoas_break.domain.prompt import Shown
from psoas_break.domain.reminder import step
from psoas_break.domain.state import State, blocks, clock_should_run
from tests.histories import histories
from tests.random_desk import BERLIN, Desk

ZERO = timedelta()
TINY = timedelta(microseconds=10)
"""What rounding may take away."""
LONGEST_WAIT = timedelta(minutes=16)
"""Ten minutes in the tray, five looking for a lull, and the gate."""
often = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@often
@given(histories())
def test_never_a_prompt_while_something_is_in_the_way(desk: Desk) -> None:
    wrong = [
        one.event
        for one in desk.steps
        if isinstance(one.after.ask, Shown) and blocks(one.after, one.at, desk.settings)
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
        and not one.after.due(one.at, desk.settings)
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
@given(histories(), st.floats(0.01, 0.99))
def test_nothing_happens_before_the_alarm(desk: Desk, share: float) -> None:
    early = desk.at.later((desk.next_ring() - desk.at) * share)
    idle = early - desk.last_input if desk.idle_known else None
    _state, effects = step(desk.state, TimePassed(idle), early, desk.settings)
    assert effects == ()


@often
@given(histories())
def test_nothing_is_recorded_twice(desk: Desk) -> None:
    twice = [
        key
        for key, n in Counter(record.key for record in desk.records).items()
        if n > 1
    ]
    assert twice == []


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
