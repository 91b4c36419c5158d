"""After "Hurt": which exercise it was, the stop rule, and something gentler."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.domain import safety
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.mnemonics import literal
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class HurtPage(QWidget):
    """The stop rule first; below it the question which one, then what to do instead.

    Signals:
        chosen (str): id of the exercise that hurt.
        start_wanted (str): an exercise's id, or "breathe".
        dismissed: the user is done here.
    """

    chosen = Signal(str)
    start_wanted = Signal(str)
    dismissed = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._easier_id = ""
        self._rule = Card(theme=theme)
        self._rule.body.addWidget(
            Label(safety.stop_rule(), theme=theme, style=Text.LABEL, wrap=True)
        )
        self._clinician = Label(
            safety.see_clinician(),
            theme=theme,
            style=Text.STRONG,
            tone=Tone.WARM,
            wrap=True,
        )
        self._rule.body.addWidget(self._clinician)
        self._question = Label("", theme=theme, style=Text.BODY, wrap=True)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(2)
        self._shown_choices: dict[str, str] = {}
        self._breathe = Button(
            _("Breathe instead"), theme=theme, kind=Kind.PRIMARY, hit=50
        )
        self._easier = Button(_("Easier version"), theme=theme, hit=50)
        self._close = Button(_("Close"), theme=theme, kind=Kind.QUIET)
        self._breathe.clicked.connect(self._want_breathing)
        self._easier.clicked.connect(self._want_easier)
        self._close.clicked.connect(self.dismissed)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Keep it for the buttons made later; the others are told on their own."""
        self._theme = theme

    def show_hurt(
        self,
        which: Mapping[str, str],
        *,
        easier: str,
        hidden: str,
        see_clinician: bool,
    ) -> None:
        """Show the rule and what comes next.

        Args:
            which: Names by id to choose from while it is open which one hurt.
            easier: Id of the exercise's easier version, if it has one.
            hidden: Name of the exercise now left out for two weeks, once known.
            see_clinician: Add the advice to ask a clinician first.
        """
        self._easier_id = easier
        self._clinician.setVisible(see_clinician)
        if which:
            self._question.setText(_("Which one was it?"))
        elif hidden:
            self._question.setText(
                _("{name} stays away for 14 days.").format(name=hidden)
            )
        else:
            self._question.setText("")
        self._fill(dict(which))
        self._easier.setVisible(bool(easier))
        self._breathe.setVisible(not which)

    def _fill(self, which: dict[str, str]) -> None:
        if which == self._shown_choices:
            return
        self._shown_choices = which
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for id_, name in which.items():
            button = Button(literal(name), theme=self._theme, kind=Kind.OUTLINE)
            button.setObjectName(id_)
            button.clicked.connect(self._choose)
            self._choices.addWidget(button)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _want_breathing(self) -> None:
        self.start_wanted.emit("breathe")

    def _want_easier(self) -> None:
        self.start_wanted.emit(self._easier_id)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._easier)
        row.addWidget(self._breathe)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._rule)
        column.addWidget(self._question)
        column.addLayout(self._choices)
        column.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignHCenter)
