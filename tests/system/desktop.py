"""A whole desktop of its own: X server, D-Bus, window manager, tray, home folder.

Nothing in it reaches the desktop of whoever runs the tests, and several can run
side by side: every number and address is chosen by the program it belongs to.
"""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.system.process import end, is_alive, started
from tests.system.screen import Screen, Window
from tests.system.waiting import until

PANEL = """\
panel_items = S
panel_size = 100% 30
panel_position = bottom center horizontal
panel_monitor = all
panel_dock = 0
wm_menu = 0
strut_policy = follow_size
systray_padding = 4 4 4
systray_icon_size = 22
disable_transparency = 1
rounded = 1
border_width = 0
background_color = {colour} 100
panel_background_id = 1
"""

FONTS = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <alias><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>
"""
"""The same letters on every machine, whatever its own default is."""

DARK_PANEL = "#202428"
LIGHT_PANEL = "#e8e6e1"


@dataclass(frozen=True, slots=True)
class Desktop:
    """A running desktop: what a program needs to be on it, and what it shows."""

    screen: Screen
    environment: dict[str, str]
    home: Path
    pids: dict[str, int]
    within: tuple[str, ...] = ()
    """What starts each program, should it not be started plainly."""

    def start(
        self, *command: str, log: IO[bytes] | None = None
    ) -> "subprocess.Popen[bytes]":
        """Start a program on this desktop; the caller ends it."""
        return started((*self.within, *command), self.environment, log=log)

    def key(self, *keys: str) -> None:
        """Press keys, as a hand on the keyboard would."""
        self._xdotool("key", "--delay", "10", *keys)

    @contextmanager
    def holding(self, key: str) -> Iterator[None]:
        """Hold a key down for as long as the block lasts."""
        self._xdotool("keydown", key)
        try:
            yield
        finally:
            self._xdotool("keyup", key)

    def types(self, text: str) -> None:
        """Type a text into whatever has the keyboard."""
        self._xdotool("type", "--delay", "10", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Move the pointer there and click."""
        self._xdotool("mousemove", "--sync", str(x), str(y), "click", str(button))

    def points_at(self, x: int, y: int) -> None:
        """Move the pointer there."""
        self._xdotool("mousemove", str(x), str(y))

    def focus(self, window: Window) -> None:
        """Give a window the keyboard."""
        self._xdotool("windowfocus", "--sync", str(window.ident))

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments], env=self.environment, check=True, timeout=60
        )


@contextmanager
def private_desktop(
    *,
    size: str = "1280x800",
    tray: bool = True,
    panel: str = DARK_PANEL,
    notifications: bool = True,
    home: Path | None = None,
) -> Iterator[Desktop]:
    """Run a desktop for as long as the block lasts.

    Args:
        size: Width and height of its screen in pixels.
        tray: Whether there is a panel with a tray.
        panel: The panel's colour.
        notifications: Whether there is a notification daemon.
        home: A home folder to keep; without, there is a fresh one.
    """
    with ExitStack() as stack:
        if home is None:
            home = Path(tempfile.mkdtemp(prefix="psoas-desk-"))
            stack.callback(shutil.rmtree, home, ignore_errors=True)
        environment = _bare_environment(home)
        pids = {}
        display, pids["Xvfb"] = stack.enter_context(_x_server(environment, size))
        environment["DISPLAY"] = display
        address, pids["dbus-daemon"] = stack.enter_context(_bus(environment))
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        # Whatever the machine's own buses know is none of the tests' business. Nobody
        # listens here unless somebody begins to.
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = f"unix:path={home / 'system-bus'}"
        screen = stack.enter_context(Screen(display))
        pids["openbox"] = stack.enter_context(_window_manager(environment, home))
        if notifications:
            dunst = stack.enter_context(_running(["dunst"], environment))
            pids["dunst"] = dunst.pid
        desktop = Desktop(screen, environment, home, pids)
        if tray:
            pids["tint2"] = stack.enter_context(tray_panel(desktop, panel))
        yield desktop


@contextmanager
def tray_panel(desktop: Desktop, colour: str = DARK_PANEL) -> Iterator[int]:
    """Run a panel with a tray along the bottom of the screen; yield its process id."""
    config = desktop.home / "tint2rc"
    config.write_text(PANEL.format(colour=colour), "utf-8")
    with _running(["tint2", "-c", str(config)], desktop.environment) as panel:
        until(lambda: is_alive(panel) and desktop.screen.tray(), "a tray")
        yield panel.pid


@contextmanager
def _x_server(environment: dict[str, str], size: str) -> Iterator[tuple[str, int]]:
    reader, writer = os.pipe()
    command = [
        *("Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24"),
        *("-nolisten", "tcp", "-noreset", "-dpi", "96"),
    ]
    with _running(command, environment, keep=(writer,)) as process:
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            number = answers.readline().decode().strip()
        if not number:
            msg = "Xvfb did not start"
            raise OSError(msg)
        yield f":{number}", process.pid


@contextmanager
def _bus(environment: dict[str, str]) -> Iterator[tuple[str, int]]:
    reader, writer = os.pipe()
    command = [
        *("dbus-daemon", "--session", "--nofork", "--nopidfile"),
        f"--print-address={writer}",
    ]
    with _running(command, environment, keep=(writer,)) as process:
        os.close(writer)
        with os.fdopen(reader, "rb") as answers:
            yield answers.readline().decode().strip(), process.pid


@contextmanager
def _window_manager(environment: dict[str, str], home: Path) -> Iterator[int]:
    """Run openbox, and wait until it really manages windows.

    It says that it is there some time before; a window shown meanwhile would
    never appear. What it runs on its startup comes last.
    """
    ready = home / "openbox-is-ready"
    ready.unlink(missing_ok=True)
    command = ["openbox", "--startup", f"touch {shlex.quote(str(ready))}"]
    with _running(command, environment) as process:
        until(lambda: is_alive(process) and ready.exists(), "the window manager")
        yield process.pid


@contextmanager
def _running(
    command: Sequence[str], environment: dict[str, str], keep: tuple[int, ...] = ()
) -> Iterator["subprocess.Popen[bytes]"]:
    process = started(command, environment, keep=keep)
    try:
        yield process
    finally:
        end(process)


def _bare_environment(home: Path) -> dict[str, str]:
    """Return an environment with private folders and nothing of the user's."""
    folders = {
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {
        name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ
    }
    return {
        **kept,
        **{name: str(folder) for name, folder in folders.items()},
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONUNBUFFERED": "1",
    }
