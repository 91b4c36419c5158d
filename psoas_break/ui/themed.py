"""Giving a window and all that is in it a theme, at the start and when it changes."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme


@runtime_checkable
class Themed(Protocol):
    """A widget that paints itself from a theme."""

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        ...


def apply_theme(window: QWidget, theme: Theme) -> None:
    """Set a window's palette, then the theme of every painted widget inside it.

    A window calls this from its own `set_theme`; it does not call the window back.
    """
    palette = theme.palette()
    window.setPalette(palette)
    for child in window.findChildren(QWidget):
        if child.isWindow():
            # Menus and dialogs do not inherit the palette of the window they serve.
            child.setPalette(palette)
        if isinstance(child, Themed):
            child.set_theme(theme)
