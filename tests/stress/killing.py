"""A day at speed 0 in which the app is killed, and what must hold afterwards."""

import random
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from psoas_break.control_wire import NotRunning, Unanswered, ask, socket_path
from psoas_break.desktop.clock_origin import ORIGIN_FILE, load_origin
from psoas_break.domain.past import History
from psoas_break.storage.history_file import all_rows
from psoas_break.storage.journal_reading import check, read_history
from psoas_break.storage.journal_records import restored
from tests.system.running_app import App

Words = tuple[str, ...]

TYPES, RESTS, SLEEPS = "types", "rests", "sleeps"
ROUTINES = ("R2", "R3", "R8", "breathe")
SECONDS = (5, 20, 47, 75, 130, 190)
LATEST_KILL_S = 0.25
"""Seconds of real time; an `advance` takes about as long."""
PATIENCE = timedelta(seconds=60)
TOLERANCE_S = 5
GIVES_BACK = {"undo", "was-sitting"}
"""What may set the sitting clock forward."""
AT_THE_DESK = {"sitting", "prompting", "due", "paused"}
A_NATURAL_BREAK = timedelta(minutes=7)
"""Long enough that nobody can doubt it: five minutes, and two to be sure."""


def fell_into_the_gap(untouched: timedelta) -> bool:
    """Whether an absence became a natural break while the app was dead.

    Such a one clears the clock and is not counted (behaviour 3.2).

    Args:
        untouched: how long nobody had touched a key when the app came back.
    """
    return timedelta(minutes=5) <= untouched <= timedelta(minutes=6)


@dataclass(frozen=True, slots=True)
class Seen:
    """Where the app was at one moment.

    Attributes:
        at: its time.
        last_input: when a key was last touched.
        status: what `status --json` said.
    """

    at: datetime
    last_input: datetime
    status: dict[str, Any]

    @property
    def untouched(self) -> timedelta:
        """How long nobody had touched a key."""
        return self.at - self.last_input

    @property
    def sat(self) -> float:
        """Seconds of the sitting clock."""
        return float(self.status["sitting_s"])

    @property
    def is_at_the_desk(self) -> bool:
        """Whether the clock plainly runs."""
        return bool(self.status["clock_running"]) and (
            self.status["state"] in AT_THE_DESK
        )


class Life:
    """A profile that lives through one kill after the other.

    Attributes:
        wrong: what was not as it should be, a line each.
    """

    def __init__(self, app: App, chance: random.Random) -> None:
        self.wrong: list[str] = []
        self._app = app
        self._chance = chance
        self._profile = app.line.profile
        self._journal = self._profile / "journal.db"
        self._socket = socket_path(self._profile, app.desktop.environment)
        self._kinds: Counter[str] = Counter()

    def summary(self) -> str:
        """Return what was lived through, in a line."""
        history = self._history()
        kinds = ", ".join(f"{count} {kind}" for kind, count in self._kinds.items())
        return (
            f"{len(history.sessions)} sessions, {len(history.natural_breaks)} natural "
            f"breaks, {len(history.prompts)} prompts; killed in: {kinds}; "
            f"{len(self.wrong)} wrong"
        )

    def is_killed_once(self) -> None:
        """Do a thing or two, be killed in the next, come back, and look."""
        for _ in range(self._chance.randrange(3)):
            self._does(self._something())
        words = self._something()
        if self._chance.random() < 0.3:
            self._does(("start", self._chance.choice(ROUTINES)))
            words = ("advance", f"{self._chance.choice(SECONDS)}s")
        before = self._look()
        self._kinds[words[0] if words[0] != "advance" else _manner(words)] += 1
        held = self._killed_in(words)
        self._app.start()
        after = self._look()
        self._compare(before, words, after, held)
        self._walks_away_now_and_then()

    # What happens

    def _something(self) -> Words:
        minutes = self._chance.choice([1, 2, 4, 6, 9, 13, 20, 31, 46])
        seconds = self._chance.choice(SECONDS)
        return self._chance.choice(
            [
                ("advance", f"{minutes}m", "--typing"),
                ("advance", f"{minutes}m", "--typing"),
                ("advance", f"{seconds}s", "--typing"),
                ("advance", f"{minutes}m"),
                ("advance", f"{seconds}s"),
                ("advance", f"{minutes}m", "--asleep"),
                ("start", self._chance.choice(ROUTINES)),
                ("snooze",),
                ("skip",),
                ("moved",),
                ("undo",),
                ("was-sitting",),
                ("standing", self._chance.choice(["on", "off"])),
                ("pause", f"{minutes}m"),
                ("resume",),
            ]
        )

    def _does(self, words: Words) -> None:
        """Say something; a refusal is an answer like any other."""
        ask(self._socket, {"words": list(words)}, PATIENCE)

    def _killed_in(self, words: Words) -> set[bytes]:
        """Be killed while this is done; return what was on disk by then."""
        teller = threading.Thread(target=self._does_in_vain, args=(words,))
        teller.start()
        threading.Event().wait(self._chance.uniform(0, LATEST_KILL_S))
        held = self._ids()
        self._app.kill()
        teller.join()
        return held

    def _does_in_vain(self, words: Words) -> None:
        try:
            self._does(words)
        except (NotRunning, Unanswered, OSError):
            return  # nobody answers any more, which is the point

    def _walks_away_now_and_then(self) -> None:
        """Be away for long, be killed there, return: that was a natural break."""
        if self._chance.random() < 0.75 or not self._sits_down():
            return
        left = self._look()
        self._does(("advance", "4m"))
        self._kinds["away"] += 1
        self._killed_in(("advance", f"{self._chance.randrange(4, 12)}m"))
        self._app.start()
        gone = self._look().untouched
        self._does(("advance", "2m"))
        away = self._look()
        self._does(("advance", "2m", "--typing"))
        self._does(("advance", "10s"))
        if away.at - left.last_input < A_NATURAL_BREAK or fell_into_the_gap(gone):
            return
        found = self._history().natural_breaks
        if not any(left.last_input < b.ended and b.started < away.at for b in found):
            self._say(f"no natural break from {left.last_input} to {away.at}")
        back = self._look()
        if back.sat > (back.at - away.at).total_seconds() + TOLERANCE_S:
            self._say(f"the clock reads {back.sat} s after a break, at {back.at}")

    def _sits_down(self) -> bool:
        """End whatever is in the way; says whether one plainly sits now."""
        for words in (("standing", "off"), ("resume",), ("advance", "3m", "--typing")):
            self._does(words)
        return self._look().is_at_the_desk

    # What must hold

    def _compare(
        self, before: Seen, words: Words, after: Seen, held: set[bytes]
    ) -> None:
        lost = held - self._ids()
        if lost:
            self._say(f"{len(lost)} entries lost in {words}, at {after.at}")
        for problem in after.status["notices"]:
            self._say(f"a notice after {words}: {problem}")
        passed = (after.at - before.at).total_seconds()
        expected = before.sat + passed
        if after.sat > expected + TOLERANCE_S and words[0] not in GIVES_BACK:
            self._say(f"{after.sat} s after {words}, more than {expected}")
        ran = before.is_at_the_desk and _manner(words) == TYPES
        if ran and abs(after.sat - expected) > TOLERANCE_S:
            self._say(f"{after.sat} s and not {expected} after {words}: {before}")
        self._check_history(after)

    def _check_history(self, after: Seen) -> None:
        history = self._history()
        for session in history.sessions:
            if session.outcome is None and after.status["state"] != "on_break":
                self._say(f"the session of {session.started} was never closed")
            parts = [(one.index, one.at) for one in session.held]
            if len(set(parts)) < len(parts):
                self._say(f"the session of {session.started} has a side twice")
        breaks = sorted(history.natural_breaks, key=lambda one: one.started)
        for one, following in pairwise(breaks):
            if following.started < one.ended and one.source is following.source:
                self._say(f"two natural breaks at {following.started}")

    # Looking

    def _look(self) -> Seen:
        answer = ask(self._socket, {"words": ["status", "--json"]}, PATIENCE)
        status = answer["data"]
        assert isinstance(status, dict)
        origin, _problem = load_origin(self._profile / ORIGIN_FILE)
        assert origin is not None
        untouched = origin.steady - origin.last_input
        return Seen(origin.app_wall, origin.app_wall - untouched, status)

    def _ids(self) -> set[bytes]:
        """Return the ids of all entries on disk, after a look at the whole database."""
        check(self._journal)
        rows = [row for piece in all_rows(self._journal) for row in piece]
        spoilt = [row for row in rows if restored(row) != row]
        if spoilt:
            self._say(f"{len(spoilt)} entries are not as they were written")
        return {row.id for row in rows}

    def _history(self) -> History:
        history, problems = read_history(self._journal)
        for problem in problems:
            self._say(problem)
        return history

    def _say(self, line: str) -> None:
        if line not in self.wrong:
            self.wrong.append(line)


def _manner(words: Sequence[str]) -> str:
    """How time passes, or what is said."""
    if words[0] != "advance":
        return words[0]
    if "--typing" in words:
        return TYPES
    return SLEEPS if "--asleep" in words else RESTS
