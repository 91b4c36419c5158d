"""How everything looks now: theme, motion and the drawn person."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion
from psoas_break.ui.theme import Theme, system_prefers_dark, theme_for

if TYPE_CHECKING:  # while nobody is drawn, nothing of it is loaded
    from psoas_break.ui.figure_colours import Looks


class Look(QObject):
    """Follows the desktop where the user has not chosen.

    Args:
        app: the application, whose style hints tell what the desktop wants.
        settings: what the user chose.

    Signals:
        changed: theme, motion or the drawn person is another now.
    """

    changed = Signal()

    def __init__(self, *, app: QApplication, settings: LookSettings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._desktop_stills = False
        app.styleHints().colorSchemeChanged.connect(self._change)
        self._dress()

    @property
    def theme(self) -> Theme:
        """Colours and fonts."""
        dark = system_prefers_dark(self._app.styleHints())
        return theme_for(self._settings.theme, system_dark=dark)

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move."""
        if self._settings.motion is Motion.SYSTEM:
            return self._desktop_stills
        return self._settings.motion is Motion.REDUCED

    @property
    def looks(self) -> "Looks":
        """What the drawn person looks like."""
        from psoas_break.ui.figure_colours import Looks  # noqa: PLC0415

        return Looks(self._settings.skin, self._settings.hair)

    def use(self, settings: LookSettings) -> None:
        """Go by other settings."""
        if settings != self._settings:
            self._settings = settings
            self._change()

    def heed_desktop(self, stills: bool) -> None:  # noqa: FBT001  takes an answer
        """Go by whether the desktop asks for less motion, where the user does not."""
        was = self.reduced_motion
        self._desktop_stills = stills
        if self.reduced_motion is not was:
            self._change()

    def _change(self) -> None:
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        """Give the palette to what Qt paints by itself: menus, tooltips, dialogs."""
        self._app.setPalette(self.theme.palette())
