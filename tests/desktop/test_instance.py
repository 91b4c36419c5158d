import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from psoas_break.desktop.instance import InstanceLock, lock_file

CLAIM = """
import sys
from pathlib import Path
from psoas_break.desktop.instance import InstanceLock
sys.stdin.readline()
lock = InstanceLock(Path(sys.argv[1]))
print("primary" if lock.claim() else "second", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return lock_file(tmp_path / "run" / "control.sock")


class Starter:
    """A process that claims the lock when told to, and holds it until let go."""

    def __init__(self, file: Path) -> None:
        self.process = subprocess.Popen(  # noqa: S603  our own words
            [sys.executable, "-c", CLAIM, str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def go(self) -> None:
        assert self.process.stdin
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()


@pytest.fixture
def starters(file: Path) -> Iterator[list[Starter]]:
    with ExitStack() as stack:
        starters = [Starter(file) for _ in range(6)]
        for starter in starters:
            stack.enter_context(starter.process)
            stack.callback(starter.process.kill)
        yield starters


def test_of_six_starts_at_once_exactly_one_is_the_app(starters: list[Starter]) -> None:
    for starter in starters:
        starter.go()
    answers = [starter.answer() for starter in starters]
    assert sorted(answers) == ["primary"] + ["second"] * 5


def test_a_killed_app_leaves_the_lock_to_the_next(
    starters: list[Starter], file: Path
) -> None:
    starters[0].go()
    assert starters[0].answer() == "primary"
    starters[0].process.send_signal(signal.SIGKILL)
    starters[0].process.wait()
    assert InstanceLock(file).claim()


def test_claiming_twice_is_still_ours(file: Path) -> None:
    lock = InstanceLock(file)
    assert (lock.claim(), lock.claim()) == (True, True)


def test_a_released_lock_is_free(file: Path) -> None:
    lock, other = InstanceLock(file), InstanceLock(file)
    lock.claim()
    while_held = other.claim()
    lock.release()
    assert (while_held, other.claim()) == (False, True)
