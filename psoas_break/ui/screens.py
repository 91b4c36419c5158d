"""Screens that come, go, and change their size while a window is open."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from psoas_break.ui.placement import keep_in_sight

_SETTLES_MS = 50
"""A new arrangement comes as several changes; this long after the last it stands."""


class Screens(QObject):
    """Tells of every new arrangement of the screens, once it stands.

    Make one while a window needs it; nothing listens otherwise.

    Args:
        app: the application, which knows its screens.
        parent: the owner, usually the window.

    Signals:
        changed: a screen came or went, or is another size, scale or place now.
    """

    changed = Signal()

    def __init__(self, *, app: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLES_MS)
        self._settled.timeout.connect(self.changed)
        app.screenAdded.connect(self._follow)
        app.screenAdded.connect(self._settle)
        app.screenRemoved.connect(self._settle)
        for screen in app.screens():
            self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._settle)
        screen.availableGeometryChanged.connect(self._settle)

    def _settle(self) -> None:
        self._settled.start()


def bring_back(window: QWidget, app: QGuiApplication) -> None:
    """Have a window come back, as long as it is there, whenever its screen goes."""
    screens = Screens(app=app, parent=window)
    screens.changed.connect(partial(keep_in_sight, window))
