"""Every routine, exercise and tip: to look at, to read about, and to start."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from psoas_break.app.commands import Command, Start
from psoas_break.domain.rotation import Mark
from psoas_break.ui.catalogue.choices import groups_of
from psoas_break.ui.catalogue.detail_pane import DetailPane
from psoas_break.ui.catalogue.filter_bar import FilterBar
from psoas_break.ui.catalogue.filters import kits_in
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.catalogue.shelf import Shelf
from psoas_break.ui.catalogue.stock import Stock
from psoas_break.ui.figure_colours import Looks
from psoas_break.ui.label import Label
from psoas_break.ui.placement import fitting
from psoas_break.ui.search_field import SearchField
from psoas_break.ui.theme import MARGIN, Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _

SIZE = QSize(1040, 740)
_LEAST = QSize(380, 420)
_WIDE = 760
"""From this width on the details stand beside the shelf."""
_PANE = 372


class CatalogueWindow(QWidget):
    """The shelf of all there is, and the details of one; side by side with room.

    Args:
        stock: What it shows.
        theme: Colours and fonts.

    Signals:
        asked (Command): a `Start`, after which the window closes itself; or a mark.
    """

    asked = Signal(object)

    def __init__(self, stock: Stock, *, theme: Theme) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Choose a break"))
        self._stock = stock
        self._theme = theme
        self._open = ""
        self._wide = True
        groups = groups_of(stock.catalogue, stock.settings)
        self._choices = {one.what: one for group in groups for one in group.choices}
        self._pictures = Pictures(theme=theme, looks=stock.looks, parent=self)
        self.field = SearchField(_("Search breaks and exercises"), theme=theme)
        self.bar = FilterBar(kits_in(self._choices.values()), theme=theme)
        self.shelf = Shelf(
            groups, pictures=self._pictures, note=stock.note, theme=theme
        )
        self.pane = DetailPane(
            theme=theme,
            pictures=self._pictures,
            choice_of=self._choices.get,
            now=stock.now,
            reduced_motion=stock.reduced_motion,
            looks=stock.looks,
        )
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_marks()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        # The first details come once the window is seen: they take as long as the rest.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._open_first)
        self._seen = False

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self._pictures.set_theme(theme)
        apply_theme(self, theme)
        self.setMinimumSize(fitting(self, _LEAST, theme))
        self.field.setMaximumWidth(theme.px(300))
        if not self.isVisible():
            self.resize(fitting(self, SIZE, theme))

    def show_looks(self, looks: Looks, *, reduced_motion: bool) -> None:
        """Draw another person from now on, and move as much as is wanted."""
        self._pictures.set_looks(looks)
        self.pane.show_looks(looks, reduced_motion=reduced_motion)
        self.update()

    @property
    def open_choice(self) -> str:
        """The id of what the details are about, or nothing."""
        return self._open

    @property
    def is_wide(self) -> bool:
        """Whether the details stand beside the shelf."""
        return self._wide

    @property
    def settled(self) -> bool:
        """Whether everything in sight was made."""
        waits = self._first.isActive() or self._pictures.waited_for
        return self._seen and not waits

    def search(self) -> None:
        """Show only what matches the field and the menus."""
        wanted = self.field.text()
        filters = self.bar.filters
        if self.bar.only_favourites:
            liked = self._stock.marks()[Mark.FAVOURITE]
            filters = replace(filters, only=liked)
        self.shelf.show_only(
            lambda choice: filters.let_pass(choice) and choice.matches(wanted),
            self._nothing_words(wanted),
        )

    def open(self, what: str) -> None:
        """Show the details of a choice."""
        choice = self._choices.get(what)
        if choice is None:
            return
        self._first.stop()
        self._open = what
        details = self._stock.details(choice)
        self.pane.show_details(details, lead=self._stock.lead)
        self.shelf.select(what)
        self.show_marks()
        self._arrange()

    def show_marks(self) -> None:
        """Show what is a favourite now, and what is no longer suggested."""
        marks = self._stock.marks()
        self.shelf.show_marks(marks)
        self.pane.show_marks(marks)
        if self.bar.only_favourites:
            self.search()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the details beside the shelf, or in its place."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._theme.px(_WIDE)
        if wide is not self._wide:
            self._wide = wide
            if wide and self._seen and not self._open:
                self._first.start()
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Once it can be seen, open what comes first."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            if not self._open:
                self._first.start()

    def changeEvent(self, event: QEvent) -> None:
        """Marks may have changed elsewhere meanwhile: look when one comes back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.show_marks()

    # --- What was done ------------------------------------------------------------

    def _connect(self) -> None:
        self.field.textChanged.connect(self.search)
        self.field.went_down.connect(self.shelf.focus_first)
        self.field.returnPressed.connect(self.shelf.focus_first)
        self.bar.changed.connect(self.search)
        self.shelf.chosen.connect(self._choose)
        self.shelf.started.connect(lambda what: self._ask(Start(what)))
        self.shelf.left.connect(self.field.setFocus)
        self.pane.asked.connect(self._ask)
        self.pane.led_to.connect(self._choose)
        self.pane.went_back.connect(self.go_back)
        QShortcut(QKeySequence("Esc"), self, self.go_back)
        QShortcut(QKeySequence.StandardKey.Close, self, self.close)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find)

    def _choose(self, what: str) -> None:
        """Go to a tile, or where a link leads even if the shelf does not show it."""
        self.open(what)
        self.pane.focus()

    def go_back(self) -> None:
        """From the details to the shelf; from there out of the window."""
        inside = self.pane.isAncestorOf(self.focusWidget() or self)
        alone = self.pane.isVisible() and not self._wide
        if not (inside or alone):
            self.close()
            return
        came_from = self._open
        if not self._wide:
            self._open = ""
            self.shelf.select("")
            self._arrange()
        self.shelf.focus(came_from)

    def _find(self) -> None:
        if not self._wide and self._open:
            self.go_back()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _ask(self, command: Command) -> None:
        self.asked.emit(command)
        if isinstance(command, Start):
            self.close()
        else:
            self.show_marks()

    def _open_first(self) -> None:
        if self._wide and not self._open and self.shelf.shown:
            self.open(self.shelf.shown[0].choice.what)

    def _nothing_words(self, wanted: str) -> str:
        if wanted and not self.bar.filters.any_set and not self.bar.only_favourites:
            return _("Nothing found for “{text}”").format(text=wanted)
        if self.bar.only_favourites and not self._stock.marks()[Mark.FAVOURITE]:
            return _("No favourites yet. The star beside a name makes one.")
        return _("Nothing is like that. “Clear” shows everything again.")

    # --- How it stands ------------------------------------------------------------

    def _arrange(self) -> None:
        alone = not self._wide and bool(self._open)
        self.pane.set_narrow(not self._wide)
        self._list.setVisible(not alone)
        self.pane.setVisible(self._wide or alone)
        if self._wide:
            self.pane.setFixedWidth(self._theme.px(_PANE))
        else:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(16_777_215)
        if not self._wide and not alone:
            self.shelf.select("")

    def _lay_out(self) -> None:
        title = Label(_("Choose a break"), theme=self._theme, style=Text.TITLE)
        title.set_wide(True)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 16, MARGIN, 6)
        head.addWidget(title, 1)
        head.addWidget(self.field, 1)
        filters = QVBoxLayout()
        filters.setContentsMargins(MARGIN - 3, 0, MARGIN - 3, 6)
        filters.addWidget(self.bar)
        self._list = QWidget()
        policy = QSizePolicy.Policy.Expanding
        self._list.setSizePolicy(policy, policy)
        left = QVBoxLayout(self._list)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addLayout(head)
        left.addLayout(filters)
        left.addWidget(self.shelf, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._list, 1)
        whole.addWidget(self.pane)
        self._arrange()
