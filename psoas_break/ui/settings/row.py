"""One line of a settings page: what it is, its control, and why a value was refused."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.fields import Field, NumberField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.theme import Text, Theme


@dataclass(frozen=True, slots=True)
class Words:
    """What a row says: its name, a sentence below it, and what else finds it."""

    label: str
    note: str = ""
    found_by: str = ""


_BESIDE = 12
"""How far the mark of a found row reaches beyond its words."""


class Row(QWidget):
    """A setting with its words at the left and its control at the right.

    Args:
        key: Which setting.
        words: What it says.
        field: Its control.
        theme: Colours and fonts.
        stacked: Control below the words instead of beside them.
    """

    def __init__(
        self,
        *,
        key: Key,
        words: Words,
        field: QWidget,
        theme: Theme,
        stacked: bool = False,
    ) -> None:
        super().__init__()
        self.key = key
        self.label = words.label
        self.note = words.note
        self.found_by = words.found_by
        self.field = field
        self._theme = theme
        self._found = False
        self._title = Label(words.label, theme=theme, style=Text.LABEL, wrap=True)
        self._note = Label(
            self.note, theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        if not self.note:
            self._note.hide()
        self._refusal = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.WARM, wrap=True
        )
        self._refusal.hide()
        self._lay_out(stacked=stacked)
        self._name_field()
        if isinstance(field, NumberField):
            field.refused.connect(self.refuse)

    @property
    def control(self) -> Field:
        """The control as something with a value."""
        field: Field = self.field  # type: ignore[assignment] # every field fits by shape
        return field

    @property
    def refusal(self) -> str:
        """Why the value in the control does not apply, or nothing."""
        return self._refusal.text()

    def refuse(self, reason: str) -> None:
        """Say why the value does not apply; nothing to say takes it back."""
        if reason == self._refusal.text():
            return
        self._refusal.setText(reason)
        self._refusal.setVisible(bool(reason))
        self._describe_field()
        if reason:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, reason))

    def set_note(self, note: str) -> None:
        """Say something else about the setting."""
        self.note = note
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._describe_field()

    def set_found(self, found: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Mark the row as the one that was searched for."""
        if found is not self._found:
            self._found = found
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark of a found row."""
        if not self._found:
            return
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.soft)
            p.drawRoundedRect(QRectF(self.rect()), 10, 10)

    def _lay_out(self, *, stacked: bool) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._note):
            words.addWidget(label)
        if not stacked:  # A high control does not tear them apart.
            words.insertStretch(0, 1)
            words.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_BESIDE, 5, _BESIDE, 5)
        whole.setSpacing(3)
        if stacked:
            whole.addLayout(words)
            whole.addWidget(self.field)
        else:
            line = QHBoxLayout()
            line.setSpacing(20)
            line.addLayout(words, stretch=1)
            line.addWidget(self.field, alignment=Qt.AlignmentFlag.AlignVCenter)
            whole.addLayout(line)
        whole.addWidget(self._refusal)

    def _name_field(self) -> None:
        self._title.setBuddy(self.field)
        self.field.setAccessibleName(self.label)
        self._describe_field()

    def _describe_field(self) -> None:
        parts = (self._refusal.text(), self.note)
        self.field.setAccessibleDescription(" ".join(part for part in parts if part))
