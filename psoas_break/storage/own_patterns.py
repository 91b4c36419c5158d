"""The user's own breathing patterns in the settings file, a table for each.

    [breathing.own.evening]
    name = "Evening"
    in = 4.5            # seconds
    out = 6.5

`hold` and `rest` are 0 if they are not there. With `per_minute` the four are
proportions: `in = 2`, `out = 3`, `per_minute = 6` is 4 s in and 6 s out.
"""

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psoas_break.domain.own_pattern import LONGEST_NAME, OwnPattern, at_rate
from psoas_break.domain.patterns import PATTERNS
from psoas_break.storage.settings_forms import FormError, is_number, shown
from psoas_break.words import gettext as _

PARTS = {"in": "inhale", "hold": "hold", "out": "exhale", "rest": "rest"}
"""Keys of the file, and what they are called in the settings."""
NAME, RATE = "name", "per_minute"
KEYS = frozenset({NAME, *PARTS, RATE})
MOST = 40
"""More are no longer a choice."""

NewTable = Callable[[Mapping[str, Any]], MutableMapping[str, Any]]

_ID = re.compile(rf"[\w-]{{1,{LONGEST_NAME + 4}}}")
_LONGEST_PART = 3600.0


@dataclass(frozen=True, slots=True)
class Misread:
    """What is wrong with one pattern: its id, the key if it is one, and why."""

    name: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class OwnPatternsForm:
    """All of them, each in its own table; one that cannot be used is left out."""

    def read(self, raw: object) -> tuple[OwnPattern, ...]:
        """Return those that can be used."""
        return self.read_each(raw)[0]

    def read_each(
        self, raw: object
    ) -> tuple[tuple[OwnPattern, ...], tuple[Misread, ...]]:
        """Return those that can be used, and what is wrong with the others.

        Raises:
            FormError: when these are no patterns at all.
        """
        if not isinstance(raw, Mapping):
            raise FormError(_("{value} is not a table").format(value=shown(raw)))
        good, bad = list[OwnPattern](), list[Misread]()
        for name, table in raw.items():
            found = _pattern(str(name), table)
            if isinstance(found, Misread):
                bad.append(found)
            elif len(good) == MOST:
                reason = _("there are {most} patterns already").format(most=MOST)
                bad.append(Misread(found.id, "", reason))
            else:
                good.append(found)
        return tuple(good), tuple(bad)

    def write(self, value: Any) -> dict[str, Any]:
        """Return the tables."""
        return {one.id: table_of(one) for one in value}


def table_of(pattern: OwnPattern) -> dict[str, str | float]:
    """Return a pattern as it is written: its name, and the parts that take time."""
    parts = {
        key: _seconds(getattr(pattern, field))
        for key, field in PARTS.items()
        if getattr(pattern, field) or key in ("in", "out")
    }
    return {NAME: pattern.name, **parts}


def put(
    table: MutableMapping[str, Any],
    wanted: Sequence[OwnPattern],
    new: NewTable = dict,
) -> None:
    """Have a table of the file say `wanted`, and leave everything else as it is.

    What cannot be read stays, and so do keys nobody knows.

    Args:
        table: of all patterns.
        wanted: what it shall say.
        new: makes the table of a new pattern out of what it says.
    """
    known = {one.id: one for one in OwnPatternsForm().read(table)}
    for name in known.keys() - {one.id for one in wanted}:
        del table[name]
    for one in wanted:
        if known.get(one.id) != one:
            _put_one(table, one, new)
    if OwnPatternsForm().read(table) != tuple(wanted):
        for one in wanted:  # the others way round: the last comes last
            moved = table.pop(one.id)
            table[one.id] = moved


def unknown(raw: object) -> Iterator[str]:
    """Yield the keys of the patterns that nobody knows: "evening.colour"."""
    if not isinstance(raw, Mapping):
        return
    for name, table in raw.items():
        if isinstance(table, Mapping):
            yield from (f"{name}.{key}" for key in table if key not in KEYS)


def _pattern(name: str, table: object) -> OwnPattern | Misread:
    if not isinstance(table, Mapping):
        return Misread(name, "", _("{value} is not a table").format(value=shown(table)))
    if not _ID.fullmatch(name):
        reason = _("{value} is no plain name").format(value=shown(name))
        return Misread(name, "", reason)
    if name in PATTERNS:
        return Misread(name, "", _("the app has a pattern of that name"))
    called = table.get(NAME, name)
    if not isinstance(called, str):
        reason = _("{value} is not a name").format(value=shown(called))
        return Misread(name, NAME, reason)
    parts = dict[str, timedelta]()
    for key, field in PARTS.items():
        found = table.get(key, None if key in ("in", "out") else 0)
        if found is None:
            return Misread(name, key, _("it is missing"))
        if not is_number(found) or not 0 <= found <= _LONGEST_PART:
            reason = _("{value} is no number of seconds").format(value=shown(found))
            return Misread(name, key, reason)
        parts[field] = timedelta(seconds=found)
    return _checked(name, called, parts, table.get(RATE))


def _checked(
    name: str, called: str, parts: dict[str, timedelta], rate: object
) -> OwnPattern | Misread:
    if rate is not None:
        if not is_number(rate):
            reason = _("{value} is not a number").format(value=shown(rate))
            return Misread(name, RATE, reason)
        try:
            stretched = at_rate(tuple(parts.values()), rate)
        except (ValueError, OverflowError) as error:
            return Misread(name, RATE, str(error))
        parts = dict(zip(parts, stretched, strict=True))
    try:
        return OwnPattern(id=name, name=called, **parts)
    except ValueError as error:
        return Misread(name, "", str(error))


def _put_one(
    table: MutableMapping[str, Any],
    one: OwnPattern,
    new: NewTable,
) -> None:
    written = table_of(one)
    if not isinstance(table.get(one.id), MutableMapping):
        table[one.id] = new(written)
        return
    there = table[one.id]
    for key in KEYS & set(there) - written.keys():
        del there[key]
    for key, value in written.items():
        if there.get(key) != value:
            there[key] = value


def _seconds(span: timedelta) -> float:
    seconds = span.total_seconds()
    return int(seconds) if seconds.is_integer() else seconds
