"""The prompt card: with a shadow, without a compositor, and at its limits."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from psoas_break.domain.situation import Offer
from psoas_break.ui.preview import picture_of
from psoas_break.ui.prompt_card import PromptCard
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.ui.figures import exercise

OFFER = Offer(
    sat=timedelta(minutes=40),
    routine="R2",
    name="Two-minute hips and breath",
    detail="Standing hip-flexor stretch, both sides",
    length=timedelta(seconds=130),
)


def shots() -> Iterator[Shot]:
    """Every look of the card."""
    yield Shot("prompt", _card(OFFER))
    yield Shot("prompt-flat", _card(OFFER, composited=False))
    yield Shot("prompt-snoozed", _card(replace(OFFER, snoozes_used=1)))
    yield Shot("prompt-limit", _card(replace(OFFER, snoozes_used=3)))
    yield Shot("prompt-moved", _card(replace(OFFER, moved_first=True)))
    yield Shot("prompt-large-text", _card(OFFER), font_scale=1.25)


def _card(offer: Offer, *, composited: bool = True) -> Callable[[Theme], QWidget]:
    def make(theme: Theme) -> QWidget:
        card = PromptCard(theme=theme, composited=composited, fades=False)
        card.show_offer(offer)
        card.show_picture(picture_of(exercise("standing-hip-flexor-stretch")))
        return card

    return make
