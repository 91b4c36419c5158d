import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from psoas_break.desktop import preflight
from psoas_break.desktop.preflight import displays, platform_theme, platforms
from tests.desktop.servers import x_server

START = """
import os, sys
from psoas_break.desktop.preflight import NO_DISPLAY, NoDisplay, create_application
try:
    app = create_application(sys.argv, os.environ)
except NoDisplay as reason:
    print(reason, file=sys.stderr)
    sys.exit(NO_DISPLAY)
print(app.platformName())
"""

PAINT = """
import os, sys
from psoas_break.desktop.preflight import create_application
app = create_application(sys.argv, os.environ)
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
picture = QImage(600, 600, QImage.Format.Format_RGB32)
before = len(os.listdir("/proc/self/task"))
with QPainter(picture) as p:
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(QColor(0, 90, 80, 50))
    p.drawEllipse(5, 5, 590, 590)
print(len(os.listdir("/proc/self/task")) - before)
"""

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="displays of Linux")


def started(
    tmp_path: Path, script: str = START, **environ: str
) -> "subprocess.CompletedProcess[str]":
    """Start an application in a process of its own: Qt may abort it."""
    bare = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    return subprocess.run(  # noqa: S603  our own words
        [sys.executable, "-c", script],
        env=bare | environ,
        capture_output=True,
        text=True,
        check=False,
    )


@linux_only
def test_without_a_display_there_is_one_line_and_a_code(tmp_path: Path) -> None:
    tried = started(tmp_path)
    assert (tried.returncode, tried.stderr) == (
        2,
        "There is no display: DISPLAY is not set.\n",
    )


@linux_only
@pytest.mark.parametrize("platform", ["", "xcb"], ids=["our choice", "the user's"])
def test_a_display_that_does_not_answer_is_named(tmp_path: Path, platform: str) -> None:
    tried = started(tmp_path, DISPLAY="nowhere:7", QT_QPA_PLATFORM=platform)
    assert (tried.returncode, tried.stderr) == (
        2,
        "The display cannot be reached (DISPLAY=nowhere:7).\n",
    )


@linux_only
def test_a_platform_that_does_not_exist_is_no_crash(tmp_path: Path) -> None:
    tried = started(tmp_path, QT_QPA_PLATFORM="hologram")
    assert (tried.returncode, tried.stderr.count("\n")) == (2, 1)


@linux_only
@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_on_an_x_server_the_app_runs_on_it(tmp_path: Path) -> None:
    with x_server() as x:
        tried = started(tmp_path, DISPLAY=x.address)
    assert (tried.returncode, tried.stdout) == (0, "xcb\n")


@linux_only
def test_whoever_wants_no_display_gets_none(tmp_path: Path) -> None:
    tried = started(tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (tried.returncode, tried.stdout) == (0, "offscreen\n")


@pytest.mark.parametrize(
    ("environ", "wanted"),
    [
        ({"DISPLAY": ":0"}, "xcb;offscreen"),
        ({"WAYLAND_DISPLAY": "w"}, "wayland;offscreen"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, "xcb;wayland;offscreen"),
        ({"QT_QPA_PLATFORM": "wayland"}, "wayland;offscreen"),
        ({"QT_QPA_PLATFORM": "minimal"}, "minimal"),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, "vnc:size=800x600"),
    ],
)
def test_platforms_are_tried_in_order(environ: dict[str, str], wanted: str) -> None:
    assert platforms(environ) == wanted


@pytest.mark.parametrize(
    ("environ", "theme"),
    [
        ({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, "gnome"),
        ({"XDG_CURRENT_DESKTOP": "XFCE"}, "gnome"),
        ({"XDG_CURRENT_DESKTOP": "KDE"}, None),
        ({}, None),
        ({"XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORMTHEME": "gtk3"}, None),
    ],
)
def test_gtk_is_not_loaded_for_colours_alone(
    environ: dict[str, str], theme: str | None
) -> None:
    assert platform_theme(environ) == theme


def test_displays_are_those_the_session_names() -> None:
    assert displays({"DISPLAY": "", "WAYLAND_DISPLAY": "w"}) == ("WAYLAND_DISPLAY",)


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    complaint = (
        "libxcb-cursor.so.0: cannot open shared object file: No such file or directory"
    )
    monkeypatch.setattr(preflight, "_missing_library", lambda: complaint)
    reason = preflight._reason({"DISPLAY": ":0"}, ["could not connect"])
    assert reason == "A system library is missing: libxcb-cursor.so.0."


@linux_only
def test_a_large_fill_starts_no_threads(tmp_path: Path) -> None:
    painted = started(tmp_path, PAINT, QT_QPA_PLATFORM="offscreen")

    assert painted.stdout.strip() == "0"
