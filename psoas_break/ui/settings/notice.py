"""A banner that names what is wrong with the settings file, one line each."""

from collections.abc import Sequence
from gettext import gettext as _

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.ui.label import Label
from psoas_break.ui.theme import RADIUS_CARD, Text, Theme

_SIDE = 24
_ABOVE = 16


class Notice(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = Label(
            _("The settings file has values that could not be used:"),
            theme=theme,
            style=Text.LABEL,
            wrap=True,
        )
        self._lines = Label("", theme=theme, style=Text.SECONDARY, wrap=True)
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(_SIDE + 14, _ABOVE + 10, _SIDE + 14, 12)
        body.setSpacing(4)
        body.addWidget(self._title)
        body.addWidget(self._lines)
        self.show_problems(())

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def show_problems(self, problems: Sequence[str]) -> None:
        """Show one line for each, or nothing at all."""
        self._lines.setText("\n".join(problems))
        self._lines.setAccessibleName(self._title.text())
        self.setVisible(bool(problems))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pale ground."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.warm_soft)
            box = QRectF(self.rect()).adjusted(_SIDE, _ABOVE, -_SIDE, 0)
            p.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
