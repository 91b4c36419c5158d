"""Until when a pause lasts."""

from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.domain.moment import Moment
from psoas_break.domain.quiet import Pause, next_time, on_the_clock, tomorrow

BERLIN = ZoneInfo("Europe/Berlin")
ANY_TIME, OFFICE = WorkingHours(), WorkingHours(enabled=True)
LUNCH = WorkingHours(
    enabled=True,
    ranges=tuple(
        Range(day, time(start), time(end))
        for day in range(5)
        for start, end in ((9, 12), (13, 18))
    ),
)


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("now", "hours", "ends"),
    [
        ("2026-03-02T23:00", ANY_TIME, "2026-03-03T04:00"),
        ("2026-03-03T00:00", ANY_TIME, "2026-03-03T04:00"),
        ("2026-03-03T00:01", ANY_TIME, "2026-03-04T04:00"),
        ("2026-03-02T10:00", ANY_TIME, "2026-03-03T04:00"),
        ("2026-03-02T23:00", OFFICE, "2026-03-03T09:00"),
        ("2026-03-06T17:00", OFFICE, "2026-03-09T09:00"),
        ("2026-03-03T03:00", OFFICE, "2026-03-03T09:00"),
        ("2026-03-03T06:00", OFFICE, "2026-03-04T09:00"),
        ("2026-03-02T08:00", LUNCH, "2026-03-03T09:00"),
        ("2026-03-02T12:30", LUNCH, "2026-03-03T09:00"),
    ],
)
def test_until_tomorrow_is_the_next_working_morning(
    now: str, hours: WorkingHours, ends: str
) -> None:
    assert tomorrow(wall(now), hours) == wall(ends)


def test_four_hours_are_four_hours_when_the_clocks_go_forward() -> None:
    assert tomorrow(wall("2026-03-28T23:30"), ANY_TIME) == wall("2026-03-30T04:00")


def test_without_any_working_hours_it_is_four_in_the_morning() -> None:
    never = WorkingHours(enabled=True, ranges=())
    assert tomorrow(wall("2026-03-02T10:00"), never) == wall("2026-03-03T04:00")


def test_the_next_time_the_clock_shows_may_be_tomorrow() -> None:
    assert next_time(wall("2026-03-02T15:00"), time(14)) == wall("2026-03-03T14:00")


def test_or_now() -> None:
    assert next_time(wall("2026-03-02T14:00"), time(14)) == wall("2026-03-02T14:00")


def test_a_pause_without_end_never_ends() -> None:
    now = Moment(wall("2026-03-02T10:00"), timedelta())
    pause = Pause(now)
    assert (pause.over(now.later(timedelta(days=9))), pause.ends(now)) == (False, None)


def test_a_pause_of_an_hour_ends_where_the_wall_clock_will_be() -> None:
    now = Moment(wall("2026-03-02T10:00"), timedelta())
    pause = Pause(now, until=now.later(timedelta(hours=1)))
    moved = Moment(wall("2026-03-02T09:00"), timedelta())
    assert pause.ends(moved) == wall("2026-03-02T10:00")


WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
"""The offset is all that a system's clock tells of its zone."""


def friday_until_tomorrow() -> Pause:
    friday = datetime(2026, 3, 27, 17, tzinfo=WINTER)
    until = on_the_clock(tomorrow(friday, OFFICE))
    return Pause(Moment(friday, timedelta()), wall=until)


@pytest.mark.parametrize(("clock", "over"), [("08:59", False), ("09:00", True)])
def test_until_monday_at_nine_is_nine_after_the_clocks_went_forward(
    clock: str, *, over: bool
) -> None:
    monday = datetime.fromisoformat(f"2026-03-30T{clock}").replace(tzinfo=SUMMER)
    assert friday_until_tomorrow().over(Moment(monday, timedelta(days=3))) is over


def test_and_that_is_when_it_is_said_to_end() -> None:
    sunday = Moment(datetime(2026, 3, 29, 12, tzinfo=SUMMER), timedelta(days=2))
    ends = friday_until_tomorrow().ends(sunday)
    assert ends == datetime(2026, 3, 30, 9, tzinfo=SUMMER)
