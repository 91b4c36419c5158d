import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QImage, QPainter

from psoas_break.ui.gauge import WIDTH, gauge_height, paint_gauge, psoas_word
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.ui.figures import apart

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("level", "word"),
    [(1.0, "lengthened"), (0.1, "resting length"), (-0.9, "shortened")],
)
def test_the_band_s_length_has_a_word(level: float, word: str) -> None:
    assert psoas_word(level) == word


def gauge(level: float, theme: Theme) -> QImage:
    image = QImage(
        QSize(WIDTH + 20, gauge_height(theme) + 8), QImage.Format.Format_RGB32
    )
    image.fill(theme.floor)
    with QPainter(image) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_gauge(p, QPointF(8, 0), level, theme)
    return image


def is_warm(image: QImage, share: float, theme: Theme) -> bool:
    x = 8 + round(WIDTH * share)
    column = [image.pixelColor(x, y) for y in range(image.height())]
    return any(apart(colour, theme.warm) < 8 for colour in column)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_it_fills_from_the_middle_to_the_right_when_lengthened(theme: Theme) -> None:
    image = gauge(0.8, theme)

    assert is_warm(image, 0.65, theme)
    assert not is_warm(image, 0.35, theme)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_shortened_psoas_is_no_warning(theme: Theme) -> None:
    assert not is_warm(gauge(-0.8, theme), 0.3, theme)
