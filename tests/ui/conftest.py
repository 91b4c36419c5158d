"""What holds in every window, and letters of another size."""

from collections.abc import Iterator
from weakref import WeakSet

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from psoas_break.ui.theme import BASE_PX


@pytest.fixture(autouse=True)
def no_part_is_a_window_for_a_moment(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Fail where a widget is shown before it is put into its window.

    For some milliseconds it would be a window of its own, which takes the keyboard
    from whoever is typing. Every test here has an application: without one the first
    font ends Python, whichever test comes first.
    """
    del qapp
    alone: WeakSet[QWidget] = WeakSet()
    set_visible, show = QWidget.setVisible, QWidget.show

    def note_visible(widget: QWidget, visible: bool) -> None:  # noqa: FBT001  as in Qt
        if visible and widget.parentWidget() is None:
            alone.add(widget)
        set_visible(widget, visible)

    def note_shown(widget: QWidget) -> None:
        if widget.parentWidget() is None:
            alone.add(widget)
        show(widget)

    monkeypatch.setattr(QWidget, "setVisible", note_visible)
    monkeypatch.setattr(QWidget, "show", note_shown)
    yield
    assert not [part for part in alone if isValid(part) and part.parentWidget()]


@pytest.fixture
def large_letters(qapp: QApplication) -> Iterator[None]:
    """Half as large again as the usual ones."""
    usual = qapp.font()
    larger = qapp.font()
    larger.setPixelSize(round(1.5 * BASE_PX))
    qapp.setFont(larger)
    yield
    qapp.setFont(usual)
