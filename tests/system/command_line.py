"""Speaking to an app as a user's scripts would: by its command line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.system.process import ROOT
from tests.system.waiting import LONG, until

PROGRAM = "PSOAS_BREAK_PROGRAM"
"""Names the program to play the stories with, where it is not the checkout's: that
of a bundle, or of an installed package."""


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The command line of one profile, in one environment."""

    profile: Path
    environment: Mapping[str, str]

    def words(self, *words: str) -> list[str]:
        """Return the command that says something to this profile."""
        named = os.environ.get(PROGRAM)
        app = [named] if named else [sys.executable, "-m", "psoas_break"]
        return [*app, "--profile-dir", str(self.profile), *words]

    def say(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Say something and return what came of it."""
        return subprocess.run(
            self.words(*words),
            env=dict(self.environment),
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=4 * LONG.total_seconds(),
        )

    def tell(self, *words: str) -> str:
        """Say something that must go well and return its answer."""
        done = self.say(*words)
        if done.returncode:
            msg = f"{' '.join(words)}: exit code {done.returncode}: {done.stderr}"
            raise AssertionError(msg)
        return done.stdout

    def status(self) -> dict[str, Any]:
        """Return `status --json`."""
        return dict(json.loads(self.tell("status", "--json")))

    def history(self) -> dict[str, Any]:
        """Return `history --json`."""
        return dict(json.loads(self.tell("history", "--json")))

    def advance(self, span: str, *how: str) -> None:
        """Let app time pass at speed 0: idle, or `--typing`, or `--asleep`."""
        self.tell("advance", span, *how)

    def wait_for_state(self, state: str) -> dict[str, Any]:
        """Wait until the app is in a state and return that status."""

        def there() -> dict[str, Any] | None:
            status = self.status()
            return status if status["state"] == state else None

        return until(there, f"the state {state}")
