from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from psoas_break.ui.ring import Ring
from psoas_break.ui.theme import DARK, LIGHT


def accent_pixels(image: QImage, accent: QColor) -> int:
    return sum(
        image.pixelColor(x, y) == accent
        for x in range(image.width())
        for y in range(image.height())
    )


def ring_at(qtbot: QtBot, share: float) -> QImage:
    ring = Ring(theme=LIGHT)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.show_left(share, "")
    return ring.grab().toImage()


def test_half_the_time_is_half_the_ring(qtbot: QtBot) -> None:
    whole = accent_pixels(ring_at(qtbot, 1.0), LIGHT.accent)
    half = accent_pixels(ring_at(qtbot, 0.5), LIGHT.accent)

    assert 0.45 < half / whole < 0.58


def test_the_gap_opens_clockwise_from_twelve(qtbot: QtBot) -> None:
    image = ring_at(qtbot, 0.75)
    middle, edge = image.width() // 2, 4

    upper_right = image.pixelColor(round(middle * 1.68), round(middle * 0.32))

    assert upper_right == LIGHT.track
    assert image.pixelColor(edge, middle) == LIGHT.accent


def test_an_impossible_share_is_an_empty_ring(qtbot: QtBot) -> None:
    assert accent_pixels(ring_at(qtbot, -0.5), LIGHT.accent) == 0


def test_the_last_seconds_take_the_accent_colour(qtbot: QtBot) -> None:
    ring = Ring(theme=DARK)
    qtbot.addWidget(ring)
    ring.resize(ring.sizeHint())
    ring.show_left(0.0, "3")
    usual = accent_pixels(ring.grab().toImage(), DARK.accent)

    ring.show_left(0.0, "3", ending=True)

    assert accent_pixels(ring.grab().toImage(), DARK.accent) > usual


def test_the_ring_is_never_an_oval(qtbot: QtBot) -> None:
    ring = Ring(theme=LIGHT, diameter=92)
    qtbot.addWidget(ring)

    assert ring.minimumSizeHint().width() == ring.minimumSizeHint().height()
