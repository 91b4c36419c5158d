"""A question about left and right on the end screen: three small answers, or none."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.domain import safety
from psoas_break.domain.noticing import (
    Noticing,
    Question,
    noticing_words,
    question_words,
)
from psoas_break.domain.session_values import NoticedPressed
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme


class SideQuestion(QWidget):
    """Left, same or right. A self-check says below that it is no test.

    Signals:
        happened (session event): a NoticedPressed.
    """

    happened = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._question: Question | None = None
        self._words = Label("", theme=theme, style=Text.BODY, wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._copy = Label(
            safety.checks(),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.MUTED,
            wrap=True,
        )
        self._copy.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.buttons = {
            noticing: Button(noticing_words(noticing), theme=theme, kind=Kind.OUTLINE)
            for noticing in Noticing
        }
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addStretch(1)
        for noticing, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(
                lambda _on=False, noticing=noticing: self._answer(noticing)
            )
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addWidget(self._copy)
        self.hide()

    def ask(self, question: Question | None) -> None:
        """Ask; None hides."""
        self._question = question
        self.setVisible(question is not None)
        if question is not None:
            self._keep_room(keep=False)
            words = question_words(question)
            self._words.setText(words)
            for noticing, button in self.buttons.items():
                button.setAccessibleName(f"{words} {noticing_words(noticing)}")
            self._copy.setVisible(question is not Question.TIGHTER)

    @property
    def takes_room(self) -> bool:
        """Whether it asks, or keeps the room of what was answered."""
        return self._question is not None or self.sizePolicy().retainSizeWhenHidden()

    def forget(self) -> None:
        """Give up the room of a question that was answered."""
        self._keep_room(keep=False)

    def _answer(self, noticing: Noticing) -> None:
        if self._question is not None:
            # Else another answer would move to where the pointer is.
            self._keep_room(keep=True)
            self.happened.emit(NoticedPressed(self._question, noticing))

    def _keep_room(self, *, keep: bool) -> None:
        """Have the room stay empty, or not, while nothing is asked."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(keep)
        self.setSizePolicy(policy)
