"""The table of a day, walked through with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QTreeView
from pytestqt.qtbot import QtBot

from psoas_break.ui.history_window import HistoryWindow
from tests.ui.test_history_window import of_days
from tests.ui.test_history_window import opened as history

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> HistoryWindow:
    made = history(qtbot, of_days(tmp_path, 30))
    made.resize(640, 400)
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def test_the_row_one_walks_to_comes_into_sight(window: HistoryWindow) -> None:
    window.day.everything.click()
    table = window.day.events
    QApplication.processEvents()
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_End)

    assert is_in_sight(table)

    QTest.keyClick(table, Qt.Key.Key_Home)

    assert is_in_sight(table)


def test_the_first_row_is_chosen_when_one_comes_to_it(window: HistoryWindow) -> None:
    window.day.everything.click()
    table = window.day.events

    table.setFocus(Qt.FocusReason.TabFocusReason)

    assert [one.row() for one in table.selectionModel().selectedRows()] == [0]


def test_the_row_of_a_chart_s_table_comes_into_sight(window: HistoryWindow) -> None:
    window.weeks.as_table.setChecked(True)
    table = window.weeks.table()
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Down)

    assert is_in_sight(table)


def is_in_sight(table: QTreeView | QTableView) -> bool:
    """Whether no part of the current row is hidden by what scrolls."""
    QApplication.processEvents()
    row = table.visualRect(table.currentIndex())
    assert row.isValid()
    seen = table.viewport().visibleRegion().boundingRect()
    return seen.top() <= row.top() and row.bottom() <= seen.bottom()
