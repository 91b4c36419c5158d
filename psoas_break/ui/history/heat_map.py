"""Breaks per day, as a calendar: a column for each week, darker for more."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent, QWheelEvent

from psoas_break.domain.sums import DaySum
from psoas_break.ui.history.calendar_cells import (
    CELL,
    GAP,
    PITCH,
    paint_cell,
    paint_frame,
    paint_legend,
)
from psoas_break.ui.history.calendar_steps import level, month_labels
from psoas_break.ui.history.chart import Chart, Spot, Table
from psoas_break.ui.history.chart_words import (
    DAY,
    breaks_words,
    day_sum_words,
    long_words,
    monday_of,
)
from psoas_break.ui.history.words import date_words, day_words, held_words
from psoas_break.ui.settings.week import short_weekdays
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_LABELS = 36
_MONTHS = 22.0
_LEGEND = 28.0
_FEWEST_WEEKS = 4
_WEEK = 7 * DAY

DaysOf = Callable[[date, date], Mapping[date, DaySum]]
"""Finds what the days between two have come to."""


class HeatMap(Chart):
    """Weeks as columns, the newest at the right; it can be moved back through years."""

    def __init__(self, *, theme: Theme, today: date) -> None:
        self._days: DaysOf = lambda _first, _last: {}
        self._today = today
        self._begin = today
        self._last = monday_of(today)
        self._chosen = today
        super().__init__(name=_("Breaks per day"), theme=theme)
        self.chosen.connect(self._choose)

    @property
    def day(self) -> date:
        """The day that is chosen."""
        return self._chosen

    @property
    def shown(self) -> tuple[date, date]:
        """The first and the last day that are shown."""
        return self._mondays(self._width())[0], min(self._last + 6 * DAY, self._today)

    def show_days(self, days: DaysOf, *, begin: date, today: date) -> None:
        """Show what days have come to.

        Args:
            days: Finds them.
            begin: The first day of the history.
            today: The last.
        """
        if self._last == monday_of(self._today):
            self._last = monday_of(today)
        if self._chosen == self._today:
            self._chosen = today
        self._days, self._begin, self._today = days, begin, today
        self.refresh()

    def choose_day(self, day: date) -> None:
        """Choose a day and bring it into view."""
        self._chosen = min(day, self._today)
        monday, mondays = monday_of(self._chosen), self._mondays(self._width())
        if monday > self._last:
            self._last = monday
        elif monday < mondays[0]:
            self._last = monday + (len(mondays) - 1) * _WEEK
        self.refresh()

    def move_weeks(self, weeks: int) -> None:
        """Show later weeks, or earlier ones if negative."""
        count = len(self._mondays(self._width()))
        newest = monday_of(self._today)
        oldest = min(monday_of(self._begin) + (count - 1) * _WEEK, newest)
        self._last = min(max(self._last + weeks * _WEEK, oldest), newest)
        self.refresh()

    def move_page(self, pages: int) -> None:
        """Show the weeks before or after those shown."""
        self.move_weeks(pages * (len(self._mondays(self._width())) - 1))

    def move_to_year(self, year: int) -> None:
        """Show the end of a year."""
        self._last = monday_of(min(date(year, 12, 31), self._today))
        self.move_weeks(0)

    @property
    def can_go_back(self) -> bool:
        """Whether there is more to the left."""
        return self._mondays(self._width())[0] > monday_of(self._begin)

    @property
    def can_go_on(self) -> bool:
        """Whether there is more to the right."""
        return self._last < monday_of(self._today)

    def refresh(self) -> None:
        """Show what has changed; the keyboard's spot stays on the chosen day."""
        first, last = self.shown
        within = first <= self._chosen <= last
        self._at = (self._chosen - first).days if within else None
        super().refresh()

    # What a chart must say

    def height_in(self, _width: float) -> float:
        """Months, seven days and the legend."""
        return _MONTHS + 7 * PITCH + self._theme.px(_LEGEND)

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the cells of the days, their labels, and what the colours mean."""
        t = self._theme
        mondays = self._mondays(size.width())
        painter.setFont(t.font(Text.MICRO))
        painter.setPen(t.muted)
        self._paint_labels(painter, mondays)
        days = self._days(mondays[0], self._today)
        for monday in mondays:
            for day in (monday + n * DAY for n in range(7)):
                if day <= self._today:
                    breaks = days.get(day, DaySum()).breaks
                    paint_cell(painter, self._box(day, mondays[0]), level(breaks), t)
        rings = {self._chosen: t.accent, self._today: t.ink}
        for day, ink in rings.items():
            if mondays[0] <= day < mondays[-1] + _WEEK:
                paint_frame(painter, self._box(day, mondays[0]), ink)
        paint_legend(painter, QPointF(self._left(), size.height() - CELL - 2), t)

    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """Each day, from the first that is shown."""
        mondays = self._mondays(size.width())
        days = self._days(mondays[0], self._today)
        shown = (mondays[0] + n * DAY for n in range(7 * len(mondays)))
        nothing = DaySum()
        return [
            Spot(
                self._box(day, mondays[0]),
                partial(day_sum_words, day, self._today, days.get(day, nothing)),
            )
            for day in shown
            if day <= self._today
        ]

    def table(self) -> Table:
        """Each day that is shown, the latest first; days without anything left out."""
        first, last = self.shown
        days = self._days(first, last)
        return Table(
            (_("Day"), _("Breaks"), _("Natural"), _("Left"), _("Right"), _("Sitting")),
            tuple(
                (
                    day_words(day, self._today),
                    str(days[day].breaks),
                    str(days[day].natural_breaks or ""),
                    held_words(days[day].left),
                    held_words(days[day].right),
                    long_words(days[day].sitting) if days[day].bouts else "",
                )
                for day in sorted(days, reverse=True)
                if first <= day <= last
            ),
        )

    def summary(self) -> str:
        """How many breaks there were in the days shown."""
        first, last = self.shown
        days = self._days(first, last)
        count = sum(one.breaks for day, one in days.items() if first <= day <= last)
        since = date_words(max(first, self._begin), self._today)
        if last == self._today:
            return _("{breaks} since {day}").format(
                breaks=breaks_words(count), day=since
            )
        return _("{breaks} from {first} to {last}").format(
            breaks=breaks_words(count), first=since, last=date_words(last, self._today)
        )

    def step(self, key: Qt.Key, index: int) -> int | None:
        """A day up and down, a week left and right; beyond the edge it moves."""
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Left: -7,
            Qt.Key.Key_Right: 7,
            Qt.Key.Key_PageUp: -28,
            Qt.Key.Key_PageDown: 28,
        }
        if key not in steps:
            return super().step(key, index)
        day = self.shown[0] + (index + steps[key]) * DAY
        self._show_day(max(day, self._begin))
        return (min(max(day, self._begin), self._today) - self.shown[0]).days

    def go_to(self, index: int) -> None:
        """The keyboard chooses as it goes."""
        super().go_to(index)
        self.chosen.emit(index)

    def first(self) -> int:
        """The keyboard begins at the chosen day."""
        first, last = self.shown
        return (min(max(self._chosen, first), last) - first).days

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrower window, too, the chosen day stays in view."""
        was_seen = self._at is not None
        super().resizeEvent(event)
        if was_seen and self._at is None:
            self.choose_day(self._chosen)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways through the weeks; up and down is for the window."""
        delta = event.angleDelta()
        if abs(delta.x()) > abs(delta.y()):
            self.move_weeks(-1 if delta.x() > 0 else 1)
            event.accept()
        else:
            event.ignore()

    def _choose(self, index: int) -> None:
        self._chosen = self.shown[0] + index * DAY
        self.update()

    def _show_day(self, day: date) -> None:
        """Bring a day into view."""
        monday, mondays = monday_of(day), self._mondays(self._width())
        if monday < mondays[0]:
            self.move_weeks((monday - mondays[0]) // _WEEK)
        elif monday > self._last:
            self.move_weeks((monday - self._last) // _WEEK)

    def _width(self) -> float:
        return float(self.width())

    def _left(self) -> float:
        return float(self._theme.px(_LABELS))

    def _mondays(self, width: float) -> list[date]:
        room = width - self._left() + GAP - 2
        count = max(_FEWEST_WEEKS, int(room / PITCH))
        return [self._last - n * _WEEK for n in range(count - 1, -1, -1)]

    def _box(self, day: date, first: date) -> QRectF:
        column, row = divmod((day - first).days, 7)
        corner = QPointF(self._left() + column * PITCH, _MONTHS + row * PITCH)
        return QRectF(corner.x(), corner.y(), CELL, CELL)

    def _paint_labels(self, painter: QPainter, mondays: Sequence[date]) -> None:
        fits = QFontMetricsF(painter.font())
        for row in (0, 2, 4):
            at = _MONTHS + row * PITCH + CELL / 2 + fits.capHeight() / 2
            painter.drawText(QPointF(0, at), short_weekdays()[row])
        free = 0.0
        end = self._left() + len(mondays) * PITCH
        for column, words in month_labels(mondays, self._today):
            wide = fits.horizontalAdvance(words)
            at = min(self._left() + column * PITCH, end - wide)
            if at >= free:
                painter.drawText(QPointF(at, _MONTHS - 9), words)
                free = at + wide + 2 * GAP
