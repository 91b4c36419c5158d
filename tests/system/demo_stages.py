"""The two places where the demo's morning can be played."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from tests.system.command_line import CommandLine
from tests.system.desktop import private_desktop
from tests.system.picture import Box
from tests.system.process import end, started
from tests.system.running_app import NINE, App, begin_at_nine
from tests.system.typist import Typist
from tests.system.waiting import seconds_now, until
from tests.system.xterm import terminal

SPEED = 60
MOMENT = timedelta(seconds=0.25)
AT_WORK = timedelta(seconds=25)
ON_BREAK = timedelta(seconds=3)
"""How much of the morning passes in a moment on a real screen."""
TIME_TO_LOOK = timedelta(seconds=10)


class Stage(Protocol):
    """Where the morning happens."""

    line: CommandLine

    def clock(self) -> datetime:
        """Return what the wall clock of the morning reads."""

    def moment(self) -> None:
        """Let a little of the morning go by."""

    def works(self) -> None:
        """Type from now on."""

    def leaves(self) -> None:
        """Touch nothing from now on."""

    def starts_the_break(self) -> None:
        """Answer the prompt with Start."""

    def picture(self, name: str) -> None:
        """Keep a picture of what the app shows, where one can be taken."""


class PrivateStage:
    """A desktop of its own, where somebody types into a terminal."""

    def __init__(self, app: App, typist: Typist, pictures: Path) -> None:
        self.line = app.line
        self._app = app
        self._typist = typist
        self._pictures = pictures
        self._began = seconds_now()

    def clock(self) -> datetime:
        return NINE + timedelta(seconds=(seconds_now() - self._began) * SPEED)

    def moment(self) -> None:
        threading.Event().wait(MOMENT.total_seconds())

    def works(self) -> None:
        self._typist.works()

    def leaves(self) -> None:
        self._typist.leaves()

    def starts_the_break(self) -> None:
        sys.stdout.write("       (a click on Start)\n")
        card = self._app.wait_for_window()
        self._typist.leaves()
        self._app.desktop.click(*self._app.primary_button(card).centre)

    def picture(self, name: str) -> None:
        screen = self._app.desktop.screen
        if name == "tray":
            icon = self._app.icon().box
            around = Box(icon.x - 4, icon.y - 4, 6 * icon.width, icon.height + 8)
            screen.picture(around).save(self._pictures / "tray.png")
            return
        window = self._app.wait_for_window()
        screen.picture(window.box).save(self._pictures / f"{name}.png")
        screen.picture(screen.whole()).save(self._pictures / f"{name}-screen.png")


class RealStage:
    """The screen there is: the app is told that time passes and somebody types."""

    def __init__(self, line: CommandLine) -> None:
        self.line = line
        self._at_work = True
        self._now = NINE

    def clock(self) -> datetime:
        return self._now

    def moment(self) -> None:
        """Let time pass, but none while the prompt waits for whoever looks on."""
        status = self.line.status()
        if status["prompt"] != "shown":
            span = ON_BREAK if status["state"] == "on_break" else AT_WORK
            window = status["next_break"]
            thinks = window is not None and window["earliest_s"] == 0
            typing = ["--typing"] if self._at_work and not thinks else []
            self.line.advance(f"{span.total_seconds():g}s", *typing)
            self._now += span
        threading.Event().wait(MOMENT.total_seconds())

    def works(self) -> None:
        self._at_work = True

    def leaves(self) -> None:
        self._at_work = False

    def starts_the_break(self) -> None:
        """Give whoever looks on the time to click, and start the break if not."""
        sys.stdout.write("       (click on Start, or it starts by itself)\n")
        sys.stdout.flush()
        limit = seconds_now() + TIME_TO_LOOK.total_seconds()
        until(
            lambda: seconds_now() > limit or self.line.status()["prompt"] != "shown",
            "an answer",
        )
        if self.line.status()["prompt"] == "shown":
            self.line.tell("start", "stretch")

    def picture(self, name: str) -> None:
        """Take none: what else is on the user's screen is nobody's business."""


@contextmanager
def private_stage(pictures: Path) -> Iterator[Stage]:
    """Run the app on a private desktop, with somebody who types."""
    with (
        private_desktop() as desktop,
        tempfile.TemporaryDirectory(prefix="psoas-demo-") as folder,
        terminal(desktop) as work,
    ):
        app = App(desktop, Path(folder) / "profile", speed=SPEED)
        try:
            with app, Typist(desktop, work) as typist:
                yield PrivateStage(app, typist, pictures)
        finally:
            sys.stderr.write(app.log.read_text("utf-8", "replace"))


@contextmanager
def real_stage() -> Iterator[Stage]:
    """Run the app on the screen there is, with its time standing still."""
    with tempfile.TemporaryDirectory(prefix="psoas-demo-") as folder:
        profile = Path(folder) / "profile"
        begin_at_nine(profile)
        line = CommandLine(profile, dict(os.environ))
        process = started(line.words("--speed", "0"), os.environ)
        try:
            until(lambda: line.say("status").returncode == 0, "the app to answer")
            yield RealStage(line)
        finally:
            line.say("quit")
            try:
                process.wait(TIME_TO_LOOK.total_seconds())
            except subprocess.TimeoutExpired:
                end(process)
