"""The ring around what has the focus, the same for all that is painted by hand."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme

_ROOM = 2
"""Pixels it stands outside of what it surrounds."""


def paint_focus_ring(p: QPainter, widget: QWidget, radius: float, theme: Theme) -> None:
    """Paint it along the widget's edge, if the widget has the focus.

    Args:
        p: Paints on the widget.
        widget: Which.
        radius: Of the corners inside the ring.
        theme: Its colour.
    """
    if widget.hasFocus():
        p.setPen(QPen(theme.accent, 2))
        p.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(widget.rect()).adjusted(1, 1, -1, -1)
        p.drawRoundedRect(ring, radius + _ROOM, radius + _ROOM)
