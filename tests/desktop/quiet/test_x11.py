"""Full screen and mirrored screens, on a real X server with a real window manager."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.quiet.full_screen import full_screen, is_full_screen
from psoas_break.desktop.quiet.mirrored import is_mirrored, mirrored_screens
from psoas_break.desktop.quiet.x11 import x_connection
from psoas_break.domain.quiet import Reason
from tests.desktop.quiet.asking import NOTHING, asked, sign
from tests.desktop.servers import Server

NOBODY = -1


@pytest.fixture
def managed(x: Server, qtbot: QtBot) -> Iterator[Server]:
    with running(x, "openbox"):
        qtbot.waitUntil(lambda: is_managed(x), timeout=20_000)
        yield x


def is_managed(x: Server) -> bool:
    with x_connection(x.address) as connection:
        return bool(connection.words(connection.root, b"_NET_SUPPORTING_WM_CHECK"))


@contextmanager
def running(x: Server, *words: str) -> Iterator["subprocess.Popen[bytes]"]:
    if not shutil.which(words[0]):
        pytest.skip(f"needs {words[0]}")
    process = subprocess.Popen(  # noqa: S603  our own words
        words,
        env=os.environ | {"DISPLAY": x.address},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_window_in_full_screen(managed: Server, qtbot: QtBot) -> None:
    with running(managed, "xterm", "-fullscreen"):
        qtbot.waitUntil(
            lambda: is_full_screen(managed.address, own_process=NOBODY), timeout=20_000
        )
        assert asked(full_screen(managed.address), qtbot) == sign(Reason.FULL_SCREEN)


def test_our_own_window_in_full_screen_is_none(managed: Server, qtbot: QtBot) -> None:
    with running(managed, "xterm", "-fullscreen") as xterm:
        qtbot.waitUntil(
            lambda: is_full_screen(managed.address, own_process=NOBODY), timeout=20_000
        )
        assert not is_full_screen(managed.address, own_process=xterm.pid)


def test_an_ordinary_window_is_none(managed: Server, qtbot: QtBot) -> None:
    with running(managed, "xterm"):
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "xterm"]
        env = os.environ | {"DISPLAY": managed.address}
        subprocess.run(search, env=env, check=True, capture_output=True, timeout=20)  # noqa: S603
        assert asked(full_screen(managed.address), qtbot) == NOTHING


def test_a_screen_without_windows_is_none(x: Server) -> None:
    assert not is_full_screen(x.address, own_process=NOBODY)


def test_a_server_that_has_died_is_named_once(
    x: Server, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    source = full_screen(x.address)
    x.kill()
    assert [asked(source, qtbot), asked(source, qtbot)] == [None, None]
    assert caplog.text.count("cannot be seen") == 1


def monitor(x: Server, name: str, area: str, output: str) -> None:
    if not shutil.which("xrandr"):
        pytest.skip("needs xrandr")
    command = ["xrandr", "--setmonitor", name, area, output]
    subprocess.run(command, env=os.environ | {"DISPLAY": x.address}, check=True)  # noqa: S603


def test_one_screen_is_not_mirrored(x: Server) -> None:
    assert not is_mirrored(x.address)


def test_screens_side_by_side_are_not_mirrored(x: Server) -> None:
    monitor(x, "LEFT", "320/100x480/100+0+0", "screen")
    monitor(x, "RIGHT", "320/100x480/100+320+0", "none")
    assert not is_mirrored(x.address)


def test_screens_laid_a_little_over_each_other_are_not_mirrored(x: Server) -> None:
    monitor(x, "LEFT", "400/100x480/100+0+0", "screen")
    monitor(x, "RIGHT", "320/100x480/100+320+0", "none")
    assert not is_mirrored(x.address)


def test_screens_that_show_the_same_are_mirrored(x: Server, qtbot: QtBot) -> None:
    monitor(x, "DESK", "640/100x480/100+0+0", "screen")
    monitor(x, "PROJECTOR", "320/100x240/100+0+0", "none")
    source = mirrored_screens(x.address)
    assert asked(source, qtbot) == sign(Reason.PRESENTATION)
