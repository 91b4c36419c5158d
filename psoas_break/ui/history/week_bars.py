"""Breaks per week, as bars with their numbers."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from psoas_break.domain.sums import DaySum, sum_of
from psoas_break.ui.history.chart import Chart, Spot, Table
from psoas_break.ui.history.chart_words import (
    DAY,
    monday_of,
    week_name,
    week_words,
)
from psoas_break.ui.history.words import day_words
from psoas_break.ui.theme import Text, Theme, mix
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

WEEKS = 26
"""How many weeks the table goes back."""

_BAR = 30.0
_RADIUS = 6.0
_PER_WEEK = 60.0
_FEWEST = 5
_AXIS = 28
_BELOW = 24
_PLOT = 112.0
_ABOVE = 20
PAST = 0.60


class WeekBars(Chart):
    """The last weeks; the current one stands out."""

    def __init__(self, *, theme: Theme, today: date) -> None:
        self._today = today
        self._weeks: tuple[tuple[date, DaySum], ...] = ()
        super().__init__(name=_("Breaks per week"), theme=theme)

    def show_days(
        self, days: Mapping[date, DaySum], *, begin: date, today: date
    ) -> None:
        """Show the weeks up to `today`, none before the one of `begin`."""
        self._today = today
        monday = monday_of(today)
        mondays = (monday - n * 7 * DAY for n in range(WEEKS - 1, -1, -1))
        self._weeks = tuple(
            (one, sum_of(days, one, one + 6 * DAY))
            for one in mondays
            if one >= monday_of(begin)
        )
        self.refresh()

    def height_in(self, _width: float) -> float:
        """Numbers, bars and names."""
        return self._theme.px(_ABOVE) + _PLOT + self._theme.px(_BELOW)

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the scale, and a bar with its number for each week."""
        t = self._theme
        painter.setFont(t.font(Text.MICRO))
        fits = QFontMetricsF(painter.font())
        top, step = self._scale(size)
        base = self._base(size)
        for value in range(0, top + 1, step):
            y = base - _PLOT * value / top
            painter.setPen(QPen(t.border, 1))
            painter.drawLine(QPointF(self._left(), y), QPointF(size.width(), y))
            painter.setPen(t.muted)
            box = QRectF(0, y - 10, self._left() - 6, 20)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, str(value))
        for (monday, one), box in zip(self._shown(size), self._bars(size), strict=True):
            current = monday == monday_of(self._today)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent if current else mix(t.surface, t.accent, PAST))
            if one.breaks:
                _paint_bar(painter, box)
            painter.setPen(t.muted)
            middle = box.center().x()
            words = week_name(monday)
            at = QPointF(
                middle - fits.horizontalAdvance(words) / 2,
                base + t.px(_BELOW) - 6,
            )
            painter.drawText(at, words)
            self._paint_number(painter, str(one.breaks), QPointF(middle, box.top() - 5))

    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """Each week, from the top of the chart to its foot."""
        shown = zip(self._shown(size), self._bars(size), strict=True)
        half = self._pitch(size) / 2 - 3
        return [
            Spot(
                QRectF(box.center().x() - half, 2, 2 * half, size.height() - 4),
                partial(week_words, monday, one.breaks, self._today),
            )
            for (monday, one), box in shown
        ]

    def table(self) -> Table:
        """Each week, the latest first."""
        return Table(
            (_("Week"), _("From"), _("Breaks"), _("Natural")),
            tuple(
                (
                    week_name(monday),
                    day_words(monday, self._today),
                    str(one.breaks),
                    str(one.natural_breaks),
                )
                for monday, one in reversed(self._weeks)
            ),
        )

    def summary(self) -> str:
        """How many breaks a week had, of those that are over."""
        past = [one.breaks for monday, one in self._weeks[:-1]]
        if not past:
            return _("The first week")
        weeks = len(past)
        words = ngettext(
            "{count} in the week before this one",
            "{count} a week, in the {weeks} weeks before this one",
            weeks,
        )
        return words.format(count=round(sum(past) / weeks), weeks=weeks)

    def _left(self) -> float:
        return float(self._theme.px(_AXIS))

    def _base(self, _size: QSizeF) -> float:
        return self._theme.px(_ABOVE) + _PLOT

    def _shown(self, size: QSizeF) -> tuple[tuple[date, DaySum], ...]:
        room = size.width() - self._left()
        count = max(_FEWEST, int(room / self._theme.px(_PER_WEEK)))
        return self._weeks[-count:]

    def _pitch(self, size: QSizeF) -> float:
        room = size.width() - self._left()
        return room / max(_FEWEST, len(self._shown(size)))

    def _scale(self, size: QSizeF) -> tuple[int, int]:
        """Return the top of the scale, and the step from line to line."""
        most = max((one.breaks for _monday, one in self._shown(size)), default=0)
        step = next(
            s for n in range(9) for s in _steps(10**n) if 3 * s >= most or s > most
        )
        return max(step, -(-most // step) * step), step

    def _bars(self, size: QSizeF) -> list[QRectF]:
        top, _step = self._scale(size)
        pitch, base = self._pitch(size), self._base(size)
        bars = []
        for number, (_monday, one) in enumerate(self._shown(size)):
            middle = self._left() + (number + 0.5) * pitch
            high = _PLOT * one.breaks / top
            bars.append(QRectF(middle - _BAR / 2, base - high, _BAR, high))
        return bars

    def _paint_number(self, painter: QPainter, number: str, foot: QPointF) -> None:
        font = self._theme.font(Text.MICRO)
        strong = self._theme.font(Text.MICRO)
        strong.setBold(True)
        painter.setFont(strong)
        painter.setPen(self._theme.ink)
        half = QFontMetricsF(strong).horizontalAdvance(number) / 2
        painter.drawText(foot - QPointF(half, 0), number)
        painter.setFont(font)


def _steps(power: int) -> tuple[int, int, int]:
    return power, 2 * power, 5 * power


def _paint_bar(painter: QPainter, box: QRectF) -> None:
    radius = min(_RADIUS, box.height() / 2)
    painter.drawRoundedRect(box, radius, radius)
