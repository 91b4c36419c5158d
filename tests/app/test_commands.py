"""Commands over the wire: every one arrives, and nonsense is refused."""

import json
from dataclasses import asdict
from datetime import time, timedelta
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.app.command_wire import from_wire, time_of_day
from psoas_break.app.commands import (
    COMMANDS,
    LONGEST,
    Advance,
    Command,
    PauseUntil,
    Show,
    Snooze,
    Start,
    Window,
)

spans = st.integers(1, LONGEST // timedelta(microseconds=1)).map(
    lambda count: timedelta(microseconds=count)
)
VALUES: dict[Any, st.SearchStrategy[Any]] = {
    timedelta: spans,
    timedelta | None: st.none() | spans,
    time: st.times().map(lambda clock: clock.replace(fold=0)),
}


def message_of(command: Command) -> dict[str, Any]:
    """Write a command as docs/interface.md says."""
    members = {name: _written(value) for name, value in asdict(command).items()}
    return {"command": type(command).__name__} | members


def _written(value: Any) -> Any:
    match value:
        case timedelta():
            return value.total_seconds()
        case time():
            return value.isoformat()
        case _:
            return value


def commands_of(kind: type[Command]) -> st.SearchStrategy[Command]:
    hints = get_type_hints(kind)
    return st.builds(
        kind,
        **{name: VALUES.get(hint, st.from_type(hint)) for name, hint in hints.items()},
    )


@pytest.mark.parametrize("kind", COMMANDS.values(), ids=lambda kind: kind.__name__)
@given(data=st.data())
def test_every_command_can_be_sent(kind: type[Command], data: st.DataObject) -> None:
    command = data.draw(commands_of(kind))

    assert from_wire(json.loads(json.dumps(message_of(command)))) == command


def test_what_is_left_out_has_its_default() -> None:
    sent = ("Start", "Snooze", "Show")

    assert [from_wire({"command": name}) for name in sent] == [
        Start("stretch"),
        Snooze(None),
        Show(Window.HOME),
    ]


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ({}, "unknown command None"),
        ({"command": "Dance"}, "unknown command 'Dance'"),
        ({"command": ["Skip"]}, "unknown command"),
        ({"command": "Skip", "span": 3}, "Skip takes no 'span'"),
        ({"command": "Standing"}, "Standing: "),
        ({"command": "Standing", "on": 1}, "1 is not a bool"),
        ({"command": "Start", "what": None}, "None is not a str"),
        ({"command": "Snooze", "span": "5m"}, "'5m' is no number of seconds"),
        ({"command": "Snooze", "span": True}, "True is no number of seconds"),
        ({"command": "Snooze", "span": 0}, "0 is not between 0 and 31622400 seconds"),
        ({"command": "Snooze", "span": -5}, "-5 is not between"),
        ({"command": "Snooze", "span": float("nan")}, "nan is not between"),
        ({"command": "PauseFor", "span": 1e300}, "is not between"),
        ({"command": "Advance", "span": None}, "None is no number of seconds"),
        ({"command": "Advance", "span": 5, "passing": "by"}, "by"),
        ({"command": "PauseUntil", "clock": "noon"}, "noon"),
        ({"command": "PauseUntil", "clock": "12:00+02:00"}, "names a zone"),
        ({"command": "Show", "window": ["home"]}, "home"),
    ],
)
def test_nonsense_is_named(message: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=named.replace("+", r"\+")):
        from_wire(message)


def test_durations_are_seconds_and_times_are_clock_times() -> None:
    sent: list[dict[str, Any]] = [
        {"command": "Advance", "span": 60, "passing": "idle"},
        {"command": "PauseUntil", "clock": "14:30"},
    ]

    assert [from_wire(message) for message in sent] == [
        Advance(timedelta(minutes=1)),
        PauseUntil(time(14, 30)),
    ]


@given(text=st.text(max_size=8))
def test_a_time_of_day_is_read_or_refused(text: str) -> None:
    try:
        clock = time_of_day(text)
    except ValueError:
        return
    assert clock.tzinfo is None
