"""The bottom of the settings dialog: defaults, undoing them, and closing."""

from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class Footer(QWidget):
    """Three buttons below a hair line.

    Attributes:
        restore: *Restore defaults*.
        undo: *Undo*, there only after defaults were restored.
        done: *Close*.
    """

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.restore = Button(_("Restore defaults"), theme=theme, kind=Kind.QUIET)
        self.undo = Button(_("Undo"), theme=theme, kind=Kind.OUTLINE)
        self.done = Button(_("Close"), theme=theme, kind=Kind.PRIMARY)
        self._restored = Label(
            _("Defaults restored on this page."),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.MUTED,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 20, 8)
        row.addWidget(self.restore)
        row.addWidget(self._restored)
        row.addWidget(self.undo)
        row.addStretch()
        row.addWidget(self.done)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def show_state(self, *, can_restore: bool, can_undo: bool) -> None:
        """Say what can be done now."""
        self.restore.setEnabled(can_restore)
        self.undo.setVisible(can_undo)
        self._restored.setVisible(can_undo)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the hair line."""
        with QPainter(self) as p:
            p.setPen(QPen(self._theme.border, 1))
            p.drawLine(0, 0, self.width(), 0)
