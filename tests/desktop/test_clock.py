import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from psoas_break.desktop.clock import FastClock, SteppedClock, SystemClock
from psoas_break.domain.moment import Moment

HOUR = timedelta(hours=1)
START = datetime(2026, 3, 2, 9, tzinfo=UTC)


class SettableClock(SystemClock):
    """A machine whose clocks, boot and sleep the test decides."""

    def __init__(self) -> None:
        super().__init__()
        self.moment = Moment(START, timedelta(seconds=500))
        self.boot = "first boot"
        self.slept = timedelta()

    def now(self) -> Moment:
        return self.moment

    def boot_id(self) -> str:
        return self.boot

    def asleep(self) -> timedelta:
        return self.slept

    def passes(self, **amount: float) -> None:
        self.moment = self.moment.later(timedelta(**amount))

    def reboots(self, **away: float) -> None:
        self.boot = "second boot"
        self.moment = Moment(
            self.moment.wall + timedelta(**away), timedelta(seconds=20)
        )


@pytest.fixture
def machine() -> SettableClock:
    return SettableClock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "clock.json"


def fast(file: Path, machine: SystemClock, speed: float = 60) -> FastClock:
    return FastClock(file=file, speed=speed, real=machine)


def test_the_real_wall_clock_carries_the_users_zone() -> None:
    assert SystemClock().now().wall.tzinfo is not None


def test_the_steady_clock_never_runs_backwards() -> None:
    clock = SystemClock()
    first, second = clock.now(), clock.now()
    assert second - first >= timedelta()


def test_two_clocks_of_one_boot_agree_on_which_boot_it_is() -> None:
    assert SystemClock().boot_id() == SystemClock().boot_id()


def test_a_running_machine_does_not_fall_asleep_between_two_looks() -> None:
    clock = SystemClock()
    assert abs(clock.asleep() - clock.asleep()) < timedelta(seconds=1)


def test_a_minute_lasts_a_second_at_sixty_times_the_speed(
    file: Path, machine: SettableClock
) -> None:
    clock = fast(file, machine)
    before = clock.now()
    machine.passes(seconds=1)
    after = clock.now()
    assert (after - before, after.wall - before.wall) == (
        timedelta(minutes=1),
        timedelta(minutes=1),
    )


def test_an_alarm_in_an_hour_is_a_real_minute_away(
    file: Path, machine: SettableClock
) -> None:
    assert fast(file, machine).to_real(HOUR) == timedelta(minutes=1)


def test_real_sleep_counts_as_much_more_of_it(
    file: Path, machine: SettableClock
) -> None:
    clock = fast(file, machine)
    machine.slept = timedelta(seconds=10)
    assert clock.asleep() == timedelta(minutes=10)


def test_a_restart_goes_on_where_the_fast_clock_would_be(
    file: Path, machine: SettableClock
) -> None:
    first = fast(file, machine).now()
    machine.passes(minutes=1)
    assert fast(file, machine).now() - first == HOUR


def test_setting_the_real_clock_back_changes_no_fast_duration(
    file: Path, machine: SettableClock
) -> None:
    clock = fast(file, machine)
    before = clock.now()
    machine.moment = Moment(START - HOUR, machine.moment.steady + timedelta(seconds=1))
    assert clock.now() - before == timedelta(minutes=1)


def test_after_a_reboot_the_gap_is_measured_by_the_wall_clock(
    file: Path, machine: SettableClock
) -> None:
    first = fast(file, machine).now()
    machine.reboots(minutes=2)
    again = fast(file, machine)
    assert (again.now() - first, again.boot_id()) == (2 * HOUR, "second boot")


def test_another_speed_goes_on_from_the_same_moment(
    file: Path, machine: SettableClock
) -> None:
    clock = fast(file, machine)
    machine.passes(minutes=1)
    slower = fast(file, machine, speed=2)
    assert slower.now() == clock.now()


def test_a_fast_clock_refuses_to_stand_still(
    file: Path, machine: SettableClock
) -> None:
    with pytest.raises(ValueError, match="speed 0"):
        fast(file, machine, speed=0)


def test_at_speed_nought_time_stands_still(file: Path, machine: SettableClock) -> None:
    clock = SteppedClock(file=file, real=machine)
    before = clock.now()
    machine.passes(hours=3)
    assert clock.now() == before


def test_advancing_moves_both_clocks(file: Path, machine: SettableClock) -> None:
    clock = SteppedClock(file=file, real=machine)
    before = clock.now()
    clock.advance(HOUR)
    assert clock.now() == before.later(HOUR)


def test_advanced_time_survives_a_kill(file: Path, machine: SettableClock) -> None:
    clock = SteppedClock(file=file, real=machine)
    clock.advance(HOUR, asleep=True)
    machine.passes(days=1)
    again = SteppedClock(file=file, real=machine)
    assert (again.now(), again.asleep()) == (clock.now(), HOUR)


def test_typing_moves_the_last_input_along(file: Path, machine: SettableClock) -> None:
    clock = SteppedClock(file=file, real=machine)
    clock.advance(HOUR, typing=True)
    clock.advance(timedelta(minutes=5))
    assert clock.now().steady - clock.last_input() == timedelta(minutes=5)


def test_a_test_may_choose_when_the_day_begins(
    file: Path, machine: SettableClock
) -> None:
    file.parent.mkdir()
    file.write_text('{"app_wall": "2026-05-04T08:30:00+02:00"}', encoding="utf-8")
    clock = SteppedClock(file=file, real=machine)
    assert clock.now().wall == datetime.fromisoformat("2026-05-04T08:30:00+02:00")


def test_a_test_may_say_that_the_machine_was_started_anew(
    file: Path, machine: SettableClock
) -> None:
    SteppedClock(file=file, real=machine)
    values = json.loads(file.read_text(encoding="utf-8")) | {"boot_id": "another"}
    file.write_text(json.dumps(values), encoding="utf-8")
    assert SteppedClock(file=file, real=machine).boot_id() == "another"


@pytest.mark.parametrize(
    "garbage",
    ["", "{", "[]", "{}", '{"app_wall": "noon"}', '{"app_wall": "2026-03-02T09:00"}'],
)
def test_a_broken_origin_is_named_and_time_begins_now(
    file: Path,
    machine: SettableClock,
    garbage: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file.parent.mkdir()
    file.write_text(garbage, encoding="utf-8")
    clock = SteppedClock(file=file, real=machine)
    assert clock.now().wall == START
    assert str(file) in caplog.text


def test_a_folder_that_cannot_be_written_stops_no_clock(
    tmp_path: Path, machine: SettableClock, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "profile").write_text("a file where the folder belongs")
    clock = SteppedClock(file=tmp_path / "profile" / "clock.json", real=machine)
    clock.advance(HOUR)
    assert clock.now().wall == START + HOUR
    assert "cannot be kept" in caplog.text
