"""The catalogue window with everything it asked, and somebody who keeps the marks."""

from datetime import timedelta

from PySide6.QtCore import QSize, Qt
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, Favour, LeaveOut
from psoas_break.domain.history import Side
from psoas_break.domain.rotation import Mark
from psoas_break.ui.catalogue.stock import Stock
from psoas_break.ui.catalogue.tile import Tile
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.label import Label
from psoas_break.ui.theme import LIGHT
from tests.ui.figures import catalogue

WIDE, NARROW = QSize(1040, 740), QSize(420, 640)


class Opened:
    """The window, everything it asked, and somebody who keeps the marks."""

    def __init__(self, qtbot: QtBot, *problems: str) -> None:
        self.qtbot = qtbot
        self.asked: list[Command] = []
        self.marked: dict[Mark, frozenset[str]] = {m: frozenset() for m in Mark}
        self.time = timedelta()
        stock = Stock(
            catalogue=catalogue(),
            marks=lambda: self.marked,
            problems=problems,
            lead=Side.RIGHT,
            now=lambda: self.time,
        )
        self.window = CatalogueWindow(stock, theme=LIGHT)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.window.asked.connect(self._hear)
        self.window.resize(WIDE)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        qtbot.waitUntil(lambda: bool(self.window.open_choice))

    def _hear(self, command: Command) -> None:
        self.asked.append(command)
        match command:
            case Favour(what, on):
                self._mark(Mark.FAVOURITE, what, on=on)
            case LeaveOut(what, on):
                self._mark(Mark.LEFT_OUT, what, on=on)
            case _:
                pass

    def _mark(self, mark: Mark, what: str, *, on: bool) -> None:
        changed = self.marked[mark] | {what} if on else self.marked[mark] - {what}
        self.marked[mark] = changed

    def narrow(self) -> "Opened":
        self.window.resize(NARROW)
        self.qtbot.waitUntil(lambda: not self.window.is_wide)
        if self.window.pane.isVisible():
            self.window.go_back()
        return self

    def tile(self, what: str) -> Tile:
        return next(t for t in self.window.shelf.shown if t.choice.what == what)

    def names(self) -> list[str]:
        return [tile.choice.name for tile in self.window.shelf.shown]

    def focused(self) -> str:
        widget = self.window.focusWidget()
        return widget.choice.what if isinstance(widget, Tile) else ""

    def said(self) -> str:
        labels = self.window.pane.findChildren(Label)
        return "\n".join(label.text() for label in labels if label.isVisible())
