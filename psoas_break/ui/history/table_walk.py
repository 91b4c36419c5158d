"""Walking through a table with the keyboard, in a window that scrolls around it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QWidget


def choose_a_row(table: QAbstractItemView, event: QFocusEvent) -> None:
    """Choose the first row when one comes to it: else nothing shows where one is.

    Args:
        table: Where the focus is now.
        event: How it came; a click chooses by itself.
    """
    by_hand = event.reason() is Qt.FocusReason.MouseFocusReason
    if not by_hand and not table.selectionModel().hasSelection():
        here = table.currentIndex()
        first = table.model().index(0, 0)
        table.setCurrentIndex(here if here.row() > 0 else first)


def keep_row_in_sight(table: QAbstractItemView) -> None:
    """Scroll what stands around the table until its current row can be seen."""
    row = table.visualRect(table.currentIndex())
    around = _scrolls(table)
    inside = around.widget() if around else None
    if around is not None and inside is not None and row.isValid():
        middle = table.viewport().mapTo(inside, row.center())
        around.ensureVisible(0, middle.y(), 0, row.height())


def _scrolls(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around
