"""The ⋯ menu of the home window: all that the tray's menu has and its buttons lack."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from psoas_break.app.commands import (
    Command,
    Quit,
    Show,
    Skip,
    Standing,
    Start,
    Window,
)
from psoas_break.domain.situation import PromptShape, Situation
from psoas_break.ui.menu_parts import add_meetings, add_snoozes
from psoas_break.ui.mnemonics import literal
from psoas_break.words import gettext as _


class HomeMenu(QMenu):
    """Choose, snooze, skip, standing, meeting, history, settings, about, quit.

    Signals:
        asked: A `Command` the user chose.
    """

    asked = Signal(object)

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)
        ask: Callable[[Command], None] = self.asked.emit
        self._entry(_("Choose a break…"), Show(Window.CATALOGUE))
        self._own = self.addMenu(_("Your routines"))
        self.show_routines({})
        self._card = self._entry(_("Answer the break…"), Show(Window.CARD))
        self._snooze = self.addMenu(_("Ask me again"))
        add_snoozes(self._snooze, ask)
        self._skip = self._entry(_("Skip this break"), Skip())
        self.addSeparator()
        self._standing = self.addAction(_("I am standing"))
        self._standing.setCheckable(True)
        self._standing.triggered.connect(self._ask_standing)
        add_meetings(self.addMenu(_("In a meeting")), ask)
        self.addSeparator()
        self._entry(_("History"), Show(Window.HISTORY))
        self._entry(_("Settings"), Show(Window.SETTINGS))
        self._entry(_("About"), Show(Window.ABOUT))
        self.addSeparator()
        self._entry(_("Quit"), Quit())

    def show_routines(self, names: Mapping[str, str]) -> None:
        """List one's own routines, to start one: names by their ids."""
        self._own.clear()
        for routine, name in names.items():
            self._entry(literal(name), Start(routine), self._own)
        if names:
            self._own.addSeparator()
        self._entry(_("Make and order them…"), Show(Window.ROUTINES), self._own)

    def show_situation(self, situation: Situation) -> None:
        """Bring every entry up to date."""
        self._card.setVisible(situation.prompt is not PromptShape.NONE)
        self._snooze.menuAction().setVisible(situation.can_snooze)
        self._skip.setVisible(situation.can_skip)
        self._standing.setChecked(situation.standing)

    def _entry(self, text: str, command: Command, menu: QMenu | None = None) -> QAction:
        action = (menu or self).addAction(text)
        action.triggered.connect(lambda: self.asked.emit(command))
        return action

    def _ask_standing(self, on: bool) -> None:  # noqa: FBT001 a Qt slot
        self.asked.emit(Standing(on))
