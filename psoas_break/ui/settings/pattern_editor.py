"""Making a breathing pattern: its name, its seconds, and how fast that is."""

import re
from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QValidator
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from psoas_break.domain.own_pattern import (
    LEAST_PER_MINUTE,
    LONGEST_NAME,
    MOST_PER_MINUTE,
    OwnPattern,
    at_rate,
)
from psoas_break.domain.patterns import PATTERNS, new_id, pattern_name
from psoas_break.ui.breath_curve import BreathCurve
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.field_look import field_palette
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.draft import sentence
from psoas_break.ui.settings.wheel import turn_only_with_focus
from psoas_break.ui.theme import Text, Theme
from psoas_break.ui.themed import apply_theme
from psoas_break.words import gettext as _
from psoas_break.words import language

_LONGEST, _FASTEST = 60.0, 60.0
_HEIGHT = 38
_WIDTH = 440
_SECOND = timedelta(seconds=1)
_MINUTE = timedelta(minutes=1)

Parts = tuple[timedelta, timedelta, timedelta, timedelta]
"""In, hold, out, rest."""
_FIRST: Parts = (5 * _SECOND, 0 * _SECOND, 6 * _SECOND, 0 * _SECOND)


class PatternEditor(QDialog):
    """Edits one pattern; what is wrong with it is said at once.

    Seconds and breaths a minute follow each other: another pace stretches all parts.

    Args:
        pattern: the one to change, None for a new one.
        own: all of the user's patterns, whose names are taken.
        theme: colours and fonts.
        parent: the window it belongs to.
    """

    saved = Signal(object)
    """The finished `OwnPattern`."""

    def __init__(
        self,
        pattern: OwnPattern | None,
        *,
        own: Sequence[OwnPattern],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pattern = pattern
        self._own = tuple(own)
        self._parts: Parts = pattern.parts if pattern else _FIRST
        self._made: OwnPattern | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Own pattern"))
        self.curve = BreathCurve(theme=theme, large=True)
        self.name = QLineEdit(pattern.name if pattern else "")
        self.name.setPlaceholderText(_("For example: Evening"))
        self.name.setMaxLength(LONGEST_NAME)
        words = (_("Breathe in"), _("Hold"), _("Breathe out"), _("Rest"))
        self.seconds = tuple(
            Decimal(word, unit=_("s"), most=_LONGEST) for word in words
        )
        self.rate = Decimal(_("Breaths a minute"), unit="", most=_FASTEST)
        self._reason = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.WARM, wrap=True
        )
        self.save = Button(_("Save"), theme=theme, kind=Kind.PRIMARY)
        self.save.setDefault(True)
        self._cancel = Button(_("Cancel"), theme=theme, kind=Kind.QUIET)
        self._lay_out(theme)
        self._connect()
        self.set_theme(theme)
        self._show_seconds()
        self._judge()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def reason(self) -> str:
        """Why it cannot be saved so, or nothing."""
        return self._reason.text()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        apply_theme(self, theme)
        self.name.setFont(theme.font(Text.BODY))
        self.name.setPalette(field_palette(theme))
        self.name.setMinimumHeight(theme.px(_HEIGHT))
        self.setMinimumWidth(theme.px(_WIDTH))

    def _stretch(self, per_minute: float) -> None:
        """Breathe faster or slower in the same proportions."""
        inhale, hold, exhale, rest = at_rate(self._parts, max(per_minute, 1.0))
        self._parts = (inhale, hold, exhale, rest)
        self._show_seconds(but=self.rate)
        self._judge()

    def _set_part(self, index: int, seconds: float) -> None:
        parts = list(self._parts)
        parts[index] = timedelta(seconds=seconds)
        inhale, hold, exhale, rest = parts
        self._parts = (inhale, hold, exhale, rest)
        self._show_seconds(but=self.seconds[index])
        self._judge()

    def _show_seconds(self, but: QWidget | None = None) -> None:
        """Bring every field in line but the one that is being edited."""
        for field, part in zip(self.seconds, self._parts, strict=True):
            if field is not but:
                field.show_value(part / _SECOND)
        whole = sum(self._parts, timedelta())
        if but is not self.rate and whole:
            self.rate.show_value(min(_MINUTE / whole, _FASTEST))

    def _judge(self) -> None:
        """Say what is wrong, and draw what is right."""
        reason = ""
        self._made = None
        try:
            made = self._written()
        except ValueError as refusal:
            reason = sentence(str(refusal))
        else:
            self.curve.show_pattern(made.pattern)
            if self._is_taken(made.name):
                reason = _("There is a pattern of that name.")
            elif self.name.text().strip():
                self._made = made
        self.save.setEnabled(self._made is not None)
        if reason != self._reason.text():
            self._reason.setText(reason)
            if reason:
                event = QAccessibleAnnouncementEvent(self, reason)
                QAccessible.updateAccessibility(event)

    def _written(self) -> OwnPattern:
        """Return what the fields say; a name that is still to come does not matter."""
        name = self.name.text().strip() or _("Own pattern")
        known = self._pattern
        inhale, hold, exhale, rest = self._parts
        return OwnPattern(
            id=known.id if known else new_id(name, self._own),
            name=name,
            inhale=inhale,
            hold=hold,
            exhale=exhale,
            rest=rest,
        )

    def _is_taken(self, name: str) -> bool:
        others = (one.name for one in self._own if one != self._pattern)
        ours = (pattern_name(one) for one in PATTERNS.values())
        folded = name.casefold()
        return any(folded == taken.casefold() for taken in (*others, *ours))

    def _save(self) -> None:
        self._judge()
        if self._made is not None:
            self.saved.emit(self._made)
            self.accept()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._judge)
        for index, field in enumerate(self.seconds):
            field.valueChanged.connect(
                lambda value, index=index: self._set_part(index, value)
            )
        self.rate.valueChanged.connect(self._stretch)
        self.save.clicked.connect(self._save)
        self._cancel.clicked.connect(self.reject)

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, field in enumerate(self.seconds):
            _labelled(grid, 0, column, field, theme)
        _labelled(grid, 2, 0, self.rate, theme, columns=2)
        allowed = _("{least} to {most}, all parts stretch along").format(
            least=LEAST_PER_MINUTE, most=MOST_PER_MINUTE
        )
        note = Label(
            allowed, theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        grid.addWidget(note, 3, 2, 1, 2)
        name = Label(_("Name"), theme=theme, style=Text.LABEL)
        name.setBuddy(self.name)
        self.name.setAccessibleName(_("Name"))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 14)
        whole.setSpacing(6)
        whole.addWidget(name)
        whole.addWidget(self.name)
        whole.addSpacing(6)
        whole.addWidget(self.curve)
        whole.addSpacing(6)
        whole.addLayout(grid)
        whole.addWidget(self._reason)
        whole.addStretch()
        whole.addSpacing(4)
        whole.addLayout(buttons)


class Decimal(QDoubleSpinBox):
    """A number with up to two decimals, shown without idle zeros.

    It is written as the app's language writes it, and may be typed with a comma or a
    point in any: neither is ever one that parts thousands.
    """

    def __init__(self, name: str, *, unit: str, most: float) -> None:
        super().__init__()
        self.setLocale(QLocale(language()))
        self.setRange(0.0, most)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSuffix(f" {unit}" if unit else "")
        self.setKeyboardTracking(False)
        turn_only_with_focus(self)
        self.setAccessibleName(name)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setMinimumHeight(theme.px(_HEIGHT))

    def show_value(self, value: float) -> None:
        """Show a number without telling anybody."""
        with QSignalBlocker(self):
            self.setValue(value)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take either mark for the one of the language."""
        point = self.locale().decimalPoint()
        return super().validate(re.sub("[.,]", point, text), position)

    def textFromValue(self, value: float) -> str:  # noqa: N802 Qt's own name
        """The number as it is written here."""
        text = super().textFromValue(value)
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text


def _labelled(
    grid: QGridLayout,
    row: int,
    column: int,
    field: Decimal,
    theme: Theme,
    *,
    columns: int = 1,
) -> None:
    label = Label(field.accessibleName(), theme=theme, style=Text.LABEL)
    label.setBuddy(field)
    grid.addWidget(label, row, column, 1, columns)
    grid.addWidget(field, row + 1, column, 1, columns)
