"""The about window with all it shows; imported when it is first wanted."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from psoas_break.desktop.build_kind import kind_of_build
from psoas_break.storage import licences
from psoas_break.storage.resources import find_resources
from psoas_break.ui.about_window import AboutWindow
from psoas_break.ui.theme import Theme


def about_window(
    *, places: Mapping[str, Path], diagnosis: Callable[[], str], theme: Theme
) -> AboutWindow:
    """Build the window.

    Args:
        places: where things are kept: a name in words, and the file or folder.
        diagnosis: makes the text of the diagnosis.
        theme: colours and fonts.
    """
    return AboutWindow(
        build=kind_of_build(),
        places=places,
        licences=partial(licences.load, find_resources()),
        diagnosis=diagnosis,
        clipboard=QGuiApplication.clipboard(),
        theme=theme,
    )
