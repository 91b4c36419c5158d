"""The working hours of one weekday: its ranges, another one, and copies of them."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from psoas_break.domain.hours import Range
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.range_row import RangeRow
from psoas_break.ui.settings.week import DAYS, Ranges, weekdays
from psoas_break.ui.tab_order import come_before
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_WORKING_DAYS = range(5)
_TOP_LEFT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class DayRow(QWidget):
    """Shows the ranges of a day and asks for changes to the week.

    *Add* and *Copy* stand beside the ranges, or below them where there is no room.

    Args:
        weekday: Monday is 0.
        theme: Colours and fonts.
    """

    edited = Signal()
    asked_for_more = Signal(int)
    """Another range, please; the day."""
    asked_to_copy = Signal(int, object)
    """The hours of this day (int) for those days (a tuple of them)."""

    def __init__(self, weekday: int, *, theme: Theme) -> None:
        super().__init__()
        self.weekday = weekday
        self.rows: list[RangeRow] = []
        self._theme = theme
        self._is_narrow = False
        self._line = QGridLayout(self)
        name = weekdays()[weekday]
        self._name = Label(name, theme=theme, style=Text.LABEL)
        self._closed = Label(_("No hours"), theme=theme, tone=Tone.MUTED)
        self._ranges = QVBoxLayout()
        self._ranges.setSpacing(4)
        self._ranges.addWidget(self._closed)
        self.add = Button(_("Add"), theme=theme, kind=Kind.QUIET, hit=36)
        self.add.setAccessibleName(_("Add hours on {day}").format(day=name))
        self.add.clicked.connect(lambda: self.asked_for_more.emit(self.weekday))
        self.copy = Button(_("Copy"), theme=theme, kind=Kind.QUIET, hit=36)
        self.copy.setAccessibleName(_("Copy the hours of {day}").format(day=name))
        self.copy.setMenu(self._copy_menu())
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and lengths from now on."""
        self._theme = theme
        fits = QFontMetrics(theme.font(Text.LABEL))
        longest = max(fits.horizontalAdvance(day) for day in weekdays())
        self._name.setFixedWidth(max(theme.px(92), longest + theme.px(8)))
        self._name.setMinimumHeight(theme.px(36))
        self._closed.setMinimumHeight(theme.px(36))

    @property
    def ranges(self) -> Ranges:
        """What stands in the fields, in their order."""
        return tuple(row.value for row in self.rows)

    def show_ranges(self, ranges: Iterable[Range]) -> None:
        """Show these ranges of the day."""
        shown = tuple(ranges)
        if shown == self.ranges:
            return
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows.clear()
        for one in shown:
            self.append(one)
        self._closed.setVisible(not self.rows)

    def append(self, one: Range) -> RangeRow:
        """Show one range more, at the end."""
        row = RangeRow(one, theme=self._theme)
        row.edited.connect(self.edited)
        row.removed.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._ranges.addWidget(row)
        come_before(row, self.add)
        self._closed.hide()
        return row

    def _remove(self, row: RangeRow) -> None:
        self.rows.remove(row)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.setParent(None)
        row.deleteLater()
        self._closed.setVisible(not self.rows)
        self.edited.emit()

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        others = [day for day in range(DAYS) if day != self.weekday]
        workdays = tuple(day for day in others if day in _WORKING_DAYS)
        self._offer(menu, _("To Monday to Friday"), workdays)
        self._offer(menu, _("To every day"), tuple(others))
        menu.addSeparator()
        for day in others:
            words = _("To {day}").format(day=weekdays()[day])
            self._offer(menu, words, (day,))
        return menu

    def _offer(self, menu: QMenu, words: str, days: tuple[int, ...]) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda: self.asked_to_copy.emit(self.weekday, days))
        menu.addAction(action)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the name and a range; the buttons can go below."""
        self.ensurePolished()
        narrow = self._line.minimumSize().width()
        if not self._is_narrow:
            narrow -= self._buttons.minimumSizeHint().width() + self._line.spacing()
        return QSize(narrow, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons where there is room for them."""
        super().resizeEvent(event)
        beside = self._buttons.minimumSizeHint().width() + self._line.spacing()
        needed = self.minimumSizeHint().width() + beside
        self._place_buttons(narrow=event.size().width() < needed)

    def _place_buttons(self, *, narrow: bool) -> None:
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        self._line.removeWidget(self._buttons)
        row, column = (1, 1) if narrow else (0, 2)
        self._line.addWidget(self._buttons, row, column, _TOP_LEFT)

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        side_by_side = QHBoxLayout(self._buttons)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(4)
        side_by_side.addWidget(self.add)
        side_by_side.addWidget(self.copy)
        self._line.setContentsMargins(12, 4, 4, 4)
        self._line.setSpacing(4)
        self._line.setColumnStretch(1, 1)
        self._line.addWidget(self._name, 0, 0, _TOP_LEFT)
        self._line.addLayout(self._ranges, 0, 1)
        self._line.addWidget(self._buttons, 0, 2, _TOP_LEFT)
        self.set_theme(self._theme)
