"""The desktop and the app that the stories of this folder are played with."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.disk import Disk, small_disk
from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App
from tests.system.xterm import Terminal, terminal

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]

COMPLAINTS = ("Traceback (most recent call last)", "QObject::", "QPainter::", "qt.qpa")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.system)


@pytest.fixture(scope="session")
def desktop() -> Iterator[Desktop]:
    """One desktop for all the stories of a process: each leaves it empty."""
    with private_desktop() as running:
        yield running


@pytest.fixture
def app(desktop: Desktop, tmp_path: Path) -> Iterator[App]:
    """The app, just started at nine with a fresh profile, its time standing still."""
    with App(desktop, tmp_path / "profile") as running:
        yield running
    log = running.log.read_text("utf-8", "replace")
    assert not any(complaint in log for complaint in COMPLAINTS), log


@pytest.fixture
def work(desktop: Desktop) -> Iterator[Terminal]:
    """A terminal with the keyboard: what the user is busy with."""
    with terminal(desktop) as window:
        yield window


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Give a real file system of half a megabyte."""
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted
