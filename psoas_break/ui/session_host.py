"""The guided window's owner: opens one a break, and hands on what the user does."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from psoas_break.app.sounding import Hearing
from psoas_break.domain.history import Feeling
from psoas_break.domain.noticing import Question
from psoas_break.domain.position import Position
from psoas_break.domain.progress import Progress
from psoas_break.domain.proposals import Proposal
from psoas_break.domain.routine import BREATHE
from psoas_break.domain.session_values import Closed, Ended, Session
from psoas_break.ui.lifetime import hold_until_gone
from psoas_break.ui.look import Look

if TYPE_CHECKING:  # built, and imported, with the first break
    from psoas_break.ui.session_window import SessionWindow


class SessionHost(QObject):
    """Fits the port `SessionView`.

    Args:
        app: the application, which knows its screens.
        look: theme, motion and the drawn person.
        see_clinician: whether the end screen should advise that, after Hurt.
        gentler: what to do instead of an exercise that hurt: an id, or "breathe".
        question: what to ask about the two sides; asked once at the end of a break.
        proposal: what to offer to change, after a break that was too much.
        hearing: what is heard, as the ⋯ menu shows it.
        parent: the owner.

    Signals:
        happened: a session event the user caused.
        hearing_wanted: a `Hearing`: a switch of the menu was pressed.
        start_wanted (str): another break was chosen on the end screen.
        asked: a `Command`, the answer to an offer.
    """

    happened = Signal(object)
    hearing_wanted = Signal(object)
    start_wanted = Signal(str)
    asked = Signal(object)

    def __init__(
        self,
        *,
        app: QGuiApplication,
        look: Look,
        see_clinician: Callable[[], bool],
        gentler: Callable[[str], str],
        question: Callable[[Progress], Question | None] = lambda _progress: None,
        proposal: Callable[[], Proposal | None] = lambda: None,
        hearing: Callable[[], Hearing] = Hearing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._see_clinician = see_clinician
        self._gentler = gentler
        self._ask = question
        self._propose = proposal
        self._has_asked = False
        self._question: Question | None = None
        self._hearing = hearing
        self._window: SessionWindow | None = None
        look.changed.connect(self._restyle)

    def open(self, position: Callable[[], Position | None]) -> None:
        """Open the window on the screen with the pointer, and give it the keyboard."""
        from psoas_break.ui.app_icon import app_icon  # noqa: PLC0415
        from psoas_break.ui.font_watch import FontWatch  # noqa: PLC0415
        from psoas_break.ui.placement import (  # noqa: PLC0415
            screen_with_pointer,
            stand_in_the_middle,
        )
        from psoas_break.ui.screens import bring_back  # noqa: PLC0415
        from psoas_break.ui.session_window import SessionWindow  # noqa: PLC0415

        window = SessionWindow(
            theme=self._look.theme,
            position=position,
            reduced_motion=self._look.reduced_motion,
            looks=self._look.looks,
        )
        window.setWindowIcon(app_icon())
        window.happened.connect(self.happened)
        window.hearing_wanted.connect(self.hearing_wanted)
        window.start_wanted.connect(self.start_wanted)
        window.asked.connect(self.asked)
        self._has_asked = False
        window.show_hearing(self._hearing())
        hold_until_gone(window)
        self._window = window
        screen = screen_with_pointer()
        if screen is not None:
            stand_in_the_middle(window, screen)
        bring_back(window, self._app)
        FontWatch(window).changed.connect(self._restyle)

    def show(self, session: Session) -> None:
        """Show what the break has become."""
        if self._window is None:
            return
        if isinstance(session, Ended):
            self._show_end(self._window, session)
        else:
            self._window.show_session(session)
        if isinstance(session, Closed):
            self._window = None
        elif not self._window.isVisible():
            self.raise_window()

    def _show_end(self, window: "SessionWindow", ended: Ended) -> None:
        from psoas_break.ui.end_screen import More  # noqa: PLC0415

        if not self._has_asked:
            self._has_asked = True
            self._question = self._ask(ended.course.progress)
        easier = ""
        if ended.felt is Feeling.HURT and ended.hurt:
            gentler = self._gentler(ended.hurt)
            easier = "" if gentler == BREATHE else gentler
        too_much = ended.felt is Feeling.TOO_MUCH
        window.show_session(
            ended,
            see_clinician=ended.felt is Feeling.HURT and self._see_clinician(),
            easier=easier,
            more=More(
                question=None if ended.answered else self._question,
                proposal=self._propose() if too_much else None,
            ),
        )

    def raise_window(self) -> bool:
        """Bring an open break to the front; says whether there is one."""
        if self._window is None:
            return False
        from psoas_break.ui.placement import to_the_front  # noqa: PLC0415

        to_the_front(self._window)
        return True

    def show_hearing(self) -> None:
        """Show what is heard now."""
        if self._window is not None:
            self._window.show_hearing(self._hearing())

    def _restyle(self) -> None:
        if self._window is not None:
            self._window.set_theme(self._look.theme)
            self._window.set_reduced_motion(self._look.reduced_motion)
            self._window.set_looks(self._look.looks)
