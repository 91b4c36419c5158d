"""Letters that become larger or smaller while a window is open."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


class FontWatch(QWidget):
    """An unseen part of a window: Qt tells widgets, and no one else, of another font.

    Args:
        window: Whose part it is.

    Signals:
        changed: The font of the desktop is another, or has another size.
    """

    changed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._font = QGuiApplication.font()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Tell of it, once; `ApplicationFontChange` itself never comes here."""
        super().changeEvent(event)
        font = QGuiApplication.font()
        if event.type() == QEvent.Type.FontChange and font != self._font:
            self._font = font
            self.changed.emit()
