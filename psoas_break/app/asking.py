"""What the rules want on screen becomes an offer on the prompt's surface."""

from typing import assert_never

from psoas_break.app.choosing import Choosing
from psoas_break.app.ports import PromptView
from psoas_break.app.reminder import PromptEffect
from psoas_break.domain.events import CollapsePrompt, ShowPrompt, WithdrawPrompt


class Asking:
    """Shows, changes and takes away the prompt.

    Args:
        choosing: what to offer.
        view: where it appears.
    """

    def __init__(self, *, choosing: Choosing, view: PromptView) -> None:
        self._choosing = choosing
        self._view = view
        self._shown: ShowPrompt | None = None

    def follow(self, effect: PromptEffect) -> None:
        """Carry out what the rules ask of the prompt."""
        match effect:
            case ShowPrompt():
                self._shown = effect
                self._view.show(self._choosing.offer(effect))
            case CollapsePrompt():
                self._shown = None
                self._view.collapse()
            case WithdrawPrompt():
                self._shown = None
                self._view.withdraw()
            case _:
                assert_never(effect)

    def open(self) -> None:
        """Show the question where it can be answered at once: a click asked for it."""
        self._view.open()

    def offer_again(self) -> None:
        """Offer what is chosen by now, if a prompt is on screen."""
        if self._shown is not None:
            self._view.show(self._choosing.offer(self._shown))
