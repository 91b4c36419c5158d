"""Changing settings one at a time, when some only make sense together."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.settings import Reminders, Settings, Surface
from psoas_break.ui.settings.draft import Draft
from psoas_break.ui.settings.key import Key

EARLIEST = Key("reminders", "earliest")
LATEST = Key("reminders", "latest")
SURFACE = Key("reminders", "surface")
AWAY = Key("reminders", "away_after")


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


def test_a_good_value_applies() -> None:
    draft = Draft(Settings())
    assert draft.propose({EARLIEST: minutes(20)})
    assert draft.settings.reminders.earliest == minutes(20)


def test_the_same_value_again_is_no_change() -> None:
    assert not Draft(Settings()).propose({EARLIEST: minutes(30)})


def test_a_bad_value_is_refused_with_a_reason_and_stays_in_its_field() -> None:
    draft = Draft(Settings())
    assert not draft.propose({EARLIEST: minutes(60)})
    assert draft.settings == Settings()
    assert draft.shown(EARLIEST) == minutes(60)
    assert draft.refusals[EARLIEST].startswith("The earliest prompt")


def test_a_refused_value_applies_once_the_other_half_is_there() -> None:
    draft = Draft(Settings())
    draft.propose({EARLIEST: minutes(60)})
    assert draft.propose({LATEST: minutes(90)})
    window = draft.settings.reminders
    assert (window.earliest, window.latest) == (minutes(60), minutes(90))
    assert not draft.refusals


def test_one_refused_value_does_not_hold_up_the_others() -> None:
    draft = Draft(Settings())
    draft.propose({AWAY: minutes(5)})
    draft.propose({SURFACE: Surface.TRAY})
    assert draft.settings.reminders.surface is Surface.TRAY
    assert AWAY in draft.refusals


def test_taking_a_refused_value_back_ends_the_refusal() -> None:
    draft = Draft(Settings())
    draft.propose({EARLIEST: minutes(60)})
    draft.propose({EARLIEST: minutes(30)})
    assert not draft.refusals


def test_settings_from_outside_replace_a_refused_value_they_change() -> None:
    draft = Draft(Settings())
    draft.propose({EARLIEST: minutes(60)})
    draft.take_over(Settings(reminders=Reminders(earliest=minutes(10))), {EARLIEST})
    assert draft.shown(EARLIEST) == minutes(10)
    assert not draft.refusals


def test_settings_from_outside_leave_a_refused_value_they_do_not_change() -> None:
    draft = Draft(Settings())
    draft.propose({EARLIEST: minutes(60)})
    draft.take_over(Settings(reminders=Reminders(chime=True)), {EARLIEST})
    assert draft.shown(EARLIEST) == minutes(60)


def test_a_group_and_a_field_of_it_change_together() -> None:
    draft = Draft(Settings())
    empty = WorkingHours(ranges=())
    draft.propose({Key("hours"): empty, Key("hours", "enabled"): True})
    assert draft.settings.hours == replace(empty, enabled=True)


@given(
    st.integers(5, 180), st.integers(5, 240), st.integers(5, 180), st.integers(5, 240)
)
def test_any_window_can_be_reached_from_any_other(
    a: int, b: int, c: int, d: int
) -> None:
    start = Reminders(earliest=minutes(min(a, b)), latest=minutes(max(a, b)))
    draft = Draft(Settings(reminders=start))
    low, high = minutes(min(c, d)), minutes(max(c, d))
    draft.propose({EARLIEST: low})
    draft.propose({LATEST: high})
    assert draft.settings.reminders == replace(start, earliest=low, latest=high)
