"""Where the card goes."""

from PySide6.QtCore import QPoint, QRect, QSize

from psoas_break.ui.placement import bottom_right

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
