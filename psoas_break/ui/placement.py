"""Where a small window goes: the corner of the screen the user is looking at."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme

GAP = 16
"""Pixels between a card and the edge of the space left by panels."""


_TITLE_BAR = 40
"""Pixels that are left for it; how high it is, nobody knows before it is there."""
_PANELS_TAKE = 0.2
"""Of a screen's width or height, at most; see `without_panels`."""


def room_on(screen: QScreen) -> QRect:
    """Return a screen without its panels."""
    return without_panels(screen.geometry(), screen.availableGeometry())


def without_panels(whole: QRect, room: QRect) -> QRect:
    """Return the room that panels leave, if it can be believed.

    X11 knows one work area for all screens: a panel below the lower of two screens
    seems to cut a broad band off the higher one. What no panel takes is not cut off.

    Args:
        whole: The screen.
        room: The screen without its panels, as the desktop tells it.
    """
    width, height = room.width() / whole.width(), room.height() / whole.height()
    return room if min(width, height) >= 1 - _PANELS_TAKE else whole


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


def room_for(window: QWidget) -> QSize:
    """Return the most a window can take of its screen, title bar and panels apart."""
    room = room_on(window.screen())
    return QSize(room.width(), room.height() - _TITLE_BAR)


def fitting(window: QWidget, size: QSize, theme: Theme) -> QSize:
    """Return a size grown with the letters, and no larger than the screen.

    Large letters on a small screen would put the lower buttons out of reach.

    Args:
        window: Which window; it need not show yet.
        size: What it would like to have with letters of the usual size.
        theme: Says how large the letters are.
    """
    grown = QSize(theme.px(size.width()), theme.px(size.height()))
    return grown.boundedTo(room_for(window))


def screen_with_pointer() -> QScreen | None:
    """Return the screen the pointer is on, else the primary one; None without any."""
    return QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()


def stand_in_the_middle(window: QWidget, screen: QScreen) -> None:
    """Put a window that is not shown yet, and has no title bar, into the middle."""
    frame = window.geometry().adjusted(0, 0, 0, _TITLE_BAR)
    frame.moveCenter(room_on(screen).center())
    box = inside(room_on(screen), frame)
    window.resize(box.width(), box.height() - _TITLE_BAR)
    window.move(box.topLeft())


def to_the_front(window: QWidget) -> None:
    """Show a window above the others, with the keyboard; a large one stays large."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def keep_in_sight(window: QWidget) -> None:
    """Bring a window back onto its screen, which has changed, where it is not."""
    if not (window.isMaximized() or window.isFullScreen() or window.isMinimized()):
        _put(window, inside(room_on(window.screen()), window.frameGeometry()))


def _put(window: QWidget, frame: QRect) -> None:
    """Move and resize a window so that its frame is this, as far as it can."""
    now = window.frameGeometry()
    if frame.size() != now.size():
        window.resize(window.size() + frame.size() - now.size())
    if frame.topLeft() != now.topLeft():
        window.move(frame.topLeft())
