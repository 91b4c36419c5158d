"""What the history's charts ask for: a port, apart from the others for its length."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from psoas_break.domain.noticing import Noticing
from psoas_break.domain.past import History
from psoas_break.domain.sums import DaySum, ExerciseSum, PastDevice


class Totals(Protocol):
    """What the history has come to, of all devices or of the one with this id."""

    def devices(self) -> tuple[PastDevice, ...]:
        """Every device in the history, this one first."""
        ...

    def first_day(self, *, device: str | None = None) -> date | None:
        """The day on which the history begins; None when there is none."""
        ...

    def days(
        self, first: date, last: date, *, device: str | None = None
    ) -> Mapping[date, DaySum]:
        """What each day between two, both included, has come to."""
        ...

    def exercises(
        self, first: date, last: date, *, device: str | None = None
    ) -> tuple[ExerciseSum, ...]:
        """What each exercise has come to, the one held longest first."""
        ...

    def tighter(
        self, first: date, last: date, *, device: str | None = None
    ) -> Mapping[Noticing, int]:
        """How often each side felt tighter between two days, and how often neither."""
        ...

    def day(self, day: date, *, device: str | None = None) -> History:
        """Everything of one day."""
        ...
