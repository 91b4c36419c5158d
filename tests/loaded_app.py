"""The app as it starts at login; at its end it says what it has loaded.

    python -m tests.loaded_app PROFILE

Its words are the names of modules, and of what has been made known to Python of
QtWidgets: PySide6 does so when a name is first used, or when somebody asks Qt for what
could be any of many.
"""

import atexit
import sys

from psoas_break.__main__ import main

WIDGETS = {
    "QtWidgets.QApplication",
    "QtWidgets.QIntList",
    "QtWidgets.QMenu",
    "QtWidgets.QStylePainter",
    "QtWidgets.QSystemTrayIcon",
    "QtWidgets.QWidget",
    "QtWidgets.QWidgetAction",
}
"""All of QtWidgets that an app which waits has to do with. No window does without a
layout or a label."""


def widgets_in(loaded: set[str]) -> set[str]:
    """Return the classes of QtWidgets among what an app said."""
    return {name for name in loaded if name.startswith("QtWidgets.Q")}


def tell() -> None:
    """Print what is loaded."""
    widgets = (f"QtWidgets.{name}" for name in vars(sys.modules["PySide6.QtWidgets"]))
    sys.stdout.write(" ".join([*sys.modules, *widgets]))


if __name__ == "__main__":
    atexit.register(tell)
    sys.argv = ["psoas-break", "--profile-dir", sys.argv[1], "--autostarted"]
    main()
