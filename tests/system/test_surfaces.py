"""Prompts that are no card: notifications of the desktop, and all screens dimmed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.notifications.fake_server import Fake, fake_server
from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App
from tests.system.services import message_bus
from tests.system.waiting import until
from tests.system.xterm import Terminal

Asked = Callable[..., App]
"""Starts the app on a desktop with these settings, and lets it ask."""


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    with ExitStack() as stack:

        def ask(desktop: Desktop, *settings: str) -> App:
            app = App(desktop, tmp_path / "profile")
            lines = "\n".join(("[reminders]", *settings))
            (tmp_path / "profile" / "settings.toml").write_text(lines, "utf-8")
            stack.enter_context(app)
            app.advance("45m", "--typing")
            return app

        yield ask


# Notifications

NOTIFICATION = 'surface = "notification"'


@pytest.fixture
def quiet_desktop() -> Iterator[Desktop]:
    """A desktop whose notification server is ours."""
    with private_desktop(notifications=False) as desktop:
        yield desktop


@pytest.fixture
def server(quiet_desktop: Desktop, qtbot: QtBot) -> Iterator[Fake]:
    address = quiet_desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    with fake_server(address, qtbot) as server:
        yield server


@pytest.fixture
def notified(asked: Asked, quiet_desktop: Desktop, server: Fake) -> App:
    """The app with a notification on screen, number 7."""
    app = asked(quiet_desktop, NOTIFICATION)
    server.is_asked("Notify")
    return app


def test_a_notification_asks_and_no_window_opens(notified: App) -> None:
    assert (notified.status()["prompt"], notified.windows()) == ("shown", [])


def test_start_on_it_opens_the_break(notified: App, server: Fake) -> None:
    server.says("ActionInvoked", "us", 7, "start")

    notified.line.wait_for_state("on_break")
    notified.wait_for_window()


def test_closing_it_puts_the_break_into_the_tray(notified: App, server: Fake) -> None:
    server.says("NotificationClosed", "uu", 7, 2)

    notified.line.wait_for_state("due")
    assert notified.status()["prompt"] == "collapsed"


def test_after_a_minute_it_is_taken_off_the_screen(notified: App, server: Fake) -> None:
    notified.advance("61s", "--typing")

    assert server.is_asked("CloseNotification") == [[7]]


def test_skipping_elsewhere_takes_it_off_the_screen(
    notified: App, server: Fake
) -> None:
    notified.tell("skip")

    assert server.is_asked("CloseNotification") == [[7]]


def test_an_app_that_ends_takes_its_question_along(notified: App, server: Fake) -> None:
    notified.tell("quit")

    assert server.is_asked("CloseNotification") == [[7]]


def test_when_its_server_goes_the_card_asks_instead(
    asked: Asked, quiet_desktop: Desktop, qtbot: QtBot
) -> None:
    address = quiet_desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    with fake_server(address, qtbot) as server:
        app = asked(quiet_desktop, NOTIFICATION)
        server.is_asked("Notify")

    assert app.primary_button(app.wait_for_window())
    assert app.status()["prompt"] == "shown"


def test_when_the_bus_dies_the_card_asks_instead(
    asked: Asked, quiet_desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    address = f"unix:path={tmp_path / 'bus'}"
    environment = quiet_desktop.environment | {"DBUS_SESSION_BUS_ADDRESS": address}
    mine = replace(quiet_desktop, environment=environment)
    with message_bus(address) as bus, fake_server(address, qtbot) as server:
        app = asked(mine, NOTIFICATION)
        server.is_asked("Notify")
        bus.kill()

        assert app.primary_button(app.wait_for_window())
    assert app.status()["prompt"] == "shown"


def test_a_server_that_shows_no_buttons_gets_a_card_instead(
    asked: Asked, desktop: Desktop
) -> None:
    app = asked(desktop, NOTIFICATION)

    desktop.click(*app.primary_button(app.wait_for_window()).centre)

    app.line.wait_for_state("on_break")


def test_no_server_at_all_gets_a_card_instead(
    asked: Asked, quiet_desktop: Desktop
) -> None:
    app = asked(quiet_desktop, NOTIFICATION)

    assert app.primary_button(app.wait_for_window())


# Full screen

FULL_SCREEN = 'surface = "full_screen"'
FIRM = "firm = true"


def test_the_full_screen_covers_all_and_has_the_keyboard(
    asked: Asked, desktop: Desktop, work: Terminal
) -> None:
    app = asked(desktop, FULL_SCREEN)
    window = app.wait_for_window()

    assert window.box == desktop.screen.whole()
    until(lambda: desktop.screen.has_keyboard() == window.ident, "the keyboard")
    desktop.types("a key for the terminal")
    assert work.received.read_text("utf-8") == ""


def test_escape_puts_it_into_the_tray_and_gives_the_keyboard_back(
    asked: Asked, desktop: Desktop, work: Terminal
) -> None:
    app = asked(desktop, FULL_SCREEN)
    window = app.wait_for_window()
    until(lambda: desktop.screen.has_keyboard() == window.ident, "the keyboard")

    desktop.key("Escape")

    app.wait_until_windows_are_gone()
    assert app.status()["prompt"] == "collapsed"
    until(lambda: desktop.screen.has_keyboard() == work.window.ident, "the terminal")


def test_start_on_it_opens_the_break_in_a_window(
    asked: Asked, desktop: Desktop
) -> None:
    app = asked(desktop, FULL_SCREEN)
    button = app.primary_button(app.wait_for_window())

    def started() -> bool:
        # The first moments are deaf; and xdotool waits until the pointer has moved.
        desktop.points_at(0, 0)
        desktop.click(*button.centre)
        return bool(app.status()["state"] == "on_break")

    until(started, "the break")
    until(lambda: app.wait_for_window().title == "Guided break", "its window")


def test_firm_it_is_left_by_holding_escape(asked: Asked, desktop: Desktop) -> None:
    app = asked(desktop, FULL_SCREEN, FIRM)
    window = app.wait_for_window()
    until(lambda: desktop.screen.has_keyboard() == window.ident, "the keyboard")

    desktop.key("Escape")
    after_a_tap = app.status()["prompt"]
    with desktop.holding("Escape"):
        app.wait_until_windows_are_gone()

    assert (after_a_tap, app.status()["prompt"]) == ("shown", "collapsed")
