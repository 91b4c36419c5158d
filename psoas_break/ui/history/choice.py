"""A small button that opens a menu of which one is chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.mnemonics import literal, shown
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

HIT = 32


class Entry(NamedTuple):
    """One of several: its words, and what it stands for."""

    words: str
    value: object


class Choice(Button):
    """Says which of several is chosen.

    Signals:
        picked (object): the user chose another.
    """

    picked = Signal(object)

    def __init__(self, *, name: str, entries: Sequence[Entry], theme: Theme) -> None:
        """Choose the first.

        Args:
            name: What is chosen here, for a screen reader.
            entries: What there is to choose from, one at least.
            theme: Colours and fonts.
        """
        super().__init__("", theme=theme, kind=Kind.QUIET, hit=HIT)
        self._name = name
        self._said = entries[0].words
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._chosen)
        self.show_entries(entries)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer others; the words on the button stay."""
        self._menu.clear()
        for words, value in entries:
            action = self._menu.addAction(literal(words))
            action.setData(value)
            action.setCheckable(True)
            self._group.addAction(action)
        self.say(self._said)

    def say(self, words: str) -> None:
        """Show which one is chosen."""
        self._said = words
        self.setText(literal(words))
        self.setAccessibleName(
            _("{name}: {choice}").format(name=self._name, choice=words)
        )
        for action in self._menu.actions():
            action.setChecked(action.text() == self.text())
        self.updateGeometry()

    def _chosen(self, action: QAction) -> None:
        self.say(shown(action.text()))
        self.picked.emit(action.data())
