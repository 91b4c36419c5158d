"""The keys that close a window, the same in all of them."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def close_on_keys(window: QWidget) -> None:
    """Close a window on Esc, and on what the desktop closes windows with."""
    for keys in (QKeySequence("Esc"), QKeySequence.StandardKey.Close):
        QShortcut(keys, window, window.close)
