"""Painted things stand as one reads: from the left, or mirrored from the right."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget


def as_read(widget: QWidget, box: QRectF) -> QRectF:
    """Return where a box in a widget goes; from right to left it is mirrored.

    Text drawn into it aligned left then begins at the right, as Qt does it.

    Args:
        widget: What paints.
        box: Where it stands for one who reads from left to right.
    """
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return box
    left = widget.width() - box.right()
    return QRectF(left, box.top(), box.width(), box.height())
