"""Pictures of the welcome."""

from collections.abc import Iterator
from datetime import timedelta

from psoas_break.domain.settings import Settings
from psoas_break.ui.settings.key import Key
from psoas_break.ui.theme import Theme
from psoas_break.ui.welcome import WelcomeWindow
from tests.shots import Shot


def shots() -> Iterator[Shot]:
    """As it comes, with a refused number, and with a large font."""
    yield Shot("welcome", window)
    yield Shot("welcome-refused", _refused)
    yield Shot("welcome-large-font", window, font_scale=1.25)


def window(theme: Theme) -> WelcomeWindow:
    """The welcome at the first start."""
    return WelcomeWindow(settings=Settings(), theme=theme)


def _refused(theme: Theme) -> WelcomeWindow:
    made = window(theme)
    made.rows[Key("reminders", "earliest")].control.edited.emit(timedelta(minutes=60))
    return made
