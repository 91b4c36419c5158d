"""The cards at the top of the history: a large number with a word below."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from psoas_break.domain.sums import DaySum, sum_of
from psoas_break.ui.card import Card
from psoas_break.ui.history.chart_words import (
    DAY,
    average_words,
    minutes_words,
    this_month,
    this_week,
)
from psoas_break.ui.history.few_lines import FewLines
from psoas_break.ui.label import Label
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

MONTH = 30 * DAY
_GAP = 14
_NARROW = 165
_MARGIN, _TIGHT = 18, 10
_SIZES = (Text.BIG_NUMBER.value[0], 20.0, 17.0, 14.0)
_WEIGHT = Text.BIG_NUMBER.value[2]


class StatCard(Card):
    """One number and what it counts."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        self._number = Label("", theme=theme, style=Text.BIG_NUMBER)
        self._caption = FewLines(theme=theme)
        self._number.setBuddy(self._caption)
        self.body.setSpacing(0)
        self.body.addWidget(self._number)
        self.body.addWidget(self._caption)
        self.body.addStretch(1)

    def show_figure(self, number: str, caption: str) -> None:
        """Show a number in words, and what it counts."""
        self._number.setText(number)
        self._caption.setText(caption)
        self.setAccessibleName(f"{number} {caption}")
        self._fit()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        super().set_theme(theme)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be; the number shrinks and the caption breaks."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the best of another width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give up some margin where it is narrow, then some of the number's size."""
        narrow = self.width() < self._theme.px(_NARROW)
        side = _TIGHT if narrow else _MARGIN
        self.body.setContentsMargins(side, 12, side, 12)
        room = self.width() - 2 * side
        self._caption.set_lines(2 if narrow else 1, room)
        self._number.setFixedHeight(self._theme.px(34))
        fonts = [self._theme.sized_font(one, weight=_WEIGHT) for one in _SIZES]
        words = self._number.text()
        fitting = (
            one for one in fonts if QFontMetricsF(one).horizontalAdvance(words) <= room
        )
        self._number.setFont(next(fitting, fonts[-1]))


class Figures(QWidget):
    """The three cards."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.week, self.month, self.bout = (StatCard(theme=theme) for _n in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        for card in (self.week, self.month, self.bout):
            row.addWidget(card, stretch=1)

    def show_days(self, days: Mapping[date, DaySum], *, today: date) -> None:
        """Show what the week, the month and the last thirty days have come to."""
        week = this_week(days, today).breaks
        caption = ngettext("break this week", "breaks this week", week)
        self.week.show_figure(str(week), caption)
        stretched = minutes_words(this_month(days, today).stretched)
        self.month.show_figure(stretched, _("stretching this month"))
        lately = sum_of(days, today - MONTH, today)
        self.bout.show_figure(average_words(lately), _("average sitting stretch"))
