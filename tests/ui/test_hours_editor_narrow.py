"""Working hours where there is little room: nothing is out of reach."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psoas_break.domain.settings import Settings
from psoas_break.ui.settings.hours_page import HoursPage
from psoas_break.ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Page:
    """The page, as wide as the hours of a day need it, or twice that."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.widget = HoursPage(theme=LIGHT)
        qtbot.addWidget(self.widget)
        self.widget.follow(Settings())
        self.row = self.widget.editor.days[2]
        with qtbot.waitExposed(self.widget):
            self.widget.show()
        inside = self.widget.editor.parentWidget()
        assert inside is not None
        self.least = inside.minimumSizeHint().width()
        self.least += self.widget.width() - self.widget.viewport().width()

    def becomes(self, pixels: int, *, below: bool) -> None:
        """Make it so wide, and wait until the buttons are where they belong."""
        self.widget.resize(pixels, 700)
        first, add = self.row.rows[0].start, self.row.add
        self._qtbot.waitUntil(
            lambda: (self.top_of(add) > self.top_of(first) + first.height()) is below
        )

    def top_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.widget, widget.rect().topLeft()).y()

    def right_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.widget, widget.rect().bottomRight()).x()


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_where_there_is_no_room_beside_the_hours_the_buttons_go_below(
    page: Page,
) -> None:
    page.becomes(2 * page.least, below=False)
    page.becomes(page.least, below=True)
    assert page.right_of(page.row.copy) < page.least
    assert page.widget.horizontalScrollBar().maximum() == 0


def test_and_the_fields_keep_their_height(page: Page, qtbot: QtBot) -> None:
    field = page.row.rows[0].start
    for pixels, below in ((2 * page.least, False), (page.least, True)):
        page.becomes(pixels, below=below)
        qtbot.waitUntil(lambda: field.height() >= field.minimumHeight())


def test_they_come_back_up(page: Page) -> None:
    page.becomes(page.least, below=True)
    page.becomes(2 * page.least, below=False)


def test_a_page_that_is_too_wide_all_the_same_can_be_scrolled(page: Page) -> None:
    page.widget.resize(page.least // 2, 700)
    assert page.widget.horizontalScrollBar().maximum() > 0
