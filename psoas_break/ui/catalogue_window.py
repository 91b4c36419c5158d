"""Choose a break: routines, breathing and every single exercise, ready to start."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from psoas_break.app.commands import Start
from psoas_break.ui.catalogue.choice_card import ChoiceCard
from psoas_break.ui.catalogue.choices import Group
from psoas_break.ui.catalogue.section import Section
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.search_field import SearchField
from psoas_break.ui.theme import MARGIN_WIDE, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

SIZE = QSize(660, 720)
_LEAST = QSize(380, 420)


class CatalogueWindow(QWidget):
    """All there is to start, found by any word of it.

    Args:
        groups: What can be chosen (`ui.catalogue.choices.groups_of`).
        theme: Colours and fonts.
    """

    asked = Signal(object)
    """A `Start` command; the window closes itself."""

    def __init__(self, *, groups: Sequence[Group], theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Choose a break"))
        self.sections = [Section(group, theme=theme) for group in groups]
        self.field = SearchField(_("Search breaks and exercises"), theme=theme)
        self._nothing = Label("", theme=theme, tone=Tone.MUTED, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self._lay_out(theme)
        self.field.textChanged.connect(self.search)
        self.field.went_down.connect(self._focus_first)
        self.field.returnPressed.connect(self._focus_first)
        for card in self._all_cards():
            card.clicked.connect(lambda _checked=False, card=card: self._start(card))
            card.stepped.connect(lambda key, card=card: self._step(card, key))
        for keys in (QKeySequence("Esc"), QKeySequence.StandardKey.Close):
            QShortcut(keys, self, self.close)
        QShortcut(QKeySequence.StandardKey.Find, self, self.field.setFocus)
        self.set_theme(theme)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.setMinimumSize(theme.px(_LEAST.width()), theme.px(_LEAST.height()))
        self.field.setMaximumWidth(theme.px(240))
        if not self.isVisible():
            self.resize(theme.px(SIZE.width()), theme.px(SIZE.height()))

    def search(self, wanted: str) -> None:
        """Show only what matches."""
        for section in self.sections:
            section.search(wanted)
        found = bool(self.shown_cards)
        self._nothing.setText(_("Nothing found for “{text}”").format(text=wanted))
        self._nothing.setVisible(not found)

    @property
    def shown_cards(self) -> list[ChoiceCard]:
        """Every card that matches, in order."""
        return [card for section in self.sections for card in section.shown]

    @property
    def nothing_found(self) -> str:
        """What stands there when nothing was found, or nothing."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def _all_cards(self) -> list[ChoiceCard]:
        return [card for section in self.sections for card in section.cards]

    def _start(self, card: ChoiceCard) -> None:
        self.asked.emit(Start(card.choice.what))
        self.close()

    def _focus_first(self) -> None:
        if self.shown_cards:
            self._focus(self.shown_cards[0])

    def _step(self, card: ChoiceCard, key: int) -> None:
        """Move the focus to the neighbour in the arrow's direction."""
        cards = self.shown_cards
        here = cards.index(card)
        match key:
            case Qt.Key.Key_Left:
                target = here - 1
            case Qt.Key.Key_Right:
                target = here + 1
            case _:
                self._step_line(card, 1 if key == Qt.Key.Key_Down else -1)
                return
        if 0 <= target < len(cards):
            self._focus(cards[target])

    def _step_line(self, card: ChoiceCard, way: int) -> None:
        """Move to the nearest card above or below; above the first is the search."""
        here = self._middle(card)
        beyond = [
            other
            for other in self.shown_cards
            if (self._middle(other).y() - here.y()) * way > card.height() / 2
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
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _middle(self, card: ChoiceCard) -> QPoint:
        return card.mapTo(self._inside, card.rect().center())

    def _focus(self, card: ChoiceCard) -> None:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(card, 0, 24)

    def _lay_out(self, theme: Theme) -> None:
        title = Label(_("Choose a break"), theme=theme, style=Text.TITLE)
        title.set_wide(True)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN_WIDE, 18, MARGIN_WIDE, 12)
        head.addWidget(title, stretch=1)
        head.addWidget(self.field, stretch=1)
        self._inside = QWidget()
        body = QVBoxLayout(self._inside)
        body.setContentsMargins(MARGIN_WIDE - 3, 4, MARGIN_WIDE - 3, 16)
        body.setSpacing(0)
        body.addWidget(self._nothing)
        for section in self.sections:
            body.addWidget(section)
        body.addStretch()
        self._area = QScrollArea()
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._area, stretch=1)
