"""The prompt as a card on screen: built when it is needed, gone when it is answered."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from psoas_break.domain.situation import Offer
from psoas_break.ui.preview import Picture
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.theme import Theme


class CardSurface(QObject):
    """Shows, collapses and withdraws the prompt; a `PromptView` by shape.

    Args:
        theme: Colours and fonts.
        composited: Whether the screen can show shadows now; asked at each showing.
        reduced_motion: Whether nothing may move.
        snooze: The user's usual snooze.
        picture_of: The picture of an offer, if there is one.
        parent: The owner.

    Signals:
        asked: A `Command` the user gave.
        length_chosen: The `Length` breaks should have from now on.
        dismissed: The user put the card away without an answer.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()

    def __init__(  # noqa: PLR0913 keyword collaborators
        self,
        *,
        theme: Theme,
        composited: Callable[[], bool],
        reduced_motion: bool = False,
        snooze: timedelta = timedelta(minutes=5),
        picture_of: Callable[[Offer], Picture | None] = lambda _offer: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composited = composited
        self._reduced_motion = reduced_motion
        self._snooze = snooze
        self._picture_of = picture_of
        self._card: PromptCard | None = None
        self._closing: list[PromptCard] = []

    @property
    def card(self) -> PromptCard | None:
        """The card on screen, if there is one."""
        return self._card

    def show(self, offer: Offer) -> None:
        """Ask for a break, without taking the keyboard."""
        self._close()
        card = PromptCard(
            theme=self._theme,
            composited=self._composited(),
            fades=not self._reduced_motion,
            snooze=self._snooze,
            picture=self._picture_of(offer),
        )
        card.asked.connect(self.asked)
        card.length_chosen.connect(self.length_chosen)
        card.dismissed.connect(self.dismissed)
        card.show_offer(offer)
        card.appear()
        self._card = card

    def change(self, offer: Offer) -> None:
        """Say something else on a card that is on screen; it stays where it is."""
        if self._card is not None:
            self._card.show_offer(offer)

    def collapse(self) -> None:
        """Step back into the tray, still answerable."""
        self._close()

    def withdraw(self) -> None:
        """Take the question back."""
        self._close()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        if self._card is not None:
            self._card.set_theme(theme)

    def set_preferences(self, *, reduced_motion: bool, snooze: timedelta) -> None:
        """Use these from the next showing on."""
        self._reduced_motion = reduced_motion
        self._snooze = snooze

    def _close(self) -> None:
        """Close the card, and hold it until Qt has freed it.

        It may be in the middle of telling us about the click that closes it.
        """
        card, self._card = self._card, None
        if card is not None:
            self._closing.append(card)
            card.destroyed.connect(partial(self._closing.remove, card))
            card.close()
