"""Moments: two clocks that are read together."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from psoas_break.domain.moment import Moment, day_of, later_of

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)


def moment(text: str, steady: timedelta = HOUR) -> Moment:
    return Moment(datetime.fromisoformat(text).replace(tzinfo=BERLIN), steady)


def test_a_difference_is_steady_time() -> None:
    one, other = moment("2026-03-02T10:00", HOUR), moment("2026-03-02T10:00", 3 * HOUR)
    assert other - one == 2 * HOUR


def test_later_leaps_over_the_hour_the_clocks_leave_out() -> None:
    assert f"{moment('2026-03-29T01:30').later(HOUR).wall:%H:%M}" == "03:30"


def test_later_tells_the_hour_that_comes_twice_apart() -> None:
    second = moment("2026-10-25T02:30").later(HOUR).wall
    assert (f"{second:%H:%M}", second.fold) == ("02:30", 1)


def test_a_moment_is_seen_from_the_wall_clock_of_now() -> None:
    then = moment("2026-03-02T10:00", HOUR)
    now = moment("2026-03-02T09:30", 2 * HOUR)
    assert f"{then.seen_from(now):%H:%M}" == "08:30"


def test_of_two_moments_the_steady_clock_says_which_is_later() -> None:
    early, late = moment("2026-03-02T12:00", HOUR), moment("2026-03-02T09:00", 2 * HOUR)
    assert later_of(early, late) is later_of(late, early) is late


@pytest.mark.parametrize(
    ("wall", "day"),
    [("2026-03-03T03:59", date(2026, 3, 2)), ("2026-03-03T04:00", date(2026, 3, 3))],
)
def test_a_day_starts_at_four(wall: str, day: date) -> None:
    assert day_of(moment(wall).wall) == day
