"""The handle with which a row is taken and moved, by mouse or by arrow keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme

_WIDTH = 30
_HEIGHT = 44


class Grip(QWidget):
    """Six dots. Drag them, or give them the focus and press the up and down keys.

    Signals:
        stepped (int): by one row up (-1) or down (1).
        dragged (int): the pointer is at this height on the screen, button held.
    """

    stepped = Signal(int)
    dragged = Signal(int)

    def __init__(self, words: str, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room to take hold of."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """No less."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move the row."""
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the row is wanted."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots, and the focus ring."""
        t = self._theme
        middle = QPointF(self.rect().center())
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                p.setPen(QPen(t.accent, 2))
                box = QRectF(self.rect()).adjusted(2, 4, -2, -4)
                p.drawRoundedRect(box, 8, 8)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(t.ink if self.underMouse() else t.muted)
            for x in (-3.5, 3.5):
                for y in (-7, 0, 7):
                    p.drawEllipse(middle + QPointF(x, y), 1.8, 1.8)
