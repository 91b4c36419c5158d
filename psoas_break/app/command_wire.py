"""The commands that JSON messages over the control socket stand for."""

from dataclasses import fields
from datetime import time, timedelta
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from psoas_break.app.commands import COMMANDS, LONGEST, Command


def from_wire(message: dict[str, Any]) -> Command:
    """Return the command a message stands for.

    >>> from_wire({'command': 'Snooze', 'span': 300})
    Snooze(span=datetime.timedelta(seconds=300))

    Raises:
        ValueError: naming what is wrong with the message.
    """
    name = message.get("command")
    kind = COMMANDS.get(name) if isinstance(name, str) else None
    if kind is None:
        msg = f"unknown command {name!r}"
        raise ValueError(msg)
    hints = get_type_hints(kind)
    known = {f.name for f in fields(kind)}
    given = {key: value for key, value in message.items() if key != "command"}
    if stray := sorted(given.keys() - known):
        msg = f"{name} takes no {stray[0]!r}"
        raise ValueError(msg)
    try:
        return kind(**{key: _value(hints[key], value) for key, value in given.items()})
    except (TypeError, ValueError) as error:
        msg = f"{name}: {error}"
        raise ValueError(msg) from error


def time_of_day(text: str) -> time:
    """Read a time of day such as "14:30".

    Raises:
        ValueError: when it is none, or names a zone.
    """
    clock = time.fromisoformat(text)
    if clock.tzinfo is not None:
        msg = f"{text!r} names a zone"
        raise ValueError(msg)
    return clock


def _value(hint: Any, given: Any) -> Any:
    if NoneType in get_args(hint):
        if given is None:
            return None
        hint = next(one for one in get_args(hint) if one is not NoneType)
    if hint is timedelta:
        return _span(given)
    if hint is time:
        return time_of_day(str(given))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(given)
    if not isinstance(given, hint):
        msg = f"{given!r} is not a {hint.__name__}"
        raise TypeError(msg)
    return given


def _span(given: Any) -> timedelta:
    if isinstance(given, bool) or not isinstance(given, int | float):
        msg = f"{given!r} is no number of seconds"
        raise TypeError(msg)
    if not 0 < given <= LONGEST.total_seconds():
        msg = f"{given!r} is not between 0 and {LONGEST.total_seconds():.0f} seconds"
        raise ValueError(msg)
    return timedelta(seconds=given)
