"""The history window: what has been done, in figures, charts and tables."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from psoas_break.app.commands import Start
from psoas_break.app.totals import Totals
from psoas_break.domain.history import Side
from psoas_break.domain.moment import day_of
from psoas_break.domain.sums import sum_of
from psoas_break.ui.card import Card
from psoas_break.ui.history.balance_bar import BalanceBar
from psoas_break.ui.history.calendar_card import CalendarCard
from psoas_break.ui.history.cards import StatCard
from psoas_break.ui.history.chart_card import ChartCard
from psoas_break.ui.history.chart_words import (
    DAY,
    average_words,
    minutes_words,
    monday_of,
    this_month,
    this_week,
)
from psoas_break.ui.history.choice import Choice, Entry
from psoas_break.ui.history.day_cache import DayCache
from psoas_break.ui.history.day_card import DayCard
from psoas_break.ui.history.device_choice import device_entries
from psoas_break.ui.history.empty import EmptyCard
from psoas_break.ui.history.exercise_bars import ExerciseBars
from psoas_break.ui.history.week_bars import WEEKS, WeekBars
from psoas_break.ui.history.words import Names
from psoas_break.ui.label import Label
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

SIZE = QSize(640, 760)
_LEAST = QSize(360, 420)
_GAP = 14
MONTH = 30 * DAY


class HistoryWindow(QWidget):
    """Three figures, a calendar, left and right, weeks, a day, and the exercises.

    Args:
        totals: What the history has come to.
        names: What routines and exercises are called, by id.
        theme: Colours and fonts.
        now: The time, in the user's zone.
    """

    asked = Signal(object)
    """A `Command` the user gave."""

    def __init__(
        self, *, totals: Totals, names: Names, theme: Theme, now: datetime
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
        self._build(theme, names)
        self._lay_out()
        for keys in (QKeySequence("Esc"), QKeySequence.StandardKey.Close):
            QShortcut(keys, self, self.close)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumSize(theme.px(_LEAST.width()), theme.px(_LEAST.height()))
        if not self.isVisible():
            self.resize(theme.px(SIZE.width()), theme.px(SIZE.height()))

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
        devices = self._totals.devices()
        self.devices.setVisible(len(devices) > 1)
        self.devices.show_entries(device_entries(devices))
        self._show_device()

    @property
    def _today(self) -> date:
        return day_of(self._now)

    def _show_device(self) -> None:
        today = self._today
        begin = self._totals.first_day(device=self._device)
        for card in self._charts:
            card.setVisible(begin is not None)
        self.empty.setVisible(begin is None)
        self._days = DayCache(totals=self._totals, device=self._device, today=today)
        days = self._days.between(monday_of(today) - (WEEKS - 1) * 7 * DAY, today)
        self._show_figures()
        begin = begin or today
        self.calendar.show_days(self._days.between, begin=begin, today=today)
        self._sides.show_days(days, today=today, lead=self._lead)
        self._bars.show_days(days, begin=begin, today=today)
        self._show_day()
        self._show_exercises()

    def _show_figures(self) -> None:
        today = self._today
        days = self._days.between(today - MONTH, today)
        week = this_week(days, today).breaks
        self.week.show_figure(
            str(week), ngettext("break this week", "breaks this week", week)
        )
        month = this_month(days, today)
        self.month.show_figure(
            minutes_words(month.stretched), _("stretching this month")
        )
        lately = sum_of(days, today - MONTH, today)
        self.bout.show_figure(average_words(lately), _("average sitting stretch"))

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

    def _build(self, theme: Theme, names: Names) -> None:
        today = self._today
        self._title = Label(_("History"), theme=theme, style=Text.TITLE)
        self._title.set_wide(True)
        everything = [Entry(_("All devices"), None)]
        self.devices = Choice(name=_("Device"), entries=everything, theme=theme)
        self.devices.picked.connect(self._pick_device)
        self.week, self.month, self.bout = (StatCard(theme=theme) for _n in range(3))
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

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(self._title)
        header.addStretch()
        header.addWidget(self.devices)
        figures = QHBoxLayout()
        figures.setSpacing(_GAP)
        for figure in (self.week, self.month, self.bout):
            figures.addWidget(figure, stretch=1)
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setSpacing(_GAP)
        self._rows.addLayout(header)
        self._rows.addLayout(figures)
        for card in self._charts:
            self._rows.addWidget(card)
        self._rows.addWidget(self.empty, stretch=1)
        self._rows.addStretch()
        scroll = QScrollArea()
        scroll.setWidget(self._inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._rows.setContentsMargins(MARGIN_WIDE, 20, MARGIN_WIDE, MARGIN_WIDE)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
