"""What a settings file says: its keys read, and its problems named."""

import codecs
import re
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psoas_break.domain.patterns import CALM, PATTERNS
from psoas_break.domain.settings import Settings
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.own_patterns import Misread, OwnPatternsForm, unknown
from psoas_break.storage.settings_forms import FormError, shown
from psoas_break.storage.settings_keys import (
    Key,
    Values,
    all_fits,
    all_keys,
    settings_of,
    values_of,
)
from psoas_break.words import gettext as _

LARGEST = 1_000_000
"""Bytes. A file beyond that is not somebody's settings."""


def read_text(path: Path) -> str:
    """Return the text of a settings file, without a byte order mark.

    Raises:
        OSError: when it cannot be read, or is no file of a sensible size.
        ValueError: when it is not UTF-8.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise StorageError(_("it is not a file"))
    if found.st_size > LARGEST:
        raise StorageError(_("it is too large to be settings"))
    try:
        return path.read_bytes().removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        raise ValueError(_("it is not UTF-8 text")) from error


def build(
    base: Settings, raw: Mapping[str, Any], *, file: str, text: str
) -> tuple[Settings, list[str]]:
    """Return `base` with what `raw` says in its place, and what it says wrongly.

    Args:
        base: the defaults.
        raw: the parsed file.
        file: the file's name, for the problems.
        text: the file's text, to find the lines of the problems in.
    """
    keys = all_keys()
    defaults = values_of(base)
    values = dict(defaults)
    problems = _read_values(values, keys, raw, file=file, text=text)
    problems += _usual_pattern(values, defaults, file=file, text=text)
    for fit in all_fits(keys):
        reason = fit.reason_against(values)
        if reason:
            values |= {key: defaults[key] for key in fit.keys}
            where = ", ".join(key.path for key in fit.keys)
            problems.append(
                _("{where}: {reason}. {used} are used").format(
                    where=f"{file}: {where}",
                    reason=reason,
                    used=", ".join(_as_written(defaults, key) for key in fit.keys),
                )
            )
    stray = _unknown(keys, raw)
    if stray:
        problems.append(
            _("{file}: not known, kept and not used: {keys}").format(
                file=file, keys=", ".join(stray)
            )
        )
    return settings_of(values), problems


def line_of(text: str, group: str, name: str = "") -> int | None:
    """Return the line that sets a key, or opens a table; the first is 1."""
    table = ""
    for number, line in enumerate(text.splitlines(), start=1):
        header = re.match(r"\s*\[\s*([\w.-]+)\s*\]", line)
        if header:
            table = header[1]
            if not name and table == group:
                return number
            continue
        found = re.match(r"""\s*([\w.\s"'-]+?)\s*=""", line)
        if found is None:
            continue
        key = re.sub(r"""["'\s]""", "", found[1])
        if (f"{table}.{key}" if table else key) in {f"{group}.{name}", group}:
            return number
    return None


def _read_values(
    values: Values,
    keys: tuple[Key, ...],
    raw: Mapping[str, Any],
    *,
    file: str,
    text: str,
) -> list[str]:
    """Replace in `values` what `raw` says well; return what it says badly."""
    problems = [
        _("{where}: {value} is not a table. Its defaults are used").format(
            where=_where(file, text, group), value=shown(raw[group])
        )
        for group in dict.fromkeys(key.group for key in keys)
        if group in raw and not isinstance(raw[group], Mapping)
    ]
    for key in keys:
        table = raw.get(key.group)
        if not isinstance(table, Mapping) or key.name not in table:
            continue
        try:
            if isinstance(key.form, OwnPatternsForm):
                values[key], bad = key.form.read_each(table[key.name])
                problems += [_left_out(key, one, file, text) for one in bad]
            else:
                values[key] = key.form.read(table[key.name])
        except FormError as error:
            problems.append(
                _("{where}: {reason}. {used} is used").format(
                    where=_where(file, text, key.group, key.name),
                    reason=error,
                    used=_as_written(values, key),
                )
            )
    return problems


def _left_out(key: Key, bad: Misread, file: str, text: str) -> str:
    """Say why a pattern is not there, and where the file says so."""
    table = f"{key.path}.{bad.name}"
    return _("{where}: {reason}. This pattern is left out").format(
        where=_where(file, text, table, bad.key), reason=bad.reason
    )


def _usual_pattern(
    values: Values, defaults: Values, *, file: str, text: str
) -> list[str]:
    """Have the usual pattern be one that there is; say so if it was not."""
    settings = {key.path: key for key in values}
    usual, own = settings["breathing.pattern"], settings["breathing.own"]
    made: Any = values[own]
    known = {*PATTERNS, *(one.id for one in made)}
    if values[usual] in known:
        return []
    wanted = values[usual]
    values[usual] = defaults[usual] if defaults[usual] in known else CALM.id
    return [
        _("{where}: there is no pattern {name}. {used} is used").format(
            where=_where(file, text, usual.group, usual.name),
            name=shown(wanted),
            used=_as_written(values, usual),
        )
    ]


def _where(file: str, text: str, group: str, name: str = "") -> str:
    path = f"{group}.{name}" if name else group
    line = line_of(text, group, name)
    if line is None:
        return f"{file}: {path}"
    return _("{file}, line {line}: {key}").format(file=file, line=line, key=path)


def _as_written(values: Mapping[Key, object], key: Key) -> str:
    return shown(key.form.write(values[key]))


def _unknown(keys: tuple[Key, ...], raw: Mapping[str, Any]) -> list[str]:
    groups = {key.group for key in keys}
    known = {key.path for key in keys}
    stray = [name for name in raw if name not in groups]
    for group in groups & raw.keys():
        if isinstance(raw[group], Mapping):
            paths = (f"{group}.{name}" for name in raw[group])
            stray += [path for path in paths if path not in known]
    for key in keys:
        if isinstance(key.form, OwnPatternsForm) and isinstance(
            table := raw.get(key.group), Mapping
        ):
            stray += [f"{key.path}.{one}" for one in unknown(table.get(key.name))]
    return sorted(stray)
