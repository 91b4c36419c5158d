"""What time it is, read once per event."""

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone

from psoas_break.domain.durations import A_DAY

DAY_STARTS = time(4)
"""A day of history begins at 04:00, so a late evening belongs to the day before."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One instant on two clocks.

    `wall` is aware local time and answers calendar questions. Its zone may be a mere
    offset, the one that holds now: an instant kept for later stays one, wherever the
    user travels; a time of day kept for later has to be kept as what the clock reads.
    `steady` counts from some fixed origin, keeps counting while the machine sleeps,
    never jumps, and measures every duration (behaviour 3.10).
    """

    wall: datetime
    steady: timedelta

    def __sub__(self, earlier: "Moment") -> timedelta:
        return self.steady - earlier.steady

    def later(self, span: timedelta) -> "Moment":
        """Return the moment `span` from here, if nobody touches the wall clock."""
        if isinstance(self.wall.tzinfo, timezone):  # always as far from UTC
            return Moment(self.wall + span, self.steady + span)
        instant = self.wall.astimezone(UTC) + span
        return Moment(instant.astimezone(self.wall.tzinfo), self.steady + span)

    def seen_from(self, now: "Moment") -> datetime:
        """Return the wall time of this moment, as the wall clock goes by `now`."""
        return now.later(self - now).wall


def later_of(one: Moment, other: Moment) -> Moment:
    """Return the later of two moments on the steady clock."""
    return one if one.steady >= other.steady else other


def day_of(wall: datetime) -> date:
    """Return the local day a record belongs to.

    >>> day_of(datetime.fromisoformat("2026-03-03T03:59:00+01:00")).isoformat()
    '2026-03-02'
    """
    return wall.date() if wall.time() >= DAY_STARTS else wall.date() - A_DAY


def name_of(when: datetime) -> str:
    """Return a time as it names an event: the same in whichever zone it is told.

    >>> name_of(datetime.fromisoformat("2026-03-03T09:40:00+01:00"))
    '2026-03-03T08:40:00+00:00'
    """
    return when.astimezone(UTC).isoformat()


def instant_of(text: str) -> datetime:
    """Read an instant as `isoformat` writes it, in the offset it was written in.

    Raises:
        TypeError: when it is no text.
        ValueError: when it is no time, tells no offset, or lies in the first year or
            the last, where not everything has a day and a UTC.

    >>> instant_of("2026-03-03T09:40:00+01:00").utcoffset()
    datetime.timedelta(seconds=3600)
    """
    when = datetime.fromisoformat(text)
    if when.tzinfo is None or not MINYEAR < when.year < MAXYEAR:
        msg = f"{text!r} is no instant of ours"
        raise ValueError(msg)
    return when
