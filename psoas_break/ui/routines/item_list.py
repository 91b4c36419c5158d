"""The exercises of a routine one below the other, to be put in order."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from psoas_break.domain.routine import Catalogue, Routine
from psoas_break.ui.routines.item_row import ItemRow
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import Theme


class ItemList(SlimScroll):
    """Rows that keep their place on screen while nothing but a dose changes.

    Args:
        catalogue: What the exercises are.
        between: What Tab comes from to the first row, and goes to after the last.
        theme: Colours and fonts.

    Signals:
        moved (int, int): a row, by its number, to another place.
        dosed (int, object): a row has another amount.
        removed (int): a row is to go.
        refused (str): why a typed amount was put back.
    """

    moved = Signal(int, int)
    dosed = Signal(int, object)
    removed = Signal(int)
    refused = Signal(str)

    def __init__(
        self, catalogue: Catalogue, *, between: tuple[QWidget, QWidget], theme: Theme
    ) -> None:
        super().__init__(theme=theme)
        self._catalogue = catalogue
        self._between = between
        self._theme = theme
        self.rows: list[ItemRow] = []
        self._inside = inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.show_inside(inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours for rows to come; those there hear it themselves."""
        super().set_theme(theme)
        self._theme = theme

    def sizeHint(self) -> QSize:
        """As high as its rows, so that what stands below stands right below."""
        high = self._column.totalHeightForWidth(self.width())
        return QSize(super().sizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the names take more lines, or fewer."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def show_routine(self, routine: Routine) -> None:
        """Show its exercises; rows that are there already stay."""
        spare = list(self.rows)
        self.rows = []
        for item in routine.items:
            row = next((r for r in spare if r.exercise.id == item.exercise), None)
            if row is None:
                row = self._new_row(item.exercise, routine)
            else:
                spare.remove(row)
            row.show_item(item)
            self.rows.append(row)
        for row in spare:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, row in enumerate(self.rows):
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
        self._chain_focus()
        self.updateGeometry()

    def focus_row(self, index: int) -> None:
        """Give a row's grip the focus, and bring it into sight."""
        if not self.rows:
            return
        row = self.rows[max(0, min(index, len(self.rows) - 1))]
        row.grip.setFocus(Qt.FocusReason.OtherFocusReason)
        # Its place is known once the layout has come to it.
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, 12))

    def _new_row(self, exercise: str, routine: Routine) -> ItemRow:
        item = next(one for one in routine.items if one.exercise == exercise)
        row = ItemRow(item, self._catalogue.exercises[exercise], theme=self._theme)
        row.stepped.connect(lambda by, row=row: self._step(row, by))
        row.dragged.connect(lambda y, row=row: self._drag(row, y))
        row.dosed.connect(
            lambda amount, row=row: self.dosed.emit(self.rows.index(row), amount)
        )
        row.removed.connect(lambda row=row: self.removed.emit(self.rows.index(row)))
        row.refused.connect(self.refused)
        return row

    def _step(self, row: ItemRow, by: int) -> None:
        here = self.rows.index(row)
        to = here + by
        if 0 <= to < len(self.rows):
            self.moved.emit(here, to)
            self.focus_row(to)

    def _drag(self, row: ItemRow, screen_y: int) -> None:
        """Move the row past each neighbour whose middle the pointer has passed."""
        y = self._inside.mapFromGlobal(QPoint(0, screen_y)).y()
        here = self.rows.index(row)
        others = (one for one in self.rows if one is not row)
        to = sum(one.geometry().center().y() < y for one in others)
        if to != here:
            self.moved.emit(here, to)
            self._column.activate()

    def _chain_focus(self) -> None:
        """Tab goes from row to row in their order, and on to what stands below."""
        parts = [part for row in self.rows for part in (row.grip, row.dose, row.remove)]
        before, after = self._between
        chain = [before, *parts, after]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)
