"""A week of working hours: what is wrong with one, and what it is in words."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.ui.settings.week import free_range, joined, overlaps, summary

MON, TUE, FRI, SAT, SUN = 0, 1, 4, 5, 6


def hours(day: int, start: str, end: str) -> Range:
    return Range(day, time.fromisoformat(start), time.fromisoformat(end))


WORKDAY = [
    *(hours(day, "09:00", "12:30") for day in range(5)),
    *(hours(day, "13:00", "18:00") for day in range(5)),
]


@pytest.mark.parametrize(
    ("ranges", "words"),
    [
        (WORKDAY, "Mon to Fri 9:00-12:30, 13:00-18:00"),
        ([hours(MON, "09:00", "17:00"), hours(TUE, "09:00", "17:00")], "Mon, Tue 9"),
        ([hours(SAT, "22:00", "02:00")], "Sat 22:00-2:00"),
        ([hours(SUN, "00:00", "00:00")], "Sun all day"),
        ([hours(MON, "09:00", "10:00"), hours(FRI, "11:00", "12:00")], " · Fri 11:00"),
        ([], "No hours: never a prompt"),
    ],
)
def test_a_week_in_words(ranges: list[Range], words: str) -> None:
    assert words in summary(ranges).replace("\N{EN DASH}", "-")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (hours(MON, "09:00", "12:00"), hours(MON, "11:00", "13:00")),
        (hours(MON, "09:00", "18:00"), hours(MON, "12:00", "13:00")),
        (hours(MON, "22:00", "06:00"), hours(TUE, "05:00", "09:00")),
        (hours(MON, "05:00", "09:00"), hours(SUN, "22:00", "06:00")),
        (hours(MON, "00:00", "00:00"), hours(MON, "09:00", "10:00")),
    ],
)
def test_the_later_of_two_ranges_that_overlap_is_named(
    first: Range, second: Range
) -> None:
    assert list(overlaps([first, second])) == [1]


@pytest.mark.parametrize(
    "ranges",
    [
        WORKDAY,
        [hours(MON, "09:00", "12:00"), hours(MON, "12:00", "13:00")],
        [hours(MON, "22:00", "06:00"), hours(TUE, "06:00", "09:00")],
        [hours(SUN, "22:00", "00:00"), hours(MON, "00:00", "09:00")],
    ],
)
def test_ranges_that_only_touch_are_fine(ranges: list[Range]) -> None:
    assert overlaps(ranges) == {}


def test_an_overlap_says_with_what_and_on_which_day() -> None:
    found = overlaps([hours(SUN, "22:00", "06:00"), hours(MON, "05:00", "09:00")])
    assert found[1].replace("\N{EN DASH}", "-") == "Overlaps with Sun 22:00-6:00"


def test_joining_makes_one_of_two() -> None:
    two = [hours(MON, "09:00", "12:00"), hours(MON, "11:00", "13:00")]
    assert joined(two) == (hours(MON, "09:00", "13:00"),)


def test_joining_goes_over_the_end_of_the_week() -> None:
    two = [hours(MON, "05:00", "09:00"), hours(SUN, "22:00", "06:00")]
    assert joined(two) == (hours(SUN, "22:00", "09:00"),)


@pytest.mark.parametrize(
    ("taken", "offered"),
    [
        ([], hours(MON, "09:00", "18:00")),
        ([hours(MON, "09:00", "12:30")], hours(MON, "13:00", "17:00")),
        ([hours(SUN, "20:00", "10:00")], hours(MON, "10:00", "11:00")),
        ([hours(MON, "09:00", "23:30")], hours(MON, "00:00", "01:00")),
        ([hours(MON, "00:00", "00:00")], None),
    ],
)
def test_another_range_does_not_overlap(
    taken: list[Range], offered: Range | None
) -> None:
    assert free_range(taken, MON) == offered


clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
weeks = st.lists(st.builds(Range, st.integers(0, 6), clocks, clocks), max_size=6)


@given(weeks)
def test_what_was_joined_never_overlaps(ranges: list[Range]) -> None:
    assert overlaps(joined(ranges)) == {}


@given(weeks, st.integers(0, 7 * 96 - 1))
def test_joining_changes_no_hour(ranges: list[Range], quarter: int) -> None:
    wall = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=15 * quarter)
    before = WorkingHours(enabled=True, ranges=tuple(ranges))
    after = WorkingHours(enabled=True, ranges=joined(ranges))
    assert before.open_at(wall) == after.open_at(wall)


@given(weeks, st.integers(0, 6))
def test_a_further_range_never_overlaps(ranges: list[Range], day: int) -> None:
    whole = joined(ranges)
    new = free_range(whole, day)
    assert new is None or overlaps([*whole, new]) == {}
