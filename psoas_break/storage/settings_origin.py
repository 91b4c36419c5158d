"""Where each setting comes from: a default, an organisation's file, or the user's."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from psoas_break.storage.settings_file import load
from psoas_break.storage.settings_forms import FormError
from psoas_break.storage.settings_keys import Key, values_of
from psoas_break.storage.settings_reading import read_text


class Source(StrEnum):
    """Who has the say about a setting."""

    DEFAULT = "default"
    ORGANISATION = "organisation"
    USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One setting, its value as the file has it, and where that comes from.

    Attributes:
        key: with its table, as in `reminders.lull_s`.
        value: as TOML and JSON have it.
        source: who has the say.
        file: the file it stands in; None for a default.
    """

    key: str
    value: object
    source: Source
    file: Path | None = None


def origins(path: Path, site_path: Path | None) -> tuple[list[Origin], list[str]]:
    """Return every setting with its origin, and a line for each problem.

    Args:
        path: the user's file; it need not be there.
        site_path: an organisation's defaults, where the platform has a place.
    """
    settings, problems = load(path, site_path)
    files = [(Source.USER, path, _raw(path))]
    if site_path is not None:
        files.append((Source.ORGANISATION, site_path, _raw(site_path)))
    found = []
    for key, value in values_of(settings).items():
        source, file = next(
            ((s, f) for s, f, raw in files if _says(raw, key, value)),
            (Source.DEFAULT, None),
        )
        told = key.form.write(value)
        found.append(Origin(key=key.path, value=told, source=source, file=file))
    return found, problems


def _says(raw: Mapping[str, Any], key: Key, value: object) -> bool:
    """Whether a file says this of a key; what it says wrongly does not count."""
    table = raw.get(key.group)
    if not isinstance(table, Mapping) or key.name not in table:
        return False
    try:
        return key.form.read(table[key.name]) == value
    except FormError:
        return False


def _raw(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(read_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
