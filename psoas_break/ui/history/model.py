"""A day as a model of events and exercises."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from psoas_break.ui.history.lines import Line, Lines
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(NamedTuple):
    """A column: its heading, and whether it holds times of one side."""

    heading: str
    right: bool = False


def columns() -> tuple[Column, ...]:
    """The columns, in the order of `Said.cells`."""
    return (
        Column(_("When")),
        Column(_("What")),
        Column(_("Left"), right=True),
        Column(_("Right"), right=True),
    )


WHEN, WHAT, LEFT, RIGHT = range(4)
HOW = Qt.ItemDataRole.UserRole + 1
"""The role of what stands behind the words of WHAT."""


class HistoryModel(QAbstractItemModel):
    """The events of a day, and the exercises of each break."""

    def __init__(self, *, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns = columns()
        self._events: Lines = []

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.layoutChanged.emit()

    def show_lines(self, events: Sequence[Line]) -> None:
        """Show these events."""
        self.beginResetModel()
        self._events = list(events)
        for row, line in enumerate(self._events):
            line.row = row
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Where a cell is."""
        lines = self._below(parent)
        if 0 <= row < len(lines) and 0 <= column < len(self._columns):
            return self.createIndex(row, column, lines[row])
        return QModelIndex()

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override] # the stubs know only QObject.parent here
        """The line above."""
        line = line_at(index)
        if line is None or line.parent is None:
            return QModelIndex()
        return self.createIndex(line.parent.row, 0, line.parent)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 Qt calls it
        """How many lines are below."""
        return len(self._below(parent))

    def hasChildren(self, parent: Index = _ROOT) -> bool:  # noqa: N802 Qt calls it
        """Whether there are any, without making them."""
        line = line_at(parent)
        if line is None:
            return bool(self._events)
        return line.has_more and parent.column() == 0

    def columnCount(self, _parent: Index = _ROOT) -> int:  # noqa: N802 Qt calls it
        """The same everywhere."""
        return len(self._columns)

    def headerData(  # noqa: N802 Qt calls it
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ForegroundRole:
                return self._theme.muted
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and how they look."""
        line = line_at(index)
        if line is None:
            return None
        words = line.said.cells[index.column()]
        column = self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return words
            case _ if role == HOW:
                return line.said.how
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.heading}: {words}" if words else ""
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.FontRole:
                style = Text.LABEL if line.parent is None else Text.BODY
                return self._theme.font(style)
            case Qt.ItemDataRole.ForegroundRole:
                return self._colour(index.column(), line)
            case _:
                return None

    def _colour(self, column: int, line: Line) -> Any:
        match column:
            case 2 | 3:
                return self._theme.side(left=column == LEFT)[0]
            case _:
                return self._theme.muted if line.parent else self._theme.ink

    def _below(self, parent: Index) -> Lines:
        line = line_at(parent)
        if line is None:
            return self._events
        return line.below if parent.column() == 0 else []


def line_at(index: Index) -> Line | None:
    """The line an index of a `HistoryModel` stands for."""
    found = index.internalPointer() if index.isValid() else None
    return found if isinstance(found, Line) else None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
