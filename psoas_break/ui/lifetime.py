"""How long a window lives that nobody owns but us."""

from PySide6.QtWidgets import QWidget


def hold_until_gone(window: QWidget) -> None:
    """Keep a window until Qt has deleted it, even if nothing else does.

    Python would delete it with the last reference, and that may go while a click in
    the window itself is still being carried out.
    """
    held = [window]

    def let_go() -> None:
        held.clear()

    window.destroyed.connect(let_go)
