"""The row of menus over the shelf: place, kit, length, what to spare, favourites."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from psoas_break.domain.exercise import Place, kit_name, place_name
from psoas_break.domain.settings import BodyLimit
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.catalogue.filters import Filters, Lasting
from psoas_break.ui.catalogue.words import limit_name, sentence
from psoas_break.ui.flow import Flow
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.mnemonics import literal
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

_HIT = 40


class FilterBar(QWidget):
    """Each menu says on its button what was chosen in it.

    Args:
        kits: Pieces of kit one can filter by.
        theme: Colours and fonts.

    Signals:
        changed: Another thing was chosen; see `filters`.
    """

    changed = Signal()

    def __init__(self, kits: Sequence[str], *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._filters = Filters()
        self._only_favourites = False
        self._row = Flow(self, gap=2)
        places = [(place, place_name(place)) for place in Place]
        self.place = self._menu(_("Any place"), places, "place")
        kit = [("", _("Nothing but furniture"))]
        kit += [(one, sentence(kit_name(one))) for one in kits]
        self.kit = self._menu(_("Any kit"), kit, "kit")
        lengths = [(one, one.label) for one in Lasting]
        self.length = self._menu(_("Any length"), lengths, "lasting")
        self.spare = self._ticks()
        self.favourites = self._button("", Glyph.STAR_EMPTY)
        self.favourites.setAccessibleName(_("Only favourites"))
        self.favourites.setToolTip(_("Only favourites"))
        self.favourites.setCheckable(True)
        self.favourites.toggled.connect(self._favour)
        self.clear = Button(_("Clear"), theme=theme, kind=Kind.QUIET, hit=_HIT)
        self.clear.setToolTip(_("Show everything again"))
        self.clear.clicked.connect(self.reset)
        self.clear.hide()
        self._row.addWidget(self.clear)

    def set_theme(self, theme: Theme) -> None:
        """Use these lengths from now on; the buttons get theirs on their own."""
        self._theme = theme

    @property
    def filters(self) -> Filters:
        """What was chosen, but for the favourites."""
        return self._filters

    @property
    def only_favourites(self) -> bool:
        """Whether nothing but favourites is wanted."""
        return self._only_favourites

    def reset(self) -> None:
        """Choose nothing any more."""
        if self.clear.hasFocus():
            self.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filters = Filters()
        for button in (self.place, self.kit, self.length, self.spare):
            for number, action in enumerate(button.menu().actions()):
                action.setChecked(number == 0 and button is not self.spare)
        self.favourites.setChecked(False)
        self._tell()

    def _menu(
        self, anything: str, entries: Sequence[tuple[object, str]], field: str
    ) -> Button:
        """Add a button with a menu of which one entry holds; the first is whatever."""
        button = self._button(anything)
        menu = QMenu(button)
        group = QActionGroup(menu)
        for value, label in ((None, anything), *entries):
            action = menu.addAction(literal(label))
            action.setCheckable(True)
            action.setChecked(value is None)
            action.setData((field, value))
            group.addAction(action)
        menu.triggered.connect(self._choose)
        button.setMenu(menu)
        button.setProperty("anything", anything)
        return button

    def _ticks(self) -> Button:
        button = self._button(_("Spare nothing"))
        menu = QMenu(button)
        for limit in BodyLimit:
            action = menu.addAction(sentence(limit_name(limit)))
            action.setCheckable(True)
            action.setData(limit)
        menu.triggered.connect(self._tick)
        button.setMenu(menu)
        button.setProperty("anything", button.text())
        return button

    def _button(self, words: str, glyph: Glyph | None = None) -> Button:
        made = Button(
            words, theme=self._theme, kind=Kind.OUTLINE, glyph=glyph, hit=_HIT
        )
        self._row.addWidget(made)
        return made

    def _choose(self, action: QAction) -> None:
        field, value = action.data()
        self._filters = replace(self._filters, **{field: value})
        self._tell()

    def _tick(self, _action: QAction) -> None:
        ticked = [a.data() for a in self.spare.menu().actions() if a.isChecked()]
        self._filters = replace(self._filters, spare=frozenset(ticked))
        self._tell()

    def _favour(self, on: bool) -> None:  # noqa: FBT001  takes a signal
        self._only_favourites = on
        self.favourites.set_glyph(Glyph.STAR if on else Glyph.STAR_EMPTY)
        self._tell()

    def _tell(self) -> None:
        """Say on each button what holds, and tell the window."""
        for button in (self.place, self.kit, self.length):
            chosen = next(a for a in button.menu().actions() if a.isChecked())
            is_set = chosen.data()[1] is not None
            button.setText(chosen.text())
            button.set_kind(Kind.TONAL if is_set else Kind.OUTLINE)
        spared = self._filters.spare
        words = self.spare.property("anything")
        if spared:
            first = sentence(limit_name(min(spared, key=list(BodyLimit).index)))
            more = len(spared) - 1
            words = f"{first} +{more}" if more else first
        self.spare.setText(words)
        self.spare.set_kind(Kind.TONAL if spared else Kind.OUTLINE)
        on = self._only_favourites
        self.favourites.set_kind(Kind.TONAL if on else Kind.OUTLINE)
        self.clear.setVisible(self._filters.any_set or on)
        self.changed.emit()
