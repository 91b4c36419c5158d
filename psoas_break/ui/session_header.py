"""The top of the guided window: what this is, which side, and the ⋯ menu."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from psoas_break.app.sounding import Hearing
from psoas_break.domain.exercise import Form
from psoas_break.domain.history import Side
from psoas_break.domain.session_values import (
    BackPressed,
    EasierPressed,
    HarderPressed,
    OtherSidePressed,
)
from psoas_break.ui import session_keys as keys
from psoas_break.ui.badge import SideBadge
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_BETWEEN = 1


class SessionHeader(QWidget):
    """Name and progress, side badge, and a menu of what is rarely wanted.

    Signals:
        happened (session event): an entry of the menu was chosen.
        hearing_wanted: a `Hearing`: sounds off or on again, tones on or off.
        explanation_wanted: what is in the picture is to be explained.
    """

    happened = Signal(object)
    hearing_wanted = Signal(object)
    explanation_wanted = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._wide = False
        self._name = Label("", theme=theme, style=Text.TITLE, wrap=True)
        self._progress = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self._badge = SideBadge(theme=theme)
        self._more = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.MORE)
        self._more.setAccessibleName(_("More"))
        self._more.setToolTip(_("More"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._menu = QMenu(self._more)
        self._menu.setPalette(theme.palette())
        self._back = self._entry(_("Back"), BackPressed)
        self._hearing = Hearing()
        self._mute = self._menu.addAction(_with_key(_("Mute"), keys.MUTE))
        closed_eyes = _with_key(_("Tones for closed eyes"), keys.TONES)
        self._tones = self._menu.addAction(closed_eyes)
        self._other_side = self._entry(_("Other side"), OtherSidePressed)
        self._easier = self._entry(_("Easier"), EasierPressed)
        self._harder = self._entry(_("Harder"), HarderPressed)
        self._menu.addSeparator()
        asked = _with_key(_("What am I looking at?"), keys.EXPLAIN)
        self._explain = self._menu.addAction(asked)
        for action in (self._mute, self._tones, self._easier, self._harder):
            action.setCheckable(True)
        self._menu.triggered.connect(self._chosen)
        self._more.setMenu(self._menu)
        self._arrange()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours; the parts inside get theirs on their own."""
        self._theme = theme
        self._make_room()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Use the larger type of a window with room."""
        self._wide = wide
        self._name.set_wide(wide)
        self._make_room()

    def show_hearing(self, hearing: Hearing) -> None:
        """Show what is heard now."""
        self._hearing = hearing
        self._mute.setChecked(hearing.muted)
        self._tones.setChecked(hearing.tones and not hearing.muted)

    def press_hearing(self, key: Qt.Key) -> None:
        """As if the switch with this key were pressed in the menu."""
        now = self._hearing
        wanted = now.mute_pressed() if key == keys.MUTE else now.tones_pressed()
        self.hearing_wanted.emit(wanted)

    def show_exercise(self, name: str, progress: str, side: Side) -> None:
        """Show what is done now.

        Args:
            name: Of the exercise.
            progress: "Exercise 2 of 4".
            side: Trained now.
        """
        self._name.setText(name)
        self._progress.setText(progress)
        self._badge.setVisible(side is not Side.BOTH)
        self._badge.show_side(side)

    def offer(
        self, *, other_side: bool, forms: AbstractSet[Form], form: Form, explains: bool
    ) -> None:
        """Say what can be chosen now.

        Args:
            other_side: Whether there is another side to go to.
            forms: The forms the exercise has.
            form: The one that is being done.
            explains: Whether there is something in the picture to explain.
        """
        self._other_side.setEnabled(other_side)
        for action, one in (
            (self._easier, Form.EASIER),
            (self._harder, Form.HARDER),
        ):
            action.setEnabled(one in forms)
            action.setChecked(one is form)
        self._explain.setEnabled(explains)

    def _make_room(self) -> None:
        """Be as high for a short name as for a long one: the stage below stands still.

        A name takes two lines, or one in a window with room.
        """
        t = self._theme
        name = QFontMetrics(t.font(Text.TITLE, wide=self._wide)).lineSpacing()
        progress = QFontMetrics(t.font(Text.SECONDARY)).lineSpacing()
        lines = 1 if self._wide else 2
        self.setMinimumHeight(max(t.px(46), lines * name + _BETWEEN + progress))

    def _entry(self, words: str, wish: keys.Wish) -> QAction:
        action = self._menu.addAction(_with_key(words, keys.key_for(wish)))
        action.setData(wish)
        return action

    def _chosen(self, action: QAction) -> None:
        if action.isCheckable():
            # Whether it is so is shown when the owner says so, not by the click.
            action.setChecked(not action.isChecked())
        if action is self._mute:
            self.press_hearing(keys.MUTE)
        elif action is self._tones:
            self.press_hearing(keys.TONES)
        elif action is self._explain:
            self.explanation_wanted.emit()
        else:
            self.happened.emit(action.data()())

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(_BETWEEN)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._progress)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addLayout(words, 1)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_theme(self._theme)


def _with_key(words: str, key: Qt.Key) -> str:
    """A menu's text that shows a key without claiming it: the window handles keys."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}\t{shown}"
