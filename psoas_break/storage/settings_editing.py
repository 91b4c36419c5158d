"""Editing a settings file's text so that a person's own words in it survive.

This module imports tomlkit, so it is imported when settings change and not before.
"""

import tomllib
from collections.abc import Mapping, MutableMapping
from functools import partial
from typing import Any

import tomlkit
from tomlkit.items import InlineTable, Table

from psoas_break.domain.settings import Settings
from psoas_break.storage.own_patterns import OwnPatternsForm, put
from psoas_break.storage.settings_keys import (
    Key,
    Values,
    all_fits,
    all_keys,
    values_of,
)
from psoas_break.storage.settings_reading import build
from psoas_break.words import gettext as _


def edited(text: str, changed: Values, *, wanted: Values, base: Settings) -> str:
    """Return the text with some keys set and everything else as it was.

    Args:
        text: the file as it is; "" for a new one.
        changed: the keys to set.
        wanted: every key, in case one must be set for the changed ones' sake.
        base: what a key not in the file means.

    Raises:
        ValueError: when the result would not say what was meant.
    """
    document = tomlkit.parse(text)
    before = _effective(document, base)
    if not text.strip():
        document.add(
            tomlkit.comment(
                _("Settings of Psoas Break. What is not named here has its default.")
            )
        )
    for key, value in changed.items():
        _put(document, key, key.form.write(value))
    after = _effective(document, base)
    partners = _partners(before, after, changed, wanted)
    for key in partners:
        _put(document, key, key.form.write(wanted[key]))
    result = tomlkit.dumps(document)
    _check(result, before | changed | {key: wanted[key] for key in partners}, base)
    if "\r\n" in text:
        result = result.replace("\r\n", "\n").replace("\n", "\r\n")
    return result


def _put(document: tomlkit.TOMLDocument, key: Key, value: Any) -> None:
    """Set one key; a new one goes behind the last of its table."""
    if not isinstance(document.get(key.group), MutableMapping):
        document[key.group] = tomlkit.table()
    table: Any = document[key.group]
    if isinstance(key.form, OwnPatternsForm):
        if not isinstance(table.get(key.name), MutableMapping):
            table[key.name] = tomlkit.table(is_super_table=bool(value) or None)
        inline = isinstance(table[key.name], InlineTable)
        followed = list(document)[-1] != key.group
        new = dict if inline else partial(_table, followed=followed)
        put(table[key.name], key.form.read(value), new)
        return
    if key.name in table or not isinstance(table, Table):
        table[key.name] = value
        return
    body = table.value.body
    tail = []
    while body and body[-1][0] is None:  # blank lines and comments of what follows
        tail.append(body.pop())
    table[key.name] = value
    body.extend(reversed(tail))


def _table(values: Mapping[str, Any], *, followed: bool) -> Table:
    """Return a new table; a blank line parts it from what follows."""
    table = tomlkit.table()
    table.update(values)
    if followed:
        table.add(tomlkit.nl())
    return table


def _partners(
    before: Values, after: Values, changed: Values, wanted: Values
) -> list[Key]:
    """Return the keys to set as well, for the sake of a changed one.

    A changed key may not fit its partner as the file has it; or it may bring back
    to life what did not do before and what the user never saw.
    """
    unfit = {key for key, value in changed.items() if after[key] != value}
    fits = [set(fit.keys) for fit in all_fits(all_keys())]
    return [
        key
        for key in wanted
        if any(key in keys and unfit & keys - {key} for keys in fits)
        or (key not in changed and before[key] == wanted[key] != after[key])
    ]


def _check(text: str, meant: Values, base: Settings) -> None:
    """Refuse a text that does not say what was meant.

    A new table in the middle of a file that has its keys outside of tables would take
    in what comes behind it.

    Raises:
        ValueError: naming what would be lost.
    """
    effective = _effective(tomllib.loads(text), base)
    lost = [key.path for key, value in meant.items() if effective[key] != value]
    if lost:
        raise ValueError(_("{keys} would be lost").format(keys=", ".join(lost)))


def _effective(raw: Mapping[str, Any], base: Settings) -> Values:
    settings, _problems = build(base, raw, file="", text="")
    return values_of(settings)
