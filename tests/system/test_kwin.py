"""A Wayland session as KDE has it: a real KWin tells how long nobody has moved."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from psoas_break.storage.places import Places
from tests.system.command_line import CommandLine
from tests.system.desktop import Desktop, private_desktop
from tests.system.process import end
from tests.system.running_app import App
from tests.system.waiting import until

FAST = 120
OFTEN = "[reminders]\nearliest_min = 5\nlatest_min = 60\n"
SIZE = 400


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[Desktop]:
    """A session of KWin's that has X too; KWin itself lies in a window of ours."""
    installed = shutil.which("kwin_wayland")
    if not installed:
        pytest.skip("needs kwin_wayland")
    # A copy has not the right to a real-time schedule, which a container refuses.
    program = shutil.copyfile(installed, tmp_path / "kwin_wayland")
    program.chmod(0o755)
    with private_desktop(notifications=False) as desktop:
        nested = ("--x11-display", desktop.environment["DISPLAY"])
        compositor = desktop.start(
            *(str(program), "--no-lockscreen", "--no-global-shortcuts", *nested),
            *("--socket", "wayland-test", "--width", str(SIZE), "--height", str(SIZE)),
        )
        socket = Path(desktop.environment["XDG_RUNTIME_DIR"]) / "wayland-test"
        try:
            until(socket.exists, "the compositor")
            session = {"WAYLAND_DISPLAY": "wayland-test", "XDG_SESSION_TYPE": "wayland"}
            yield replace(desktop, environment=desktop.environment | session)
        finally:
            end(compositor)


def moves_the_pointer(desktop: Desktop) -> None:
    """Move it to and fro over the compositor's window."""
    middle = desktop.screen.whole()
    for step in (0, 10):
        desktop.points_at(middle.width // 2 + step, middle.height // 2)


def test_idle_time_is_what_the_compositor_tells(
    wayland: Desktop, tmp_path: Path
) -> None:
    line = CommandLine(tmp_path / "profile", wayland.environment)

    found = json.loads(line.tell("doctor", "--json"))

    assert (found["windows"], found["idle"]["name"]) == ("xcb", "ext-idle-notify")
    assert found["idle"]["remedy"] is None


def test_nobody_moves_and_somebody_returns(wayland: Desktop, tmp_path: Path) -> None:
    app = App(wayland, tmp_path / "profile", speed=FAST)
    (tmp_path / "profile" / "settings.toml").write_text(OFTEN, "utf-8")
    with app:
        away = app.line.wait_for_state("away")

        def is_back() -> bool:
            moves_the_pointer(wayland)
            return bool(app.status()["state"] != "away")

        until(is_back, "the return")

    assert away["idle"] == "ext-idle-notify"


def is_there(app: App) -> bool:
    """Whether the app takes somebody to be at the desk, as it keeps that on disk.

    To ask it would be a look, and a look may find what the compositor did not tell.
    """
    kept = Places.inside(app.line.profile).anchors / "reminder.json"
    presence = json.loads(kept.read_text("utf-8"))["state"].get("presence", {})
    return bool(presence.get("is", "Present") == "Present")


def takes_a_break(app: App) -> None:
    """Do a whole break, and wait until the walk after it has begun.

    At this speed somebody may be taken to be away before it begins, too.
    """
    app.tell("start", "R2")
    until(lambda: any(one["ended"] for one in app.history()["sessions"]), "its end")
    until(lambda: not is_there(app), "the walk after it")


def test_after_a_break_the_compositor_tells_of_the_return(
    wayland: Desktop, tmp_path: Path
) -> None:
    with App(wayland, tmp_path / "profile", speed=FAST) as app:
        takes_a_break(app)

        def is_back() -> bool:
            moves_the_pointer(wayland)
            return is_there(app)

        until(is_back, "the return")
