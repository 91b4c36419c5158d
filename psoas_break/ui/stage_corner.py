"""The lower right corner of the stage: what comes next, else a question mark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.next_up import NextCard, NextUp
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _


class StageCorner(QWidget):
    """Shows one of the two, or nothing.

    Attributes:
        ask: The button that asks what one is looking at.
    """

    def __init__(self, *, theme: Theme, looks: Looks = USUAL) -> None:
        super().__init__()
        self._card = NextCard(theme=theme, looks=looks)
        self.ask = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.ASK)
        self.ask.setAccessibleName(_("What am I looking at?"))
        self.ask.setToolTip(_("What am I looking at? (?)"))
        # A click leaves the keyboard where it is, so that Space goes on meaning pause.
        self.ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.ask.hide()
        self._asks = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 5)
        row.addWidget(self._card)
        row.addWidget(self.ask)

    @property
    def next_up(self) -> NextUp | None:
        """What is said to come next, if anything."""
        return self._card.shown

    def set_looks(self, looks: Looks) -> None:
        """Draw another person from now on."""
        self._card.set_looks(looks)

    def show_next(self, coming: NextUp | None) -> None:
        """Show what comes next, in place of the question mark."""
        self._card.show_next(coming)
        self._share()

    def set_asks(self, asks: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Say whether there is something to ask about."""
        self._asks = asks
        self._share()

    def _share(self) -> None:
        self.ask.setVisible(self._asks and self._card.shown is None)
