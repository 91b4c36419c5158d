from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Passing
from psoas_break.desktop.clock import SteppedClock, SystemClock
from psoas_break.desktop.manual_time import ManualAlarm, ManualTime

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class Day:
    """A day at speed 0: what rang, and when by the app's clock."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        file = folder / "clock.json"
        file.write_text('{"app_wall": "2026-03-02T09:00:00+00:00"}', encoding="utf-8")
        self.clock = SteppedClock(file=file, real=SystemClock())
        self.time = ManualTime(clock=self.clock)
        self.log: list[str] = []
        self._began = self.clock.now()
        self._qtbot = qtbot

    def after(self, span: timedelta) -> timedelta:
        return self._began.steady + span

    def notes(self, what: str) -> None:
        passed = (self.clock.now() - self._began) // MINUTE
        self.log.append(f"{passed} {what}")

    def alarm(self, span: timedelta, what: str) -> ManualAlarm:
        alarm = self.time.alarm()
        alarm.ring_at(self.after(span), lambda: self.notes(what))
        return alarm

    def passes(self, span: timedelta, passing: Passing = Passing.IDLE) -> None:
        done: list[bool] = []
        self.time.advance(span, passing, lambda: done.append(True))
        self._qtbot.waitUntil(lambda: bool(done))


@pytest.fixture
def day(tmp_path: Path, qtbot: QtBot) -> Day:
    return Day(tmp_path, qtbot)


def test_nothing_rings_before_time_moves(day: Day, qtbot: QtBot) -> None:
    day.alarm(MINUTE, "rung")
    day.alarm(timedelta(), "now")
    qtbot.waitUntil(lambda: bool(day.log))
    assert day.log == ["0 now"]


def test_alarms_ring_in_order_each_at_its_own_time(day: Day) -> None:
    day.alarm(30 * MINUTE, "second")
    day.alarm(10 * MINUTE, "first")
    day.passes(HOUR)
    assert day.log == ["10 first", "30 second"]


def test_time_ends_where_it_was_sent(day: Day) -> None:
    day.alarm(10 * MINUTE, "rung")
    before = day.clock.now()
    day.passes(HOUR)
    assert day.clock.now() == before.later(HOUR)


def test_an_alarm_later_than_the_end_stays_set(day: Day) -> None:
    day.alarm(90 * MINUTE, "rung")
    day.passes(HOUR)
    assert day.log == []
    day.passes(HOUR)
    assert day.log == ["90 rung"]


def test_an_alarm_that_sets_itself_again_rings_all_the_way(day: Day) -> None:
    alarm = day.time.alarm()

    def ring() -> None:
        day.notes("look")
        alarm.ring_at(day.clock.now().steady + 20 * MINUTE, ring)

    alarm.ring_at(day.after(20 * MINUTE), ring)
    day.passes(HOUR)
    assert day.log == ["20 look", "40 look", "60 look"]


def test_a_calendar_alarm_rings_by_the_wall_clock(day: Day) -> None:
    noon = datetime.fromisoformat("2026-03-02T12:00:00+00:00")
    day.time.alarm().ring_on(noon, lambda: day.notes("noon"))
    day.passes(4 * HOUR)
    assert day.log == ["180 noon"]


def test_a_sleeping_machine_rings_nothing_on_the_way(day: Day) -> None:
    day.alarm(10 * MINUTE, "rung")
    day.time.jumped.connect(lambda: day.notes("woke"))
    day.passes(HOUR, Passing.ASLEEP)
    assert day.log == ["60 woke", "60 rung"]


def test_sleep_is_told_apart_from_waiting(day: Day) -> None:
    day.passes(HOUR, Passing.ASLEEP)
    day.passes(HOUR)
    assert day.clock.asleep() == HOUR


def test_typing_keeps_the_hands_busy_at_every_ring(day: Day) -> None:
    idles: list[timedelta] = []
    day.time.alarm().ring_at(
        day.after(10 * MINUTE),
        lambda: idles.append(day.clock.now().steady - day.clock.last_input()),
    )
    day.passes(HOUR, Passing.TYPING)
    assert idles == [timedelta()]


def test_two_requests_are_carried_out_one_after_the_other(day: Day) -> None:
    day.time.advance(HOUR, Passing.IDLE, lambda: day.notes("first done"))
    day.time.advance(HOUR, Passing.IDLE, lambda: day.notes("second done"))
    day.passes(HOUR)
    assert day.log == ["60 first done", "120 second done"]


def test_the_answer_waits_for_effects_in_the_event_queue(day: Day) -> None:
    def ring() -> None:
        day.time.alarm().ring_at(
            day.clock.now().steady, lambda: day.notes("what the ring brought about")
        )

    day.time.alarm().ring_at(day.after(HOUR), ring)
    day.passes(HOUR)
    assert day.log == ["60 what the ring brought about"]


def test_time_stands_still_while_somebody_is_busy(day: Day, qtbot: QtBot) -> None:
    busy = [True, True, False]
    time = ManualTime(clock=day.clock, busy=lambda: len(busy) > 1 and busy.pop(0))
    time.alarm().ring_at(day.after(HOUR), lambda: day.notes(f"rung, {busy}"))
    done: list[bool] = []
    time.advance(HOUR, Passing.IDLE, lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert day.log == ["60 rung, [False]"]


def test_a_silenced_alarm_does_not_ring(day: Day) -> None:
    alarm = day.alarm(10 * MINUTE, "rung")
    alarm.ring_at(None, lambda: None)
    day.passes(HOUR)
    assert day.log == []


def test_an_alarm_that_rings_in_a_circle_is_named_and_switched_off(
    day: Day, caplog: pytest.LogCaptureFixture
) -> None:
    alarm = day.time.alarm()

    def ring() -> None:
        alarm.ring_at(day.clock.now().steady, ring)

    ring()
    day.passes(MINUTE)
    assert "rings in a circle" in caplog.text
