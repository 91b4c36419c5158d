"""The icon in the tray, and the desktop that has no tray or gets one late."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.loaded_app import WIDGETS, widgets_in
from tests.system.desktop import Desktop, private_desktop, tray_panel
from tests.system.process import end
from tests.system.running_app import App
from tests.system.waiting import until


def test_the_icon_appears_in_the_tray(app: App) -> None:
    assert app.icon().pid == app.process.pid


def test_nothing_but_the_icon_shows_after_the_start(app: App) -> None:
    app.icon()

    assert app.windows() == []


def test_a_click_on_the_icon_opens_the_home_window(app: App, desktop: Desktop) -> None:
    desktop.click(*app.icon().box.centre)

    assert app.wait_for_window().box.width >= 300


def test_a_second_start_shows_the_home_window_and_ends_well(app: App) -> None:
    app.icon()

    second = app.line.say("--speed", "0")

    assert (second.returncode, bool(app.wait_for_window())) == (0, True)


def test_painting_the_icon_loads_no_other_widgets(
    desktop: Desktop, tmp_path: Path
) -> None:
    profile, log = tmp_path / "profile", tmp_path / "loaded"
    with log.open("wb") as said:
        words = (sys.executable, "-m", "tests.loaded_app", str(profile))
        process = desktop.start(*words, log=said)
    until(desktop.screen.tray_icons, "the icon in the tray")
    until((profile / "control.sock").exists, "the app to listen")
    assert end(process) == 0
    loaded = set(log.read_text("utf-8").split())

    assert "QtWidgets.QMenu" in loaded
    assert widgets_in(loaded) - WIDGETS == set()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[App]:
    """The app, not started yet, on a desktop that has no tray."""
    with private_desktop(tray=False, notifications=False) as desktop:
        app = App(desktop, tmp_path / "profile")
        yield app
        app.end()


def test_the_icon_comes_back_when_the_tray_restarts(bare: App) -> None:
    with tray_panel(bare.desktop):
        bare.start()
        bare.icon()

    with tray_panel(bare.desktop):
        assert bare.icon().pid == bare.process.pid


def test_an_icon_appears_when_the_tray_comes_after_the_app(bare: App) -> None:
    bare.start()

    with tray_panel(bare.desktop):
        assert bare.icon().pid == bare.process.pid


def test_without_a_tray_the_app_shows_the_home_window(bare: App) -> None:
    bare.start()

    assert "Psoas Break" in bare.wait_for_window().title
