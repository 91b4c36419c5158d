"""Whether the window in use fills the screen, on X11.

Source: Extended Window Manager Hints 1.5. On Wayland only a compositor knows, and of
those that are in use none tells; what fills the screen there inhibits idle as a rule.
"""

import os

from psoas_break.desktop.quiet.seen import SeenQuiet, sign
from psoas_break.desktop.quiet.x11 import x_connection
from psoas_break.domain.quiet import Reason


def full_screen(display: str) -> SeenQuiet:
    """Return the sense for one X server; nothing is opened yet."""
    return SeenQuiet(
        name="full screen (X11)",
        finds=sign(Reason.FULL_SCREEN),
        look=lambda: is_full_screen(display, own_process=os.getpid()),
    )


def is_full_screen(display: str, *, own_process: int) -> bool:
    """Whether the active window fills the screen and belongs to somebody else.

    Raises:
        OSError: when the X server cannot be asked.
    """
    with x_connection(display) as x:
        active = x.words(x.root, b"_NET_ACTIVE_WINDOW")
        if not active or not active[0]:
            return False
        if x.words(active[0], b"_NET_WM_PID") == [own_process]:
            return False
        states = x.words(active[0], b"_NET_WM_STATE")
        return x.atom(b"_NET_WM_STATE_FULLSCREEN") in states
