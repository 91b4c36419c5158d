"""A routine of one's own, from the home window's menu to the break, without a mouse."""

import tomllib
from typing import Any

import pytest

from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.screen import Window
from tests.system.waiting import until

PAST_THE_ROW = ("Tab", "Tab", "Tab")
"""From a row's grip over its amount and its cross to what comes after it."""


@pytest.fixture
def home(app: App) -> Window:
    """The home window."""
    app.tell("show")
    return app.wait_for_window()


@pytest.fixture
def editor(app: App, desktop: Desktop, home: Window) -> Window:
    """The window in which routines are made, opened by keys alone."""
    desktop.focus(home)
    desktop.key("shift+Tab")  # to the window's last button
    _open_own_routines(app, desktop)
    desktop.key("Return")  # Make and order them…
    opened = until(lambda: _titled(app, "Your routines"), "the routine editor")
    desktop.focus(opened)
    return opened


@pytest.mark.usefixtures("editor")
def test_a_routine_is_made_ordered_and_started_by_keys_alone(
    app: App, desktop: Desktop
) -> None:
    desktop.key("ctrl+n")
    desktop.types("After lunch")
    desktop.key("Tab")
    _add(app, desktop, 1)
    until(lambda: len(_kept(app)) == 1, "the first exercise to be kept")
    desktop.key(*PAST_THE_ROW)
    _add(app, desktop, 2)
    until(lambda: len(_kept(app)) == 2, "the second exercise to be kept")
    before = _kept(app)

    desktop.key("Up")

    until(lambda: _kept(app) == before[::-1], "the order to be kept")
    desktop.key("Escape")
    until(lambda: _titled(app, "Your routines") is None, "the editor to go")
    home = app.wait_for_window()
    desktop.focus(home)
    _open_own_routines(app, desktop)
    desktop.key("Return")  # After lunch
    app.line.wait_for_state("on_break")


def _open_own_routines(app: App, desktop: Desktop) -> None:
    """Open the home window's ⋯, which has the focus, and in it one's own routines."""
    _open(app, desktop, 1, "space")
    _open(app, desktop, 2, "Down", "Down", "Right")


def _add(app: App, desktop: Desktop, kind: int) -> None:
    """Add the first exercise of a kind, with the button for it in focus."""
    _open(app, desktop, 1, "space")
    _open(app, desktop, 2, *["Down"] * kind, "Right")
    desktop.key("Return")
    until(lambda: not _menus(app), "the menus to go")


def _open(app: App, desktop: Desktop, count: int, *keys: str) -> None:
    """Press keys that open a menu, and wait for it: the next ones are for it."""
    desktop.key(*keys)
    until(lambda: len(_menus(app)) == count, f"menu {count}")


def _menus(app: App) -> list[Window]:
    return [window for window in app.windows() if window.free]


def _titled(app: App, title: str) -> Window | None:
    return next((one for one in app.windows() if title in one.title), None)


def _kept(app: App) -> list[Any]:
    """Return the exercises of the routine in the file, in order."""
    file = app.line.profile / "routines.toml"
    found = tomllib.loads(file.read_text("utf-8")) if file.exists() else {}
    return [item["exercise"] for item in found["routine"][0]["item"]] if found else []
