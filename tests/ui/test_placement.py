"""Where windows go, and where they are brought back to."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from psoas_break.ui.placement import (
    bottom_right,
    fitting,
    inside,
    keep_in_sight,
    room_for,
    room_on,
    stand_in_the_middle,
    without_panels,
)
from psoas_break.ui.theme import LIGHT

SCREEN = QRect(0, 0, 1280, 770)


def test_the_card_stands_sixteen_pixels_from_the_corner() -> None:
    assert bottom_right(SCREEN, QSize(380, 216)) == QPoint(884, 538)


def test_a_shadow_is_not_counted() -> None:
    size = QSize(380 + 48, 216 + 48)

    assert bottom_right(SCREEN, size, shadow=24) == QPoint(884 - 24, 538 - 24)


def test_a_second_screen_is_as_good() -> None:
    second = SCREEN.translated(1280, 100)

    assert bottom_right(second, QSize(380, 216)) == QPoint(1280 + 884, 100 + 538)


def test_a_card_larger_than_the_screen_begins_on_it() -> None:
    tiny = QRect(10, 20, 320, 200)

    assert bottom_right(tiny, QSize(380, 216)) == QPoint(10, 20)


def test_a_window_in_sight_stays_where_it_is() -> None:
    frame = QRect(100, 100, 420, 640)

    assert inside(SCREEN, frame) == frame


def test_one_beside_the_screen_comes_back_no_further_than_it_must() -> None:
    beside = QRect(1900, 100, 420, 640)

    assert inside(SCREEN, beside) == QRect(1280 - 420, 100, 420, 640)


def test_one_above_it_shows_its_title_bar() -> None:
    assert inside(SCREEN, QRect(100, -300, 420, 640)) == QRect(100, 0, 420, 640)


def test_one_too_high_is_made_lower() -> None:
    assert inside(QRect(0, 0, 800, 600), QRect(10, 10, 420, 640)) == QRect(
        10, 0, 420, 600
    )


def test_large_letters_do_not_make_a_window_larger_than_its_screen(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = room_for(window)

    assert fitting(window, QSize(200, 100), LIGHT) == QSize(
        LIGHT.px(200), LIGHT.px(100)
    )
    assert fitting(window, QSize(200, 10_000), LIGHT) == QSize(
        LIGHT.px(200), room.height()
    )
    assert room.height() < window.screen().availableGeometry().height()


def test_a_panel_is_left_free() -> None:
    room = QRect(0, 0, 1280, 740)

    assert without_panels(SCREEN, room) == room


def test_a_panel_of_another_screen_takes_nothing() -> None:
    assert without_panels(SCREEN, QRect(0, 0, 1280, 410)) == SCREEN


def test_a_window_that_lost_its_screen_is_brought_back(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = room_on(window.screen())
    window.setGeometry(room.right() + 300, 100, 300, 200)
    keep_in_sight(window)

    assert room.contains(window.frameGeometry())


def test_one_that_fills_the_screen_is_left_to_the_desktop(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    before = window.geometry()
    keep_in_sight(window)

    assert (window.geometry(), window.isMaximized()) == (before, True)


def test_in_the_middle_there_is_room_for_a_title_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = room_on(window.screen())
    window.resize(300, room_for(window).height())

    stand_in_the_middle(window, window.screen())

    assert window.y() == room.top()
    assert window.size() == QSize(300, room_for(window).height())
    assert abs(window.geometry().center().x() - room.center().x()) <= 1
