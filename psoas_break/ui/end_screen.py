"""The end of a break: what was done, and how it felt."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.domain.history import Feeling, SessionOutcome
from psoas_break.domain.noticing import Question
from psoas_break.domain.proposals import Proposal
from psoas_break.domain.session_values import Dismissed, Ended, FeltPressed
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.emblem import Emblem
from psoas_break.ui.end_rows import DoneCard
from psoas_break.ui.end_summary import done_in, total_words
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.hurt_page import HurtPage
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.proposal_strip import ProposalStrip
from psoas_break.ui.side_question import SideQuestion
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_ROOMY = 570
"""From this height on the picture stays beside all that may be asked."""
_MAX_WIDTH = 460
"""Wider, a name and its times would lie too far apart to read as one line."""
_BETWEEN = 28
"""Pixels between what was done and what is asked, where they stand side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class More:
    """What else an end screen may ask and offer; all of it can be ignored.

    Attributes:
        question: About the two sides.
        proposal: To change something.
    """

    question: Question | None = None
    proposal: Proposal | None = None


NOTHING_MORE = More()


class EndScreen(QWidget):
    """Says what was done per side and asks "Fine, Too much or Hurt?".

    Each answer has one key, its underlined letter; Esc leaves without one.

    Signals:
        happened (session event): FeltPressed, NoticedPressed or Dismissed.
        asked: A `Command`, the answer to an offer.
        start_wanted (str): what to start instead: an exercise's id, or "breathe".
    """

    happened = Signal(object)
    start_wanted = Signal(str)
    asked = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._hurts = self._is_full = self._is_low = False
        self._title = _centred(Label("", theme=theme, style=Text.TITLE, wrap=True))
        self._total = _centred(
            Label("", theme=theme, style=Text.BODY, tone=Tone.MUTED, wrap=True)
        )
        self._emblem = Emblem(theme=theme, glyph=Glyph.CHECK)
        self._card = DoneCard(theme=theme)
        self._question = _centred(Label(_("How was it?"), theme=theme, style=Text.CUE))
        self._note = _centred(
            Label("", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True)
        )
        self._answers = {
            Feeling.FINE: Button(_("&Fine"), theme=theme, kind=Kind.PRIMARY, hit=52),
            Feeling.TOO_MUCH: Button(_("&Too much"), theme=theme, hit=52),
            Feeling.HURT: Button(_("&Hurt"), theme=theme, hit=52),
        }
        self._close = Button(_("Close"), theme=theme, kind=Kind.QUIET)
        self.sides = SideQuestion(theme=theme)
        self.proposal = ProposalStrip(theme=theme)
        self._hurt = HurtPage(theme=theme)
        self._hurt.hide()
        self._done = QWidget()
        self._questions = QWidget()
        self._asking = QWidget()
        self._middle = QWidget()
        self._scroll = SlimScroll(theme=theme)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._middle)
        self._connect()
        self._arrange()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Use the larger type of a window with room."""
        for label in (self._title, self._question):
            label.set_wide(wide)

    def set_beside(self, *, beside: bool) -> None:
        """Have what is asked beside what was done, as in a wide and low window."""
        self._is_low = beside
        self._place()

    def show_end(
        self, ended: Ended, *, see_clinician: bool = False, easier: str = ""
    ) -> None:
        """Show how the break ended and what was said of it so far.

        Args:
            ended: The session.
            see_clinician: Add the advice to ask a clinician before going on.
            easier: Id of an easier exercise to offer instead of the one that hurt.
        """
        exercises = {e.id: e for e in ended.course.timeline.exercises}
        names = {id_: exercise.name for id_, exercise in exercises.items()}
        done = done_in(ended.course.progress.held, names)
        hurts = ended.felt is Feeling.HURT
        self._title.setText(_title(ended))
        self._total.setText(total_words(done))
        self._card.show_done(done)
        self._card.setVisible(bool(done) and not hurts)
        self._total.setVisible(not hurts)
        self._is_full = False
        self._hurts = hurts
        self._place()
        self._questions.setVisible(not hurts)
        self._close.setVisible(not hurts)
        self._hurt.setVisible(hurts)
        hurt = exercises.get(ended.hurt)
        match ended.felt:
            case Feeling.HURT:
                self._hurt.show_hurt(
                    {id_: names.get(id_, id_) for id_ in ended.which},
                    easier=easier,
                    hidden=hurt.name if hurt else "",
                    see_clinician=see_clinician,
                )
            case felt:
                self._note.setText(_note(felt))
                self._asking.setVisible(felt is None)

    def show_more(self, more: More) -> None:
        """Show what else is asked or offered: one thing at a time, the offer first."""
        if more.proposal:
            self.sides.forget()
        self.sides.ask(None if more.proposal else more.question)
        self._is_full = bool(more.proposal) or self.sides.takes_room
        self._place()
        self.proposal.show_proposal(more.proposal)
        for one, other in pairwise((*self._answers.values(), *self.proposal.buttons)):
            self.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture goes where there is no room for it."""
        super().resizeEvent(event)
        self._place()

    def hideEvent(self, event: QHideEvent) -> None:
        """The next break may have nothing to ask about the sides."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.sides.forget()

    def press(self, key: int) -> bool:
        """Take a key: one for each answer, Esc leaves; say whether it was one."""
        if key == Qt.Key.Key_Escape:
            self.happened.emit(Dismissed())
            return True
        pressed = QKeySequence(key).toString()
        for feeling, button in self._answers.items():
            if button.isVisible() and pressed == _letter(button.text()):
                self.happened.emit(FeltPressed(feeling))
                return True
        return False

    def _place(self) -> None:
        """Use the room there is, for what there is to show."""
        px = self._theme.px
        beside = self._is_low and not self._hurts
        cramped = self._is_full and not beside and self.height() < px(_ROOMY)
        self._emblem.setVisible(not (self._hurts or cramped))
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._halves.setSpacing(_BETWEEN if beside else 6)
        self._halves.setStretch(0, int(beside))
        middle = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0)
        for half in (self._done, self._questions):
            self._halves.setAlignment(half, middle)
        self._middle.setMaximumWidth(px(_MAX_WIDTH) * (2 if beside else 1))

    def _connect(self) -> None:
        for button in self._answers.values():
            button.clicked.connect(self._answer)
        self._close.clicked.connect(self._dismiss)
        self._hurt.dismissed.connect(self._dismiss)
        self.sides.happened.connect(self.happened)
        self.proposal.asked.connect(self.asked)
        self.proposal.asked.connect(lambda: self.proposal.show_proposal(None))
        self._hurt.chosen.connect(self._choose)
        self._hurt.start_wanted.connect(self.start_wanted)

    def _answer(self) -> None:
        pressed = self.sender()
        feeling = next(f for f, button in self._answers.items() if button is pressed)
        self.happened.emit(FeltPressed(feeling))

    def _choose(self, exercise: str) -> None:
        self.happened.emit(FeltPressed(Feeling.HURT, exercise))

    def _dismiss(self) -> None:
        self.happened.emit(Dismissed())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self._answers.values():
            row.addWidget(button, 1)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(8)
        asking.addWidget(self._question)
        asking.addLayout(row)
        below = QVBoxLayout(self._questions)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(8)
        below.addStretch(1)
        below.addWidget(self._asking)
        below.addWidget(self.proposal)
        below.addWidget(self._note)
        below.addSpacing(6)  # another question: it wants some air
        below.addWidget(self.sides)
        column = QVBoxLayout(self._done)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._emblem)
        column.addSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._total)
        column.addSpacing(10)
        column.addWidget(self._card)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addWidget(self._done)
        self._halves.addWidget(self._questions, 1)
        self._halves.addWidget(self._hurt, 1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(self._middle, 100)
        across.addStretch(1)
        self._scroll.show_inside(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._close, 0, Qt.AlignmentFlag.AlignHCenter)


def _centred(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label


def _title(ended: Ended) -> str:
    if ended.felt is Feeling.HURT:
        return _("Take care")
    if ended.outcome is SessionOutcome.FINISHED:
        return _("Well done")
    return _("Ended early")


def _note(felt: Feeling | None) -> str:
    match felt:
        case None:
            return _("No answer needed; this closes by itself.")
        case Feeling.TOO_MUCH:
            return _("Noted. These are one step easier for a week.")
        case Feeling.FINE | Feeling.HURT:
            return _("Noted.")


def _letter(words: str) -> str:
    """The underlined letter, which a translation may move; "" if there is none."""
    shortcut = QKeySequence.mnemonic(words)
    return shortcut.toString().rpartition("+")[2]
