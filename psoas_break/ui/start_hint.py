"""What "Start stretch" would start, and why this one: two quiet lines above it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.domain.situation import Suggested
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.length_button import about
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class StartHint(QWidget):
    """The routine that comes next, with its length; below it the reason."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._what = _Line(theme=theme, tone=Tone.INK)
        self._why = _Line(theme=theme, tone=Tone.MUTED)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(1)
        lines.addWidget(self._what)
        lines.addWidget(self._why)

    def say(self, suggested: Suggested) -> str:
        """Show it; return it as a screen reader says it."""
        what = _("{name}, {length}").format(
            name=suggested.name, length=about(suggested.length)
        )
        self._what.setText(what)
        self._why.setText(suggested.why)
        self.setToolTip(suggested.why)
        return f"{what}. {suggested.why}"


class _Line(Label):
    """One line; what does not fit ends in dots."""

    def __init__(self, *, theme: Theme, tone: Tone) -> None:
        super().__init__("", theme=theme, style=Text.SECONDARY, tone=tone)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        with QPainter(self) as p:
            self.style().drawItemText(
                p,
                room,
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
                self.palette(),
                self.isEnabled(),
                shown,
                self.foregroundRole(),
            )
