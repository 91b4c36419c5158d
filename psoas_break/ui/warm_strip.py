"""A warm, pale box with a heading: something that must not be overlooked."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.ui.label import Label
from psoas_break.ui.theme import RADIUS_CARD, Text, Theme


class WarmStrip(QWidget):
    """Hidden while it has nothing to say; its words can be selected and copied."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Label("", theme=theme, style=Text.LABEL, wrap=True)
        self._words = Label("", theme=theme, style=Text.SECONDARY, wrap=True)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 10, 14, 12)
        body.setSpacing(4)
        body.addWidget(self._title)
        body.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says below its heading."""
        return self._words.text()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def say(self, title: str, words: str) -> None:
        """Show a heading with words below; without words, hide."""
        self._title.setText(title)
        self._words.setText(words)
        self._words.setAccessibleName(f"{title} {words}")
        self.setVisible(bool(words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pale ground inside the margins."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.warm_soft)
            box = QRectF(self.contentsRect())
            p.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
