"""The shortest way to the running app: the words go over as they are.

What the words mean is read there (`grammar.understand`), so this side imports neither
the grammar nor the commands, and an answer comes about as fast as Python starts.
"""

import json
import os
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from psoas_break.control_wire import NotRunning, Unanswered, ask, socket_path

REFUSED, USAGE, NOT_RUNNING = 1, 2, 3
"""Exit codes: the app said no; the words were off; no app is running."""

FOR_THE_APP = frozenset(
    {
        "status",
        "start",
        "snooze",
        "skip",
        "moved",
        "undo",
        "was-sitting",
        "standing",
        "meeting",
        "pause",
        "resume",
        "settings",
        "show",
        "quit",
        "advance",
    }
)
"""The words only a running app can answer."""

ANSWERS_WITHIN = timedelta(seconds=15)
ADVANCES_WITHIN = timedelta(minutes=30)


def run(words: Sequence[str]) -> int | None:
    """Have the running app carry out the words; returns an exit code.

    None means that they need the whole grammar: for help, for a mistake when no app
    runs, or for what is read from files.
    """
    profile, rest = _profile_and_rest(words)
    if not rest or rest[0] not in FOR_THE_APP or {"-h", "--help"} & set(rest):
        return None
    try:
        answer = say(rest, profile)
    except NotRunning:
        return None
    except (Unanswered, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return NOT_RUNNING
    return tell(answer, as_json="--json" in rest)


def say(words: Sequence[str], profile: Path | None) -> dict[str, object]:
    """Send words to the running app and return its answer.

    Raises:
        NotRunning: when no app listens.
        Unanswered: when one does, and does not answer.
        OSError: when it is another user's.
    """
    waits = ADVANCES_WITHIN if words[0] == "advance" else ANSWERS_WITHIN
    return ask(socket_path(profile, os.environ), {"words": list(words)}, waits)


def tell(answer: dict[str, object], *, as_json: bool) -> int:
    """Print an answer; returns the exit code that goes with it."""
    line = str(answer.get("line") or "")
    if not answer.get("ok"):
        sys.stderr.write(f"{line}\n")
        return USAGE if answer.get("usage") else REFUSED
    if as_json:
        line = json.dumps(answer.get("data"), ensure_ascii=False, indent=2)
    if line:
        sys.stdout.write(f"{line}\n")
    return 0


def _profile_and_rest(words: Sequence[str]) -> tuple[Path | None, Sequence[str]]:
    """Split off `--profile-dir DIR` in front; any other option needs the grammar."""
    match list(words):
        case ["--profile-dir", folder, *rest]:
            return Path(folder), rest
        case [first, *rest] if first.startswith("--profile-dir="):
            return Path(first.partition("=")[2]), rest
        case rest:
            return None, rest
