"""The days the window has asked for already, and further back on demand."""

from collections.abc import Mapping
from datetime import date

from psoas_break.app.totals import Totals
from psoas_break.domain.sums import DaySum
from psoas_break.ui.history.chart_words import DAY

AT_ONCE = 366 * DAY
"""How far back it reads when it has to."""


class DayCache:
    """Reads as little as is shown, and nothing twice."""

    def __init__(self, *, totals: Totals, device: str | None, today: date) -> None:
        """Know nothing yet.

        Args:
            totals: where to ask.
            device: whose days; None for all.
            today: the last day.
        """
        self._totals = totals
        self._device = device
        self._today = today
        self._known: dict[date, DaySum] = {}
        self._from = today + DAY

    def between(self, first: date, _last: date) -> Mapping[date, DaySum]:
        """Return what days have come to: those asked for, and perhaps others."""
        if first < self._from:
            begin = first
            if self._known:
                begin = min(first, self._from - AT_ONCE)
            found = self._totals.days(begin, self._from - DAY, device=self._device)
            self._known.update(found)
            self._from = begin
        return self._known
