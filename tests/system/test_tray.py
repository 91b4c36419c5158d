"""The icon in the tray, and the desktop that has no tray or gets one late."""

from pathlib import Path

from tests.system.desktop import Desktop, private_desktop, tray_panel
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


def test_the_icon_comes_back_when_the_tray_restarts(tmp_path: Path) -> None:
    with private_desktop(tray=False, notifications=False) as desktop:
        app = App(desktop, tmp_path / "profile")
        with tray_panel(desktop):
            app.start()
            first = app.icon()
        with tray_panel(desktop):
            again = app.icon()
            app.end()

    assert (first.pid, again.pid) == (app.process.pid, app.process.pid)


def test_an_icon_appears_when_the_tray_comes_after_the_app(tmp_path: Path) -> None:
    with private_desktop(tray=False, notifications=False) as desktop:
        app = App(desktop, tmp_path / "profile")
        app.start()
        with tray_panel(desktop):
            app.advance("5s", "--typing")
            icon = app.icon()
            app.end()

    assert icon.pid == app.process.pid


def test_without_a_tray_the_app_shows_the_home_window(tmp_path: Path) -> None:
    with private_desktop(tray=False, notifications=False) as desktop:
        app = App(desktop, tmp_path / "profile")
        app.start()

        def looks() -> bool:
            app.advance("2s", "--typing")
            return bool(app.windows())

        shown = until(looks, "the home window")
        app.end()

    assert shown
