"""What is loaded when: the icon shows first, and what waits in the tray stays small.

Each module costs time before the icon, or memory all day. Nothing is timed here; what
it comes to is measured by `dev.py bench`.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loaded_app import WIDGETS, widgets_in
from tests.system.process import ROOT
from tests.system.waiting import LONG, until

if sys.platform == "win32":
    pytest.skip("signals and sockets as on POSIX", allow_module_level=True)

AT_THE_ICON = """
import os, sys
from psoas_break import __main__
from psoas_break.running import icon_first
icon_first(os.environ)
print(*sys.modules, *(f"QtCore.{name}" for name in vars(sys.modules["PySide6.QtCore"])))
"""
BEFORE_THE_ICON = {
    "psoas_break",
    "psoas_break.__main__",
    "psoas_break.control_wire",
    "psoas_break.desktop",
    "psoas_break.desktop.import_sources",
    "psoas_break.desktop.preflight",
    "psoas_break.quick",
    "psoas_break.running",
    "psoas_break.storage",
    "psoas_break.storage.resources",
    "psoas_break.ui",
    "psoas_break.ui.first_icon",
    "psoas_break.ui.tray_panel",
    "psoas_break.words",
}

OF_QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}
NOT_WHILE_IDLE = [
    "psoas_break.desktop.media",
    "psoas_break.desktop.notifications",
    "psoas_break.desktop.quiet",
    "psoas_break.desktop.sound",
    "psoas_break.domain.figure",
    "psoas_break.domain.glimpse",
    "psoas_break.grammar",
    "psoas_break.storage.backup",
    "psoas_break.storage.catalogue",
    "psoas_break.storage.exercise_file",
    "sqlite3",
    "ssl",
]
"""What comes with the first prompt, break, word or record, if ever."""


@pytest.fixture(scope="module")
def at_the_icon() -> set[str]:
    """What is loaded when the icon has been shown."""
    done = subprocess.run(  # noqa: S603  our own interpreter, our own words
        [sys.executable, "-c", AT_THE_ICON],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        timeout=LONG.total_seconds(),
    )
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def in_the_tray(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What is loaded in an app that has started at login, and waits."""
    profile = tmp_path_factory.mktemp("profile")
    with subprocess.Popen(  # noqa: S603  the same
        [sys.executable, "-m", "tests.loaded_app", str(profile)],
        cwd=ROOT,
        env=nobody_s_environment(profile),
        stdout=subprocess.PIPE,
        text=True,
    ) as app:
        until((profile / "control.sock").exists, "the app to listen")
        app.terminate()
        said, _errors = app.communicate(timeout=LONG.total_seconds())
    return set(said.split())


def nobody_s_environment(home: Path) -> dict[str, str]:
    """Return ours without the user's folders and buses."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS_", "XDG_"))}
    return kept | {"HOME": str(home)}


def ours(loaded: set[str]) -> set[str]:
    """Return those modules that are our own."""
    return {name for name in loaded if name.partition(".")[0] == "psoas_break"}


def test_the_icon_shows_before_anything_else_of_ours_is_imported(
    at_the_icon: set[str],
) -> None:
    assert ours(at_the_icon) - BEFORE_THE_ICON == set()


def test_the_icon_shows_before_qt_s_names_are_made(at_the_icon: set[str]) -> None:
    assert "QtCore.QRect" in at_the_icon  # what was used is there ...
    assert "QtCore.Qt" not in at_the_icon  # ... and 12 ms of enumerations are not


def test_while_it_waits_it_holds_three_parts_of_qt(in_the_tray: set[str]) -> None:
    of_qt = {name for name in in_the_tray if name.startswith("PySide6.Qt")}

    assert of_qt == OF_QT


def test_while_it_waits_no_window_is_loaded(in_the_tray: set[str]) -> None:
    assert widgets_in(in_the_tray) - WIDGETS == set()


def test_what_a_break_needs_is_not_loaded_before_one(in_the_tray: set[str]) -> None:
    too_early = {
        name
        for name in in_the_tray
        for package in NOT_WHILE_IDLE
        if f"{name}.".startswith(f"{package}.")
    }

    assert too_early == set()
