"""Values to disk and back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Ask, Pending, Snoozed, Waiting
from psoas_break.domain.quiet import ClockReading, Reason, on_the_clock
from psoas_break.domain.state import State, first_state

BERLIN = ZoneInfo("Europe/Berlin")
NOW = Moment(datetime(2026, 3, 2, 9, tzinfo=BERLIN), timedelta(days=3))


@dataclass(frozen=True)
class Everything:
    """One of each kind of value a state may hold."""

    moment: Moment
    reason: Reason
    when: datetime
    day: date
    span: timedelta
    pair: tuple[int, ...]
    some: frozenset[Reason]
    flag: bool
    perhaps: str | None
    ask: Ask


THINGS = Everything(
    moment=NOW,
    reason=Reason.CAMERA,
    when=NOW.wall,
    day=NOW.wall.date(),
    span=timedelta(seconds=1.5),
    pair=(1, 2),
    some=frozenset({Reason.CAMERA, Reason.MEETING}),
    flag=True,
    perhaps=None,
    ask=Pending(ready=NOW),
)


def test_every_kind_of_value_comes_back_as_it_was() -> None:
    assert from_plain(Everything, to_plain(THINGS), BERLIN) == THINGS


def test_the_second_of_two_equal_hours_comes_back_as_the_second() -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    kept: datetime = from_plain(datetime, to_plain(second), BERLIN)
    assert (kept, kept.fold) == (second, 1)


def test_a_state_kept_elsewhere_is_read_in_the_zone_of_here() -> None:
    kept: Moment = from_plain(Moment, to_plain(NOW), UTC)
    assert kept.wall.tzinfo is UTC


def test_what_a_clock_is_to_read_stays_so_in_any_zone() -> None:
    nine = on_the_clock(datetime(2026, 3, 30, 9, tzinfo=BERLIN))
    kept: datetime = from_plain(ClockReading, to_plain(nine), UTC)
    assert kept == nine


def test_what_a_newer_version_added_is_left_out() -> None:
    plain = to_plain(first_state(NOW)) | {"mood": "fine"}
    assert from_plain(State, plain, BERLIN) == first_state(NOW)


@pytest.mark.parametrize(
    "plain",
    [
        None,
        [],
        "state",
        {"is": "Waiting"},
        {"no": "class"},
        to_plain(first_state(NOW)) | {"snoozes": "three"},
        to_plain(first_state(NOW)) | {"gate": [1, 2]},
        to_plain(first_state(NOW)) | {"gate": ["2026-03-02T09:00:00+01:00", 1e300]},
        to_plain(first_state(NOW)) | {"gate": ["2026-03-02T09:00:00", 1]},
        to_plain(first_state(NOW)) | {"gate": ["0001-01-01T09:00:00+01:00", 1]},
        to_plain(first_state(NOW)) | {"quiets": 7},
        to_plain(first_state(NOW)) | {"ask": {"is": "Begging"}},
        to_plain(first_state(NOW)) | {"pause": {"is": "Pause", "since": None}},
    ],
)
def test_what_is_no_state_is_refused(plain: Any) -> None:
    with pytest.raises(ValueError, match="not understood"):
        from_plain(State, plain, BERLIN)


def test_one_kind_of_a_union_is_not_taken_for_another() -> None:
    kept = from_plain(Ask, to_plain(Waiting()), BERLIN)
    assert not isinstance(kept, Snoozed)
