"""The card of one day: its line of time, and below it everything that happened."""

from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from psoas_break.domain.day_line import marks_of
from psoas_break.domain.past import History
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.history.chart_card import ChartCard, arrow
from psoas_break.ui.history.choice import HIT
from psoas_break.ui.history.day_line import DayLine
from psoas_break.ui.history.lines import Lines, events_of
from psoas_break.ui.history.words import Names, day_words
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

if TYPE_CHECKING:
    from psoas_break.ui.history.table import HistoryTable


class DayCard(ChartCard):
    """One day; two buttons lead to the day before and the day after.

    Signals:
        stepped (int): the user wants another day, so many days on.
    """

    stepped = Signal(int)

    def __init__(self, *, theme: Theme, names: Names, now: datetime) -> None:
        self._names = names
        self.line = DayLine(theme=theme, names=names, now=now)
        self.before = arrow(Glyph.EARLIER, _("The day before"), theme)
        self.after = arrow(Glyph.LATER, _("The day after"), theme)
        super().__init__(self.line, theme=theme, tools=(self.before, self.after))
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self._lines: Lines = []
        self.everything = Button(
            "", theme=theme, kind=Kind.QUIET, glyph=Glyph.DOWN, hit=HIT
        )
        self.everything.setCheckable(True)
        self.everything.toggled.connect(self._show_events)
        self._below = QVBoxLayout()
        self._below.setContentsMargins(0, 0, 8, 0)
        self._below.addWidget(self.everything, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.body.addLayout(self._below)

    def show_day(
        self,
        day: date,
        history: History,
        *,
        now: datetime,
        today: date,
        sat_since: datetime | None,
    ) -> None:
        """Show a day.

        Args:
            day: Which.
            history: What is remembered of it.
            now: In the user's zone.
            today: The day it is.
            sat_since: Since when one has sat, if that is on this day.
        """
        self.set_title(day_words(day, today))
        marks = marks_of(history, sat_since=sat_since, now=now)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=now.tzinfo)
        self.line.show_marks(marks, noon=noon, now=now)
        self._lines = events_of(history, self._names)
        count = len(self._lines)
        self.everything.setText(
            ngettext(
                "{count} entry of this day", "{count} entries of this day", count
            ).format(count=count)
        )
        self.everything.setVisible(bool(count))
        self._show_events(self.everything.isChecked())
        self.after.setEnabled(day < today)

    def _show_events(self, shown: bool) -> None:  # noqa: FBT001 takes a signal
        """Show everything that happened, or hide it again."""
        there = shown and bool(self._lines)
        if there:
            self.events.show_lines(self._lines)
        if "events" in vars(self):
            self.events.setVisible(there)

    @cached_property
    def events(self) -> "HistoryTable":
        """The table of all that happened, made when it is first opened."""
        from psoas_break.ui.history.table import HistoryTable  # noqa: PLC0415  the same

        table = HistoryTable(theme=self._theme)
        self._below.addWidget(table)
        self.setTabOrder(self.everything, table)
        return table
