"""The user's own breathing patterns in the settings: seen, made, changed, removed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.domain.own_pattern import OwnPattern, rate_text, seconds_text
from psoas_break.ui.breath_curve import BreathCurve
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.pattern_editor import PatternEditor
from psoas_break.ui.tab_order import come_before
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

Patterns = tuple[OwnPattern, ...]


class OwnPatternsField(QWidget):
    """Lists them, with a button to make another one."""

    edited = Signal(object)
    """All patterns, as they are now."""
    removed = Signal(object)
    """One pattern shall go; it may be the usual one, so others decide what follows."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: Patterns = ()
        self._holds_offered = True
        self.lines: list[PatternLine] = []
        self.editor: PatternEditor | None = None
        self.add = Button(_("Make a pattern…"), theme=theme, kind=Kind.OUTLINE)
        self.add.clicked.connect(lambda: self._edit(None))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 2, 0, 0)
        whole.setSpacing(4)
        whole.addLayout(self._list)
        whole.addLayout(below)
        self.setFocusProxy(self.add)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours for what is still to be made."""
        self._theme = theme

    def show_value(self, value: Patterns) -> None:
        """List these; nothing moves if they are the same."""
        if value == self._shown:
            return
        self._shown = value
        for line in self.lines:
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.lines = [PatternLine(one, theme=self._theme) for one in value]
        for line in self.lines:
            line.asked_to_change.connect(self._edit)
            line.asked_to_remove.connect(self._remove)
            line.set_holds_offered(self._holds_offered)
            self._list.addWidget(line)
            come_before(line, self.add)

    def set_holds_offered(self, offered: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Say of patterns with holds whether they can be used now."""
        self._holds_offered = offered
        for line in self.lines:
            line.set_holds_offered(offered)

    def _edit(self, pattern: OwnPattern | None) -> None:
        self.editor = PatternEditor(
            pattern, own=self._shown, theme=self._theme, parent=self.window()
        )
        self.editor.saved.connect(lambda made: self._put(pattern, made))
        self.editor.finished.connect(self._forget_editor)
        self.editor.open()

    def _forget_editor(self) -> None:
        self.editor = None

    def _put(self, was: OwnPattern | None, made: OwnPattern) -> None:
        if was in self._shown:
            value = tuple(made if one == was else one for one in self._shown)
        else:
            value = (*self._shown, made)
        if value != self._shown:
            self.show_value(value)
            self.edited.emit(value)

    def _remove(self, pattern: OwnPattern) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(pattern)


class PatternLine(QWidget):
    """One pattern: its breath as a line, its name, its seconds, two buttons."""

    asked_to_change = Signal(object)
    asked_to_remove = Signal(object)

    def __init__(self, pattern: OwnPattern, *, theme: Theme) -> None:
        super().__init__()
        self.pattern = pattern
        curve = BreathCurve(theme=theme)
        curve.show_pattern(pattern.pattern)
        name = Label(pattern.name, theme=theme, style=Text.LABEL, wrap=True)
        self._told = Label(
            in_words(pattern),
            theme=theme,
            style=Text.SECONDARY,
            tone=Tone.MUTED,
            wrap=True,
        )
        self.change = Button(_("Change…"), theme=theme, kind=Kind.QUIET, hit=36)
        self.change.setAccessibleName(_("Change {name}").format(name=pattern.name))
        self.change.clicked.connect(lambda: self.asked_to_change.emit(pattern))
        self.remove = Button(
            "", theme=theme, kind=Kind.QUIET, glyph=Glyph.CLOSE, hit=36
        )
        self.remove.setAccessibleName(_("Remove {name}").format(name=pattern.name))
        self.remove.setToolTip(_("Remove"))
        self.remove.clicked.connect(lambda: self.asked_to_remove.emit(pattern))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self._told)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        line.addWidget(curve)
        line.addLayout(words, stretch=1)
        line.addWidget(self.change)
        line.addWidget(self.remove)

    @property
    def told(self) -> str:
        """What it says of the pattern."""
        return self._told.text()

    def set_holds_offered(self, offered: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Say whether a pattern with holds can be used now."""
        words = in_words(self.pattern)
        if self.pattern.pattern.holds and not offered:
            hidden = _("breath holds are not offered now")
            words = f"{words} · {hidden}"
        self._told.setText(words)


def in_words(pattern: OwnPattern) -> str:
    """The seconds of a pattern and how fast that is.

    >>> from datetime import timedelta
    >>> in_words(OwnPattern(id="a", name="A", inhale=timedelta(seconds=4.5),
    ...     exhale=timedelta(seconds=5.5)))
    '4.5 in · 5.5 out · 6 a minute'
    """
    words = (_("{s} in"), _("hold {s}"), _("{s} out"), _("rest {s}"))
    parts = [
        word.format(s=seconds_text(length))
        for word, length in zip(words, pattern.parts, strict=True)
        if length
    ]
    rate = _("{rate} a minute").format(rate=rate_text(pattern.per_minute))
    return " · ".join([*parts, rate])
