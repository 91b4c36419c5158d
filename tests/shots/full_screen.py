"""The full-screen prompt: see-through and not, firm, and on small screens."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from psoas_break.ui.preview import picture_of
from psoas_break.ui.prompt_screen import PromptScreen
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.shots.prompt import OFFER
from tests.ui.figures import exercise

SCREEN = ((1280, 800),)
SMALL = ((640, 480),)


def shots() -> Iterator[Shot]:
    """Every look of the screen that asks."""
    yield Shot("full-screen", _screen(), SCREEN)
    yield Shot("full-screen-opaque", _screen(composited=False), SCREEN)
    yield Shot("full-screen-firm", _screen(firm=True), SCREEN)
    yield Shot("full-screen-small", _screen(moved_first=True), SMALL)
    yield Shot("full-screen-large-text", _screen(), SCREEN, font_scale=1.25)


def _screen(
    *, composited: bool = True, firm: bool = False, moved_first: bool = False
) -> Callable[[Theme], QWidget]:
    def make(theme: Theme) -> QWidget:
        screen = PromptScreen(
            theme=theme,
            composited=composited,
            fades=False,
            snooze=timedelta(minutes=5),
            firm=firm,
        )
        screen.show_offer(replace(OFFER, moved_first=moved_first))
        screen.arrive()
        screen.show_picture(picture_of(exercise("standing-hip-flexor-stretch")))
        return screen

    return make
