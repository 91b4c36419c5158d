"""One range of working hours: from, to, and a button that takes it away."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from psoas_break.domain.hours import Range
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.field_look import field_palette
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.week import weekdays
from psoas_break.ui.settings.wheel import turn_only_with_focus
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_MINUTES = 5
"""How far one press of an arrow key turns the minutes."""


class ClockField(QTimeEdit):
    """A time of day in hours and minutes, taken when it is finished."""

    def __init__(self, moment: time, *, name: str, theme: Theme) -> None:
        super().__init__(QTime(moment.hour, moment.minute))
        self.setDisplayFormat("HH:mm")
        self.setKeyboardTracking(False)
        self.setWrapping(True)
        turn_only_with_focus(self)
        self.setAccessibleName(name)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setFixedWidth(theme.px(76))
        self.setMinimumHeight(theme.px(36))

    def moment(self) -> time:
        """The time in the field."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def stepBy(self, steps: int) -> None:  # noqa: N802 Qt calls it
        """Step whole hours, or five minutes."""
        minutes = self.currentSection() is QTimeEdit.Section.MinuteSection
        super().stepBy(steps * _MINUTES if minutes else steps)


class RangeRow(QWidget):
    """Shows one `Range` and says when it was changed or removed."""

    edited = Signal()
    removed = Signal()

    def __init__(self, shown: Range, *, theme: Theme) -> None:
        super().__init__()
        self._weekday = shown.weekday
        day = weekdays()[shown.weekday]
        self.start = ClockField(
            shown.start, name=_("{day} from").format(day=day), theme=theme
        )
        self.end = ClockField(
            shown.end, name=_("{day} until").format(day=day), theme=theme
        )
        self._hint = Label("", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED)
        self._refusal = Label("", theme=theme, style=Text.SECONDARY, tone=Tone.WARM)
        self._refusal.hide()
        remove = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.CLOSE, hit=36)
        remove.setAccessibleName(_("Remove these hours of {day}").format(day=day))
        remove.setToolTip(_("Remove"))
        remove.clicked.connect(self.removed)
        for field in (self.start, self.end):
            field.timeChanged.connect(self._changed)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.start)
        line.addWidget(Label("\N{EN DASH}", theme=theme, tone=Tone.MUTED))
        line.addWidget(self.end)
        line.addWidget(remove)
        line.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(line)
        whole.addWidget(self._hint)
        whole.addWidget(self._refusal)
        self._show_hint()

    @property
    def value(self) -> Range:
        """The range as it stands in the fields."""
        return Range(self._weekday, self.start.moment(), self.end.moment())

    @property
    def refusal(self) -> str:
        """Why the range cannot stand, or nothing."""
        return self._refusal.text()

    def refuse(self, reason: str) -> None:
        """Say why the range cannot stand; nothing to say takes it back."""
        self._refusal.setText(reason)
        self._refusal.setVisible(bool(reason))
        self.start.setAccessibleDescription(reason)

    def _changed(self) -> None:
        self._show_hint()
        self.edited.emit()

    def _show_hint(self) -> None:
        value = self.value
        if value.start == value.end:
            words = _("24 hours")
        elif value.overnight and value.end != time(0):
            words = _("until the next day")
        else:
            words = ""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self.end.setAccessibleDescription(words)
