"""A chart as a table: what a screen reader reads and a spreadsheet takes."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from psoas_break.ui.history.chart import Table
from psoas_break.ui.history.table_look import dress
from psoas_break.ui.history.table_walk import choose_a_row, keep_row_in_sight
from psoas_break.ui.theme import Text, Theme

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROW = 28
_LEAST_COLUMN = 56
MOST_ROWS = 9
"""How many rows it is high at most; more are scrolled."""


class TableModel(QAbstractTableModel):
    """Words in rows and columns."""

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def show_table(self, table: Table) -> None:
        """Show other words."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 Qt calls it
        """How many rows."""
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 Qt calls it
        """How many columns."""
        return 0 if parent.isValid() else len(self._table.headings)

    def headerData(  # noqa: N802 Qt calls it
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._table.headings[section]
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words; a screen reader hears the heading with them."""
        words = self._table.rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.AccessibleTextRole:
                heading = self._table.headings[index.column()]
                return f"{heading}: {words}" if words else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case _:
                return None


class ChartTable(QTableView):
    """The table beside a chart.

    Args:
        name: The chart's name.
        table: What it says.
        theme: Colours and fonts.
    """

    def __init__(self, *, name: str, table: Table, theme: Theme) -> None:
        super().__init__()
        self._model = TableModel(table)
        self._theme = theme
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._come_to)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(theme.px(_LEAST_COLUMN))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours, fonts and lengths from now on."""
        self._theme = theme
        dress(self, self.horizontalHeader(), theme)
        # As far in as the headings, so that numbers stand below theirs.
        self.setStyleSheet("QTableView::item { padding: 0 5px }")
        self.setFont(theme.font(Text.SECONDARY))
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        self._fit()

    def show_table(self, table: Table) -> None:
        """Show other words."""
        self._model.show_table(table)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        choose_a_row(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected, or all of it, as a spreadsheet takes it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted({one.row() for one in self.selectedIndexes()})
            QGuiApplication.clipboard().setText(self.text(rows))
        else:
            super().keyPressEvent(event)

    def text(self, rows: Sequence[int] = ()) -> str:
        """Return the headings and some rows, or all, with tabs between the columns."""
        count = self._model.columnCount()
        heads = (
            self._model.headerData(n, Qt.Orientation.Horizontal) for n in range(count)
        )
        lines = ["\t".join(heads)]
        for row in rows or range(self._model.rowCount()):
            cells = (self._model.index(row, n).data() for n in range(count))
            lines.append("\t".join(cells))
        return "\n".join(lines) + "\n"

    def _come_to(self) -> None:
        keep_row_in_sight(self)

    def _fit(self) -> None:
        rows = max(1, min(self._model.rowCount(), MOST_ROWS))
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self._theme.px(_ROW) + 2)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
