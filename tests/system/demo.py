"""A working morning in about two minutes: `python3 dev.py demo`.

On a private desktop somebody types into a terminal, and the app runs at sixty
times its speed. On a real screen nothing may type into the user's windows: there
the app is told that somebody types, and its time is moved on by hand, as fast.
"""

import argparse
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.system.demo_stages import Stage, private_stage, real_stage
from tests.system.process import ROOT
from tests.system.waiting import seconds_now

PICTURES = ROOT / "demo"
PATIENCE = timedelta(seconds=100)
A_WHILE = timedelta(minutes=10)


def main() -> int:
    """Play the morning and say where its pictures are."""
    parser = argparse.ArgumentParser(prog="dev.py demo", description=__doc__)
    parser.add_argument("--private", action="store_true")
    parser.add_argument("--pictures", type=Path, default=PICTURES)
    parser.add_argument("--short", action="store_true", help="only the first break")
    options = parser.parse_args()
    there = private_stage(options.pictures) if options.private else real_stage()
    with there as stage:
        morning = Morning(stage)
        morning.first_break()
        if not options.short:
            morning.coffee()
            morning.second_prompt()
        morning.ends()
    for picture in sorted(options.pictures.glob("*.png") if options.private else ()):
        sys.stdout.write(f"picture: {picture}\n")
    return 0


class Morning:
    """What happens, told in a line per event."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._seen: tuple[str, str] = ("", "")
        self._told: set[str] = set()

    def first_break(self) -> None:
        """Work until the prompt comes, and take the break it offers."""
        self._say("somebody sits down to work")
        self._stage.picture("tray")
        self._stage.works()
        self._until(lambda now: now["prompt"] == "shown", "the first prompt")
        self._stage.picture("prompt")
        self._stage.starts_the_break()
        self._until(lambda now: now["state"] == "on_break", "the guided break")
        self._stage.moment()
        self._stage.picture("guided-break")
        self._until(lambda now: now["state"] != "on_break", "the end of the break")

    def coffee(self) -> None:
        """Work for a while, then leave the desk long enough for a natural break."""
        self._stage.works()
        back_at = self._stage.clock() + A_WHILE
        self._until(lambda _: self._stage.clock() > back_at, "ten minutes of work")
        self._say("somebody goes for a coffee")
        self._stage.leaves()
        self._until(lambda now: now["state"] == "away", "the absence")
        back_at = self._stage.clock() + A_WHILE / 2
        self._until(lambda _: self._stage.clock() > back_at, "the coffee")
        self._say("and comes back")
        self._stage.works()
        self._until(lambda now: now["state"] == "sitting", "the return")

    def second_prompt(self) -> None:
        """Put the next prompt off once, then breathe."""
        self._until(lambda now: now["prompt"] == "shown", "the second prompt")
        self._say("not now: in five minutes")
        self._stage.line.tell("snooze", "5m")
        self._until(lambda now: now["prompt"] == "shown", "the prompt again")
        self._say("a few slow breaths instead")
        self._stage.leaves()
        self._stage.line.tell("start", "breathe")
        self._until(lambda now: now["state"] == "on_break", "the breathing")
        self._stage.moment()  # one to get into place, one to breathe in
        self._stage.moment()
        self._stage.picture("breathing")
        self._until(lambda now: now["state"] != "on_break", "the end of the breathing")

    def ends(self) -> None:
        """Say what is in the history."""
        today = self._stage.line.status()["today"]
        self._say(
            f"today: {today['breaks']} breaks, {today['natural_breaks']} natural, "
            f"left {today['stretch_left_s']:.0f} s, "
            f"right {today['stretch_right_s']:.0f} s"
        )

    def _until(self, holds: Callable[[dict[str, Any]], bool], what: str) -> None:
        limit = seconds_now() + PATIENCE.total_seconds()
        while not holds(self._look()):
            if seconds_now() > limit:
                msg = f"waited {PATIENCE.seconds} s in vain for {what}"
                raise TimeoutError(msg)
            self._stage.moment()

    def _look(self) -> dict[str, Any]:
        """Tell what is new, and return the status."""
        status = self._stage.line.status()
        now = (status["state"], status["prompt"])
        if now != self._seen:
            self._seen = now
            self._say(status["line"])
            self._tell_history()
        return status

    def _tell_history(self) -> None:
        history = self._stage.line.history()
        for session in history["sessions"]:
            if session["ended"]:
                done = f"{session['routine']}, {session['outcome']}"
                self._once(session["id"], f"recorded: {done}")
        for absence in history["natural_breaks"]:
            self._once(absence["started"], "recorded: a natural break")

    def _once(self, key: str, line: str) -> None:
        if key not in self._told:
            self._told.add(key)
            self._say(line)

    def _say(self, line: str) -> None:
        sys.stdout.write(f"{self._stage.clock():%H:%M}  {line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
