"""The cards at the top of the history: large numbers, each with a word below."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGridLayout

from psoas_break.ui.card import Card
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme


class Figure(NamedTuple):
    """A number in words, what it counts, and its colour."""

    number: str
    caption: str
    tone: Tone = Tone.INK


class StatCard(Card):
    """One or two numbers side by side.

    Args:
        theme: Colours and fonts.
        figures: What to show.
    """

    def __init__(self, *, theme: Theme, figures: Sequence[Figure]) -> None:
        super().__init__(theme=theme)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(18)
        self._labels: list[tuple[Label, Label]] = []
        for column, figure in enumerate(figures):
            number = Label(
                figure.number, theme=theme, style=Text.BIG_NUMBER, tone=figure.tone
            )
            caption = Label(
                figure.caption, theme=theme, style=Text.SECONDARY, tone=Tone.MUTED
            )
            number.setBuddy(caption)
            grid.addWidget(number, 0, column)
            grid.addWidget(caption, 1, column)
            self._labels.append((number, caption))
        grid.setColumnStretch(len(figures), 1)
        self.body.addLayout(grid)
        self.show_figures(figures)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show other numbers; there must be as many as before."""
        for (number, caption), figure in zip(self._labels, figures, strict=True):
            number.setText(figure.number)
            caption.setText(figure.caption)
        said = (f"{figure.number} {figure.caption}" for figure in figures)
        self.setAccessibleName(", ".join(said))
