"""What the rows of every list and table here have in common: they know the theme."""

from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from psoas_break.ui.theme import Theme


class ThemedDelegate(QStyledItemDelegate):
    """Paints rows in the theme's colours and fonts.

    Args:
        theme: Colours and fonts.
        parent: The list or table.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
