"""What stands still is drawn twice at most, and looks the same ever after."""

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from psoas_break.ui.figure.kept import Kept, clear_image

pytestmark = pytest.mark.usefixtures("qapp")

BOX = QRectF(0.1, 0.1, 0.5, 0.5)
STAGE = QSize(200, 160)


class Drawing:
    """A see-through spot in a world of its own lengths."""

    def __init__(self, scale: float = 1.0) -> None:
        self.kept = Kept()
        self.drawn = 0
        self.scale = scale

    def draw(self, p: QPainter) -> None:
        self.drawn += 1
        p.setBrush(QColor(200, 30, 30, 120))
        p.drawEllipse(BOX)

    def painted(self, key: str) -> QImage:
        image = clear_image(STAGE, self.scale)
        image.fill(Qt.GlobalColor.white)
        with QPainter(image) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.translate(7.5, 150)
            p.scale(130, -130)
            self.kept.paint(p, key, BOX, self.draw)
            self.transform = p.transform()
        return image


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_a_kept_picture_looks_as_if_drawn(scale: float) -> None:
    drawing = Drawing(scale)
    drawn = drawing.painted("one")
    drawing.painted("one")

    kept = drawing.painted("one")

    off = max(
        abs(a - b)
        for a, b in zip(bytes(drawn.constBits()), bytes(kept.constBits()), strict=True)
    )
    assert drawing.drawn == 2
    assert off <= 2


def test_what_changes_every_time_is_drawn_every_time() -> None:
    drawing = Drawing()

    for key in ("one", "two", "one", "three"):
        drawing.painted(key)

    assert drawing.drawn == 4


def test_the_painter_goes_on_in_its_own_lengths() -> None:
    drawing = Drawing()
    drawing.painted("one")
    before = drawing.transform

    drawing.painted("one")

    assert drawing.transform == before
