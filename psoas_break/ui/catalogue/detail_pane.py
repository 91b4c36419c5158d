"""The pane beside the shelf: one choice with its moving figure, and how to start it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from psoas_break.app.commands import Command, Favour, LeaveOut, Start
from psoas_break.domain.history import Side
from psoas_break.domain.rotation import Mark
from psoas_break.domain.routine import BREATHE
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.catalogue.choices import Choice, Sort
from psoas_break.ui.catalogue.detail_text import DetailText
from psoas_break.ui.catalogue.details import Details
from psoas_break.ui.catalogue.pictures import Pictures, paint_bulb
from psoas_break.ui.catalogue.side_choice import SideChoice
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.preview import Preview
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.tab_order import come_before
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported with the first details
    from psoas_break.ui.catalogue.moving_figure import MovingFigure

_STAGE_HIGH = 268


class DetailPane(QWidget):
    """Shows one choice at a time.

    Args:
        theme: Colours and fonts.
        pictures: For the small pictures of what it leads to.
        choice_of: What has this id, if anything.
        now: The steady clock, for the figure.
        reduced_motion: Whether the figure only shows its poses.
        looks: What the drawn person looks like.

    Signals:
        asked (Command): start it, make it a favourite, leave it out.
        led_to (str): another choice is to be shown.
        went_back: the shelf is wanted again.
    """

    asked = Signal(object)
    led_to = Signal(str)
    went_back = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        pictures: Pictures,
        choice_of: Callable[[str], Choice | None],
        now: Callable[[], timedelta],
        reduced_motion: bool,
        looks: Looks = USUAL,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._details: Details | None = None
        self._marks: frozenset[Mark] = frozenset()
        self._now = now
        self._reduced = reduced_motion
        self._looks = looks
        self._moving: MovingFigure | None = None
        self._stand = QVBoxLayout()
        self._again_above, self._again_below = QVBoxLayout(), QVBoxLayout()
        self.back = Button(
            _("All breaks"), theme=theme, kind=Kind.QUIET, glyph=Glyph.EARLIER, hit=40
        )
        self.name = Label("", theme=theme, style=Text.SECTION, wrap=True)
        self._detail = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.ACCENT, wrap=True
        )
        self.star = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.STAR_EMPTY)
        self.text = DetailText(theme=theme, pictures=pictures, choice_of=choice_of)
        self.again = Button("", theme=theme, kind=Kind.QUIET, hit=40)
        self.side = SideChoice(theme=theme)
        self.start = Button(
            _("Start"), theme=theme, kind=Kind.PRIMARY, glyph=Glyph.PLAY, hit=50
        )
        self._card = Preview(theme=theme, picture=_paint_tip)
        self._area = SlimScroll(theme=theme, reads=True)
        self._bar = QWidget()
        self._lay_out()
        self.back.clicked.connect(self.went_back)
        self.text.led_to.connect(self.led_to)
        self.side.chosen.connect(self._turn)
        self.start.clicked.connect(self._start)
        self.star.clicked.connect(self._favour)
        self.again.clicked.connect(self._leave_out)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these lengths from now on; the parts get theirs on their own."""
        self._theme = theme
        if self._moving is not None:
            self._moving.setFixedHeight(theme.px(_STAGE_HIGH))
        self.start.setMinimumWidth(theme.px(132))

    @property
    def figure(self) -> "MovingFigure":
        """The figure; it is made for the first details, after the window is there."""
        if self._moving is None:
            from psoas_break.ui.catalogue.moving_figure import (  # noqa: PLC0415  long
                MovingFigure,
            )

            self._moving = MovingFigure(
                theme=self._theme,
                now=self._now,
                reduced_motion=self._reduced,
                looks=self._looks,
            )
            self._moving.setFixedHeight(self._theme.px(_STAGE_HIGH))
            self._stand.addWidget(self._moving)
            come_before(self._moving, self.star)
        return self._moving

    def show_looks(self, looks: Looks, *, reduced_motion: bool) -> None:
        """Draw another person from now on, and move as much as is wanted."""
        self._looks, self._reduced = looks, reduced_motion
        if self._moving is not None:
            self._moving.stage.set_looks(looks)
            self._moving.set_reduced_motion(reduced_motion)

    def show_details(self, details: Details, *, lead: Side) -> None:
        """Show a choice.

        Args:
            details: All there is to say.
            lead: The side that begins, unless the user takes the other.
        """
        self._details = details
        self._area.show()
        choice = details.choice
        self.name.setText(choice.name)
        self._detail.setText(choice.detail)
        self.text.show_details(details)
        come_before(self.text, self.again)
        self.side.choose(lead)
        self.side.setVisible(details.has_sides)
        self._bar.setVisible(details.can_start)
        is_marked = choice.sort in (Sort.ROUTINE, Sort.EXERCISE)
        can_mark = is_marked and choice.what != BREATHE
        self.star.setVisible(can_mark)
        self.again.setVisible(can_mark)
        self._area.setAccessibleName(choice.name)
        self._area.setAccessibleDescription(details.spoken)
        self._area.verticalScrollBar().setValue(0)
        self._turn(self.side.side)

    def show_marks(self, marks: Mapping[Mark, frozenset[str]]) -> None:
        """Show whether it is a favourite, and whether it is no longer suggested."""
        if self._details is None:
            return
        what = self._details.choice.what
        self._marks = frozenset(mark for mark in Mark if what in marks[mark])
        liked, left_out = Mark.FAVOURITE in self._marks, Mark.LEFT_OUT in self._marks
        self.star.set_glyph(Glyph.STAR if liked else Glyph.STAR_EMPTY)
        words = _("No longer a favourite") if liked else _("Make it a favourite")
        self.star.setAccessibleName(words)
        self.star.setToolTip(words)
        self.again.setText(
            _("Suggest this one again") if left_out else _("Not this one again")
        )
        self.again.set_kind(Kind.TONAL if left_out else Kind.QUIET)
        stand = self._again_above if left_out else self._again_below
        stand.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        self.again.setToolTip("" if left_out else _("Do not suggest it any more"))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Stand alone, with a way back to the shelf, or beside it."""
        self.back.setVisible(narrow)

    def focus(self) -> None:
        """Give the keyboard to what one does first here."""
        if self._details is not None and self._details.can_start:
            self.start.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._area.setFocus(Qt.FocusReason.TabFocusReason)

    def _turn(self, side: Side) -> None:
        if self._details is None:
            return
        main = self._details.choice.main
        moves = main is not None and self.figure.show_exercise(main, side)
        self.figure.setVisible(moves)
        self._card.setVisible(not moves)

    def _start(self) -> None:
        if self._details is not None:
            lead = self.side.side if self._details.has_sides else Side.BOTH
            self.asked.emit(Start(self._details.choice.what, lead))

    def _favour(self) -> None:
        self._mark(Favour, Mark.FAVOURITE)

    def _leave_out(self) -> None:
        self._mark(LeaveOut, Mark.LEFT_OUT)

    def _mark(self, command: Callable[[str, bool], Command], mark: Mark) -> None:
        if self._details is not None:
            self.asked.emit(command(self._details.choice.what, mark not in self._marks))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 4, 16, 12)
        column.setSpacing(4)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._stand)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setContentsMargins(0, 8, 0, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.star, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self._detail)
        column.addLayout(self._again_above)
        column.addWidget(self.text)
        column.addLayout(self._again_below)
        self._again_below.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self._area.show_inside(inside)
        self._area.hide()
        self._bar.hide()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(16, 8, 16, 12)
        row.addWidget(self.side)
        row.addStretch(1)
        row.addWidget(self.start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._bar)


def _paint_tip(p: QPainter, box: QRectF, theme: Theme) -> None:
    paint_bulb(p, box, theme.accent)
