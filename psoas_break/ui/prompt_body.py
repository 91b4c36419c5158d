"""What stands on the prompt card: the question, and every way to answer it."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSpacerItem, QVBoxLayout, QWidget

from psoas_break.app.commands import (
    Command,
    JustMoved,
    NeverAgain,
    Show,
    Skip,
    Snooze,
    Start,
    Window,
)
from psoas_break.domain.situation import Offer
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.length_button import LengthButton, about
from psoas_break.ui.menu_parts import add_meetings, add_snoozes, in_text
from psoas_break.ui.mnemonics import literal
from psoas_break.ui.offer_words import refusal_text, sat_text, snoozed_text
from psoas_break.ui.preview import Picture, Preview
from psoas_break.ui.strip import Strip
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_SIDE = 20
_TOP = 14
_BOTTOM = 8
_ARROW = 34
_BELOW_STRIP = 12
_ABOVE = 4
_LARGE_PICTURE = 1.5


class PromptBody(QWidget):
    """The words, the picture and the buttons of a prompt.

    Args:
        theme: Colours and fonts.
        snooze: The usual snooze, on its button.
        keyboard: Whether Tab reaches the buttons; none of them has the focus before.
        large: Larger words and picture, where there is room.
        firm: Neither Skip nor a way to put it away.
        parent: The card.

    Signals:
        asked: A `Command` the user gave.
        length_chosen: The `Length` breaks should have.
        dismissed: The user put the card away without an answer.
    """

    asked = Signal(object)
    length_chosen = Signal(object)
    dismissed = Signal()

    def __init__(
        self,
        *,
        theme: Theme,
        snooze: timedelta,
        keyboard: bool = False,
        large: bool = False,
        firm: bool = False,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._large = large
        self._preview = Preview(theme=theme, scale=_LARGE_PICTURE if large else 1)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._moved = Strip(theme=theme, action=_("I just moved"))
        if self._moved.button is not None:
            self._answer(self._moved.button, JustMoved())
        self._above = QSpacerItem(0, _ABOVE)
        self._rows.addWidget(self._moved)
        self._rows.addSpacerItem(self._above)
        self._rows.addLayout(self._question_row())
        self._rows.addSpacing(6)
        self._rows.addWidget(self._answers(snooze, firm=firm))
        self._close = self._close_button()
        self._close.setVisible(not firm)
        policy = Qt.FocusPolicy.TabFocus if keyboard else Qt.FocusPolicy.NoFocus
        for button in self.findChildren(Button):
            button.setFocusPolicy(policy)
        for label in self.findChildren(Label):
            label.set_wide(large)
        self.set_theme(theme)

    def show_offer(self, offer: Offer) -> None:
        """Say what is offered."""
        self._sat.setText(sat_text(offer))
        self._what.setText(offer.detail or offer.name)
        self._length.show_length(offer.length)
        self._snoozed.setText(snoozed_text(offer))
        self._moved.say(_("Were you on your feet?") if offer.moved_first else "")
        self._above.changeSize(0, _BELOW_STRIP if offer.moved_first else _ABOVE)
        refusal = refusal_text(offer)
        for button in (self._snooze, self._snooze_menu):
            button.setEnabled(not refusal)
            button.setToolTip(refusal)
            button.setAccessibleDescription(refusal or snoozed_text(offer))
        what = _("{name}, {length}").format(name=offer.name, length=about(offer.length))
        self._start.setAccessibleDescription(f"{what}. {offer.why}")
        for widget in (self._start, self._what, self._preview):
            widget.setToolTip(offer.why)
        self._why.setText(literal(offer.why))
        self._why.setVisible(bool(offer.why))

    def show_picture(self, picture: Picture) -> None:
        """Put a figure on the little stage; the app's own stands there until then."""
        self._preview.set_picture(picture)

    def show_answers(self, *, shown: bool) -> None:
        """Show the buttons, or none yet."""
        self._buttons.setVisible(shown)

    def summary(self) -> str:
        """What a screen reader says of it."""
        return f"{self._sat.text()}. {self._what.text()}, {self._length.text()}"

    def height_for(self, width: int) -> int:
        """How high the words and buttons stand, in pixels."""
        self._rows.invalidate()
        self._rows.activate()
        return self._rows.totalHeightForWidth(width)

    def set_theme(self, theme: Theme) -> None:
        """Use these lengths from now on; what stands in it hears it by itself."""
        self._theme = theme
        side = theme.px(_SIDE)
        self._rows.setContentsMargins(side, theme.px(_TOP), side, theme.px(_BOTTOM))
        self._snooze.setFixedWidth(self._snooze.minimumSizeHint().width())
        self._snooze_menu.setFixedWidth(theme.px(_ARROW))
        self._close.adjustSize()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        beyond = self._preview.sizeHint().width() - self._close.width()
        self._close.move(0 if rtl else beyond, 0)

    def _question_row(self) -> QHBoxLayout:
        theme = self._theme
        strong = Text.CUE if self._large else Text.STRONG
        small = Text.BODY if self._large else Text.SECONDARY
        self._sat = Label("", theme=theme, style=strong, tone=Tone.ACCENT)
        self._what = Label("", theme=theme, style=small, tone=Tone.MUTED, wrap=True)
        self._snoozed = Label("", theme=theme, style=small, tone=Tone.MUTED, wrap=True)
        self._length = LengthButton(theme=theme)
        self._length.setObjectName("length")
        self._length.chosen.connect(self.length_chosen)
        third = QHBoxLayout()
        third.setSpacing(8)
        third.addWidget(self._length)
        third.addWidget(self._snoozed, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(_("Time to stand up"), theme=theme, style=Text.TITLE))
        words.addWidget(self._sat)
        words.addSpacing(3)
        words.addWidget(self._what)
        words.addLayout(third)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self._preview, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _close_button(self) -> Button:
        close = Button(
            "", theme=self._theme, kind=Kind.QUIET, glyph=Glyph.CLOSE, hit=30
        )
        close.setParent(self._preview)
        close.setObjectName("close")
        words = _("Put away; the break waits in the tray")
        close.setAccessibleName(words)
        close.setToolTip(words)
        close.clicked.connect(self.dismissed)
        return close

    def _answers(self, snooze: timedelta, *, firm: bool) -> QWidget:
        self._buttons = QWidget(self)
        rows = QVBoxLayout(self._buttons)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._answers_row())
        rows.addLayout(self._quiet_row(snooze, firm=firm))
        return self._buttons

    def _answers_row(self) -> QHBoxLayout:
        theme = self._theme
        kind, play = Kind.PRIMARY, Glyph.PLAY
        self._start = Button(
            _("Start stretch"), theme=theme, kind=kind, glyph=play, hit=50
        )
        self._start.setObjectName("start")
        self._answer(self._start, Start("stretch"))
        breathe = Button(_("Breathe"), theme=theme, kind=Kind.TONAL, hit=50)
        breathe.setObjectName("breathe")
        self._answer(breathe, Start("breathe"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._start, 2)
        row.addWidget(breathe, 1)
        return row

    def _quiet_row(self, snooze: timedelta, *, firm: bool) -> QHBoxLayout:
        self._snooze = self._quiet(in_text(snooze), name="snooze")
        self._answer(self._snooze, Snooze(snooze))
        self._snooze_menu = self._quiet("", name="snooze-menu")
        self._snooze_menu.setAccessibleName(_("Ask me again in…"))
        spans = QMenu(self)
        add_snoozes(spans, self.asked.emit)
        self._snooze_menu.setMenu(spans)
        skip = self._quiet(_("Skip"), name="skip")
        if firm:
            skip.hide()
        self._answer(skip, Skip())
        more = self._quiet("", name="more", glyph=Glyph.MORE)
        more.setAccessibleName(_("More"))
        more.setMenu(self._more_menu())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._snooze)
        row.addWidget(self._snooze_menu)
        row.addStretch(1)
        row.addWidget(skip)
        row.addWidget(more)
        return row

    def _quiet(self, text: str, *, name: str, glyph: Glyph | None = None) -> Button:
        button = Button(text, theme=self._theme, kind=Kind.QUIET, glyph=glyph)
        button.setObjectName(name)
        return button

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        self._why = menu.addAction("")
        self._why.triggered.connect(lambda: self.asked.emit(Show(Window.CATALOGUE)))

        def add(text: str, command: Command) -> None:
            menu.addAction(text).triggered.connect(lambda: self.asked.emit(command))

        add(_("I just moved"), JustMoved())
        add_meetings(menu.addMenu(_("In a meeting")), self.asked.emit)
        menu.addSeparator()
        add(_("Something else…"), Show(Window.CATALOGUE))
        add(_("Not this one again"), NeverAgain())
        return menu

    def _answer(self, button: Button, command: Command) -> None:
        button.clicked.connect(lambda: self.asked.emit(command))
