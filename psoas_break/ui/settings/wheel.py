"""The mouse wheel over a field belongs to the page it stands on."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


def turn_only_with_focus(field: QWidget) -> None:
    """Have the wheel change a field only if it has the focus.

    Else it scrolls the page, and changes nothing on the way.
    """
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel itself
    field.installEventFilter(_Wheel(field))


class _Wheel(QObject):
    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, _field: QObject, event: QEvent) -> bool:
        """Pass the wheel on to the page."""
        if event.type() is not QEvent.Type.Wheel or self._field.hasFocus():
            return False
        event.ignore()
        return True
