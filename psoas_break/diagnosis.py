"""What helps to find a problem: versions, the desktop, and which senses work."""

import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6 import __version__ as pyside_version
from PySide6.QtGui import QGuiApplication

from psoas_break import __version__

DESKTOP = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "WAYLAND_DISPLAY", "DISPLAY")


def diagnosis(
    *, idle: str, tray: bool, places: Mapping[str, Path], problems: Iterable[str]
) -> str:
    """Return it as lines of text, for a bug report. It holds no history.

    Args:
        idle: name of the mechanism that tells idle time.
        tray: whether there is a tray now.
        places: where files live, by a name in words.
        problems: what went wrong since the start.
    """
    said = {name: os.environ.get(name, "") for name in DESKTOP}
    lines = [
        f"Psoas Break {__version__}",
        f"Python {platform.python_version()}, PySide6 {pyside_version}",
        f"{platform.system()} {platform.release()}",
        f"Qt platform: {QGuiApplication.platformName()}",
        *(f"{name}: {value}" for name, value in said.items() if value),
        f"Tray: {'yes' if tray else 'no'}",
        f"Idle time: {idle}",
        *(f"{name}: {path}" for name, path in places.items()),
        *(f"Problem: {problem}" for problem in problems),
    ]
    return "\n".join(lines)
