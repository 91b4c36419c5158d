"""What the rules want on screen, and what comes to stand there."""

from psoas_break.app.asking import Asking
from psoas_break.domain.events import CollapsePrompt, ShowPrompt, WithdrawPrompt
from psoas_break.domain.settings import Length
from tests.app.at_the_desk import AtTheDesk, Card


class Asked:
    """A prompt shown to somebody at nine."""

    def __init__(self) -> None:
        self.me = AtTheDesk()
        self.card = Card()
        self.asking = Asking(choosing=self.me.choosing, view=self.card)
        self.asking.follow(ShowPrompt(sat=self.me.sat, snoozes=2))


def test_a_prompt_comes_with_an_offer() -> None:
    asked = Asked()

    (offer,) = asked.card.offers
    assert (asked.card.up, offer.snoozes_used) == (True, 2)


def test_it_collapses_and_is_withdrawn() -> None:
    for effect in (CollapsePrompt(), WithdrawPrompt()):
        asked = Asked()
        asked.asking.follow(effect)

        assert not asked.card.up


def test_what_is_on_screen_can_be_offered_anew() -> None:
    asked = Asked()
    asked.me.choosing.use_length(Length.FIVE)

    asked.asking.offer_again()

    first, second = asked.card.offers
    assert (second.length > first.length, second.snoozes_used) == (True, 2)


def test_what_is_gone_is_not_offered_anew() -> None:
    for effect in (CollapsePrompt(), WithdrawPrompt()):
        asked = Asked()
        asked.asking.follow(effect)

        asked.asking.offer_again()

        assert not asked.card.up
