"""The mouse wheel over a field of a page."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.ui.settings.wheel import turn_only_with_focus
from tests.ui.wheel import takes_the_wheel


class Page(QWidget):
    """Two fields; the second has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QSpinBox(), QSpinBox()
        column = QVBoxLayout(self)
        for field in (self.first, self.second):
            turn_only_with_focus(field)
            column.addWidget(field)
        self.second.setFocus()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    page.close()


def test_over_a_field_without_focus_it_is_left_to_the_page(page: Page) -> None:
    assert (takes_the_wheel(page.first), page.first.value()) == (False, 0)


def test_over_the_field_with_focus_it_changes_the_value(page: Page) -> None:
    assert (takes_the_wheel(page.second), page.second.value()) == (True, 1)
