"""Pictures of the about window, tab by tab."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QGuiApplication

from psoas_break.storage.licences import installed
from psoas_break.ui.about_window import AboutWindow
from psoas_break.ui.theme import Theme
from tests.shots import Shot
from tests.shots.settings import OFFERED

DIAGNOSIS = """\
Psoas Break 0.1.0, Python 3.11, Qt 6.11, Linux
session   x11, tray found
idle      XSync IDLETIME: 4 s
"""


def shots() -> Iterator[Shot]:
    """About, help, this computer; a large font."""
    for tab, name in enumerate(("about", "help", "licences", "computer")):
        yield Shot(f"about-{name}", partial(window, tab))
    yield Shot("about-help-large-font", partial(window, 1), font_scale=1.25)


def window(tab: int, theme: Theme) -> AboutWindow:
    """The window with one of its tabs open."""
    made = AboutWindow(
        build="AppImage",
        places=OFFERED.places,
        licences=installed,
        diagnosis=lambda: DIAGNOSIS,
        clipboard=QGuiApplication.clipboard(),
        theme=theme,
    )
    made.tabs.setCurrentIndex(tab)
    return made
