"""The state of the app as plain values, and back.

Frozen dataclasses become tables that name their class, moments become two numbers
people can read. What cannot be understood raises `ValueError`, and the caller
starts afresh.
"""

from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from psoas_break.domain.moment import Moment, instant_of
from psoas_break.domain.quiet import ClockReading, on_the_clock

CLASS = "is"
"""The key that names a table's class."""


def to_plain(value: Any) -> Any:
    """Return `value` as JSON-ready values.

    >>> to_plain((timedelta(minutes=1), None))
    [60.0, None]
    """
    match value:
        case Moment():
            return [value.wall.isoformat(), value.steady.total_seconds()]
        case StrEnum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case timedelta():
            return value.total_seconds()
        case tuple():
            return [to_plain(item) for item in value]
        case frozenset():
            return sorted(to_plain(item) for item in value)
        case _ if is_dataclass(value):
            return {CLASS: type(value).__name__} | {
                f.name: to_plain(getattr(value, f.name)) for f in fields(value)
            }
        case _:
            return value


def from_plain(kind: Any, plain: Any, zone: tzinfo | None) -> Any:
    """Return the value of type `kind` that `plain` stands for.

    Args:
        kind: a dataclass, a union of them, or one of the types inside them.
        plain: what `to_plain` gave, through JSON.
        zone: the user's zone, which wall times are expressed in.

    Raises:
        ValueError: when `plain` is no such value.
    """
    try:
        return _read(kind, plain, zone)
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        msg = f"kept state not understood: {error!r}"
        raise ValueError(msg) from error


def _read(kind: Any, plain: Any, zone: tzinfo | None) -> Any:
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _read_union(get_args(kind), plain, zone)
    if origin is tuple:
        return tuple(_read(get_args(kind)[0], item, zone) for item in plain)
    if origin is frozenset:
        return frozenset(_read(get_args(kind)[0], item, zone) for item in plain)
    if kind is Moment:
        wall, steady = plain
        return Moment(_wall(wall, zone), timedelta(seconds=steady))
    if kind is datetime:
        return _wall(plain, zone)
    if kind is ClockReading:
        return on_the_clock(datetime.fromisoformat(plain))
    if kind is date:
        return date.fromisoformat(plain)
    if kind is timedelta:
        return timedelta(seconds=plain)
    if is_dataclass(kind) and isinstance(kind, type):
        return _read_table(kind, plain, zone)
    if issubclass(kind, StrEnum):
        return kind(plain)
    if not isinstance(plain, kind):
        msg = f"{plain!r} is no {kind.__name__}"
        raise TypeError(msg)
    return plain


def _read_union(kinds: tuple[Any, ...], plain: Any, zone: tzinfo | None) -> Any:
    if plain is None and NoneType in kinds:
        return None
    rest = [kind for kind in kinds if kind is not NoneType]
    if isinstance(plain, dict):
        rest = [kind for kind in rest if kind.__name__ == plain[CLASS]]
    (kind,) = rest
    return _read(kind, plain, zone)


def _read_table(kind: Any, plain: dict[str, Any], zone: tzinfo | None) -> Any:
    if plain[CLASS] != kind.__name__:
        msg = f"{plain[CLASS]!r} is no {kind.__name__}"
        raise TypeError(msg)
    hints = _hints(kind)
    given = {name: value for name, value in plain.items() if name in hints}
    return kind(**{name: _read(hints[name], v, zone) for name, v in given.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _wall(text: str, zone: tzinfo | None) -> datetime:
    """Return an instant as told in `zone`."""
    return instant_of(text).astimezone(zone)
