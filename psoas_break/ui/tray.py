"""The icon in the tray: it comes late, goes, and comes back with its panel."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.first_icon import FirstIcon
from psoas_break.ui.tray_icon import AT_START, Face, face_for, tray_icon
from psoas_break.ui.tray_panel import Panel

LOOK_EVERY_MS = 2_000
LOOK_FOR_MS = 60_000
"""After a login the panel may come up to a minute later than we do."""


class Tray(QObject):
    """Owns the tray icon. Menu and values live outside it, so it can be made anew.

    Qt decides between the old and the new tray protocol when an icon is made; one
    made before its panel came up is deaf to it for ever, so it is replaced.

    Args:
        first: The icon that shows already; without, one is made.
        is_available: Whether there is a tray now.
        parent: The owner.

    Signals:
        asked: A `Command` the user gave by clicking the icon.
        availability: Whether there is a tray, each time that changes.
    """

    asked = Signal(object)
    availability = Signal(bool)

    def __init__(
        self,
        *,
        first: FirstIcon | None = None,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self._is_available = is_available
        self._face = AT_START
        self._tooltip = ""
        self._answerable = False
        if first is None:
            self._panel = Panel.UNKNOWN
            self._available = is_available()
            self._icon = self._new_icon()
        else:
            self._icon, self._available, self._panel = first
            self._icon.setIcon(tray_icon(self._face, self._panel))
            self._icon.activated.connect(self._activated)
        self._born_available = self._available
        self._looking = QTimer(self, interval=LOOK_EVERY_MS)
        self._looking.timeout.connect(self.look)
        if not self._available:
            self._looking.start()
            QTimer.singleShot(LOOK_FOR_MS, self, self._looking.stop)

    @property
    def available(self) -> bool:
        """Whether there was a tray at the last look."""
        return self._available

    @property
    def face(self) -> Face:
        """What the icon shows."""
        return self._face

    def set_menu(self, menu: QMenu) -> None:
        """Open this on a right click; on GNOME, on any."""
        self._menu = menu
        self._icon.setContextMenu(menu)

    def show(self, situation: Situation) -> None:
        """Show where we are; the icon is touched only where something changed."""
        self._answerable = (
            situation.state in {StateName.PROMPTING, StateName.DUE}
            or situation.prompt is not PromptShape.NONE
        )
        face = face_for(situation)
        if face != self._face:
            self._face = face
            self._icon.setIcon(tray_icon(face, self._panel))
        if situation.tooltip != self._tooltip:
            self._tooltip = situation.tooltip
            self._icon.setToolTip(self._tooltip)

    def look(self) -> None:
        """Look whether the tray has come or gone; asks the bus, so not too often."""
        now = self._is_available()
        if now and not self._born_available:
            self._looking.stop()
            self._icon.hide()
            self._icon.deleteLater()
            self._born_available = True
            self._icon = self._new_icon()
        if now != self._available:
            self._available = now
            self.availability.emit(now)

    def hide(self) -> None:
        """Take the icon away, at the end of the app."""
        self._looking.stop()
        self._icon.hide()

    def _new_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(tray_icon(self._face, self._panel), self)
        if self._menu is not None:
            icon.setContextMenu(self._menu)
        icon.setToolTip(self._tooltip)
        icon.activated.connect(self._activated)
        icon.show()
        return icon

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click says Trigger first; a right click opens the menu by itself.
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            # The icon shows before the commands are imported.
            from psoas_break.app.commands import Show, Window  # noqa: PLC0415

            window = Window.CARD if self._answerable else Window.HOME
            self.asked.emit(Show(window))
