"""How each kind of setting is written in the settings file.

A form reads a TOML value into what the domain wants, and writes it back. What it
cannot read it refuses with a `FormError`.
"""

import contextlib
import json
import math
import re
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import Any, Protocol, TypeGuard

from psoas_break.domain.hours import Range
from psoas_break.domain.settings import CountLimits, SpanLimits
from psoas_break.domain.settings_data import TextLimits
from psoas_break.words import gettext as _

UNLIMITED = "unlimited"

# An en dash, too; by its name, compiling would load the names of all of Unicode.
_RANGE = re.compile(
    r"\s*(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*[-\u2013]"
    r"\s*(\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*"
)
_LONGEST_SHOWN = 60


class FormError(ValueError):
    """The file says something that cannot be used; the text is for the user."""


class Form(Protocol):
    """One way of writing a value in TOML."""

    def read(self, raw: object) -> object:
        """Return the value `raw` stands for.

        Raises:
            FormError: when it stands for none.
        """
        ...

    def write(self, value: object) -> object:
        """Return `value` as TOML has it."""
        ...


@dataclass(frozen=True, slots=True)
class SpanForm:
    """A duration, as a number of the unit its key names."""

    limits: SpanLimits

    def read(self, raw: object) -> timedelta:
        """Return the duration, if the limits allow it."""
        span = None
        if is_number(raw):
            try:
                span = raw * self.limits.unit.span
            except (OverflowError, ValueError):  # beyond timedelta, or not a number
                span = None
        if span is None or not self.limits.allow(span):
            raise FormError(
                _("{value} is not a number from {low} to {high} {unit}").format(
                    value=shown(raw),
                    low=self.limits.low,
                    high=self.limits.high,
                    unit=self.limits.unit,
                )
            )
        return span

    def write(self, value: Any) -> int | float:
        """Return the number, whole where it is."""
        count = value / self.limits.unit.span
        return int(count) if count.is_integer() else count


@dataclass(frozen=True, slots=True)
class CountForm:
    """A whole number, or "unlimited" where that is allowed."""

    limits: CountLimits

    def read(self, raw: object) -> int | None:
        """Return the number, None for unlimited, if the limits allow it."""
        if raw == UNLIMITED and self.limits.may_be_unlimited:
            return None
        if (
            isinstance(raw, int)
            and not isinstance(raw, bool)
            and self.limits.allow(raw)
        ):
            return raw
        template = (
            _('{value} is not a whole number from {low} to {high}, nor "unlimited"')
            if self.limits.may_be_unlimited
            else _("{value} is not a whole number from {low} to {high}")
        )
        raise FormError(
            template.format(
                value=shown(raw), low=self.limits.low, high=self.limits.high
            )
        )

    def write(self, value: object) -> object:
        """Return the number or "unlimited"."""
        return UNLIMITED if value is None else value


@dataclass(frozen=True, slots=True)
class FlagForm:
    """Yes or no."""

    def read(self, raw: object) -> bool:
        """Return it."""
        if not isinstance(raw, bool):
            raise FormError(
                _("{value} is neither true nor false").format(value=shown(raw))
            )
        return raw

    def write(self, value: object) -> object:
        """Return it."""
        return value


@dataclass(frozen=True, slots=True)
class TextForm:
    """A name."""

    def read(self, raw: object) -> str:
        """Return it, if it is not empty."""
        if not isinstance(raw, str) or not raw.strip():
            raise FormError(_("{value} is not a name").format(value=shown(raw)))
        return raw

    def write(self, value: object) -> object:
        """Return it."""
        return value


@dataclass(frozen=True, slots=True)
class NamesForm:
    """Any number of names, as a list."""

    def read(self, raw: object) -> tuple[str, ...]:
        """Return them, each once, without the space around them."""
        if not isinstance(raw, list):
            raise FormError(_("{value} is not a list").format(value=shown(raw)))
        names = [str(TextForm().read(name)).strip() for name in raw]
        return tuple(dict.fromkeys(names))

    def write(self, value: Any) -> list[str]:
        """Return them as a list."""
        return list(value)


@dataclass(frozen=True, slots=True)
class FreeTextForm:
    """Any one line, or none."""

    limits: TextLimits

    def read(self, raw: object) -> str:
        """Return it, if the limits allow it."""
        if isinstance(raw, str) and self.limits.allow(raw):
            return raw
        raise FormError(
            _("{value} is not a line of at most {longest} characters").format(
                value=shown(raw), longest=self.limits.longest
            )
        )

    def write(self, value: object) -> object:
        """Return it."""
        return value


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """One of a few words."""

    kind: type[StrEnum]

    def read(self, raw: object) -> StrEnum:
        """Return the choice."""
        for choice in self.kind:
            if choice == raw:
                return choice
        raise FormError(
            _("{value} is none of {choices}").format(
                value=shown(raw), choices=_listed(self.kind)
            )
        )

    def write(self, value: Any) -> str:
        """Return its word."""
        return str(value)


@dataclass(frozen=True, slots=True)
class SeveralForm:
    """Any of a few words, as a list."""

    kind: type[StrEnum]

    def read(self, raw: object) -> frozenset[StrEnum]:
        """Return the set."""
        if not isinstance(raw, list):
            raise FormError(_("{value} is not a list").format(value=shown(raw)))
        return frozenset(ChoiceForm(self.kind).read(word) for word in raw)

    def write(self, value: Any) -> list[str]:
        """Return its words, in the order in which the choices are defined."""
        return [str(choice) for choice in self.kind if choice in value]


@dataclass(frozen=True, slots=True)
class DayForm:
    """The working hours of one weekday: `["09:00-12:30", "22:00-06:00"]`."""

    weekday: int

    def read(self, raw: object) -> tuple[Range, ...]:
        """Return the day's ranges; one that ends before it starts runs overnight."""
        if not isinstance(raw, list):
            raise FormError(_("{value} is not a list").format(value=shown(raw)))
        return tuple(self._range(text) for text in raw)

    def write(self, value: Any) -> list[str]:
        """Return the ranges as text."""
        return [f"{_clock(span.start)}-{_clock(span.end)}" for span in value]

    def _range(self, text: object) -> Range:
        found = _RANGE.fullmatch(text) if isinstance(text, str) else None
        if found:
            with contextlib.suppress(ValueError):  # 25:00, 9:60
                start, end = (_time(clock) for clock in found.groups())
                return Range(self.weekday, start, end)
        raise FormError(
            _("{value} is not a range such as {example}").format(
                value=shown(text), example='"09:00-12:30"'
            )
        )


def shown(value: object) -> str:
    """Return a value as the file would have it, shortened if it is long."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):  # an integer too long to print
        text = "…"
    if len(text) > _LONGEST_SHOWN:
        text = f"{text[:_LONGEST_SHOWN]}…"
    return text


def is_number(raw: object) -> TypeGuard[int | float]:
    """Whether a TOML value is a number one can reckon with."""
    if isinstance(raw, float):
        return math.isfinite(raw)
    return isinstance(raw, int) and not isinstance(raw, bool)


def _listed(kind: type[StrEnum]) -> str:
    return ", ".join(f'"{choice}"' for choice in kind)


def _clock(clock: time) -> str:
    if clock.second or clock.microsecond:
        return clock.isoformat()
    return f"{clock:%H:%M}"


def _time(text: str) -> time:
    """Read `9:00`, `09:00` or `24:00`, which is the midnight that ends a day."""
    hour, colon, rest = text.partition(":")
    if hour == "24" and not rest.strip("0:."):
        hour = "00"
    return time.fromisoformat(f"{hour:0>2}{colon}{rest}")
