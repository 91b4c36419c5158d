"""The guided window's owner: opens one a break, and hands on what the user does."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QScreen

from psoas_break.domain.session_values import Closed, Session
from psoas_break.domain.timeline import Position
from psoas_break.ui.look import Look
from psoas_break.ui.placement import screen_with_pointer
from psoas_break.ui.session_window import SessionWindow


class SessionHost(QObject):
    """Fits the port `SessionView`.

    Args:
        look: theme and motion.
        see_clinician: whether the end screen should advise that, after Hurt.
        parent: the owner.

    Signals:
        happened: a session event the user caused.
        mute_pressed: sounds off, or on again.
        start_wanted (str): another break was chosen on the end screen.
    """

    happened = Signal(object)
    mute_pressed = Signal()
    start_wanted = Signal(str)

    def __init__(
        self, *, look: Look, see_clinician: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._see_clinician = see_clinician
        self._window: SessionWindow | None = None
        look.changed.connect(self._restyle)

    def open(self, position: Callable[[], Position | None]) -> None:
        """Open the window on the screen with the pointer, and give it the keyboard."""
        window = SessionWindow(
            theme=self._look.theme,
            position=position,
            reduced_motion=self._look.reduced_motion,
        )
        window.happened.connect(self.happened)
        window.mute_pressed.connect(self.mute_pressed)
        window.start_wanted.connect(self.start_wanted)
        self._window = window
        screen = screen_with_pointer()
        if screen is not None:
            _centre(window, screen)

    def show(self, session: Session) -> None:
        """Show what the break has become."""
        if self._window is None:
            return
        self._window.show_session(session, see_clinician=self._see_clinician())
        if isinstance(session, Closed):
            self._window = None
        elif not self._window.isVisible():
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    def raise_window(self) -> bool:
        """Bring an open break to the front; says whether there is one."""
        if self._window is None:
            return False
        self._window.showNormal()
        self._window.raise_()
        self._window.activateWindow()
        return True

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Show whether sounds are off."""
        if self._window is not None:
            self._window.set_muted(muted)

    def _restyle(self) -> None:
        if self._window is not None:
            self._window.set_theme(self._look.theme)
            self._window.set_reduced_motion(self._look.reduced_motion)


def _centre(window: SessionWindow, screen: QScreen) -> None:
    place = window.frameGeometry()
    place.moveCenter(screen.availableGeometry().center())
    window.move(place.topLeft())
