"""The app as it starts at login; at its end it says what it has loaded.

    python -m tests.loaded_app PROFILE

Its words are the names of modules, and of whatever of QtWidgets has been made known to
Python: PySide6 does so when it is first used.
"""

import atexit
import sys

from psoas_break.__main__ import main


def tell() -> None:
    """Print what is loaded."""
    sys.stdout.write(" ".join([*sys.modules, *vars(sys.modules["PySide6.QtWidgets"])]))


if __name__ == "__main__":
    atexit.register(tell)
    sys.argv = ["psoas-break", "--profile-dir", sys.argv[1], "--autostarted"]
    main()
