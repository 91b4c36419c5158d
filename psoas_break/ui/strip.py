"""A soft line across a window: something to know, and perhaps a button for it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme

_RADIUS = 12.0


class Strip(QWidget):
    """Words on a pale ground, with a button at the end where there is one to press.

    Attributes:
        button: Connect its `clicked`; None in a strip that only says something.
    """

    def __init__(self, *, theme: Theme, action: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._label = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0 if action else 8, 4 if action else 12, 0)
        row.setSpacing(8)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.button: Button | None = None
        if action:
            self.button = Button(action, theme=theme, kind=Kind.TONAL, hit=44)
            row.addWidget(self.button)
        else:
            row.setContentsMargins(12, 8, 12, 8)

    def say(self, words: str, *, action: str = "") -> None:
        """Show these words; without any, hide.

        Args:
            words: What is to be known.
            action: Words for the button, where they are other than before.
        """
        self._label.setText(words)
        self.setVisible(bool(words))
        if self.button is not None:
            self.button.setText(action or self.button.text())
            self.button.setAccessibleDescription(words)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on; label and button hear it themselves."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pale ground."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.surface2)
            p.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
