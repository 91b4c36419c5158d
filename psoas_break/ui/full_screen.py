"""The prompt over all screens: one of them asks, the others are dimmed."""

from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from psoas_break.domain.situation import Offer
from psoas_break.ui.cover import Cover
from psoas_break.ui.font_watch import FontWatch
from psoas_break.ui.lifetime import hold_until_gone
from psoas_break.ui.placement import screen_with_pointer
from psoas_break.ui.preview import Picture
from psoas_break.ui.prompt_screen import PromptScreen
from psoas_break.ui.screens import Screens
from psoas_break.ui.theme import Theme


class FullScreenPrompt(QObject):
    """Covers every screen there is, and those that come while it stands.

    Args:
        app: the application, which knows its screens.
        theme: Colours and fonts.
        composited: Whether what lies below may shine through.
        fades: Whether it may appear gradually.
        snooze: The usual snooze, on its button.
        firm: Whether answers come late and leaving takes a while.
        parent: The owner.

    Signals:
        asked: A `Command` the user gave.
        length_chosen: The `Length` breaks should have.
        dismissed: The user put it away without an answer.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()

    def __init__(
        self,
        *,
        app: QGuiApplication,
        theme: Theme,
        composited: bool,
        fades: bool,
        snooze: timedelta,
        firm: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._theme = theme
        self._composited = composited
        self._fades = fades
        self._at: QScreen | None = None
        self._covers: dict[QScreen, Cover] = {}
        self._asking = PromptScreen(
            theme=theme,
            composited=composited,
            fades=fades,
            snooze=snooze,
            firm=firm,
        )
        hold_until_gone(self._asking)
        self._asking.asked.connect(self.asked)
        self._asking.length_chosen.connect(self.length_chosen)
        self._asking.dismissed.connect(self.dismissed)
        FontWatch(self._asking).changed.connect(self._grow)

    def show_offer(self, offer: Offer) -> None:
        """Say what is offered."""
        self._asking.show_offer(offer)

    def show_picture(self, picture: Picture) -> None:
        """Put a figure on the little stage."""
        self._asking.show_picture(picture)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        for window in (self._asking, *self._covers.values()):
            window.set_theme(theme)

    def appear(self) -> None:
        """Dim all screens, and ask on the one with the pointer."""
        self._arrange()
        Screens(app=self._app, parent=self).changed.connect(self._arrange)

    def take_away(self) -> None:
        """Give the screens back."""
        for window in (self._asking, *self._covers.values()):
            window.close()
            window.deleteLater()
        self._covers.clear()
        self.deleteLater()

    def _grow(self) -> None:
        self.set_theme(self._theme)

    def _arrange(self) -> None:
        """Cover each screen as it is now; the question stays where it is, if it can."""
        screens = self._app.screens()
        at = self._at if self._at in screens else screen_with_pointer()
        dimmed = [screen for screen in screens if _lies_beside(screen, at)]
        for gone in self._covers.keys() - set(dimmed):
            cover = self._covers.pop(gone)
            cover.close()
            cover.deleteLater()
        for screen in dimmed:
            if screen not in self._covers:
                self._covers[screen] = self._new_cover()
            _lay(self._covers[screen], screen)
        self._at = at
        if at is not None:
            _lay(self._asking, at)

    def _new_cover(self) -> Cover:
        cover = Cover(theme=self._theme, composited=self._composited, fades=self._fades)
        hold_until_gone(cover)
        return cover


def _lies_beside(screen: QScreen, at: QScreen | None) -> bool:
    """Whether a screen shows nothing of another; what dims it hides nothing there.

    Of two that show the same picture, the one with the question is enough.
    """
    if at is None:
        return True
    return screen is not at and not screen.geometry().intersects(at.geometry())


def _lay(cover: Cover, screen: QScreen) -> None:
    """Cover a screen, unless that is done already."""
    if not cover.isVisible() or cover.geometry() != screen.geometry():
        cover.cover(screen)
