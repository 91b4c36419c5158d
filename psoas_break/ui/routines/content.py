"""What is in a routine, or the words that nothing is; below it, what adds to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.domain.routine import Routine
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.routines.item_list import ItemList
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_LEFT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter


class Content(QWidget):
    """The exercises, and right below them the button that adds one.

    Args:
        items: The list of exercises.
        add: The button.
        theme: Colours and fonts.
    """

    def __init__(self, items: ItemList, add: Button, *, theme: Theme) -> None:
        super().__init__()
        self._items = items
        self._add = add
        self._title = Label("", theme=theme, style=Text.CUE)
        self._line = Label("", theme=theme, tone=Tone.MUTED, wrap=True)
        self._line.setAlignment(_MIDDLE)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addStretch(0)
        column.addWidget(self._title, 0, _MIDDLE)
        column.addWidget(self._line)
        column.addWidget(items)
        column.addWidget(add)
        column.addStretch(1)

    def show_routine(self, routine: Routine) -> None:
        """Show what is in it; without an id it is the one to be made first."""
        self._items.show_routine(routine)
        empty = not routine.items
        for part in (self._title, self._line):
            part.setVisible(empty)
        self._items.setVisible(not empty)
        self._add.set_kind(Kind.PRIMARY if empty else Kind.TONAL)
        self._column.setAlignment(self._add, _MIDDLE if empty else _LEFT)
        self._column.setStretch(0, int(empty))
        if routine.id:
            self._title.setText(_("Nothing in it yet"))
            self._line.setText(_("Add an exercise; an empty routine is not kept."))
        else:
            self._title.setText(_("A routine of your own"))
            self._line.setText(_("Choose its exercises, their order and their doses."))
