"""Which clock the app lives by."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Passing
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.clock import FastClock, SteppedClock, SystemClock
from psoas_break.timekeeping import CARD_STAYS, Bells, timekeeping

pytestmark = pytest.mark.usefixtures("qapp")

MINUTE = timedelta(minutes=1)
NO_BUSES = Buses(environ={})


@pytest.fixture
def owner() -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def rings(bells: Bells, steady: timedelta, qtbot: QtBot) -> bool:
    """Whether an alarm set to a time rings."""
    told: list[bool] = []
    alarm = bells.alarm()
    alarm.ring_at(steady, lambda: told.append(True))
    qtbot.waitUntil(lambda: bool(told))
    return told == [True]


def test_usually_it_is_the_machine_s(owner: QObject, qtbot: QtBot) -> None:
    time = timekeeping(None, None, NO_BUSES)
    bells, advance = time.ring(owner, lambda: None, lambda: False)

    assert isinstance(time.clock, SystemClock)
    assert (advance, time.card_stays) == (None, timedelta())
    assert rings(bells, time.clock.now().steady, qtbot)
    bells.stop()


def test_a_profile_alone_changes_no_time(tmp_path: Path) -> None:
    assert isinstance(timekeeping(None, tmp_path, NO_BUSES).clock, SystemClock)


def test_with_a_speed_it_is_faster_and_cards_stay_to_be_seen(
    tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    time = timekeeping(3600, tmp_path, NO_BUSES)
    bells, advance = time.ring(owner, lambda: None, lambda: False)

    assert isinstance(time.clock, FastClock)
    assert (advance, time.card_stays) == (None, CARD_STAYS)
    assert rings(bells, time.clock.now().steady + MINUTE, qtbot)
    bells.stop()


def test_at_speed_0_it_moves_when_it_is_told(
    tmp_path: Path, owner: QObject, qtbot: QtBot
) -> None:
    time = timekeeping(0, tmp_path, NO_BUSES)
    told: list[str] = []
    bells, advance = time.ring(owner, lambda: told.append("jumped"), lambda: False)
    assert advance is not None
    before = time.clock.now()

    advance(MINUTE, Passing.ASLEEP, lambda: told.append("done"))
    qtbot.waitUntil(lambda: "done" in told)

    assert isinstance(time.clock, SteppedClock)
    assert (time.clock.now() - before, told) == (MINUTE, ["jumped", "done"])
    assert time.idle.name == "advance"
    bells.stop()


def test_a_speed_needs_a_profile() -> None:
    with pytest.raises(ValueError, match="needs a profile"):
        timekeeping(60, None, NO_BUSES)


def test_where_the_system_tells_no_jumps_alarms_nap_less(
    owner: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused() -> int:
        reason = "no such timer"
        raise OSError(reason)

    monkeypatch.setattr("psoas_break.desktop.clock_jumps._armed_timer", refused)

    bells, _advance = timekeeping(None, None, NO_BUSES).ring(
        owner, lambda: None, lambda: False
    )

    assert bells.alarm() is not None
    bells.stop()
