"""What each exercise has come to, as a bar for each."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from psoas_break.domain.sums import ExerciseSum
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.history.chart import Chart, Spot, Table
from psoas_break.ui.history.chart_words import long_words, minutes_words
from psoas_break.ui.history.words import Names, day_words, held_words
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

MOST = 8
"""How many are painted; the table has all."""

_ROW = 34
_BAR = 6.0


class ExerciseBars(Chart):
    """The exercises held longest."""

    def __init__(self, *, theme: Theme, names: Names) -> None:
        self._names = names
        self._today = date.min
        self._sums: tuple[ExerciseSum, ...] = ()
        super().__init__(name=_("Exercises"), theme=theme)

    def show_sums(self, sums: tuple[ExerciseSum, ...], *, today: date) -> None:
        """Show what exercises have come to, the one held longest first."""
        self._sums, self._today = sums, today
        self.refresh()

    def height_in(self, _width: float) -> float:
        """A row for each."""
        return float(self._theme.px(_ROW) * max(1, len(self._shown)))

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint name, length and bar of each."""
        t = self._theme
        longest = max((one.held for one in self._shown), default=None)
        for one, spot in zip(self._shown, self.spots_in(size), strict=True):
            box = spot.box.adjusted(0, 3, 0, 0)
            painter.setFont(t.font(Text.SECONDARY))
            fits = QFontMetricsF(painter.font())
            base = box.top() + fits.ascent()
            figures = _("{span} · {times}").format(
                span=minutes_words(one.held), times=_times(one.times)
            )
            wide = fits.horizontalAdvance(figures)
            painter.setPen(t.muted)
            painter.drawText(QPointF(size.width() - wide, base), figures)
            painter.setPen(t.ink)
            room = size.width() - wide - 16
            name = fits.elidedText(
                self._name(one), Qt.TextElideMode.ElideRight, max(0.0, room)
            )
            painter.drawText(QPointF(0, base), name)
            painter.setPen(Qt.PenStyle.NoPen)
            bar = QRectF(0, box.top() + fits.height() + 3, size.width(), _BAR)
            painter.setBrush(t.surface2)
            painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
            if longest:
                bar.setWidth(max(_BAR, bar.width() * (one.held / longest)))
                painter.setBrush(t.accent)
                painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """A row for each."""
        high = float(self._theme.px(_ROW))
        return [
            Spot(
                QRectF(0, row * high, size.width(), high - 4), partial(self._words, one)
            )
            for row, one in enumerate(self._shown)
        ]

    def table(self) -> Table:
        """All of them."""
        return Table(
            (_("Exercise"), _("Times"), _("Left"), _("Right"), _("In all"), _("Last")),
            tuple(
                (
                    self._name(one),
                    str(one.times),
                    held_words(one.left),
                    held_words(one.right),
                    held_words(one.held),
                    day_words(one.last, self._today),
                )
                for one in self._sums
            ),
        )

    def summary(self) -> str:
        """How many there are, and how many more the table has."""
        more = len(self._sums) - MOST
        if not self._sums:
            return _("None in this time")
        if more > 0:
            return ngettext(
                "{count} more is in the table", "{count} more are in the table", more
            ).format(count=more)
        return ngettext(
            "{count} exercise", "{count} exercises", len(self._sums)
        ).format(count=len(self._sums))

    def first(self) -> int:
        """The keyboard begins at the top."""
        return 0

    @property
    def _shown(self) -> tuple[ExerciseSum, ...]:
        return self._sums[:MOST]

    def _name(self, one: ExerciseSum) -> str:
        return self._names.get(one.exercise, one.exercise)

    def _words(self, one: ExerciseSum) -> str:
        parts = [_times(one.times), long_words(one.held)]
        if one.left or one.right:
            parts[1] = _("left {left}, right {right}").format(
                left=time_words(one.left), right=time_words(one.right)
            )
        if one.breaths:
            parts.append(
                ngettext("{count} breath", "{count} breaths", one.breaths).format(
                    count=one.breaths
                )
            )
        last = _("last: {day}").format(day=day_words(one.last, self._today))
        parts.append(last)
        return _("{exercise}: {figures}").format(
            exercise=self._name(one), figures=" · ".join(parts)
        )


def _times(count: int) -> str:
    return ngettext("{count} time", "{count} times", count).format(count=count)
