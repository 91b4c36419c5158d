"""The native controls of the settings dialog, each showing and taking one value."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from psoas_break.domain.settings import CountLimits, SpanLimits, Unit
from psoas_break.ui.field_look import field_palette
from psoas_break.ui.settings.tick import Tick
from psoas_break.ui.settings.wheel import turn_only_with_focus
from psoas_break.ui.switch import Switch
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_HEIGHT = 38
_SPIN_WIDTH = 128


class Field(Protocol):
    """What a row needs of its control."""

    edited: SignalInstance
    """Emits the new value when the user changed it, never for `show_value`."""

    def show_value(self, value: Any) -> None:
        """Show a value; the focus stays, so does half-typed text if it is the same."""
        ...


class NumberField(QSpinBox):
    """A number with its unit, taken when it is finished, not while it is typed.

    What lies outside the limits can be typed; it is then put back with a word in
    `refused`, because a digit that silently does not appear explains nothing.
    """

    edited = Signal(object)
    refused = Signal(str)
    limits_text: str
    """The limits in words."""

    def __init__(self, *, low: int, high: int, unit: str, theme: Theme) -> None:
        super().__init__()
        words = _("{low} to {high} {unit}").format(low=low, high=high, unit=unit)
        self.limits_text = unbroken(words)
        self.setRange(low, high)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.setAccelerated(True)
        turn_only_with_focus(self)
        self.setToolTip(self.limits_text)
        self.set_theme(theme)
        self.valueChanged.connect(self._emit)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setFixedWidth(theme.px(_SPIN_WIDTH))
        self.setMinimumHeight(theme.px(_HEIGHT))

    def show_value(self, value: Any) -> None:
        """Show a number in the field's unit."""
        shown = self.to_number(value)
        if shown != self.value():
            self.blockSignals(True)  # noqa: FBT003 Qt's own signature
            self.setValue(shown)
            self.blockSignals(False)  # noqa: FBT003 Qt's own signature

    def to_number(self, value: Any) -> int:
        """The value as the number in the field."""
        return int(value)

    def to_value(self, number: int) -> Any:
        """The number in the field as the setting's value."""
        return number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let a number outside the limits be typed; it is put back when finished."""
        state, text, position = super().validate(text, position)
        digits = text.removesuffix(self.suffix()).strip()
        if state is QValidator.State.Invalid and digits.isdecimal():
            state = QValidator.State.Intermediate
        return state, text, position

    def fixup(self, text: str) -> str:
        """Say why what was typed is put back."""
        self.refused.emit(_("Choose {range}.").format(range=self.limits_text))
        return super().fixup(text)

    def _emit(self, number: int) -> None:
        self.edited.emit(self.to_value(number))


class SpanField(NumberField):
    """A duration in whole minutes or seconds."""

    def __init__(self, *, limits: SpanLimits, theme: Theme) -> None:
        self._unit = limits.unit
        super().__init__(
            low=limits.low, high=limits.high, unit=_unit(limits.unit), theme=theme
        )

    def to_number(self, value: timedelta) -> int:
        """Whole units of a duration."""
        return value // self._unit.span

    def to_value(self, number: int) -> timedelta:
        """The duration of so many units."""
        return number * self._unit.span


class ChoiceField(QComboBox):
    """One of several values, each with its words."""

    edited = Signal(object)

    def __init__(self, *, options: Sequence[tuple[Any, str]], theme: Theme) -> None:
        super().__init__()
        turn_only_with_focus(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(12)
        self._values: list[Any] = []
        self.set_theme(theme)
        self.set_options(options)
        self.activated.connect(self._emit)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        self.setFont(theme.font(Text.BODY))
        self.setPalette(field_palette(theme))
        self.setMinimumSize(theme.px(_SPIN_WIDTH), theme.px(_HEIGHT))

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer these, keeping the choice when it is among them."""
        chosen = self._values[self.currentIndex()] if self._values else None
        self._values = [value for value, _words in options]
        self.clear()
        self.addItems([words for _value, words in options])
        if chosen is not None:
            self.show_value(chosen)

    def show_value(self, value: Any) -> None:
        """Choose a value; one that is not offered (from the file) is added as it is."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        index = self._values.index(value)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def _emit(self, index: int) -> None:
        self.edited.emit(self._values[index])


class SwitchField(Switch):
    """On or off."""

    edited = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(theme=theme)
        self.clicked.connect(self._emit)

    def show_value(self, value: bool) -> None:  # noqa: FBT001 a value like any other
        """Turn it on or off."""
        self.setChecked(value)

    def _emit(self) -> None:
        self.edited.emit(self.isChecked())


class TicksField(QWidget):
    """Any of several values, as check boxes one below the other."""

    edited = Signal(object)

    def __init__(self, *, options: Sequence[tuple[Any, str]], theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.boxes: dict[Any, Tick] = {}
        for value, words in options:
            box = Tick(words)
            box.clicked.connect(self._emit)
            column.addWidget(box)
            self.boxes[value] = box
        self.setFocusProxy(next(iter(self.boxes.values())))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these fonts and lengths from now on."""
        for box in self.boxes.values():
            box.setFont(theme.font(Text.BODY))
            box.setPalette(field_palette(theme))
            box.set_least_height(theme.px(36))

    def show_value(self, value: frozenset[Any]) -> None:
        """Tick these and no others."""
        for one, box in self.boxes.items():
            box.setChecked(one in value)

    def _emit(self) -> None:
        ticked = (one for one, box in self.boxes.items() if box.isChecked())
        self.edited.emit(frozenset(ticked))


def _unit(unit: Unit) -> str:
    """A unit as it stands behind a number; in the settings file it is never changed."""
    return {Unit.SECONDS: _("s"), Unit.MINUTES: _("min")}[unit]


def unbroken(words: str) -> str:
    """The words kept on one line.

    >>> " " in unbroken("5 to 180 min")
    False
    """
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def count_options(limits: CountLimits, none: str, unlimited: str) -> list[Any]:
    """A choice for every count inside `limits`, with words for none and for any.

    Args:
        limits: The least and most.
        none: Words for 0.
        unlimited: Words for `None`, offered when the limits allow it.
    """
    counts: list[tuple[int | None, str]] = [
        (count, str(count) if count else none)
        for count in range(limits.low, limits.high + 1)
    ]
    return [*counts, (None, unlimited)] if limits.may_be_unlimited else counts
