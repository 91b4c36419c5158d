"""A switch: a check box that looks like one thing turned on or off."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from psoas_break.ui.theme import Theme, mix

_TRACK = QRectF(3, 9, 46, 26)
_HIT = QSize(52, 44)


class Switch(QCheckBox):
    """46 x 26 to see, 52 x 44 to hit; a check box to the keyboard and screen readers.

    It has no words of its own: set an accessible name, or make it a label's buddy.
    """

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """The part that can be hit."""
        return _HIT

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return _HIT

    def hitButton(self, position: QPoint) -> bool:
        """All of it reacts, not only the drawn part."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """On: accent with a light knob. Off: an outline with a smaller knob."""
        t = self._theme
        on = self.isChecked()
        faint = 0.0 if self.isEnabled() else 0.55
        track = _TRACK.translated(0, (self.height() - _HIT.height()) / 2)
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                p.setPen(QPen(t.accent, 2))
                p.setBrush(Qt.BrushStyle.NoBrush)
                p.drawRoundedRect(track.adjusted(-2, -3, 2, 3), 16, 16)
            outline = mix(t.ctl, t.bg, faint)
            p.setPen(Qt.PenStyle.NoPen if on else QPen(outline, 2))
            p.setBrush(mix(t.accent, t.bg, faint) if on else t.surface)
            p.drawRoundedRect(track.adjusted(1, 1, -1, -1), 12, 12)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(t.on_accent if on else outline)
            x = track.right() - 13 if on else track.left() + 13
            p.drawEllipse(
                QPointF(x, track.center().y()), 9 if on else 7, 9 if on else 7
            )
