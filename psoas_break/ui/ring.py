"""The countdown ring: how much is left, as an arc and as a number."""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.theme import Text, Theme

_FULL_TURN = 360 * 16
_TWELVE = 90 * 16
_SHORT_TEXT = 3


class Ring(QWidget):
    """A ring that starts full at twelve o'clock and opens clockwise.

    Args:
        theme: Colours and fonts.
        diameter: In pixels at the normal font.
        stroke: Width of the ring in pixels.
        parent: The owner, if it is not put into a layout at once.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        diameter: int = 92,
        stroke: float = 6,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._diameter = diameter
        self._stroke = stroke
        self._share = 1.0
        self._number = ""
        self._caption = ""
        self._ending = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self._apply_size()

    def set_diameter(self, diameter: int) -> None:
        """Change the size, in pixels at the normal font."""
        if diameter != self._diameter:
            self._diameter = diameter
            self._apply_size()

    def show_left(
        self, share: float, number: str, caption: str = "", *, ending: bool = False
    ) -> None:
        """Show what is left.

        Args:
            share: Of the whole, 1 at the start to 0 at the end; clamped. Shown in
                steps of half a pixel, so that a slow ring is seldom painted.
            number: In the middle.
            caption: The small line below the number.
            ending: The last seconds: the number takes the accent colour.
        """
        steps = math.tau * self._theme.px(self._diameter)
        share = round(min(1.0, max(0.0, share)) * steps) / steps
        new = (share, number, caption, ending)
        if new != (self._share, self._number, self._caption, self._ending):
            self._share, self._number, self._caption, self._ending = new
            self.update()

    def sizeHint(self) -> QSize:
        """A square of the diameter."""
        side = self._theme.px(self._diameter)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never squeezed into an oval."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, arc, number and caption."""
        t = self._theme
        side = min(self.width(), self.height())
        inset = self._stroke / 2 + 1
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ring = box.adjusted(inset, inset, -inset, -inset)
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(t.track, self._stroke))
            p.drawEllipse(ring)
            if self._share > 0:
                p.setPen(_round_pen(t, self._stroke))
                p.drawArc(ring, _TWELVE, round(self._share * _FULL_TURN))
            self._paint_words(p, box)

    def _paint_words(self, p: QPainter, box: QRectF) -> None:
        t = self._theme
        short = len(self._number) <= _SHORT_TEXT
        size = self._diameter * (0.30 if short else 0.25)
        number = t.sized_font(size, weight=600)
        caption = t.font(Text.MICRO)
        cap_height = QFontMetricsF(number).capHeight()
        small_height = QFontMetricsF(caption).capHeight() if self._caption else 0.0
        gap = t.px(self._diameter * 0.105) if self._caption else 0.0
        baseline = box.center().y() + (cap_height - gap - small_height) / 2
        p.setFont(number)
        p.setPen(t.accent if self._ending else t.ink)
        _draw_centred(p, box, baseline, self._number)
        if self._caption:
            p.setFont(caption)
            p.setPen(t.muted)
            _draw_centred(p, box, baseline + gap + small_height, self._caption)

    def _apply_size(self) -> None:
        self.updateGeometry()
        self.update()


def _round_pen(theme: Theme, width: float) -> QPen:
    return QPen(theme.accent, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)


def _draw_centred(p: QPainter, box: QRectF, baseline: float, words: str) -> None:
    metrics = QFontMetricsF(p.font())
    x = box.center().x() - metrics.horizontalAdvance(words) / 2
    p.drawText(round(x), round(baseline), words)
