"""A line that offers to change something: yes in one way or another, or no."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.app.commands import Settle
from psoas_break.domain.proposals import Choice, Proposal
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.flow import Flow
from psoas_break.ui.label import Label
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_RADIUS = 12.0


class ProposalStrip(QWidget):
    """The offer on a soft ground, its answers below; hidden while there is none.

    Signals:
        asked: A `Settle` command.
    """

    asked = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Proposal | None = None
        self._label = Label("", theme=theme, style=Text.SECONDARY, wrap=True)
        self._buttons: list[Button] = []
        answers = QWidget()
        self._row = Flow(answers, gap=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 4)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addWidget(answers)
        self.hide()

    @property
    def buttons(self) -> list[Button]:
        """The answers, no last."""
        return list(self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on; label and buttons hear it themselves."""
        self._theme = theme
        self.update()

    def show_proposal(self, proposal: Proposal | None) -> None:
        """Show an offer; None hides."""
        self.setVisible(proposal is not None)
        if proposal == self._shown:
            return
        self._shown = proposal
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        if proposal is None:
            return
        self._label.setText(proposal.line)
        for choice, words in proposal.choices:
            self._add(words, Settle(proposal.topic, choice), Kind.TONAL)
        self._add(_("No, thanks"), Settle(proposal.topic, Choice.NO), Kind.QUIET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the soft ground."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(self._theme.border)
            p.setBrush(self._theme.surface)
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _add(self, words: str, command: Settle, kind: Kind) -> None:
        button = Button(words, theme=self._theme, kind=kind, hit=42)
        button.setAccessibleDescription(self._label.text())
        button.clicked.connect(lambda: self.asked.emit(command))
        self._row.addWidget(button)
        self._buttons.append(button)
