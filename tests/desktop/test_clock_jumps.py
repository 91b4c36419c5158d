import errno
import os
import sys

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop import clock_jumps
from psoas_break.desktop.clock_jumps import ClockJumps

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="timerfd is Linux's")


@pytest.fixture
def descriptor(monkeypatch: pytest.MonkeyPatch) -> int:
    """A descriptor the test can make readable; closed by `ClockJumps.close`."""
    read_end, write_end = os.pipe()
    monkeypatch.setattr(clock_jumps, "_armed_timer", lambda: read_end)
    return write_end


@linux_only
def test_linux_tells_of_jumps(qapp: object) -> None:  # noqa: ARG001
    jumps = ClockJumps()
    works = jumps.works
    jumps.close()
    assert works


@linux_only
def test_an_armed_timer_is_silent_while_time_just_passes(qapp: object) -> None:  # noqa: ARG001
    jumps = ClockJumps()
    with pytest.raises(BlockingIOError):
        os.read(jumps._timer, 8)
    jumps.close()


def test_a_cancelled_timer_is_a_jump_and_is_armed_again(
    qtbot: QtBot, descriptor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    armed: list[int] = []
    monkeypatch.setattr(clock_jumps, "_arm", armed.append)
    jumps = ClockJumps()

    def cancelled(fd: int, _count: int) -> bytes:
        jumps._notifier.setEnabled(False)
        raise OSError(errno.ECANCELED, os.strerror(errno.ECANCELED), str(fd))

    monkeypatch.setattr(os, "read", cancelled)
    with qtbot.waitSignal(jumps.jumped):
        os.write(descriptor, b"x")
    assert armed == [jumps._timer]
    jumps.close()
    os.close(descriptor)


def test_a_system_that_cannot_tell_says_why(
    qapp: object,  # noqa: ARG001
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse() -> int:
        message = "no timer descriptor"
        raise OSError(message)

    monkeypatch.setattr(clock_jumps, "_armed_timer", refuse)
    jumps = ClockJumps()
    assert (jumps.works, jumps.why_not) == (False, "no timer descriptor")
