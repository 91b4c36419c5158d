"""The small halo with a sign in it that heads the end screen."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.blob import STAGE_LAYERS, paint_halo
from psoas_break.ui.glyphs import Glyph, paint_glyph
from psoas_break.ui.theme import Theme

_SIDE = 96


class Emblem(QWidget):
    """A halo at rest with a glyph in the middle; decoration only."""

    def __init__(self, *, theme: Theme, glyph: Glyph) -> None:
        super().__init__()
        self._theme = theme
        self._glyph = glyph
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint halo and glyph."""
        t = self._theme
        box = QRectF(self.rect())
        radius = box.height() / 2 / STAGE_LAYERS[0].scale - 3
        size = radius * 0.95
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            skins = tuple((layer, t.accent) for layer in STAGE_LAYERS)
            paint_halo(p, QPointF(box.center()), radius, 0.7, skins)
            left = box.center() - QPointF(size / 2, 0)
            paint_glyph(p, self._glyph, left, size, t.soft_ink)
