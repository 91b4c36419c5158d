"""Where a small window goes: the corner of the screen the user is looking at."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QCursor, QGuiApplication, QScreen

GAP = 16
"""Pixels between a card and the edge of the space left by panels."""


def bottom_right(
    available: QRect, size: QSize, *, gap: int = GAP, shadow: int = 0
) -> QPoint:
    """Return the top left of a window whose visible part sits in the corner.

    A window too big for the space keeps its own top left on screen.

    Args:
        available: The screen without its panels.
        size: Of the whole window, shadow included.
        gap: Between the visible part and the edges.
        shadow: Width of the clear margin around the visible part.
    """
    reach = gap - shadow
    return QPoint(
        max(available.left() - shadow, available.right() + 1 - size.width() - reach),
        max(available.top() - shadow, available.bottom() + 1 - size.height() - reach),
    )


def inside(available: QRect, frame: QRect) -> QRect:
    """Return where a window goes so that all of it can be seen and reached.

    It moves no further than it must, and shrinks only where it is too big.

    >>> inside(QRect(0, 0, 800, 600), QRect(700, 500, 400, 640)).getRect()
    (400, 0, 400, 600)

    Args:
        available: The screen without its panels.
        frame: The window as it stands, title bar included.
    """
    box = QRect(frame.topLeft(), frame.size().boundedTo(available.size()))
    right = available.right() + 1 - box.width()
    bottom = available.bottom() + 1 - box.height()
    box.moveLeft(min(max(box.left(), available.left()), right))
    box.moveTop(min(max(box.top(), available.top()), bottom))
    return box


def screen_with_pointer() -> QScreen | None:
    """Return the screen the pointer is on, else the primary one; None without any."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
