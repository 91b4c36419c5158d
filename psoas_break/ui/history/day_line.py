"""One day on a line of time: sitting, breaks, absences, and prompts held back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from psoas_break.domain.day_line import Mark, MarkKind, longest_bout
from psoas_break.ui.history.chart import Chart, Spot, Table
from psoas_break.ui.history.chart_words import HOUR, long_words
from psoas_break.ui.history.day_words import kind_words, mark_words, what_words
from psoas_break.ui.history.words import Names, clock_words
from psoas_break.ui.theme import Text, Theme, mix
from psoas_break.words import gettext as _

_ABOVE = 22
_LANE = 26.0
_STANDS_OUT = 4.0
"""How far a break stands out of the lane, above and below."""

_HELD_LANE = 8.0
_HELD_GAP = 8.0
_AXIS = 26
_LEGEND_ROW = 20
_SWATCH = 12.0
_THINNEST = 5.0
_PER_LABEL = 44
_FROM_HOUR, _TO_HOUR = 8, 18
"""What is shown at least."""

_LEGEND = (
    MarkKind.SITTING,
    MarkKind.BREAK,
    MarkKind.NATURAL_BREAK,
    MarkKind.AWAY,
    MarkKind.HELD_BACK,
)


class DayLine(Chart):
    """The line of one day."""

    def __init__(self, *, theme: Theme, names: Names, now: datetime) -> None:
        self._names = names
        self._now = now
        self._noon = now
        self._marks: tuple[Mark, ...] = ()
        super().__init__(name=_("Sitting and breaks"), theme=theme)

    def show_marks(
        self, marks: tuple[Mark, ...], *, noon: datetime, now: datetime
    ) -> None:
        """Show what a day was.

        Args:
            marks: Its stretches, those below first.
            noon: A time on that day, in the user's zone.
            now: For a stretch that goes on.
        """
        self._marks, self._noon, self._now = marks, noon, now
        self.refresh()

    def height_in(self, width: float) -> float:
        """The lanes, the hours, and what the colours mean."""
        t = self._theme
        rows = max((row for _kind, _x, row in self._legend(width)), default=0) + 1
        return (
            t.px(_ABOVE)
            + _LANE
            + _HELD_GAP
            + _HELD_LANE
            + t.px(_AXIS)
            + rows * t.px(_LEGEND_ROW)
        )

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the hours, the stretches, the longest bout, and the legend."""
        painter.setFont(self._theme.font(Text.MICRO))
        self._paint_hours(painter, size)
        lane = QRectF(0, self._theme.px(_ABOVE), size.width(), _LANE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.surface2)
        painter.drawRoundedRect(lane, 5, 5)
        for mark in self._marks:
            self._paint_mark(painter, self._box(mark, size), mark.kind)
        self._paint_longest(painter, size)
        self._paint_legend(painter, size)

    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """Each stretch, in the order of time."""
        return [
            Spot(self._box(mark, size), partial(mark_words, mark, self._names))
            for mark in self._in_time
        ]

    def table(self) -> Table:
        """Each stretch, the first one first."""
        return Table(
            (_("What"), _("From"), _("To"), _("How long")),
            tuple(
                (
                    what_words(mark, self._names),
                    clock_words(mark.started),
                    _("now") if mark.goes_on else clock_words(mark.ended),
                    long_words(mark.length),
                )
                for mark in self._in_time
            ),
        )

    def summary(self) -> str:
        """When the longest bout was."""
        longest = longest_bout(self._marks)
        if longest is None:
            return "" if self._marks else _("Nothing on this day")
        return _("Longest without a break: {span}, from {start}").format(
            span=long_words(longest.length), start=clock_words(longest.started)
        )

    def first(self) -> int:
        """The keyboard begins in the morning."""
        return 0

    @property
    def _in_time(self) -> list[Mark]:
        return sorted(self._marks, key=lambda one: (one.started, one.kind.value))

    def _ends(self) -> tuple[datetime, datetime]:
        """Return the instants at both ends of the line, on full hours."""
        first = self._noon.replace(hour=_FROM_HOUR, minute=0, second=0, microsecond=0)
        last = self._noon.replace(hour=_TO_HOUR, minute=0, second=0, microsecond=0)
        starts = [first.astimezone(UTC), *(m.started for m in self._marks)]
        ends = [last.astimezone(UTC), *(m.ended for m in self._marks)]
        begin, end = min(starts).astimezone(UTC), max(ends).astimezone(UTC)
        begin = begin.replace(minute=0, second=0, microsecond=0)
        if end != end.replace(minute=0, second=0, microsecond=0):
            end = end.replace(minute=0, second=0, microsecond=0) + HOUR
        return begin, end

    def _x(self, when: datetime, size: QSizeF) -> float:
        begin, end = self._ends()
        return size.width() * ((when - begin) / (end - begin))

    def _box(self, mark: Mark, size: QSizeF) -> QRectF:
        left, right = self._x(mark.started, size), self._x(mark.ended, size)
        lane = self._theme.px(_ABOVE)
        if right - left < _THINNEST:
            middle = (left + right) / 2
            left = min(max(middle - _THINNEST / 2, 0.0), size.width() - _THINNEST)
            right = left + _THINNEST
        if mark.kind is MarkKind.HELD_BACK:
            top = lane + _LANE + _HELD_GAP
            return QRectF(left, top, right - left, _HELD_LANE)
        if mark.kind in {MarkKind.BREAK, MarkKind.CUT_SHORT}:
            high = _LANE + 2 * _STANDS_OUT
            return QRectF(left, lane - _STANDS_OUT, right - left, high)
        return QRectF(left, lane, right - left, _LANE)

    def _paint_mark(self, painter: QPainter, box: QRectF, kind: MarkKind) -> None:
        t = self._theme
        fill, line = self._colours(kind)
        painter.setPen(QPen(line, 1) if line is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        radius = min(4.0, box.width() / 2, box.height() / 2)
        inset = 0.0 if line is None else 0.5
        if kind in {MarkKind.BREAK, MarkKind.CUT_SHORT}:
            # A gap in the lane, so that a break stands by itself.
            painter.save()
            painter.setPen(QPen(t.surface, 3))
            painter.drawRoundedRect(box, radius, radius)
            painter.restore()
        painter.drawRoundedRect(
            box.adjusted(inset, inset, -inset, -inset), radius, radius
        )

    def _colours(self, kind: MarkKind) -> tuple[QColor, QColor | None]:
        t = self._theme
        match kind:
            case MarkKind.SITTING:
                return mix(t.surface, t.accent, 0.45), None
            case MarkKind.AWAY:
                return t.surface, t.ctl
            case MarkKind.NATURAL_BREAK:
                return t.soft, t.accent
            case MarkKind.BREAK:
                return t.accent, None
            case MarkKind.CUT_SHORT:
                return t.surface, t.accent
            case MarkKind.HELD_BACK:
                return t.warm, None

    def _paint_hours(self, painter: QPainter, size: QSizeF) -> None:
        t = self._theme
        begin, end = self._ends()
        hours = round((end - begin) / HOUR)
        room = size.width() / hours
        step = next(n for n in (1, 2, 3, 4, 6, 12, 24) if n * room >= t.px(_PER_LABEL))
        fits = QFontMetricsF(painter.font())
        top = t.px(_ABOVE)
        foot = top + _LANE + _HELD_GAP + _HELD_LANE
        free = 0.0
        for number in range(hours + 1):
            when = (begin + number * HOUR).astimezone(self._noon.tzinfo)
            if when.hour % step:
                continue
            x = min(max(self._x(when, size), 0.5), size.width() - 0.5)
            painter.setPen(QPen(t.border, 1))
            painter.drawLine(QPointF(x, top - 2), QPointF(x, foot + 4))
            words = clock_words(when)
            wide = fits.horizontalAdvance(words)
            at = min(max(x - wide / 2, 0.0), size.width() - wide)
            if at >= free:
                painter.setPen(t.muted)
                painter.drawText(QPointF(at, foot + t.px(_AXIS) - 8), words)
                free = at + wide + 6

    def _paint_longest(self, painter: QPainter, size: QSizeF) -> None:
        longest = longest_bout(self._marks)
        if longest is None:
            return
        font = self._theme.font(Text.MICRO)
        words = long_words(longest.length)
        fits = QFontMetricsF(font)
        wide = fits.horizontalAdvance(words)
        middle = self._box(longest, size).center().x()
        at = min(max(middle - wide / 2, 0.0), size.width() - wide)
        painter.setFont(font)
        painter.setPen(self._theme.ink)
        painter.drawText(QPointF(at, self._theme.px(_ABOVE) - 7), words)

    def _legend(self, width: float) -> list[tuple[MarkKind, float, int]]:
        """Return the kinds there are, each with where it stands and in which row."""
        there = {mark.kind for mark in self._marks}
        if MarkKind.CUT_SHORT in there:
            there.add(MarkKind.BREAK)
        fits = QFontMetricsF(self._theme.font(Text.MICRO))
        placed, x, row = [], 0.0, 0
        for kind in (one for one in _LEGEND if one in there):
            wide = _SWATCH + 6 + fits.horizontalAdvance(kind_words(kind))
            if x and x + wide > width:
                x, row = 0.0, row + 1
            placed.append((kind, x, row))
            x += wide + 16
        return placed

    def _paint_legend(self, painter: QPainter, size: QSizeF) -> None:
        t = self._theme
        placed = self._legend(size.width())
        rows = max((row for _kind, _x, row in placed), default=0) + 1
        top = size.height() - rows * t.px(_LEGEND_ROW)
        fits = QFontMetricsF(t.font(Text.MICRO))
        for kind, x, row in placed:
            middle = top + (row + 0.5) * t.px(_LEGEND_ROW)
            high = _HELD_LANE if kind is MarkKind.HELD_BACK else _SWATCH
            box = QRectF(x, middle - high / 2, _SWATCH, high)
            self._paint_mark(painter, box, kind)
            painter.setFont(t.font(Text.MICRO))
            painter.setPen(t.muted)
            base = middle + fits.capHeight() / 2
            painter.drawText(QPointF(x + _SWATCH + 6, base), kind_words(kind))
