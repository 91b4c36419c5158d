"""The screen of a full-screen prompt that asks: a large card, and the keyboard."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QDeadlineTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen

from psoas_break.domain.situation import Offer
from psoas_break.ui.cover import Cover
from psoas_break.ui.large_prompt import LargePrompt
from psoas_break.ui.preview import Picture
from psoas_break.ui.theme import Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_MILLISECOND = timedelta(milliseconds=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long the screen waits with what (behaviour.md section 4).

    Attributes:
        clicks: so soon, a click was meant for what was there before.
        keys: so soon, a key was too; but not Esc.
        answers: firm: until the buttons come.
        esc: firm: how long Esc is held to leave.
        release: a key that repeats is pressed again within this.
    """

    clicks: timedelta = timedelta(milliseconds=400)
    keys: timedelta = timedelta(seconds=3)
    answers: timedelta = timedelta(seconds=10)
    esc: timedelta = timedelta(seconds=3)
    release: timedelta = timedelta(milliseconds=200)


USUAL = Patience()


class PromptScreen(Cover):
    """Asks, with the keyboard. No button has the focus until Tab gives it one.

    Args:
        theme: Colours and fonts.
        composited: Whether what lies below may shine through.
        fades: Whether it may appear gradually.
        snooze: The usual snooze, on its button.
        firm: Whether answers come late and leaving takes a while.
        patience: How late, and how long a while.

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
        theme: Theme,
        composited: bool,
        fades: bool,
        snooze: timedelta,
        firm: bool,
        patience: Patience = USUAL,
    ) -> None:
        super().__init__(
            theme=theme, composited=composited, fades=fades, takes_focus=True
        )
        self._firm = firm
        self._patience = patience
        self._card = LargePrompt(theme=theme, snooze=snooze, firm=firm, parent=self)
        self._body = self._card.body
        self._body.asked.connect(self.asked)
        self._body.length_chosen.connect(self.length_chosen)
        self._body.dismissed.connect(self.dismissed)
        self._body.show_answers(shown=not firm)
        self._deaf_to_clicks = self._timer(patience.clicks)
        self._deaf_to_clicks.timeout.connect(lambda: self._card.hear_clicks(heard=True))
        self._deaf_to_keys = self._timer(patience.keys)
        self._holds_esc = self._timer(patience.esc)
        self._holds_esc.timeout.connect(self.dismissed)
        self._lets_go = self._timer(patience.release)
        self._lets_go.timeout.connect(self._let_go_of_esc)
        self._answers_come = QDeadlineTimer()
        self._counts = QTimer(self, interval=_SECOND // _MILLISECOND)
        self._counts.timeout.connect(self._count_down)
        self.setAccessibleName(_("Time to stand up"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._say_how_to_leave()
        self.set_theme(theme)

    def show_offer(self, offer: Offer) -> None:
        """Say what is offered."""
        self._body.show_offer(offer)
        self.setAccessibleDescription(self._body.summary())
        self._place()

    def show_picture(self, picture: Picture) -> None:
        """Put a figure on the little stage."""
        self._body.show_picture(picture)

    def cover(self, screen: QScreen) -> None:
        """Lie over this screen and take the keyboard."""
        if not self.isVisible():
            self.arrive()
        super().cover(screen)
        self.raise_()
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrive(self) -> None:
        """Be deaf to clicks and keys for a while, and firm, if it is, for longer."""
        self._card.hear_clicks(heard=False)
        self._deaf_to_clicks.start()
        self._deaf_to_keys.start()
        if self._firm:
            self._answers_come.setRemainingTime(self._patience.answers // _MILLISECOND)
            self._counts.start()
            self._say_how_to_leave()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        super().set_theme(theme)
        apply_theme(self, theme)
        # Once more, for its lengths follow from fonts set after it.
        self._body.set_theme(theme)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Let through no key that was meant for what was there before, but Esc."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() in _KEYS
            and event.key() != Qt.Key.Key_Escape
            and self._deaf_to_keys.isActive()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; when it is firm, only Esc held for a while does."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._holds_esc.isActive():
            self._lets_go.stop()
        elif event.isAutoRepeat():
            pass  # held since before the screen came
        elif self._firm:
            self._holds_esc.start()
            self._say_how_to_leave()
        else:
            self.dismissed.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Esc let go too soon does not leave.

        X11 repeats a held key as releases and presses, and Qt does not always see that
        they belong together: only a release that no press follows is one.
        """
        if event.key() == Qt.Key.Key_Escape:
            self._lets_go.start()
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Who turns to another window has let go of Esc."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._let_go_of_esc()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the card in the middle."""
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window manager's close is the user's, firm or not: nobody is trapped."""
        super().closeEvent(event)
        if event.spontaneous():
            self.dismissed.emit()

    def _timer(self, span: timedelta) -> QTimer:
        return QTimer(self, singleShot=True, interval=span // _MILLISECOND)

    def _count_down(self) -> None:
        if self._answers_come.hasExpired():
            self._counts.stop()
            self._body.show_answers(shown=True)
        self._say_how_to_leave()

    def _let_go_of_esc(self) -> None:
        if self._holds_esc.isActive():
            self._holds_esc.stop()
            self._say_how_to_leave()

    def _say_how_to_leave(self) -> None:
        self._card.hint(self._way_out())
        self._place()

    def _way_out(self) -> str:
        if not self._firm:
            return _("Esc puts this away; the break waits in the tray")
        if self._holds_esc.isActive():
            return _("Keep holding Esc…")
        hold = round(self._patience.esc / _SECOND)
        leave = _("Hold Esc for {count} s to leave").format(count=hold)
        left = -(-self._answers_come.remainingTime() // 1000)  # rounded up
        if left <= 0:
            return leave
        wait = ngettext("Buttons in {count} s", "Buttons in {count} s", left)
        return f"{wait.format(count=left)} · {leave}"

    def _place(self) -> None:
        self._card.stand_in_the_middle_of(self.rect())
