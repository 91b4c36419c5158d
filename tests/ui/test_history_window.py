"""The history window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Start
from psoas_break.domain.past import History
from psoas_break.ui.history.lines import Days
from psoas_break.ui.history.model import LEFT, WHAT, HistoryModel
from psoas_break.ui.history_window import HistoryWindow
from psoas_break.ui.theme import DARK, LIGHT
from tests.shots.history import NAMES, TODAY, two_weeks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def opened(qtbot: QtBot, history: History) -> HistoryWindow:
    window = HistoryWindow(names=NAMES, theme=LIGHT)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    window.show_history(history, TODAY)
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_the_cards_count_today_and_this_week(qtbot: QtBot) -> None:
    window = opened(qtbot, two_weeks())
    assert window.today.accessibleName() == "3 breaks today, 2 natural ones"
    assert window.week.accessibleName() == "9 breaks this week"
    assert window.sides.accessibleName() == "1:30 left today, 1:30 right today"


def test_today_is_open_and_the_other_days_are_not(qtbot: QtBot) -> None:
    table = opened(qtbot, two_weeks()).table
    model = table.model()
    opens = [table.isExpanded(model.index(row, 0)) for row in range(model.rowCount())]
    assert opens[0]
    assert not any(opens[1:])


def test_arrow_keys_open_a_day(qtbot: QtBot) -> None:
    table = opened(qtbot, two_weeks()).table
    yesterday = table.model().index(1, 0)
    table.setCurrentIndex(yesterday)
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.isExpanded(yesterday)


def test_a_screen_reader_hears_the_heading_with_each_cell(qtbot: QtBot) -> None:
    model = opened(qtbot, two_weeks()).table.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, LEFT).data(role) == "Left: 1:30"
    assert str(model.index(0, WHAT).data(role)).startswith("What: 3 breaks")


def test_before_the_first_break_it_says_so_and_offers_one(qtbot: QtBot) -> None:
    window = opened(qtbot, History())
    assert window.empty.isVisible()
    assert not window.table.isVisible()
    with qtbot.waitSignal(window.asked) as asked:
        window.empty.start.click()
    assert asked.args == [Start()]


def test_a_break_that_comes_while_it_is_open_appears(qtbot: QtBot) -> None:
    window = opened(qtbot, History())
    window.show_history(two_weeks(), TODAY)
    assert not window.empty.isVisible()
    assert window.table.isVisible()


def test_it_turns_dark(qtbot: QtBot) -> None:
    window = opened(qtbot, two_weeks())
    window.set_theme(DARK)
    colour = window.table.model().index(0, LEFT).data(Qt.ItemDataRole.ForegroundRole)
    assert colour == DARK.left


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_the_promises_of_models() -> None:
    model = HistoryModel(theme=LIGHT)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    model.show_lines(Days.of(two_weeks()).lines(TODAY, NAMES))
    assert tester.model() is model  # what it finds is a warning, and that fails us


def test_days_are_not_made_before_they_are_opened() -> None:
    days = Days.of(two_weeks()).lines(TODAY, NAMES)
    model = HistoryModel(theme=LIGHT)
    model.show_lines(days)
    assert model.hasChildren(model.index(0, 0))
    assert not any({"said", "below"} & vars(line).keys() for line in days)


def test_escape_closes_it_for_good(qtbot: QtBot) -> None:
    window = HistoryWindow(names=NAMES, theme=LIGHT)
    window.show_history(two_weeks(), TODAY + timedelta(days=1))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window, Qt.Key.Key_Escape)
