"""The history window: what today and this week have come to, and every day before."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.app.commands import Start
from psoas_break.domain.past import DayTotals, History
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.history.cards import Figure, StatCard
from psoas_break.ui.history.lines import Days
from psoas_break.ui.history.table import HistoryTable
from psoas_break.ui.history.words import clock_text
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

SIZE = QSize(640, 760)
_LEAST_HEIGHT = 420


class HistoryWindow(QWidget):
    """Three cards and a table of days.

    Args:
        names: What routines and exercises are called, by id.
        theme: Colours and fonts.
    """

    asked = Signal(object)
    """A `Command` the user gave."""

    def __init__(self, *, names: Mapping[str, str], theme: Theme) -> None:
        super().__init__()
        self._names = names
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History"))
        none = DayTotals()
        self.today = StatCard(theme=theme, figures=_today_figures(none))
        self.week = StatCard(theme=theme, figures=_week_figures(none))
        self.sides = StatCard(theme=theme, figures=_side_figures(none))
        self.table = HistoryTable(theme=theme)
        self._days = Card(theme=theme)
        self._days.body.setContentsMargins(8, 8, 8, 8)
        self._days.body.addWidget(self.table)
        self.empty = _Empty(theme=theme)
        self.empty.start.clicked.connect(lambda: self.asked.emit(Start()))
        self._lay_out(theme)
        for keys in (QKeySequence("Esc"), QKeySequence.StandardKey.Close):
            QShortcut(keys, self, self.close)
        self.set_theme(theme)
        self._days.hide()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        if not self.isVisible():
            self.resize(theme.px(SIZE.width()), theme.px(SIZE.height()))

    def show_history(self, history: History, today: date) -> None:
        """Show what was remembered.

        Args:
            history: Any number of days; at least those of this week.
            today: The day it is, by the day's start at 04:00.
        """
        days = Days.of(history)
        self._show_totals(days.totals(today), days.week(today))
        lines = days.lines(today, self._names)
        self.table.show_lines(lines)
        self._days.setVisible(bool(lines))
        self.empty.setVisible(not lines)

    def open_line(self, day: int, event: int) -> None:
        """Open an event of a day to its exercises; both counted from the top."""
        self.table.open_line(day, event)

    def _show_totals(self, today: DayTotals, week: DayTotals) -> None:
        self.today.show_figures(_today_figures(today))
        self.week.show_figures(_week_figures(week))
        self.sides.show_figures(_side_figures(today))

    def _lay_out(self, theme: Theme) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(14)
        for card in (self.today, self.week, self.sides):
            cards.addWidget(card, stretch=1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN_WIDE, 20, MARGIN_WIDE, MARGIN_WIDE)
        whole.setSpacing(14)
        title = Label(_("History"), theme=theme, style=Text.TITLE)
        title.set_wide(True)
        whole.addWidget(title)
        whole.addLayout(cards)
        whole.addWidget(self._days, stretch=1)
        whole.addWidget(self.empty, stretch=1)


class _Empty(Card):
    """What stands there before the first break."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        centre = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Nothing here yet"), theme=theme, style=Text.CUE)
        words = Label(
            _("Your breaks, prompts and natural breaks will stand here, day by day."),
            theme=theme,
            tone=Tone.MUTED,
            wrap=True,
        )
        words.setAlignment(centre)
        self.start = Button(
            _("Start a stretch"), theme=theme, kind=Kind.PRIMARY, hit=50
        )
        self.body.addStretch()
        self.body.addWidget(title, alignment=centre)
        self.body.addWidget(words)
        self.body.addWidget(self.start, alignment=centre)
        self.body.addStretch()


def _today_figures(today: DayTotals) -> list[Figure]:
    natural = today.natural_breaks
    return [
        Figure(
            str(today.breaks), ngettext("break today", "breaks today", today.breaks)
        ),
        Figure(str(natural), ngettext("natural one", "natural ones", natural)),
    ]


def _week_figures(week: DayTotals) -> list[Figure]:
    caption = ngettext("break this week", "breaks this week", week.breaks)
    return [Figure(str(week.breaks), caption)]


def _side_figures(today: DayTotals) -> list[Figure]:
    return [
        Figure(clock_text(today.stretch_left), _("left today"), Tone.LEFT),
        Figure(clock_text(today.stretch_right), _("right today"), Tone.RIGHT),
    ]
