"""A field to search with, above a list or cards of what was found."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit

from psoas_break.ui.field_look import field_palette
from psoas_break.ui.theme import Text, Theme


class SearchField(QLineEdit):
    """Arrow down leads to what was found; Esc clears before it closes the window.

    Args:
        words: What is searched, shown while the field is empty.
        theme: Colours and fonts.
    """

    went_down = Signal()

    def __init__(self, words: str, *, theme: Theme) -> None:
        super().__init__()
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setClearButtonEnabled(True)
        self.setTextMargins(4, 0, 0, 0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours, fonts and lengths from now on."""
        palette = field_palette(theme)
        ground: QColor = theme.bg if theme.dark else theme.surface
        palette.setColor(QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
        self.setFont(theme.font(Text.SECONDARY))
        self.setMinimumHeight(theme.px(36))

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window while there is something to clear."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the keys that mean something here."""
        match event.key():
            case Qt.Key.Key_Down:
                self.went_down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)
