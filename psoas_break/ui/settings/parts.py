"""Rows as the pages write them: a setting, its words, and the control that fits it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from psoas_break.domain.settings import CountLimits, SpanLimits
from psoas_break.domain.settings_data import TextLimits
from psoas_break.ui.settings.fields import (
    ChoiceField,
    NumberField,
    SpanField,
    SwitchField,
    TicksField,
)
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.names_field import NamesField
from psoas_break.ui.settings.row import Row, Words
from psoas_break.ui.settings.text_field import FolderField, TextField
from psoas_break.ui.theme import Theme


def number_row(key: Key, words: Words, *, theme: Theme, unit: str = "") -> Row:
    """A duration or a number; its limits stand behind the note.

    Raises:
        TypeError: when the setting has no limits.
    """
    field: NumberField
    match key.limits():
        case SpanLimits() as limits:
            field = SpanField(limits=limits, theme=theme)
        case CountLimits(low, high):
            field = NumberField(low=low, high=high, unit=unit, theme=theme)
        case TextLimits() | None:
            msg = f"{key} has no limits"
            raise TypeError(msg)
    allowed = field.limits_text
    note = f"{words.note} · {allowed}" if words.note else allowed
    return Row(key=key, words=replace(words, note=note), field=field, theme=theme)


def choice_row(
    key: Key, words: Words, options: Sequence[tuple[Any, str]], *, theme: Theme
) -> Row:
    """One of several values."""
    field = ChoiceField(options=options, theme=theme)
    return Row(
        key=key, words=found_by_options(words, options), field=field, theme=theme
    )


def switch_row(key: Key, words: Words, *, theme: Theme) -> Row:
    """On or off."""
    return Row(key=key, words=words, field=SwitchField(theme=theme), theme=theme)


def names_row(key: Key, words: Words, *, example: str, theme: Theme) -> Row:
    """Any number of names."""
    field = NamesField(example=example, theme=theme)
    return Row(key=key, words=words, field=field, theme=theme, stacked=True)


def text_row(
    key: Key, words: Words, *, empty: str, theme: Theme, is_folder: bool = False
) -> Row:
    """A line of text, or the path of a folder.

    Args:
        key: Which setting.
        words: What it says.
        empty: What holds while there is no text.
        theme: Colours and fonts.
        is_folder: Whether the text is a path, with a button to choose it.

    Raises:
        TypeError: when the setting is no free text.
    """
    limits = key.limits()
    if not isinstance(limits, TextLimits):
        msg = f"{key} is no free text"
        raise TypeError(msg)
    kind = FolderField if is_folder else TextField
    field = kind(empty=empty, longest=limits.longest, theme=theme)
    return Row(key=key, words=words, field=field, theme=theme, stacked=is_folder)


def ticks_row(
    key: Key, words: Words, options: Sequence[tuple[Any, str]], *, theme: Theme
) -> Row:
    """Any of several values."""
    field = TicksField(options=options, theme=theme)
    words = found_by_options(words, options)
    return Row(key=key, words=words, field=field, theme=theme, stacked=True)


def found_by_options(words: Words, options: Sequence[tuple[Any, str]]) -> Words:
    """Make a row found by its options too."""
    said = " ".join(option for _value, option in options)
    return replace(words, found_by=f"{words.found_by} {said}")
