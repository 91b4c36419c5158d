"""Starts at login under macOS: a LaunchAgent of the user.

Source: launchd.plist(5). The app runs in the user's session (LimitLoadToSessionType
Aqua) and is not started again when it is quit.
"""

import plistlib
from collections.abc import Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

LABEL = "io.github.psoas_break.psoas_break"


class LaunchAgentAutostart:
    """Writes, reads and removes the agent's file."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        """Name the folder and what is to be started: absolute path and arguments."""
        self._file = folder / f"{LABEL}.plist"
        self._command = list(command)

    def is_on(self) -> bool:
        """Return whether launchd would start the app."""
        try:
            agent = plistlib.loads(self._file.read_bytes())
        except (OSError, plistlib.InvalidFileException, ExpatError):
            return False
        return bool(agent.get("RunAtLoad")) and not agent.get("Disabled")

    def set(self, *, on: bool) -> bool:
        """Write the file, or remove it; done when this returns.

        Raises:
            OSError: when the folder cannot be written.
        """
        if not on:
            self._file.unlink(missing_ok=True)
            return True
        agent = {
            "Label": LABEL,
            "ProgramArguments": self._command,
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        fresh.write_bytes(plistlib.dumps(agent))
        fresh.replace(self._file)
        return True
