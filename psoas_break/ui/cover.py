"""A window that dims one whole screen and takes no part in anything."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from psoas_break.ui.fading import fade_in
from psoas_break.ui.theme import SCRIM, Theme, faded
from psoas_break.words import gettext as _

_DIM = 0.86
"""How much of what lies below it hides, where the screen can be seen through."""


class Cover(QWidget):
    """Lies over everything on one screen.

    Args:
        theme: Colours.
        composited: Whether what lies below may shine through.
        fades: Whether it may appear gradually.
        takes_focus: Whether it is the one the keyboard goes to.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        composited: bool,
        fades: bool,
        takes_focus: bool = False,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._composited = composited
        self._fades = fades and composited
        self.setWindowTitle(_("Time to stand up"))
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        if not takes_focus:
            flags |= Qt.WindowType.Tool | Qt.WindowType.WindowDoesNotAcceptFocus
        self.setWindowFlags(flags)
        attribute = Qt.WidgetAttribute
        self.setAttribute(attribute.WA_ShowWithoutActivating, on=not takes_focus)
        self.setAttribute(attribute.WA_MacAlwaysShowToolWindow)
        self.setAttribute(attribute.WA_QuitOnClose, on=False)
        self.setAttribute(attribute.WA_TranslucentBackground, on=composited)

    def cover(self, screen: QScreen) -> None:
        """Lie over this screen, all of it, from now on."""
        if self.isVisible():
            # A full-screen window does not move: some window managers hold it.
            self.hide()
        elif self._fades:
            fade_in(self)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below, or hide it where nothing can shine through."""
        with QPainter(self) as p:
            p.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            p.fillRect(self.rect(), faded(SCRIM, _DIM if self._composited else 1.0))
