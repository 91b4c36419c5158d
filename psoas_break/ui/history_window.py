"""The history window: what has been done, in figures, charts and tables."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.app.commands import Start
from psoas_break.app.totals import Totals
from psoas_break.domain.history import Side
from psoas_break.domain.moment import day_of
from psoas_break.ui.card import Card
from psoas_break.ui.closing import close_on_keys
from psoas_break.ui.history.balance_bar import BalanceBar
from psoas_break.ui.history.calendar_card import CalendarCard
from psoas_break.ui.history.cards import MONTH, Figures
from psoas_break.ui.history.chart_card import ChartCard
from psoas_break.ui.history.chart_words import (
    DAY,
    TIGHTER_DAYS,
    monday_of,
    tighter_words,
)
from psoas_break.ui.history.choice import Choice, Entry
from psoas_break.ui.history.day_cache import DayCache
from psoas_break.ui.history.day_card import DayCard
from psoas_break.ui.history.empty import EmptyCard
from psoas_break.ui.history.exercise_bars import ExerciseBars
from psoas_break.ui.history.header import Header
from psoas_break.ui.history.week_bars import WEEKS, WeekBars
from psoas_break.ui.history.words import Names
from psoas_break.ui.placement import fitting
from psoas_break.ui.settings.data_buttons import Chooser
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import MARGIN_WIDE, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

SIZE = QSize(640, 760)
_LEAST = QSize(360, 420)
_GAP = 14


class HistoryWindow(QWidget):
    """Three figures, a calendar, left and right, weeks, a day, and the exercises.

    Args:
        totals: What the history has come to.
        names: What routines and exercises are called, by id.
        theme: Colours and fonts.
        now: The time, in the user's zone.
        choose: Asks the user for a file and calls back with its path.
    """

    asked = Signal(object)
    """A `Command` the user gave."""

    job_asked = Signal(object, object)
    """Do this `DataJob` with this file (a Path); then call `show_outcome`."""

    def __init__(
        self,
        *,
        totals: Totals,
        names: Names,
        theme: Theme,
        now: datetime,
        choose: Chooser | None = None,
    ) -> None:
        super().__init__()
        self._totals = totals
        self._now = now
        self._sat_since: datetime | None = None
        self._lead: Side | None = None
        self._device: str | None = None
        self._span: timedelta | None = MONTH
        self._days = DayCache(totals=totals, device=None, today=self._today)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        self._build(theme, names, choose)
        self._lay_out(theme)
        close_on_keys(self)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumSize(fitting(self, _LEAST, theme))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def show_now(
        self,
        now: datetime,
        *,
        sat_since: datetime | None = None,
        lead: Side | None = None,
    ) -> None:
        """Read the history anew and show it.

        Args:
            now: The time, in the user's zone.
            sat_since: When the sitting bout began that goes on.
            lead: The side that begins the next break, if that is known.
        """
        self._now, self._sat_since, self._lead = now, sat_since, lead
        self.header.show_devices(self._totals.devices())
        self._show_device()

    def show_outcome(self, line: str) -> None:
        """Say how the export ended."""
        self.header.show_outcome(line)

    @property
    def _today(self) -> date:
        return day_of(self._now)

    def _show_device(self) -> None:
        today = self._today
        begin = self._totals.first_day(device=self._device)
        for card in self._charts:
            card.setVisible(begin is not None)
        self.empty.setVisible(begin is None)
        self.header.export.setVisible(begin is not None)
        self._days = DayCache(totals=self._totals, device=self._device, today=today)
        days = self._days.between(monday_of(today) - (WEEKS - 1) * 7 * DAY, today)
        self.figures.show_days(days, today=today)
        begin = begin or today
        self.calendar.show_days(self._days.between, begin=begin, today=today)
        since = today - (TIGHTER_DAYS - 1) * DAY
        tighter = self._totals.tighter(since, today, device=self._device)
        self._sides.show_days(
            days, today=today, lead=self._lead, tighter=tighter_words(tighter)
        )
        self._bars.show_days(days, begin=begin, today=today)
        self._show_day()
        self._show_exercises()

    def _show_day(self) -> None:
        day = self.calendar.map.day
        since = self._sat_since
        goes_on = since is not None and day_of(since) == day and not self._elsewhere
        self.day.show_day(
            day,
            self._totals.day(day, device=self._device),
            now=self._now,
            today=self._today,
            sat_since=since if goes_on else None,
        )

    def _show_exercises(self) -> None:
        today = self._today
        first = date.min if self._span is None else today - self._span
        sums = self._totals.exercises(first, today, device=self._device)
        self._done.show_sums(sums, today=today)

    @property
    def _elsewhere(self) -> bool:
        """Whether it is another device's history that is shown."""
        here = (one.id for one in self._totals.devices() if one.is_here)
        return self._device not in {None, *here}

    def _pick_device(self, device: str | None) -> None:
        self._device = device
        self._show_device()

    def _pick_span(self, span: timedelta | None) -> None:
        self._span = span
        self._show_exercises()

    def _step_day(self, days: int) -> None:
        self.calendar.map.choose_day(self.calendar.map.day + days * DAY)
        self._show_day()

    def _build(self, theme: Theme, names: Names, choose: Chooser | None) -> None:
        today = self._today
        self.header = Header(theme=theme, choose=choose)
        self.header.device_picked.connect(self._pick_device)
        self.header.job_asked.connect(self.job_asked)
        self.figures = Figures(theme=theme)
        self.calendar = CalendarCard(theme=theme, today=today)
        self.calendar.map.chosen.connect(self._show_day)
        self._sides = BalanceBar(theme=theme, today=today)
        self.balance = ChartCard(self._sides, theme=theme)
        self.balance.centre_sentence()
        self._bars = WeekBars(theme=theme, today=today)
        self.weeks = ChartCard(self._bars, theme=theme)
        self.day = DayCard(theme=theme, names=names, now=self._now)
        self.day.stepped.connect(self._step_day)
        spans = [
            Entry(_("30 days"), MONTH),
            Entry(_("12 months"), timedelta(days=365)),
            Entry(_("All"), None),
        ]
        self.spans = Choice(name=_("Time"), entries=spans, theme=theme)
        self.spans.picked.connect(self._pick_span)
        self._done = ExerciseBars(theme=theme, names=names)
        self.exercises = ChartCard(self._done, theme=theme, tools=(self.spans,))
        self.empty = EmptyCard(theme=theme)
        self.empty.start.clicked.connect(lambda: self.asked.emit(Start()))
        self._charts: tuple[Card, ...] = (
            self.calendar,
            self.balance,
            self.weeks,
            self.day,
            self.exercises,
        )

    def _lay_out(self, theme: Theme) -> None:
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setSpacing(_GAP)
        self._rows.addWidget(self.header)
        self._rows.addWidget(self.figures)
        for card in self._charts:
            self._rows.addWidget(card)
        self._rows.addWidget(self.empty, stretch=1)
        self._rows.addStretch()
        scroll = SlimScroll(theme=theme)
        scroll.show_inside(self._inside)
        self._rows.setContentsMargins(MARGIN_WIDE, 20, MARGIN_WIDE, MARGIN_WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
