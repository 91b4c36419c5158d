"""The sitting clock: runs at the desk, stands still elsewhere, is repaid by absence."""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.durations import ZERO
from psoas_break.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class SittingClock:
    """Time sat since the last real break.

    Attributes:
        value: what it read when it last started or stopped.
        since: when it last started; None while it stands still.
    """

    value: timedelta = ZERO
    since: Moment | None = None

    def read(self, at: Moment) -> timedelta:
        """Return the time sat as of `at`; never less than when it started."""
        if self.since is None:
            return self.value
        ran = at - self.since
        return self.value + ran if ran > ZERO else self.value

    def stopped(self, at: Moment) -> "SittingClock":
        """Return the same clock standing still from `at`."""
        return SittingClock(self.read(at))

    def started(self, at: Moment) -> "SittingClock":
        """Return the same clock running from `at`."""
        return SittingClock(self.read(at), at)

    def less(self, span: timedelta, at: Moment) -> "SittingClock":
        """Return the clock with `span` taken off what it reads at `at`."""
        value = max(ZERO, self.read(at) - span)
        return SittingClock(value, None if self.since is None else at)
