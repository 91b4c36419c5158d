"""The real app on a private desktop: its process, its windows, its icon."""

import json
import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from psoas_break.desktop.clock_origin import ORIGIN_FILE
from psoas_break.ui.theme import DARK, LIGHT
from tests.system.command_line import CommandLine
from tests.system.desktop import Desktop
from tests.system.picture import Box
from tests.system.process import end
from tests.system.screen import Window
from tests.system.waiting import until

NINE = datetime.fromisoformat("2026-03-02T09:00:00+00:00")
"""A Monday morning, far from the start of a day and from any change of clocks."""

NO_APP = 3
A_BUTTON_IS_WIDER = 60
AN_EMPTY_WINDOW_HAS = 2  # colours


def begin_at_nine(profile: Path) -> None:
    """Make a fresh profile whose time begins at nine in the morning."""
    profile.mkdir(exist_ok=True)
    origin = json.dumps({"app_wall": NINE.isoformat()})
    (profile / ORIGIN_FILE).write_text(origin, "utf-8")


class App:
    """One profile and, between `start` and its end, the process that uses it."""

    def __init__(
        self, desktop: Desktop, profile: Path, *, speed: float = 0, fresh: bool = True
    ) -> None:
        self.desktop = desktop
        self.line = CommandLine(profile, desktop.environment)
        self.log = profile.with_suffix(".log")
        self._speed = speed
        self._process: subprocess.Popen[bytes] | None = None
        if fresh:
            begin_at_nine(profile)

    @property
    def process(self) -> "subprocess.Popen[bytes]":
        """The running app."""
        assert self._process is not None
        return self._process

    def start(self) -> None:
        """Start the app and wait until it answers."""
        command = self.line.words("--speed", f"{self._speed:g}")
        with self.log.open("ab") as log:
            self._process = self.desktop.start(*command, log=log)
        until(self._answers, "the app to answer")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def tell(self, *words: str) -> str:
        """Say something that must go well and return its answer."""
        return self.line.tell(*words)

    def status(self) -> dict[str, Any]:
        """Return `status --json`."""
        return self.line.status()

    def history(self) -> dict[str, Any]:
        """Return `history --json`."""
        return self.line.history()

    def advance(self, span: str, *how: str) -> None:
        """Let app time pass at speed 0: idle, or `--typing`, or `--asleep`."""
        self.line.advance(span, *how)

    def windows(self) -> list[Window]:
        """Return the app's visible windows."""
        return self.desktop.screen.windows_of(self.process.pid)

    def wait_for_window(self) -> Window:
        """Wait until the app shows a window and has painted it."""
        return until(self._painted_window, "a window of the app")

    def wait_until_windows_are_gone(self) -> None:
        """Wait until the app shows no window."""
        until(lambda: not self.windows(), "the app's windows to go")

    def icon(self) -> Window:
        """Wait for the app's icon in the tray and return it."""
        icons = self.desktop.screen.tray_icons
        return until(icons, "the icon in the tray")[0]

    def primary_button(self, window: Window) -> Box:
        """Return where a window's one filled button is on the screen."""
        box = until(lambda: self._filled(window), "a filled button")
        return Box(window.box.x + box.x, window.box.y + box.y, box.width, box.height)

    def soft_button_above(self, window: Window, below: Box) -> Box:
        """Return where a window's soft button above another one is on the screen."""
        top = Box(window.box.x, window.box.y, window.box.width, below.y - window.box.y)
        box = until(lambda: self._block(top, "soft"), "a soft button")
        return Box(top.x + box.x, top.y + box.y, box.width, box.height)

    def kill(self) -> None:
        """End the app as a power cut would."""
        self.process.kill()
        self.process.wait()

    def end(self) -> int | None:
        """End the app if it runs, and return its exit code."""
        return end(self._process) if self._process else None

    def ends_within(self, limit: timedelta) -> int:
        """Ask the app to end, and return the exit code it ends with in time."""
        self.process.terminate()
        return self.process.wait(limit.total_seconds())

    def _answers(self) -> bool:
        if self.process.poll() is not None:
            msg = f"the app ended with {self.process.returncode}:\n"
            raise AssertionError(msg + self.log.read_text("utf-8", "replace"))
        return self.line.say("status").returncode == 0

    def _painted_window(self) -> Window | None:
        for window in self.windows():
            picture = self.desktop.screen.picture(window.box)
            if len(picture.colours()) > AN_EMPTY_WINDOW_HAS:
                return window
        return None

    def _filled(self, window: Window) -> Box | None:
        return self._block(window.box, "accent")

    def _block(self, where: Box, role: str) -> Box | None:
        """Return where in a part of the screen one of our colours fills most."""
        picture = self.desktop.screen.picture(where)
        for theme in (LIGHT, DARK):
            shade = getattr(theme, role)
            colour = (shade.red(), shade.green(), shade.blue())
            if found := picture.box_of(colour, run=A_BUTTON_IS_WIDER):
                return found
        return None
