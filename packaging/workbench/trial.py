"""A package started once: it answers, asks for a break when one is due, and ends.

Nothing but the standard library is needed, and a display on Linux; the profile is a
folder of its own, and its time moves by `advance` alone.
"""

import json
import subprocess
import tempfile
import time
from collections.abc import Sequence
from typing import Any

from workbench.errors import WorkbenchError

STARTS_WITHIN_S = 90
ENDS_WITHIN_S = 60


def try_once(command: Sequence[str]) -> None:
    """Play the story with a package that this command starts.

    Raises:
        WorkbenchError: saying what did not happen.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        words = [*command, "--profile-dir", profile]
        app = subprocess.Popen([*words, "--speed", "0", "--autostarted"])
        try:
            _play(words, app)
        finally:
            app.kill()
            app.wait()


def _play(words: Sequence[str], app: "subprocess.Popen[bytes]") -> None:
    first = _when_it_answers(words, app)
    _said(words, "advance", "46m", "--typing")
    due = json.loads(_said(words, "status", "--json"))
    if first["prompt"] == due["prompt"]:
        _fail(f"Nothing was asked after 46 minutes: {due}")
    listed = json.loads(_said(words, "exercises", "--json"))["exercises"]
    if not listed:
        _fail("It has no exercises.")
    line = _said(words, "status")
    _said(words, "quit")
    if app.wait(timeout=ENDS_WITHIN_S):
        _fail(f"It ended with exit code {app.returncode}.")
    print(f"It started, said “{line}”, knew {len(listed)} exercises, and ended.")


def _when_it_answers(
    words: Sequence[str], app: "subprocess.Popen[bytes]"
) -> dict[str, Any]:
    end = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < end:
        if app.poll() is not None:
            _fail(f"It ended at once, with exit code {app.returncode}.")
        asked = _ask(words, "status", "--json")
        if asked.returncode == 0:
            return dict(json.loads(asked.stdout))
        time.sleep(0.5)
    msg = f"It did not answer within {STARTS_WITHIN_S} s."
    raise WorkbenchError(msg)


def _said(words: Sequence[str], *more: str) -> str:
    done = _ask(words, *more)
    if done.returncode:
        _fail(f"{' '.join(more)}: {done.stdout}{done.stderr}")
    return done.stdout.strip()


def _ask(words: Sequence[str], *more: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*words, *more], capture_output=True, encoding="utf-8", check=False
    )


def _fail(why: str) -> None:
    raise WorkbenchError(why)
