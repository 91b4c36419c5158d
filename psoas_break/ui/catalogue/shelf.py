"""The shelf: every tile of the catalogue under its heading, to walk through."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.domain.rotation import Mark
from psoas_break.ui.catalogue.choices import Choice, Group
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.catalogue.section import Section
from psoas_break.ui.catalogue.tile import Tile
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import Theme


class Shelf(SlimScroll):
    """Tiles in sections. Tab comes to one of them, arrow keys go to the others.

    Args:
        groups: What there is.
        pictures: Where the tiles' pictures come from.
        note: A last line under all of them, such as files that could not be used.
        theme: Colours and fonts.

    Signals:
        chosen (str): the details of the choice with this id are wanted.
        started (str): it is to be started at once.
        left: the arrow up was pressed in the first line.
    """

    chosen = Signal(str)
    started = Signal(str)
    left = Signal()

    def __init__(
        self,
        groups: Sequence[Group],
        *,
        pictures: Pictures,
        note: str,
        theme: Theme,
    ) -> None:
        super().__init__(theme=theme)
        self.sections = [
            Section(group, pictures=pictures, theme=theme) for group in groups
        ]
        self._inside = QWidget()
        self._nothing = Label("", theme=theme, tone=Tone.MUTED, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._note = Label(note, theme=theme, tone=Tone.WARM, wrap=True)
        if not note:
            self._note.hide()
        self._by_id = {tile.choice.what: tile for tile in self.tiles}
        self._lay_out()
        for tile in self.tiles:
            what = tile.choice.what
            tile.clicked.connect(lambda _on=False, what=what: self.chosen.emit(what))
            tile.started.connect(lambda what=what: self.started.emit(what))
            tile.stepped.connect(lambda key, tile=tile: self._step(tile, key))
        pictures.made.connect(self._repaint)
        # Where a tile is, is known only once everything has its place.
        self._seek = QTimer(self, singleShot=True, interval=0)
        self._seek.timeout.connect(self._show_selected)
        self._come_to(self.shown[0] if self.shown else None)

    @property
    def tiles(self) -> list[Tile]:
        """Every tile, in order."""
        return [tile for section in self.sections for tile in section.tiles]

    @property
    def shown(self) -> list[Tile]:
        """Every tile that is wanted, in order."""
        return [tile for section in self.sections for tile in section.shown]

    @property
    def nothing_found(self) -> str:
        """What stands there when nothing is wanted, or nothing."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def show_only(self, wanted: Callable[[Choice], bool], otherwise: str) -> None:
        """Show what is wanted, or the words `otherwise` when nothing is."""
        for section in self.sections:
            section.show_only(wanted)
        shown = self.shown
        self._nothing.setText(otherwise)
        self._nothing.setVisible(not shown)
        if not any(tile.focusPolicy() is Qt.FocusPolicy.StrongFocus for tile in shown):
            self._come_to(shown[0] if shown else None)

    def show_marks(self, marks: Mapping[Mark, frozenset[str]]) -> None:
        """Show what is a favourite, and what is no longer suggested."""
        for tile in self.tiles:
            tile.set_marks({mark for mark in Mark if tile.choice.what in marks[mark]})

    def select(self, what: str) -> None:
        """Show which one's details are open; "" is none."""
        for tile in self.tiles:
            tile.setChecked(tile.choice.what == what)
        if (tile_of := self._by_id.get(what)) and tile_of in self.shown:
            self._come_to(tile_of)
            self._seek.start()

    def focus_first(self) -> None:
        """Give the keyboard to the first tile that is shown."""
        if self.shown:
            self._focus(self.shown[0])

    def focus(self, what: str) -> None:
        """Give the keyboard to a tile, if it is shown; else to the first."""
        tile = self._by_id.get(what)
        if tile is not None and tile in self.shown:
            self._focus(tile)
        else:
            self.focus_first()

    def _show_selected(self) -> None:
        for tile in self.shown:
            if tile.isChecked():
                self.ensureWidgetVisible(tile, 0, 24)

    def _come_to(self, tile: Tile | None) -> None:
        """Let Tab come to this tile and to no other: it need not pass fifty."""
        for other in self.tiles:
            here = other is tile
            other.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
            )

    def _focus(self, tile: Tile) -> None:
        self._come_to(tile)
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(tile, 0, 24)

    def _step(self, tile: Tile, key: int) -> None:
        """Move the focus to the neighbour in the arrow's direction."""
        tiles = self.shown
        here = tiles.index(tile)
        match key:
            case Qt.Key.Key_Left:
                target = here - 1
            case Qt.Key.Key_Right:
                target = here + 1
            case Qt.Key.Key_Home:
                target = 0
            case Qt.Key.Key_End:
                target = len(tiles) - 1
            case _:
                self._step_line(tile, 1 if key == Qt.Key.Key_Down else -1)
                return
        if 0 <= target < len(tiles):
            self._focus(tiles[target])

    def _step_line(self, tile: Tile, way: int) -> None:
        """Move to the nearest tile above or below; above the first is the search."""
        here = self._middle(tile)
        beyond = [
            other
            for other in self.shown
            if (self._middle(other).y() - here.y()) * way > tile.height() / 2
        ]
        if beyond:
            nearest = min(
                beyond,
                key=lambda other: (
                    abs(self._middle(other).y() - here.y()),
                    abs(self._middle(other).x() - here.x()),
                ),
            )
            self._focus(nearest)
        elif way < 0:
            self.left.emit()

    def _middle(self, tile: Tile) -> QPoint:
        return tile.mapTo(self._inside, tile.rect().center())

    def _repaint(self, what: str) -> None:
        self._by_id[what].update()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self._inside)
        body.setContentsMargins(13, 4, 13, 16)
        body.setSpacing(0)
        self._nothing.setContentsMargins(0, 24, 0, 24)
        body.addWidget(self._nothing)
        for section in self.sections:
            body.addWidget(section)
        body.addWidget(self._note)
        body.addStretch()
        self.show_inside(self._inside)
