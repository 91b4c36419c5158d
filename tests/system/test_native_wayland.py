"""Wayland: without X every window takes the keyboard, so there a notification asks.

With XWayland beside it, the card does.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop.notifications.fake_server import Fake, fake_server
from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App
from tests.system.screen import Screen
from tests.system.waiting import until
from tests.system.weston import SESSION, wayland_alone, weston

HOME = "Psoas Break"
"""The window that an app without a tray shows from its start."""

pytestmark = pytest.mark.skipif(not shutil.which("weston"), reason="needs weston")


@pytest.fixture
def wayland() -> Iterator[Desktop]:
    """A session that has a Wayland compositor and nothing of X."""
    with wayland_alone() as desktop:
        yield desktop


@pytest.fixture
def server(wayland: Desktop, qtbot: QtBot) -> Iterator[Fake]:
    with fake_server(wayland.environment["DBUS_SESSION_BUS_ADDRESS"], qtbot) as server:
        yield server


def test_a_notification_asks_instead_of_the_card(
    wayland: Desktop, server: Fake, tmp_path: Path
) -> None:
    with App(wayland, tmp_path / "profile") as app:
        app.advance("45m", "--typing")
        server.is_asked("Notify")
        server.says("ActionInvoked", "us", 7, "start")

        app.line.wait_for_state("on_break")


def test_even_one_without_buttons(
    wayland: Desktop, server: Fake, tmp_path: Path
) -> None:
    server.can("body")
    with App(wayland, tmp_path / "profile") as app:
        app.advance("45m", "--typing")

        assert server.is_asked("Notify")


# With XWayland


@pytest.fixture
def xwayland(tmp_path: Path) -> Iterator[Desktop]:
    """A session of a Wayland compositor that runs XWayland for X11 programs."""
    if not shutil.which("Xwayland"):
        pytest.skip("needs Xwayland")
    said = tmp_path / "weston"
    with (
        private_desktop(tray=False, notifications=False) as desktop,
        said.open("wb") as log,
        weston(desktop, "--xwayland", log=log),
    ):

        def display() -> str | None:
            found = re.search(r"listening on display (:\d+)", said.read_text("utf-8"))
            return found[1] if found else None

        named = until(display, "XWayland")
        environment = desktop.environment | SESSION | {"DISPLAY": named}
        with Screen(named) as screen:
            yield replace(desktop, environment=environment, screen=screen)


def test_beside_xwayland_the_card_asks(xwayland: Desktop, tmp_path: Path) -> None:
    with App(xwayland, tmp_path / "profile") as app:
        app.advance("45m", "--typing")
        card = until(
            lambda: next((w for w in app.windows() if w.title != HOME), None),
            "the card",
        )

        assert app.status()["prompt"] == "shown"
        assert xwayland.screen.has_keyboard() != card.ident
