"""Left and right over the last fortnight, as one bar that parts where they meet."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from psoas_break.domain.history import Side
from psoas_break.domain.sums import DaySum, sum_of
from psoas_break.ui.end_summary import time_words
from psoas_break.ui.history.chart import Chart, Spot, Table
from psoas_break.ui.history.chart_words import DAY, balance_words, minutes_words
from psoas_break.ui.history.words import day_words, held_words
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

DAYS = 14
_BAR = 14.0
_SPLIT = 4.0
_TICK_ABOVE = 4.0
_WORDS = 28


class BalanceBar(Chart):
    """How long each side was stretched in fourteen days."""

    def __init__(self, *, theme: Theme, today: date) -> None:
        self._days: Mapping[date, DaySum] = {}
        self._today = today
        self._sum = DaySum()
        self._lead: Side | None = None
        self._tighter = ""
        super().__init__(name=_("Left and right"), theme=theme)

    def show_days(
        self,
        days: Mapping[date, DaySum],
        *,
        today: date,
        lead: Side | None,
        tighter: str = "",
    ) -> None:
        """Show the last fourteen of these days, and which side begins next.

        Args:
            days: What each day has come to.
            today: The last of the fourteen.
            lead: The side that begins the next break, if that is known.
            tighter: Which side felt tighter of late, in words.
        """
        self._tighter = tighter
        first = today - (DAYS - 1) * DAY
        self._days = {day: one for day, one in days.items() if first <= day <= today}
        self._today, self._lead = today, lead
        self._sum = sum_of(self._days, first, today)
        self.refresh()

    def height_in(self, _width: float) -> float:
        """The words and the bar."""
        return self._theme.px(_WORDS) + _BAR + 2 * _TICK_ABOVE

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the sides' lengths, the bar, and a tick in the middle."""
        t = self._theme
        painter.setFont(t.font(Text.STRONG))
        for side, flag, words in (
            (Side.LEFT, Qt.AlignmentFlag.AlignLeft, self._left_words()),
            (Side.RIGHT, Qt.AlignmentFlag.AlignRight, self._right_words()),
        ):
            painter.setPen(t.side(left=side is Side.LEFT)[0])
            box = QRectF(0, 0, size.width(), t.px(_WORDS) - 6)
            painter.drawText(box, flag | Qt.AlignmentFlag.AlignVCenter, words)
        left, right = self._boxes(size)
        if not self._sum.stretched:
            self._paint_part(painter, left.united(right), t.track)
            return
        self._paint_part(painter, left, t.left)
        self._paint_part(painter, right, t.right)
        middle = size.width() / 2
        painter.setPen(QPen(t.ink, 2))
        painter.drawLine(
            QPointF(middle, left.top() - _TICK_ABOVE),
            QPointF(middle, left.bottom() + _TICK_ABOVE),
        )

    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """Each side's part of the bar."""
        if not self._sum.stretched:
            return []
        left, right = self._boxes(size)
        parts = (
            (left, _("Left"), self._sum.left),
            (right, _("Right"), self._sum.right),
        )
        return [
            Spot(box, partial(self._words, side, span)) for box, side, span in parts
        ]

    def table(self) -> Table:
        """Each day with a stretch, the latest first, and all together."""
        days = sorted(self._days, reverse=True)
        each = tuple(
            (
                day_words(day, self._today),
                held_words(self._days[day].left),
                held_words(self._days[day].right),
            )
            for day in days
            if self._days[day].stretched
        )
        whole = _("14 days"), held_words(self._sum.left), held_words(self._sum.right)
        return Table((_("Day"), _("Left"), _("Right")), (*each, whole))

    def summary(self) -> str:
        """Which side had more, and which felt tighter."""
        said = balance_words(self._sum.left, self._sum.right, self._lead)
        return f"{said}\n{self._tighter}" if self._tighter else said

    def first(self) -> int:
        """The keyboard begins at the left."""
        return 0

    def _words(self, side: str, span: timedelta) -> str:
        return _("{side}: {span}, {share} % of the last 14 days").format(
            side=side,
            span=time_words(span),
            share=round(100 * (span / self._sum.stretched)),
        )

    def _left_words(self) -> str:
        return _("Left  {span}").format(span=minutes_words(self._sum.left))

    def _right_words(self) -> str:
        return _("{span}  Right").format(span=minutes_words(self._sum.right))

    def _boxes(self, size: QSizeF) -> tuple[QRectF, QRectF]:
        top = self._theme.px(_WORDS) + _TICK_ABOVE
        room = size.width() - _SPLIT
        whole = self._sum.stretched
        share = self._sum.left / whole if whole else 0.5
        least = _BAR if self._sum.left and self._sum.right else 0.0
        left = min(max(room * share, least), room - least)
        return (
            QRectF(0, top, left, _BAR),
            QRectF(left + _SPLIT, top, room - left, _BAR),
        )

    def _paint_part(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(box, 5, 5)
