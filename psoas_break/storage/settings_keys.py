"""The keys of the settings file, read off the settings themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, get_args, get_origin, get_type_hints

from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings import (
    CountLimits,
    Settings,
    SpanLimits,
    limits_of,
)
from psoas_break.domain.settings_data import TextLimits
from psoas_break.storage.own_patterns import OwnPatternsForm
from psoas_break.storage.settings_forms import (
    ChoiceForm,
    CountForm,
    DayForm,
    FlagForm,
    Form,
    FreeTextForm,
    NamesForm,
    SeveralForm,
    SpanForm,
    TextForm,
)

_FITS = (
    ("reminders.earliest_min", "reminders.latest_min"),
    ("reminders.away_after_min", "reminders.natural_break_min"),
    ("breaks.places",),
)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the file: `name` in the table `group`.

    `field` is what the same thing is called in the settings: `earliest_min` in the
    file is the field `earliest`.
    """

    group: str
    name: str
    field: str
    form: Form

    @property
    def path(self) -> str:
        """The key with its table: `reminders.lull_s`."""
        return f"{self.group}.{self.name}"


Values = dict[Key, object]
"""Every key with its value; the settings, laid out flat."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Keys of one group that must fit each other, or one that not every value does."""

    keys: tuple[Key, ...]

    def reason_against(self, values: Mapping[Key, object]) -> str:
        """Return why the values of these keys do not fit, or ""."""
        group = get_type_hints(Settings)[self.keys[0].group]
        try:
            group(**{key.field: values[key] for key in self.keys})
        except ValueError as error:
            return str(error)
        return ""


def all_keys() -> tuple[Key, ...]:
    """Return every key of the file, in the order of the settings."""
    groups = get_type_hints(Settings)
    return tuple(
        key for f in fields(Settings) for key in _keys_of(f.name, groups[f.name])
    )


def all_fits(keys: tuple[Key, ...]) -> tuple[Fit, ...]:
    """Return what the groups of settings ask of their keys (`__post_init__`)."""
    by_path = {key.path: key for key in keys}
    return tuple(Fit(tuple(by_path[path] for path in paths)) for paths in _FITS)


def values_of(settings: Settings) -> Values:
    """Lay the settings out flat."""
    return {key: _get(getattr(settings, key.group), key) for key in all_keys()}


def settings_of(values: Mapping[Key, object]) -> Settings:
    """Put flat values together again.

    Raises:
        ValueError: when some do not fit.
    """
    groups: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        groups.setdefault(key.group, {})[key.field] = value
    kinds = get_type_hints(Settings)
    return Settings(
        **{name: _group(kinds[name], chosen) for name, chosen in groups.items()}
    )


def _keys_of(group: str, kind: type) -> list[Key]:
    if kind is WorkingHours:
        days = [Key(group, day, day, DayForm(i)) for i, day in enumerate(WEEKDAYS)]
        return [Key(group, "enabled", "enabled", FlagForm()), *days]
    hints = get_type_hints(kind)
    return [_key_of(group, kind, f.name, hints[f.name]) for f in fields(kind)]


def _key_of(group: str, kind: type, name: str, hint: Any) -> Key:
    match limits_of(kind, name):
        case SpanLimits() as limits:
            return Key(group, f"{name}_{limits.unit}", name, SpanForm(limits))
        case CountLimits() as limits:
            return Key(group, name, name, CountForm(limits))
        case TextLimits() as limits:
            return Key(group, name, name, FreeTextForm(limits))
        case None:
            return Key(group, name, name, _form_of(hint))


def _form_of(hint: Any) -> Form:
    if hint is bool:
        return FlagForm()
    if hint is str:
        return TextForm()
    if hint == tuple[str, ...]:
        return NamesForm()
    if hint == tuple[OwnPattern, ...]:
        return OwnPatternsForm()
    if get_origin(hint) is frozenset:
        return SeveralForm(get_args(hint)[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return ChoiceForm(hint)
    message = f"no way is known to write a {hint} in the settings file"
    raise TypeError(message)


def _get(group: Any, key: Key) -> object:
    if isinstance(key.form, DayForm):
        return tuple(r for r in group.ranges if r.weekday == key.form.weekday)
    return getattr(group, key.field)


def _group(kind: type, chosen: dict[str, Any]) -> Any:
    if kind is WorkingHours:
        ranges = tuple(span for day in WEEKDAYS for span in chosen[day])
        return WorkingHours(enabled=chosen["enabled"], ranges=ranges)
    return kind(**chosen)
