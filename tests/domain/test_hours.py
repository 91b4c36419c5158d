"""Working hours: ranges of a week, over midnight and over the change of the clocks."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.hours import Range, WorkingHours

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6


def wall(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN, fold=fold)


def hours(*ranges: tuple[int, str, str]) -> WorkingHours:
    return WorkingHours(
        enabled=True,
        ranges=tuple(
            Range(day, time.fromisoformat(start), time.fromisoformat(end))
            for day, start, end in ranges
        ),
    )


OFFICE = WorkingHours(enabled=True)
LUNCH = hours((MONDAY, "09:00", "12:00"), (MONDAY, "13:00", "18:00"))
NIGHTS = hours((FRIDAY, "22:00", "06:00"), (SATURDAY, "22:00", "06:00"))


def test_off_means_always_on() -> None:
    assert WorkingHours().open_at(wall("2026-03-01T03:00"))


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2026-03-02T08:59:59", False),
        ("2026-03-02T09:00", True),
        ("2026-03-02T17:59:59", True),
        ("2026-03-02T18:00", False),
        ("2026-03-01T12:00", False),
    ],
)
def test_a_range_holds_its_start_and_not_its_end(when: str, *, is_open: bool) -> None:
    assert OFFICE.open_at(wall(when)) is is_open


@pytest.mark.parametrize(
    ("when", "is_open"), [("11:59", True), ("12:30", False), ("13:00", True)]
)
def test_a_day_may_have_several_ranges(when: str, *, is_open: bool) -> None:
    assert LUNCH.open_at(wall(f"2026-03-02T{when}")) is is_open


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2026-03-06T21:59", False),
        ("2026-03-06T23:00", True),
        ("2026-03-07T05:59", True),
        ("2026-03-07T06:00", False),
        ("2026-03-08T05:59", True),
        ("2026-03-09T05:59", False),
    ],
)
def test_a_range_may_run_over_midnight(when: str, *, is_open: bool) -> None:
    assert NIGHTS.open_at(wall(when)) is is_open


def test_a_range_that_ends_where_it_starts_is_a_whole_day() -> None:
    assert hours((MONDAY, "08:00", "08:00")).open_at(wall("2026-03-03T07:59"))


def test_the_next_start_may_be_days_away() -> None:
    assert OFFICE.opens_after(wall("2026-03-06T18:00")) == wall("2026-03-09T09:00")


def test_without_a_range_there_is_none() -> None:
    assert hours().opens_after(wall("2026-03-02T09:00")) is None


def test_when_they_are_off_nothing_opens() -> None:
    assert WorkingHours().opens_after(wall("2026-03-02T09:00")) is None


def test_when_they_are_off_there_is_no_edge() -> None:
    assert WorkingHours().next_edge(wall("2026-03-02T09:00")) is None


def test_without_a_range_there_is_no_edge() -> None:
    assert hours().next_edge(wall("2026-03-02T09:00")) is None


def test_where_ranges_touch_there_is_no_edge() -> None:
    joined = hours((MONDAY, "09:00", "12:00"), (MONDAY, "12:00", "18:00"))
    assert joined.next_edge(wall("2026-03-02T10:00")) == wall("2026-03-02T18:00")


def test_where_ranges_overlap_there_is_no_edge() -> None:
    both = hours((MONDAY, "09:00", "14:00"), (MONDAY, "12:00", "18:00"))
    assert both.next_edge(wall("2026-03-02T10:00")) == wall("2026-03-02T18:00")


# The clocks go forward on Sunday 29 March 2026 at 2:00, back on 25 October at 3:00.


def test_a_night_shift_is_an_hour_shorter_when_the_clocks_go_forward() -> None:
    edge = NIGHTS.next_edge(wall("2026-03-28T23:00"))
    assert edge == wall("2026-03-29T06:00")


def test_an_edge_in_the_hour_that_is_left_out_is_told_as_clocks_show_it() -> None:
    early = hours((SUNDAY, "02:30", "12:00"))
    edge = early.next_edge(wall("2026-03-29T01:00"))
    assert f"{edge:%H:%M}" == "03:30"


def test_in_the_hour_that_comes_twice_a_range_ends_once() -> None:
    shift = hours((SATURDAY, "22:00", "02:30"))
    said = [
        shift.open_at(wall("2026-10-25T02:15")),
        shift.open_at(wall("2026-10-25T02:45")),
        shift.open_at(wall("2026-10-25T02:15", fold=1)),
    ]
    assert said == [True, False, False]


@given(
    st.datetimes(datetime(2026, 3, 20), datetime(2026, 11, 1)),  # noqa: DTZ001
    st.integers(0, 1),
    st.lists(st.builds(Range, st.integers(0, 6), st.times(), st.times()), max_size=4),
)
def test_between_edges_nothing_changes(
    naive: datetime, fold: int, ranges: list[Range]
) -> None:
    now = naive.replace(tzinfo=BERLIN, fold=fold)
    plan = WorkingHours(enabled=True, ranges=tuple(ranges))
    edge = plan.next_edge(now)
    if edge is None:
        return
    middle = datetime.fromtimestamp((now.timestamp() + edge.timestamp()) / 2, BERLIN)
    assert plan.open_at(middle) == plan.open_at(now) != plan.open_at(edge)
