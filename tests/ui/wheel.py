"""A turn of the mouse wheel over a widget."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def takes_the_wheel(field: QWidget) -> bool:
    """Turn it up over a field; what the field does not take goes to the page."""
    position = QPointF(field.rect().center())
    turned = QWheelEvent(
        position,
        QPointF(field.mapToGlobal(position)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 Qt's own signature
    )
    QApplication.sendEvent(field, turned)
    return turned.isAccepted()
