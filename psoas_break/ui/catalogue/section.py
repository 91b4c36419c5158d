"""A heading with its cards below, in as many columns as there is room for."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from psoas_break.ui.catalogue.choice_card import ChoiceCard
from psoas_break.ui.catalogue.choices import Group
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme

_COLUMN = 270
"""A card is at least about this wide."""


class Section(QWidget):
    """Cards of one group; those that match the search stay.

    Attributes:
        cards: All of them.
        shown: Those that match, in order.
    """

    def __init__(self, group: Group, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns = 2
        self.cards = [ChoiceCard(choice, theme=theme) for choice in group.choices]
        self.shown = list(self.cards)
        title = Label(group.title, theme=theme, style=Text.GROUP, tone=Tone.MUTED)
        title.setContentsMargins(4, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.setSpacing(4)
        whole.addWidget(title)
        whole.addLayout(self._grid)
        self._arrange()

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return self._columns

    def set_theme(self, theme: Theme) -> None:
        """Use these lengths from now on."""
        self._theme = theme

    def search(self, wanted: str) -> None:
        """Show what matches; hide the whole section when nothing does."""
        self.shown = [card for card in self.cards if card.choice.matches(wanted)]
        for card in self.cards:
            card.setVisible(card in self.shown)
        self._arrange()
        self.setVisible(bool(self.shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        columns = max(1, event.size().width() // self._theme.px(_COLUMN))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self.shown):
            self._grid.addWidget(card, *divmod(place, self._columns))
        for column in range(max(self._grid.columnCount(), self._columns)):
            self._grid.setColumnStretch(column, int(column < self._columns))
