"""What every alarm promises, kept by APScheduler on a real event loop."""

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apscheduler.schedulers.base
import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop import alarm as alarm_module
from psoas_break.desktop import clock as clock_module
from psoas_break.desktop.alarm import Alarms
from psoas_break.desktop.clock import FastClock, SystemClock
from psoas_break.domain.moment import Moment

SOON = timedelta(milliseconds=30)
HOUR = timedelta(hours=1)


class SettableTime:
    """App time that runs with the machine's, and may be moved."""

    def __init__(self) -> None:
        self.wall_moved = timedelta()
        self.steady_moved = timedelta()

    def now(self) -> Moment:
        real = clock_module.real_wall() + self.wall_moved
        began = datetime(2026, 1, 1, tzinfo=UTC)
        steady = real - self.wall_moved - began
        return Moment(real, steady + self.steady_moved)

    def to_real(self, span: timedelta) -> timedelta:
        return span

    def steady_in(self, span: timedelta) -> timedelta:
        return self.now().steady + span


@pytest.fixture
def clock() -> SettableTime:
    return SettableTime()


@pytest.fixture
def alarms(clock: SettableTime, qapp: object) -> Iterator[Alarms]:  # noqa: ARG001
    alarms = Alarms(clock=clock)
    yield alarms
    alarms.stop()


def test_it_rings(alarms: Alarms, clock: SettableTime, qtbot: QtBot) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("rung"))
    qtbot.waitUntil(lambda: rings == ["rung"])


def test_it_never_rings_early(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    due = clock.steady_in(SOON)
    heard: list[timedelta] = []
    alarms.alarm().ring_at(due, lambda: heard.append(clock.now().steady))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard[0] >= due - timedelta(milliseconds=1)


def test_it_rings_by_the_calendar_too(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_on(clock.now().wall + SOON, lambda: rings.append("rung"))
    qtbot.waitUntil(lambda: rings == ["rung"])


def test_a_ring_hours_late_still_rings(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(clock.steady_in(-2 * HOUR), lambda: rings.append("late"))
    qtbot.waitUntil(lambda: rings == ["late"])


def test_a_ring_may_set_the_next_ring(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    alarm, rings = alarms.alarm(), []

    def ring() -> None:
        rings.append("rung")
        alarm.ring_at(clock.steady_in(SOON), ring)

    ring()
    qtbot.waitUntil(lambda: len(rings) == 4)


def test_only_the_last_setting_rings(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    alarm, rings = alarms.alarm(), []
    alarm.ring_at(clock.steady_in(SOON), lambda: rings.append("first"))
    alarm.ring_at(clock.steady_in(2 * SOON), lambda: rings.append("second"))
    after = alarms.alarm()
    after.ring_at(clock.steady_in(4 * SOON), lambda: rings.append("the end"))
    qtbot.waitUntil(lambda: "the end" in rings)
    assert rings == ["second", "the end"]


def test_a_ring_on_its_way_is_taken_back_by_a_new_setting(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    alarm, rings = alarms.alarm(), []
    alarm.ring_at(clock.steady_in(-SOON), lambda: rings.append("old"))
    alarms._scheduler._on_timeout()  # the job has run; its signal is in the queue
    alarm.ring_at(clock.steady_in(SOON), lambda: rings.append("new"))
    qtbot.waitUntil(lambda: bool(rings))
    assert rings == ["new"]


def test_none_is_silence(alarms: Alarms, clock: SettableTime, qtbot: QtBot) -> None:
    silent, other, rings = alarms.alarm(), alarms.alarm(), []
    silent.ring_at(clock.steady_in(SOON), lambda: rings.append("silent"))
    silent.ring_at(None, lambda: None)
    other.ring_at(clock.steady_in(2 * SOON), lambda: rings.append("other"))
    qtbot.waitUntil(lambda: "other" in rings)
    assert rings == ["other"]


def test_alarms_do_not_disturb_each_other(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(clock.steady_in(2 * SOON), lambda: rings.append("second"))
    alarms.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("first"))
    qtbot.waitUntil(lambda: len(rings) == 2)
    assert rings == ["first", "second"]


def test_a_ring_comes_in_qts_own_thread(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    heard: list[threading.Thread] = []
    alarms.alarm().ring_at(
        clock.steady_in(SOON), lambda: heard.append(threading.current_thread())
    )
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]


def test_no_thread_is_started(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    before, rings = threading.active_count(), []
    alarms.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("rung"))
    qtbot.waitUntil(lambda: bool(rings))
    assert threading.active_count() == before


def test_twenty_new_settings_cost_two_wakeups_more_at_most(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    alarm, wakeups, rings = alarms.alarm(), [], []
    alarms._scheduler._timer.timeout.connect(lambda: wakeups.append("up"))
    for _ in range(20):
        alarm.ring_at(clock.steady_in(SOON), lambda: rings.append("rung"))
        alarm.ring_at(clock.steady_in(2 * SOON), lambda: rings.append("rung"))
    qtbot.waitUntil(lambda: bool(rings))
    assert len(wakeups) <= 3


def test_set_anew_to_the_same_time_it_is_left_as_it_is(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    alarm, wall, rings = alarms.alarm(), clock.now().wall + 2 * SOON, list[str]()
    alarm.ring_on(wall, lambda: rings.append("old"))
    monkeypatch.setattr(
        alarms._scheduler, "add_job", lambda *_, **__: pytest.fail("it is scheduled")
    )
    alarm.ring_on(wall, lambda: rings.append("new"))
    qtbot.waitUntil(lambda: bool(rings))
    assert rings == ["new"]


def test_a_suspended_machine_rings_when_it_wakes(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(clock.steady_in(HOUR), lambda: rings.append("rung"))
    clock.steady_moved = HOUR
    alarms.wakeup()
    qtbot.waitUntil(lambda: rings == ["rung"])


def test_a_clock_set_back_an_hour_delays_no_alarm(
    alarms: Alarms,
    clock: SettableTime,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("rung"))

    class SetBack(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            assert tz is UTC
            return datetime.now(UTC) - HOUR  # noqa: TID251

    monkeypatch.setattr(apscheduler.schedulers.base, "datetime", SetBack)
    monkeypatch.setattr(alarm_module, "real_wall", lambda: SetBack.now(UTC))
    clock.wall_moved = -HOUR
    qtbot.waitUntil(lambda: rings == ["rung"])


def test_an_hour_is_soon_over_when_time_is_fast(tmp_path: Path, qtbot: QtBot) -> None:
    clock = FastClock(
        file=tmp_path / "clock.json", speed=HOUR / SOON, real=SystemClock()
    )
    alarms, rings = Alarms(clock=clock), []
    alarms.alarm().ring_at(clock.now().steady + HOUR, lambda: rings.append("rung"))
    qtbot.waitUntil(lambda: rings == ["rung"])
    alarms.stop()


def test_a_setting_beyond_all_time_is_no_error(
    alarms: Alarms, clock: SettableTime, qtbot: QtBot
) -> None:
    rings: list[str] = []
    alarms.alarm().ring_at(timedelta.max, lambda: rings.append("never"))
    alarms.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("soon"))
    qtbot.waitUntil(lambda: bool(rings))
    assert rings == ["soon"]


def test_a_cautious_nap_notices_a_suspend_by_itself(
    clock: SettableTime, qtbot: QtBot
) -> None:
    alarms, rings = Alarms(clock=clock, longest_nap=SOON), []
    alarms.alarm().ring_at(clock.steady_in(HOUR), lambda: rings.append("rung"))
    alarms._scheduler._on_timeout()
    clock.steady_moved = HOUR
    qtbot.waitUntil(lambda: rings == ["rung"])
    alarms.stop()


def test_after_stop_nothing_rings(clock: SettableTime, qtbot: QtBot) -> None:
    stopped, running, rings = Alarms(clock=clock), Alarms(clock=clock), []
    stopped.alarm().ring_at(clock.steady_in(SOON), lambda: rings.append("stopped"))
    running.alarm().ring_at(clock.steady_in(2 * SOON), lambda: rings.append("runs"))
    stopped.stop()
    qtbot.waitUntil(lambda: bool(rings))
    running.stop()
    assert rings == ["runs"]
