"""The card of a finished break: one line for each exercise, with its sides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from psoas_break.ui.card import Card
from psoas_break.ui.end_summary import NOTHING, Done, time_words, whole_words
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class DoneCard(Card):
    """Names on the left; on the right the time of each side in its colour."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        self._done: tuple[Done, ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def show_done(self, done: Sequence[Done]) -> None:
        """Show these exercises."""
        if tuple(done) == self._done:
            return
        self._done = tuple(done)
        for label in self.findChildren(QLabel):
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        for row, one in enumerate(self._done):
            self._add_row(row, one)

    def _add_row(self, row: int, done: Done) -> None:
        t = self._theme
        name = Label(done.name, theme=t, style=Text.LABEL, wrap=True)
        self._grid.addWidget(name, row, 0)
        sided = done.left > NOTHING or done.right > NOTHING
        if not sided:
            whole = Label(whole_words(done), theme=t, style=Text.STRONG)
            self._grid.addWidget(whole, row, 1, 1, 2, Qt.AlignmentFlag.AlignRight)
            return
        sides = (
            (_("Left {time}"), done.left, Tone.LEFT),
            (_("Right {time}"), done.right, Tone.RIGHT),
        )
        for column, (words, time, tone) in enumerate(sides, start=1):
            label = Label(
                words.format(time=time_words(time)) if time > NOTHING else "",
                theme=t,
                style=Text.STRONG,
                tone=tone,
            )
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignRight)
