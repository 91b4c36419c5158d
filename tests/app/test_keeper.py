"""What is saved when, and what a start makes of it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from psoas_break.app.keeper import ANCHOR, Keeper
from psoas_break.domain.absence import Before, Gone
from psoas_break.domain.history import Record
from psoas_break.domain.moment import Moment
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.settings import Reminders, Settings
from psoas_break.domain.state import Session, State, first_state
from tests.scenes import progress
from tests.world import World

BERLIN = ZoneInfo("Europe/Berlin")
START = Moment(datetime(2026, 3, 2, 9, tzinfo=BERLIN), timedelta(days=3))


class Machine:
    """Clock, disk and journal in one."""

    def __init__(self) -> None:
        self.at = START
        self.disk: dict[str, Any] = {}
        self.saves = self.beats = 0
        self.is_full = False
        self.records: list[Record] = []
        self.alarm: tuple[timedelta, Callable[[], None]] | None = None

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        self.alarm = None if steady is None else (steady, ring)

    def rings(self) -> None:
        """Let time pass until the alarm."""
        assert self.alarm is not None
        steady, ring = self.alarm
        self.at = self.at.later(steady - self.at.steady)
        ring()

    def now(self) -> Moment:
        return self.at

    def boot_id(self) -> str:
        return "boot"

    def asleep(self) -> timedelta:
        return timedelta()

    def save(self, name: str, values: dict[str, object]) -> None:
        self.saves += 1
        self.disk[name] = values

    def load(self, name: str) -> dict[str, object] | None:
        return self.disk.get(name)

    def beat(self, values: dict[str, object]) -> None:
        if self.is_full:
            raise OSError
        self.beats += 1
        self.disk["pulse"] = values

    def last(self) -> dict[str, object]:
        pulse: dict[str, object] = self.disk.get("pulse", {})
        return pulse

    def record(self, records: Sequence[Record]) -> None:
        self.records.extend(records)

    def totals(self, day: date) -> DayTotals:  # noqa: ARG002
        return DayTotals()

    def history(
        self,
        first: date | None = None,  # noqa: ARG002
        last: date | None = None,  # noqa: ARG002
    ) -> History:
        return History()

    def passes(self, **span: float) -> None:
        self.at = self.at.later(timedelta(**span))


def saved(machine: Machine, state: State) -> Keeper:
    keeper = Keeper(clock=machine, anchors=machine, pulse=machine)
    keeper.save(state)
    return keeper


def restored(machine: Machine) -> tuple[State, Keeper]:
    keeper = Keeper(clock=machine, anchors=machine, pulse=machine)
    return keeper.restore(Settings(), machine, None), keeper


def test_the_first_start_begins_afresh() -> None:
    state, keeper = restored(Machine())
    assert (state, keeper.restored) == (first_state(START), False)


def test_a_later_start_goes_on() -> None:
    machine = Machine()
    saved(machine, first_state(START))
    machine.passes(minutes=1)
    state, keeper = restored(machine)
    assert (state.sat(machine.at), keeper.restored) == (timedelta(minutes=1), True)


@pytest.mark.parametrize(
    "kept",
    [
        {"version": 99},
        {"version": 1},
        {"version": 1, "state": {"is": "State"}, "at": [], "boot": "boot"},
    ],
)
def test_what_cannot_be_read_begins_afresh(kept: dict[str, Any]) -> None:
    machine = Machine()
    machine.disk[ANCHOR] = kept
    state, keeper = restored(machine)
    assert (state, keeper.restored) == (first_state(START), False)


def test_what_the_restart_ended_is_remembered() -> None:
    world = World("09:00")
    world.types(minutes=45.5)
    machine = Machine()
    machine.at = world.at
    saved(machine, world.state)
    machine.passes(minutes=10)
    restored(machine)
    assert any("walked away" in record.key for record in machine.records)


def test_a_break_that_was_lost_counts_with_what_was_held() -> None:
    machine = Machine()
    open_break = replace(first_state(START), session=Session(START, seated=False))
    saved(machine, open_break)
    keeper = Keeper(clock=machine, anchors=machine, pulse=machine)
    lost = progress(World("09:00"), active=timedelta(minutes=2))
    assert isinstance(keeper.restore(Settings(), machine, lost).presence, Gone)


def types_for_a_while(machine: Machine, keeper: Keeper) -> None:
    """Look ten times at somebody who types."""
    for _ in range(10):
        machine.passes(seconds=8)
        keeper.keep(replace(first_state(START), touched=machine.at))


def test_while_typing_it_notes_once_a_minute_that_it_lives() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    types_for_a_while(machine, keeper)
    assert (machine.saves, machine.beats) == (1, 1)


def test_a_gap_begins_at_the_last_sign_of_life() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    for _ in range(4):
        machine.passes(minutes=3)
        keeper.keep(replace(first_state(START), touched=machine.at))
    machine.passes(minutes=2)
    state, _ = restored(machine)
    assert state.sat(machine.at) == timedelta(minutes=14)


def test_it_notes_that_it_lives_though_nobody_looks() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    keeper.beat_by(machine, Settings)
    keeper.keep(first_state(START))
    for _ in range(4):
        machine.rings()
    machine.passes(minutes=2)
    state, _ = restored(machine)
    assert state.sat(machine.at) == timedelta(minutes=14)


def test_who_typed_until_a_kill_has_not_left_however_short_a_break_is() -> None:
    short = Reminders(
        away_after=timedelta(minutes=1), natural_break=timedelta(minutes=2)
    )
    settings = Settings(reminders=short)
    machine = Machine()
    keeper = saved(machine, first_state(START))
    keeper.beat_by(machine, lambda: settings)
    keeper.keep(first_state(START))
    for _ in range(10):
        machine.rings()
    assert machine.alarm is not None
    machine.at = machine.at.later(machine.alarm[0] - machine.at.steady)
    keeper = Keeper(clock=machine, anchors=machine, pulse=machine)
    state = keeper.restore(settings, machine, None)
    assert state.sat(machine.at) == timedelta(minutes=11)


def test_while_nobody_is_there_it_lets_the_machine_sleep() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    keeper.beat_by(machine, Settings)
    keeper.keep(first_state(START))
    gone = Gone(start=START, before=Before(), deaf_until=START)
    keeper.keep(replace(first_state(START), presence=gone))
    assert machine.alarm is None


def test_a_sign_of_life_of_another_state_says_nothing() -> None:
    machine = Machine()
    saved(machine, first_state(START))
    refused_the_next = machine.disk[ANCHOR]
    machine.passes(minutes=10)
    types_for_a_while(machine, saved(machine, first_state(START)))
    machine.disk[ANCHOR] = refused_the_next
    state, _ = restored(machine)
    assert state.sat(machine.at) == timedelta()


def test_where_no_sign_of_life_can_be_kept_the_state_is_saved() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    machine.is_full = True
    types_for_a_while(machine, keeper)
    assert machine.saves == 2


def test_a_change_is_saved_at_once() -> None:
    machine = Machine()
    keeper = saved(machine, first_state(START))
    keeper.keep(replace(first_state(START), snoozes=1))
    assert machine.saves == 2


def test_while_nobody_is_there_nothing_is_saved_anew() -> None:
    machine = Machine()
    gone = Gone(start=START, before=Before(), deaf_until=START)
    state = replace(first_state(START), presence=gone)
    keeper = saved(machine, state)
    machine.passes(hours=2)
    keeper.keep(state)
    assert machine.saves == 1
