"""Which setting a row shows, and how it is read from and written into `Settings`."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from psoas_break.domain.settings import (
    CountLimits,
    Settings,
    SpanLimits,
    limits_of,
)
from psoas_break.domain.settings_data import TextLimits


@dataclass(frozen=True, slots=True)
class Key:
    """One setting: a group of `Settings` and a field in it.

    Without a `name` it is the whole group, as for working hours.
    """

    group: str
    name: str = ""

    def read(self, settings: Settings) -> Any:
        """The value `settings` holds."""
        group = getattr(settings, self.group)
        return getattr(group, self.name) if self.name else group

    def limits(self) -> SpanLimits | CountLimits | TextLimits | None:
        """The least and most the value may be, if it is a number or a duration."""
        if not self.name:
            return None
        return limits_of(type(getattr(Settings(), self.group)), self.name)


def written(settings: Settings, changes: Mapping[Key, Any]) -> Settings:
    """Return `settings` with all `changes` made at once, so pairs are judged together.

    Raises:
        ValueError: with the reason, when the values do not go together.
    """
    whole = {key.group: value for key, value in changes.items() if not key.name}
    fields: dict[str, dict[str, Any]] = {}
    for key, value in changes.items():
        if key.name:
            fields.setdefault(key.group, {})[key.name] = value
    for group, values in fields.items():
        base = whole.get(group, getattr(settings, group))
        whole[group] = replace(base, **values)
    return replace(settings, **whole)
