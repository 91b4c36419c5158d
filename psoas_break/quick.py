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
from typing import NamedTuple

from psoas_break.control_wire import NotRunning, Unanswered, ask, socket_path

REFUSED, USAGE, NOT_RUNNING = 1, 2, 3
"""Exit codes: the app said no; the words were off; no app is running."""

FOR_THE_APP = frozenset(
    {
        "status",
        "start",
        "breathe",
        "favourite",
        "leave-out",
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
FASTEST = 3600
"""The most `--speed` takes: an hour in a second."""


class Options(NamedTuple):
    """What stands in front of the words: whose app it is, and how it is started."""

    profile_dir: Path | None = None
    speed: float | None = None
    verbose: bool = False
    autostarted: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether a speed, if one is given, makes sense and has a profile."""
        if self.speed is None:
            return True
        return self.profile_dir is not None and 0 <= self.speed <= FASTEST


def split(words: Sequence[str]) -> tuple[Options, list[str]]:
    """Split the options from the words behind them.

    Something else in front, `--help` say, or an option that makes no sense, stays
    with the words: that needs the whole grammar.
    """
    options, rest = Options(), list(words)
    while rest:
        name, is_one_word, value = rest[0].partition("=")
        if name in {"--profile-dir", "--speed"} and not is_one_word and rest[1:]:
            value, used = rest[1], 2
        else:
            used = 1
        match name:
            case "--profile-dir" if value:
                options = options._replace(profile_dir=Path(value))
            case "--speed" if (speed := _speed(value)) is not None:
                options = options._replace(speed=speed)
            case "--verbose" if not is_one_word:
                options = options._replace(verbose=True)
            case "--autostarted" if not is_one_word:
                options = options._replace(autostarted=True)
            case _:
                break
        del rest[:used]
    return options, rest


def run(words: Sequence[str], profile: Path | None) -> int | None:
    """Have the running app carry out the words; returns an exit code.

    None means that they need the whole grammar: for help, for a mistake when no app
    runs, or for what is read from files.
    """
    if words[0] not in FOR_THE_APP or {"-h", "--help", "--show"} & set(words):
        return None
    try:
        return say(words, profile)
    except NotRunning:
        return None


def say(words: Sequence[str], profile: Path | None) -> int:
    """Send words to the running app and print its answer; returns an exit code.

    Raises:
        NotRunning: when no app listens.
    """
    waits = ADVANCES_WITHIN if words[0] == "advance" else ANSWERS_WITHIN
    try:
        socket = socket_path(profile, os.environ)
        answer = ask(socket, {"words": list(words)}, waits)
    except NotRunning:
        raise
    except (Unanswered, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return NOT_RUNNING
    return _tell(answer, as_json="--json" in words)


def is_running(profile: Path | None) -> bool:
    """Whether an app listens."""
    try:
        ask(socket_path(profile, os.environ), {"words": ["status"]}, ANSWERS_WITHIN)
    except NotRunning:
        return False
    except (Unanswered, OSError):
        return True
    return True


def _tell(answer: dict[str, object], *, as_json: bool) -> int:
    line = str(answer.get("line") or "")
    if not answer.get("ok"):
        sys.stderr.write(f"{line}\n")
        return USAGE if answer.get("usage") else REFUSED
    if as_json:
        line = json.dumps(answer.get("data"), ensure_ascii=False, indent=2)
    if line:
        sys.stdout.write(f"{line}\n")
    return 0


def _speed(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
