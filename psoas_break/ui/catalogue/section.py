"""A heading with its tiles below, in as many columns as there is room for."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from psoas_break.ui.catalogue.choices import Choice, Group
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.catalogue.tile import Tile
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme

_COLUMN = 172
"""A tile is at least about this wide."""


class Section(QWidget):
    """Tiles of one group; those that are wanted stay.

    Attributes:
        tiles: All of them.
        shown: Those that are wanted, in order.
    """

    def __init__(self, group: Group, *, pictures: Pictures, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._columns = 2
        self.tiles = [
            Tile(choice, pictures=pictures, theme=theme) for choice in group.choices
        ]
        self.shown = list(self.tiles)
        title = Label(group.title, theme=theme, style=Text.GROUP, tone=Tone.MUTED)
        title.setContentsMargins(4, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 14)
        whole.setSpacing(4)
        whole.addWidget(title)
        whole.addLayout(self._grid)
        self._arrange()

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return self._columns

    def set_theme(self, theme: Theme) -> None:
        """Use these lengths from now on."""
        self._theme = theme

    def show_only(self, wanted: Callable[[Choice], bool]) -> None:
        """Show what is wanted; hide the whole section when nothing is."""
        shown = [tile for tile in self.tiles if wanted(tile.choice)]
        if shown == self.shown:
            return
        self.shown = shown
        for tile in self.tiles:
            tile.setVisible(tile in shown)
        self._arrange()
        self.setVisible(bool(shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        columns = max(1, event.size().width() // self._theme.px(_COLUMN))
        if columns != self._columns:
            self._columns = columns
            self._arrange()

    def _arrange(self) -> None:
        for tile in self.tiles:
            self._grid.removeWidget(tile)
        for place, tile in enumerate(self.shown):
            self._grid.addWidget(tile, *divmod(place, self._columns))
        for column in range(max(self._grid.columnCount(), self._columns)):
            self._grid.setColumnStretch(column, int(column < self._columns))
