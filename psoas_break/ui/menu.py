"""The tray's menu: everything the app can do, for desktops that open only this."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from psoas_break.app.commands import (
    AskAnyway,
    Command,
    JustMoved,
    Meeting,
    Quit,
    Resume,
    Settle,
    Show,
    Skip,
    Standing,
    Start,
    Undo,
    WasSitting,
    Window,
)
from psoas_break.domain.proposals import Choice, Proposal
from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.menu_parts import add_meetings, add_pauses, add_snoozes
from psoas_break.ui.mnemonics import literal
from psoas_break.words import gettext as _
from psoas_break.words import pgettext


class TrayMenu(QMenu):
    """Asks where we are each time it opens, since minutes age.

    Args:
        situation: Where we are now.
        proposal: What to offer to change now, if anything.
        parent: The owner.

    Signals:
        asked: A `Command` the user chose.
    """

    asked = Signal(object)

    def __init__(
        self,
        *,
        situation: Callable[[], Situation],
        proposal: Callable[[], Proposal | None] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._situation = situation
        self._propose = proposal
        self._news: list[QAction] = []
        self._build_state()
        self._build_breaks()
        self._build_moves()
        self._build_windows()
        # A tray that draws menus itself also sends this when it first meets us.
        self.aboutToShow.connect(self._refresh)

    def show_situation(self, situation: Situation) -> None:
        """Bring every entry up to date."""
        self._line.setText(literal(situation.line))
        self._show_news(situation)
        self._ask_anyway.setVisible(bool(situation.waited_all_day))
        self._card.setVisible(situation.prompt is not PromptShape.NONE)
        open_question = situation.state in {StateName.PROMPTING, StateName.DUE}
        refused = bool(situation.snooze_refusal) and open_question
        self._snooze.menuAction().setVisible(situation.can_snooze)
        self._snooze_refused.setVisible(refused and not situation.can_snooze)
        self._snooze_refused.setText(literal(situation.snooze_refusal))
        self._skip.setVisible(situation.can_skip)
        self._undo.setVisible(bool(situation.undo))
        self._undo.setText(literal(situation.undo))
        self._was_sitting.setVisible(situation.can_say_was_sitting)
        self._standing.setChecked(situation.standing)
        self._end_meeting.setVisible(situation.in_meeting)
        self._resume.setVisible(situation.paused)

    def _refresh(self) -> None:
        self.show_situation(self._situation())
        self._show_proposal(self._propose())

    def _build_state(self) -> None:
        # Disabled, most desktops would write it in a grey that is hard to read.
        self._line = self._entry("", Show(Window.HOME))
        self._proposal = self.addMenu("")
        self._proposal.menuAction().setVisible(False)
        self._ask_anyway = self._entry(_("Ask me anyway"), AskAnyway())
        self._after_state = self.addSeparator()

    def _build_breaks(self) -> None:
        self._card = self._entry(_("Answer the break…"), Show(Window.CARD))
        self._entry(_("Start stretch"), Start("stretch"))
        self._entry(_("Breathe"), Start("breathe"))
        self._entry(_("Choose a break…"), Show(Window.CATALOGUE))
        self._snooze = self.addMenu(_("Ask me again"))
        add_snoozes(self._snooze, self.asked.emit)
        self._snooze_refused = self.addAction("")
        self._snooze_refused.setEnabled(False)
        self._skip = self._entry(_("Skip this break"), Skip())
        self._undo = self._entry("", Undo())
        self.addSeparator()

    def _build_moves(self) -> None:
        self._entry(_("I just moved"), JustMoved())
        self._was_sitting = self._entry(_("I was sitting"), WasSitting())
        self._standing = self.addAction(_("I am standing"))
        self._standing.setCheckable(True)
        self._standing.triggered.connect(self._ask_standing)
        meeting = self.addMenu(_("In a meeting"))
        add_meetings(meeting, self.asked.emit)
        self._end_meeting = self._entry(_("End meeting"), Meeting(None))
        add_pauses(self.addMenu(pgettext("the whole app", "Pause")), self.asked.emit)
        self._resume = self._entry(_("Resume"), Resume())
        self.addSeparator()

    def _build_windows(self) -> None:
        self._entry(_("Open Psoas Break"), Show(Window.HOME))
        self._entry(_("History"), Show(Window.HISTORY))
        self._entry(_("Settings"), Show(Window.SETTINGS))
        self._entry(_("About"), Show(Window.ABOUT))
        self.addSeparator()
        self._entry(_("Quit"), Quit())

    def _entry(self, text: str, command: Command) -> QAction:
        action = self.addAction(text)
        action.triggered.connect(lambda: self.asked.emit(command))
        return action

    def _ask_standing(self, on: bool) -> None:  # noqa: FBT001 a Qt slot
        self.asked.emit(Standing(on))

    def _show_proposal(self, proposal: Proposal | None) -> None:
        """The offer as a submenu of its answers."""
        self._proposal.menuAction().setVisible(proposal is not None)
        self._proposal.clear()
        if proposal is None:
            return
        self._proposal.setTitle(literal(proposal.line))
        for choice, words in (*proposal.choices, (Choice.NO, _("No, thanks"))):
            action = self._proposal.addAction(literal(words))
            command = Settle(proposal.topic, choice)
            action.triggered.connect(
                lambda _on=False, command=command: self.asked.emit(command)
            )

    def _show_news(self, situation: Situation) -> None:
        """One line for each thing the user should know; the window says it, too."""
        lines = [*situation.notices, situation.waited_all_day]
        texts = [literal(line) for line in lines if line]
        if texts == [action.text() for action in self._news]:
            return
        for action in self._news:
            self.removeAction(action)
            action.deleteLater()
        self._news = [QAction(text, self) for text in texts]
        for action in self._news:
            action.triggered.connect(lambda: self.asked.emit(Show(Window.HOME)))
        self.insertActions(self._ask_anyway, self._news)
