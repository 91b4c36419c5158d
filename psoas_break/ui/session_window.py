"""The guided window: a break, step by step, with the time that is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QHideEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from psoas_break.app.sounding import Hearing
from psoas_break.domain.position import Position
from psoas_break.domain.session_values import (
    Asking,
    Closed,
    Dismissed,
    EndConfirmed,
    EndDeclined,
    Ended,
    EndPressed,
    Paused,
    PausePressed,
    ResumePressed,
    Running,
    Session,
)
from psoas_break.ui import session_keys as keys
from psoas_break.ui.end_screen import NOTHING_MORE, EndScreen, More
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.frames import Frames
from psoas_break.ui.placement import fitting, room_for
from psoas_break.ui.session_layout import stands_beside, with_picture
from psoas_break.ui.session_page import SessionPage
from psoas_break.ui.theme import MARGIN, MARGIN_WIDE, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

_WIDE = 560
"""From this width on: larger type, margins and ring."""


class SessionWindow(QWidget):
    """A normal window that shows one guided break and says what the user wants.

    It knows no rule: it emits the session's events, and its owner answers with
    `show_session`. While something moves it asks for the position itself; paused,
    hidden or covered by the end screen it draws nothing.

    Args:
        theme: Colours and fonts.
        position: Says where in the break we are, now; None once it is over.
        reduced_motion: Nothing moves but numbers and words.
        looks: Of the drawn person.

    Signals:
        happened (session event): what the user did: PausePressed, EndPressed, ...
        hearing_wanted: a `Hearing`: a switch of the ⋯ menu was pressed.
        start_wanted (str): after Hurt: an exercise's id, or "breathe".
        asked: A `Command`, the answer to an offer on the end screen.
    """

    happened = Signal(object)
    hearing_wanted = Signal(object)
    start_wanted = Signal(str)
    asked = Signal(object)

    def __init__(
        self,
        *,
        theme: Theme,
        position: Callable[[], Position | None],
        reduced_motion: bool = False,
        looks: Looks = USUAL,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._position = position
        self._session: Session | None = None
        self._resumes = False
        self.setWindowTitle(_("Guided break"))
        self._page = SessionPage(
            theme=theme, reduced_motion=reduced_motion, looks=looks
        )
        self._end = EndScreen(theme=theme)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._page)
        self._pages.addWidget(self._end)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._pages)
        self._frames = Frames(self)
        self._frames.due.connect(self._draw)
        self._page.happened.connect(self.happened)
        self._page.hearing_wanted.connect(self.hearing_wanted)
        self._page.explanation_wanted.connect(self._explain)
        self._page.explanation_read.connect(self._stop_explaining)
        self._end.happened.connect(self.happened)
        self._end.start_wanted.connect(self.start_wanted)
        self._end.asked.connect(self.asked)
        self.set_theme(theme)
        room = room_for(self)
        self.resize(with_picture(self.sizeHint().boundedTo(room), room, theme))
        self._arrange(self.size())

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts, here and in everything inside."""
        self._theme = theme
        apply_theme(self, theme)
        least = fitting(self, QSize(380, 560), theme)
        needed = self._page.controls_width() + 2 * MARGIN
        least = least.expandedTo(QSize(needed, 0))
        self.setMinimumSize(with_picture(least, room_for(self), theme))

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Stop everything that moves, or let it move again."""
        self._page.set_reduced_motion(reduced)
        self._go_on()

    def set_looks(self, looks: Looks) -> None:
        """Draw another person from now on."""
        self._page.set_looks(looks)

    def show_hearing(self, hearing: Hearing) -> None:
        """Show what is heard now."""
        self._page.show_hearing(hearing)

    def show_session(
        self,
        session: Session,
        *,
        see_clinician: bool = False,
        easier: str = "",
        more: More = NOTHING_MORE,
    ) -> None:
        """Show what the session has become; call it after every event.

        Args:
            session: Its state.
            see_clinician: On the end screen after Hurt: advise to ask a clinician.
            easier: There, too: id of an easier exercise to offer, if there is one.
            more: What else the end screen asks and offers.
        """
        self._session = session
        if not isinstance(session, Paused):
            self._page.stop_explaining()
        match session:
            case Running() | Paused() | Asking():
                self._page.set_paused(isinstance(session, Paused))
                self._turn_to(self._page)
                self._page.set_asking(isinstance(session, Asking))
                self._go_on()
            case Ended():
                self._frames.rest()
                self._end.show_end(session, see_clinician=see_clinician, easier=easier)
                self._end.show_more(more)
                self._turn_to(self._end)
            case Closed():
                self.put_away()

    def show_position(self, position: Position) -> None:
        """Show one instant of the break."""
        self._page.show_position(position)

    def put_away(self) -> None:
        """Close without asking, and free the window."""
        self.close()
        self.deleteLater()

    @property
    def drawing(self) -> bool:
        """Whether another frame will come by itself."""
        return self._frames.running

    def sizeHint(self) -> QSize:
        """The small layout, larger with a larger font."""
        return QSize(self._theme.px(420), self._theme.px(640))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses, arrows go on and back; see the ⋯ menu for the letters.

        A key acts once, however long it is held: the end screen has letters, too.
        """
        if event.isAutoRepeat():
            return
        if keys.is_of_a_shortcut(event):
            super().keyPressEvent(event)
            return
        match self._session:
            case Asking() if event.key() == Qt.Key.Key_Escape:
                self.happened.emit(EndDeclined())
            case Running() | Paused() if event.key() == keys.PAUSE:
                self._page.pause_or_resume()
            case Paused() if self._page.explaining and event.key() in keys.READ:
                self._stop_explaining()
            case Running() | Paused() if event.key() in keys.EXPLAINS:
                self._explain()
            case Running() | Paused() if event.key() in keys.HEARING:
                self._page.press_hearing(Qt.Key(event.key()))
            case Running() | Paused() if event.key() in keys.WISHES:
                wish = keys.WISHES[Qt.Key(event.key())]()
                if self._page.allows(wish):
                    self.happened.emit(wish)
            case Ended() if self._end.press(event.key()):
                pass
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        self._arrange(event.size())
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Frames run while the window can be seen."""
        super().showEvent(event)
        self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._frames.rest()

    def changeEvent(self, event: QEvent) -> None:
        """A minimised window rests too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            if self.isMinimized():
                self._frames.rest()
            else:
                self._go_on()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own close button ends the break; pressed twice, at once."""
        if not event.spontaneous():
            self._frames.rest()
            event.accept()
            return
        event.ignore()
        match self._session:
            case Asking():
                self.happened.emit(EndConfirmed())
            case Ended():
                self.happened.emit(Dismissed())
            case _:
                self.happened.emit(EndPressed())

    def _explain(self) -> None:
        """Explain the picture; a running break waits meanwhile."""
        if self._page.explaining or not self._page.explain():
            return
        self._resumes = isinstance(self._session, Running)
        if self._resumes:
            self.happened.emit(PausePressed())

    def _stop_explaining(self) -> None:
        self._page.stop_explaining()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._resumes and isinstance(self._session, Paused):
            self.happened.emit(ResumePressed())
        self._resumes = False

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; in a new one a late Space, meant for Pause, presses nothing."""
        turned = page is not self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        focused = self.focusWidget()
        if turned or focused is None or not focused.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Draw now, and go on drawing for as long as something moves."""
        if isinstance(self._session, Running | Paused | Asking):
            self._draw()

    def _draw(self) -> None:
        position = self._position()
        if position is None:
            self._frames.rest()
            return
        self.show_position(position)
        seen = self.isVisible() and not self.isMinimized()
        if seen and isinstance(self._session, Running) and not position.finished:
            self._frames.again(self._page.next_frame_in(position))
        else:
            self._frames.rest()

    def _arrange(self, size: QSize) -> None:
        """With room all but the stage is larger; low, the stage goes to one side."""
        beside = stands_beside(size, self._theme)
        wide = size.width() >= self._theme.px(_WIDE) and not beside
        margin = MARGIN_WIDE if wide else MARGIN
        self._column.setContentsMargins(margin, 14, margin, MARGIN)
        for page in (self._page, self._end):
            page.set_beside(beside=beside)
            page.set_wide(wide)
