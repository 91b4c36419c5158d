"""The editor of working hours."""

from datetime import time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTimeEdit
from pytestqt.qtbot import QtBot

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.ui.settings.hours_editor import HoursEditor
from psoas_break.ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MORNING = Range(0, time(9), time(12))
AFTERNOON = Range(0, time(13), time(18))


class Editor:
    """The editor with everything it emitted."""

    def __init__(self, qtbot: QtBot, *ranges: Range) -> None:
        self.widget = HoursEditor(theme=LIGHT)
        qtbot.addWidget(self.widget)
        self.widget.show_value(WorkingHours(enabled=True, ranges=ranges))
        self.emitted: list[WorkingHours] = []
        self.widget.edited.connect(self.emitted.append)
        with qtbot.waitExposed(self.widget):
            self.widget.show()
        self.monday = self.widget.days[0]

    def ends_at(self, row: int, hour: int, minute: int = 0) -> None:
        self.monday.rows[row].end.setTime(QTime(hour, minute))

    def copies(self, words: str) -> None:
        menu = self.monday.copy.menu()
        assert menu is not None
        next(a for a in menu.actions() if a.text() == words).trigger()


def test_a_day_shows_all_its_ranges(qtbot: QtBot) -> None:
    editor = Editor(qtbot, AFTERNOON, MORNING)
    assert editor.monday.ranges == (MORNING, AFTERNOON)


def test_a_changed_time_is_emitted(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    editor.ends_at(0, 12, 30)
    expected = Range(0, time(9), time(12, 30))
    assert editor.emitted == [WorkingHours(enabled=True, ranges=(expected,))]


def test_a_time_can_be_typed(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    end = editor.monday.rows[0].end
    end.setFocus(Qt.FocusReason.TabFocusReason)
    end.setSelectedSection(QTimeEdit.Section.HourSection)
    QTest.keyClicks(end, "1130")
    QTest.keyClick(end, Qt.Key.Key_Return)
    assert editor.emitted[-1].ranges == (Range(0, time(9), time(11, 30)),)


def test_an_overlap_is_refused_where_it_is_and_not_emitted(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING, AFTERNOON)
    editor.ends_at(0, 14)
    assert editor.emitted == []
    assert editor.monday.rows[1].refusal.startswith("Overlaps with 9:00")
    assert editor.widget.join.isVisible()


def test_joining_settles_an_overlap(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING, AFTERNOON)
    editor.ends_at(0, 14)
    editor.widget.join.click()
    assert editor.emitted[-1].ranges == (Range(0, time(9), time(18)),)
    assert not editor.widget.join.isVisible()


def test_the_summary_is_that_of_the_hours_that_apply(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING, AFTERNOON)
    before = editor.widget.summary
    editor.ends_at(0, 14)
    assert editor.widget.summary == before


def test_a_range_over_midnight_says_so(qtbot: QtBot) -> None:
    editor = Editor(qtbot, Range(4, time(22), time(6)))
    row = editor.widget.days[4].rows[0]
    assert row.value.overnight
    assert row.end.accessibleDescription() == "until the next day"


def test_adding_gives_an_afternoon_and_the_focus(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    editor.monday.add.click()
    assert editor.emitted[-1].ranges == (MORNING, Range(0, time(13), time(17)))
    assert editor.monday.rows[1].start.hasFocus()


def test_a_full_day_takes_no_more(qtbot: QtBot) -> None:
    editor = Editor(qtbot, Range(0, time(0), time(0)))
    assert not editor.monday.add.isEnabled()


def test_removing_takes_the_range_away_and_keeps_the_focus_near(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING, AFTERNOON)
    editor.monday.rows[0].removed.emit()
    assert editor.emitted[-1].ranges == (AFTERNOON,)
    assert editor.monday.add.hasFocus()


def test_a_day_is_copied_to_the_working_days(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    editor.copies("To Monday to Friday")
    assert editor.emitted[-1].ranges == tuple(
        Range(day, time(9), time(12)) for day in range(5)
    )


def test_a_day_is_copied_to_one_other(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    editor.copies("To Saturday")
    assert editor.emitted[-1].ranges == (MORNING, Range(5, time(9), time(12)))


def test_the_same_hours_from_outside_leave_an_edit_alone(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING, AFTERNOON)
    editor.ends_at(0, 14)
    editor.widget.show_value(WorkingHours(enabled=True, ranges=(MORNING, AFTERNOON)))
    assert editor.monday.ranges[0].end == time(14)


def test_other_hours_from_outside_replace_it(qtbot: QtBot) -> None:
    editor = Editor(qtbot, MORNING)
    editor.widget.show_value(WorkingHours(enabled=True, ranges=(AFTERNOON,)))
    assert editor.widget.ranges == (AFTERNOON,)
    assert editor.emitted == []
