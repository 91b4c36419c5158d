"""Tab goes through a window as one reads it, whenever its parts were made."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.domain.hours import Range
from psoas_break.ui.home_window import HomeWindow
from psoas_break.ui.settings.day_row import DayRow
from psoas_break.ui.tab_order import come_before
from psoas_break.ui.theme import LIGHT
from tests.shots.home import LONGER, SITTING


@pytest.mark.parametrize(
    ("before", "expected"), [("a", "xyabc"), ("b", "axybc"), ("c", "abxyc")]
)
def test_what_is_new_comes_before_what_it_stands_above(
    qtbot: QtBot, before: str, expected: str
) -> None:
    window, part = QWidget(), QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    buttons = {name: QPushButton(name) for name in "abc"}
    for button in buttons.values():
        column.addWidget(button)
    inside = QVBoxLayout(part)
    for name in "xy":
        inside.addWidget(QPushButton(name))
    column.addWidget(part)

    come_before(part, buttons[before])

    stops = [one for one in tabbed(window) if isinstance(one, QPushButton)]
    assert "".join(one.text() for one in stops) == expected


def test_the_hours_of_a_day_come_before_its_buttons(qtbot: QtBot) -> None:
    row = DayRow(0, theme=LIGHT)
    qtbot.addWidget(row)

    row.show_ranges((Range(0, time(9), time(12)), Range(0, time(13), time(18))))

    stops = list(tabbed(row))
    assert stops[-2:] == [row.add, row.copy]
    first, last = row.rows
    assert stops.index(first.start) < stops.index(last.end) < stops.index(row.add)


def test_an_offer_comes_before_the_buttons_below_it(qtbot: QtBot) -> None:
    window = HomeWindow(theme=LIGHT, situation=lambda: SITTING, proposal=lambda: LONGER)
    qtbot.addWidget(window)
    window.show()

    heights = [one.mapTo(window, QPoint(0, 0)).y() for one in tabbed(window)]

    assert heights == sorted(heights)


def tabbed(window: QWidget) -> Iterator[QWidget]:
    """Where Tab comes to, from the first on."""
    at = window.nextInFocusChain()
    while at is not None and at is not window:
        by_tab = at.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and not at.focusProxy() and at.isVisibleTo(window):
            yield at
        at = at.nextInFocusChain()
