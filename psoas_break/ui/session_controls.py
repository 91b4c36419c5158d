"""The bottom of the guided window: End, Pause, Next; and the question before ending."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from psoas_break.domain.session_values import (
    EndConfirmed,
    EndDeclined,
    EndPressed,
    Event,
    NextPressed,
    PausePressed,
    ResumePressed,
)
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

HIT = 52
_PRIMARY_WIDTH = 152


class SessionControls(QStackedWidget):
    """One row of buttons; while it asks about ending, another row in its place.

    Signals:
        happened (session event): a button was pressed.
    """

    happened = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._paused = False
        self._end = _button(_("End"), Kind.QUIET, Glyph.STOP, theme)
        self._pause = _Broad(
            _("Pause"), theme=theme, kind=Kind.PRIMARY, glyph=Glyph.PAUSE, hit=HIT
        )
        self._pause.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._next = _button(_("Next"), Kind.TONAL, Glyph.NEXT, theme)
        self._question = Label(
            _("End here? What you did is kept."),
            theme=theme,
            style=Text.LABEL,
            wrap=True,
        )
        self._really_end = _button(_("End"), Kind.TONAL, None, theme)
        self._go_on = _button(_("Keep going"), Kind.PRIMARY, None, theme)
        self._events: dict[QObject, Callable[[], Event]] = {
            self._end: EndPressed,
            self._next: NextPressed,
            self._really_end: EndConfirmed,
            self._go_on: EndDeclined,
        }
        self._connect()
        self.addWidget(self._row())
        self.addWidget(self._question_row())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    @property
    def asking(self) -> bool:
        """Whether the question about ending is on screen."""
        return self.currentIndex() == 1

    def set_theme(self, theme: Theme) -> None:
        """Keep the primary button wide; the parts get their colours on their own."""
        self._theme = theme
        shown = self._pause.text()
        self._pause.wish = 0
        wishes, least = [theme.px(_PRIMARY_WIDTH)], [0]
        for word in (_("Pause"), _("Resume")):
            self._pause.setText(word)
            wishes.append(self._pause.sizeHint().width())
            least.append(self._pause.minimumSizeHint().width())
        self._pause.setText(shown)
        self._pause.wish = max(wishes)
        self._pause.setMinimumWidth(max(least))

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Turn Pause into Resume, or back."""
        self._paused = paused
        self._pause.setText(_("Resume") if paused else _("Pause"))
        self._pause.set_glyph(Glyph.PLAY if paused else Glyph.PAUSE)

    def pause_or_resume(self) -> None:
        """Say that Pause was wanted, or Resume, whichever is on the button."""
        self.happened.emit(ResumePressed() if self._paused else PausePressed())

    def ask(self) -> None:
        """Put the question about ending in place of the buttons."""
        self.setCurrentIndex(1)
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Bring the buttons back."""
        self.setCurrentIndex(0)

    def _press(self) -> None:
        self.happened.emit(self._events[self.sender()]())

    def _connect(self) -> None:
        for button in (self._end, self._next, self._really_end, self._go_on):
            button.clicked.connect(self._press)
        self._pause.clicked.connect(self.pause_or_resume)
        self._end.setToolTip(_("End (Esc)"))
        self._pause.setToolTip(_("Pause or go on (Space)"))
        self._next.setToolTip(_("Next (right arrow)"))

    def _row(self) -> QWidget:
        row, layout = _row_widget()
        layout.addWidget(self._end, 1, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._pause, 0)
        layout.addWidget(self._next, 1, Qt.AlignmentFlag.AlignRight)
        return row

    def _question_row(self) -> QWidget:
        row, layout = _row_widget()
        layout.addWidget(self._question, 1)
        layout.addWidget(self._really_end, 0)
        layout.addWidget(self._go_on, 0)
        return row


class _Broad(Button):
    """A button that is as wide as it wishes where there is room, else as its words."""

    wish = 0

    def sizeHint(self) -> QSize:
        """Room for what is in it, or more."""
        return super().sizeHint().expandedTo(QSize(self.wish, 0))


def _row_widget() -> tuple[QWidget, QHBoxLayout]:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    return row, layout


def _button(words: str, kind: Kind, glyph: Glyph | None, theme: Theme) -> Button:
    button = Button(words, theme=theme, kind=kind, glyph=glyph, hit=HIT)
    # A click leaves the keyboard where it is, so that Space goes on meaning pause.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
