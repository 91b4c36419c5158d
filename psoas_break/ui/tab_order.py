"""Where Tab comes to what is made later than the rest of a window: not at its end."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def come_before(part: QWidget, after: QWidget) -> None:
    """Have Tab go through a part of a window right before it comes to another.

    Args:
        part: What is new.
        after: What Tab comes to next; in the same window.
    """
    new = [one for one in (part, *part.findChildren(QWidget)) if _is_stop(one)]
    at = next((one for one in _back(after) if _is_stop(one) and one not in new), None)
    if at is not None:
        for one in new:
            QWidget.setTabOrder(at, one)
            at = one
    elif new:
        # From the last: for Qt, what comes first comes after the last already.
        for one in _back(after.window()):
            if _is_stop(one) and one not in new:
                QWidget.setTabOrder(new[-1], one)


def _back(start: QWidget) -> Iterator[QWidget]:
    """Go back from a widget, to the first of its window."""
    window, at = start.window(), start.previousInFocusChain()
    found = []
    while at is not None and at is not window:
        found.append(at)
        at = at.previousInFocusChain()
    yield from found


def _is_stop(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.focusProxy() is None
