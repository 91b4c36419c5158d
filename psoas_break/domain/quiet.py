"""Reasons not to speak, and how long a pause lasts."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import NewType

from psoas_break.domain.durations import ZERO
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.moment import DAY_STARTS, Moment, day_of

ClockReading = NewType("ClockReading", datetime)
"""A date and a time of day, wherever and in whichever season; it has no zone."""


class Reason(StrEnum):
    """What keeps us from asking now."""

    DO_NOT_DISTURB = "do not disturb"
    MICROPHONE = "microphone"
    CAMERA = "camera"
    SCREEN_SHARE = "screen share"
    PRESENTATION = "presentation"
    FULL_SCREEN = "full screen"
    MEETING = "meeting"
    LISTED_APP = "listed app"


CALLS = frozenset({Reason.MICROPHONE, Reason.CAMERA})
"""While one of these holds, missing input is sitting; its start is a return."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """One reason that holds; `until` is None when nobody can say."""

    reason: Reason
    since: Moment
    until: Moment | None = None


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence asked for by the user.

    At most one of the ends is set: `until` on the steady clock ("for an hour"),
    `wall` on the wall clock ("until tomorrow"). Neither: until resumed. `wall` is what
    the clock reads then (`on_the_clock`): nine on Monday is nine, though the clocks
    have gone forward on Sunday.
    """

    since: Moment
    until: Moment | None = None
    wall: ClockReading | None = None

    def over(self, at: Moment) -> bool:
        """Whether it has ended by `at`."""
        if self.until is not None:
            return at - self.until >= ZERO
        if self.wall is None:
            return False
        return on_the_clock(at.wall) >= self.wall

    def ends(self, at: Moment) -> datetime | None:
        """Return the wall time it ends at, as far as one can tell `at` now."""
        if self.until is not None:
            return self.until.seen_from(at)
        return self.wall and self.wall.replace(tzinfo=at.wall.tzinfo)


def on_the_clock(when: datetime) -> ClockReading:
    """Return what a clock reads at `when`, with no word of zone or season.

    >>> on_the_clock(datetime.fromisoformat("2026-03-30T09:00:00+01:00")).isoformat()
    '2026-03-30T09:00:00'
    """
    return ClockReading(when.replace(tzinfo=None))


TOMORROW_IS_AT_LEAST = timedelta(hours=4)
"""How far away "until tomorrow" lies at the least."""


def tomorrow(wall: datetime, hours: WorkingHours) -> datetime:
    """When "until tomorrow" ends: next working hours, else 04:00; 4 h away or more.

    The afternoon of a day with a lunch break is not tomorrow.

    >>> late = datetime.fromisoformat("2026-03-02T23:00:00+00:00")
    >>> tomorrow(late, WorkingHours()).isoformat()
    '2026-03-03T04:00:00+00:00'
    >>> tomorrow(late, WorkingHours(enabled=True)).isoformat()
    '2026-03-03T09:00:00+00:00'
    """
    in_four_hours = wall.astimezone(UTC) + TOMORROW_IS_AT_LEAST
    soonest = in_four_hours.astimezone(wall.tzinfo)
    opening = hours.opens_after(soonest - timedelta(microseconds=1))
    while opening is not None and day_of(opening) == day_of(wall):
        opening = hours.opens_after(opening)
    return opening if opening is not None else next_time(soonest, DAY_STARTS)


def next_time(wall: datetime, clock: time) -> datetime:
    """Return the first instant at or after `wall` whose clock reads `clock`."""
    today = datetime.combine(wall.date(), clock, tzinfo=wall.tzinfo)
    return today if today >= wall else today + timedelta(days=1)
