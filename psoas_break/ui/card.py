"""A card: a pale rounded surface that groups what belongs together."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.ui.theme import RADIUS_CARD, Theme


class Card(QWidget):
    """A surface with a thin border; put things into `body`.

    Attributes:
        body: The card's vertical layout, with the usual margins.
    """

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 16)
        self.body.setSpacing(10)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the surface behind the contents."""
        with QPainter(self) as p:
            paint_card(p, QRectF(self.rect()), self._theme)


def paint_card(
    painter: QPainter, box: QRectF, theme: Theme, *, radius: float = RADIUS_CARD
) -> None:
    """Fill a rounded card with a border of one pixel inside `box`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.border, 1))
    painter.setBrush(theme.surface)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
