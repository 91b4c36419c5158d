"""Camera and listed programs, seen in the real /proc."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.quiet.camera import camera, is_camera_open
from psoas_break.desktop.quiet.listed_apps import listed_apps
from psoas_break.desktop.quiet.processes import PROC, Process, own_processes
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, asked, sign

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux's")

WAITS = "import sys; print('ready', flush=True); sys.stdin.read()"


@contextmanager
def running(*words: str) -> Iterator[int]:
    """Run a program that says when it is ready."""
    process = subprocess.Popen(  # noqa: S603  our own words
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdout.readline()
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()
        process.stdin.close()
        process.stdout.close()


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """A program with a name of its own."""
    program = tmp_path / "My-Meetings-and-more.py"
    program.write_text(f"#!{sys.executable}\n{WAITS}\n")
    program.chmod(0o755)
    return program


@pytest.mark.parametrize(
    "name",
    ["My-Meetings-and-more.py", "my-meetings-and-more.py", " MY-meetings-and-more.PY "],
)
def test_a_listed_program_that_runs(name: str, meeting: Path, qtbot: QtBot) -> None:
    with running(str(meeting)):
        found = asked(listed_apps(lambda: [name]), qtbot)
    assert found == sign(Reason.LISTED_APP)


def test_a_listed_program_that_does_not_run(qtbot: QtBot) -> None:
    source = listed_apps(lambda: ["nobody-calls-a-program-like-this"])
    assert asked(source, qtbot) == NOTHING


@pytest.mark.parametrize("apps", [[], [""], ["  "]])
def test_an_empty_list_is_no_program(apps: list[str], qtbot: QtBot) -> None:
    assert asked(listed_apps(lambda: apps), qtbot) == NOTHING


def test_the_list_is_read_anew_each_time(meeting: Path, qtbot: QtBot) -> None:
    apps: list[str] = []
    source = listed_apps(lambda: apps)
    with running(str(meeting)):
        before = asked(source, qtbot)
        apps.append(meeting.name)
        after = asked(source, qtbot)
    assert (before, after) == (NOTHING, sign(Reason.LISTED_APP))


def test_we_are_not_on_our_own_list() -> None:
    assert PROC / str(os.getpid()) not in {p.folder for p in own_processes()}


def test_a_process_that_has_ended_has_nothing(tmp_path: Path) -> None:
    ended = Process(tmp_path / "4194304")
    assert (ended.name, ended.words, list(ended.open_files())) == ("", [], [])


@pytest.fixture
def device(tmp_path: Path) -> Path:
    path = tmp_path / "video0"
    path.touch()
    return path


def holds(path: Path) -> tuple[str, ...]:
    return (sys.executable, "-c", f"held = open({str(path)!r}); {WAITS}")


def test_a_program_that_holds_a_camera(device: Path, tmp_path: Path) -> None:
    with running(*holds(device)):
        assert is_camera_open(devices=str(tmp_path / "video"))


def test_a_camera_that_nobody_holds(device: Path) -> None:
    with running(sys.executable, "-c", WAITS):
        assert not is_camera_open(devices=str(device.parent / "video"))


def test_a_machine_without_cameras_is_not_searched(tmp_path: Path) -> None:
    nowhere = tmp_path / "no-proc"
    assert not is_camera_open(proc=nowhere, devices=str(tmp_path / "video"))


def test_a_machine_that_lists_no_processes_cannot_say(
    device: Path, tmp_path: Path
) -> None:
    with pytest.raises(OSError, match="no-proc"):
        is_camera_open(tmp_path / "no-proc", str(device.parent / "video"))


def test_the_daemons_of_pipewire_say_nothing(device: Path, tmp_path: Path) -> None:
    name = "open('/proc/self/comm', 'w').write('wireplumber')"
    words = (sys.executable, "-c", f"{name}; held = open({str(device)!r}); {WAITS}")
    with running(*words):
        assert not is_camera_open(devices=str(tmp_path / "video"))


def test_this_machine_can_be_asked(qtbot: QtBot) -> None:
    assert asked(camera(), qtbot) is not None
