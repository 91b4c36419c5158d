"""Where the prompt appears: builds the card when it is wanted, frees it after."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.settings import Surface
from psoas_break.domain.situation import Offer
from psoas_break.ui.lifetime import hold_until_gone
from psoas_break.ui.look import Look

if TYPE_CHECKING:  # built, and imported, with the first prompt
    from psoas_break.ui.prompt_card import PromptCard


class PromptHost(QObject):
    """Fits the port `PromptView`.

    Args:
        look: theme and motion.
        surface: where prompts shall appear.
        snooze: the usual snooze.
        composited: whether the screen can show a shadow.
        exercises: by id, for the picture on the card.
        stays: the card stays at least this long, in real time; for a fast clock.
        parent: the owner.

    Signals:
        asked: a `Command` the user gave.
        length_chosen: the `Length` the next break should have.
        dismissed: put away without an answer.
        shown: a prompt appeared; for the chime.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()
    shown = Signal()

    def __init__(
        self,
        *,
        look: Look,
        surface: Callable[[], Surface],
        snooze: Callable[[], timedelta],
        composited: Callable[[], bool],
        exercises: Callable[[], Mapping[str, Exercise]],
        stays: timedelta = timedelta(),
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._surface = surface
        self._snooze = snooze
        self._composited = composited
        self._exercises = exercises
        self._card: PromptCard | None = None
        self._stays = QTimer(self, singleShot=True)
        self._stays.setInterval(stays // timedelta(milliseconds=1))
        self._stays.timeout.connect(self._let_go)
        self._over = False
        self._offered = ""
        look.changed.connect(self._restyle)

    def show(self, offer: Offer) -> None:
        """Ask; or, with the card up already, offer this instead."""
        if self._surface() is Surface.TRAY:
            self.shown.emit()
            return
        fresh = self._card is None
        card = self._card or self._new_card()
        self._over = False
        self._offered = offer.exercise
        card.show_offer(offer)
        # The words first: drawing the figure for the first time takes a while.
        QTimer.singleShot(0, card, lambda: self._picture(card))
        self._stays.start()
        if fresh:
            card.appear()
            self.shown.emit()

    def collapse(self) -> None:
        """Into the tray, as soon as the card has been seen long enough."""
        if self._stays.isActive() and self._stays.interval():
            self._over = True
        else:
            self.withdraw()

    def withdraw(self) -> None:
        """Take the card away."""
        self._over = False
        card, self._card = self._card, None
        if card is not None:
            card.close()
            card.deleteLater()

    def _new_card(self) -> "PromptCard":
        from psoas_break.ui.prompt_card import PromptCard  # noqa: PLC0415

        self._card = card = PromptCard(
            theme=self._look.theme,
            composited=self._composited(),
            fades=not self._look.reduced_motion,
            snooze=self._snooze(),
        )
        hold_until_gone(card)
        card.asked.connect(self.asked)
        card.length_chosen.connect(self.length_chosen)
        card.dismissed.connect(self._put_away)
        return card

    def _picture(self, card: "PromptCard") -> None:
        from psoas_break.ui.preview import picture_of  # noqa: PLC0415

        exercise = self._exercises().get(self._offered)
        if exercise is not None:
            card.show_picture(picture_of(exercise, self._look.looks))

    def _put_away(self) -> None:
        self._stays.stop()
        self.dismissed.emit()

    def _let_go(self) -> None:
        if self._over:
            self.withdraw()

    def _restyle(self) -> None:
        if self._card is not None:
            self._card.set_theme(self._look.theme)
            self._picture(self._card)
