"""Keeps the reminder's state on disk, and picks it up again at the start."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.app.ports import Alarm, Anchors, Clock, Journal
from psoas_break.domain.absence import Gone, Present
from psoas_break.domain.events import Write
from psoas_break.domain.moment import Moment
from psoas_break.domain.progress import Progress
from psoas_break.domain.restart import restart
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, first_state

_log = logging.getLogger(__name__)

ANCHOR = "reminder"
VERSION = 1
AT, OF = "at", "of"
"""When the state was saved, or last stood; and of which state a pulse says that."""
BEATS_AT_MOST_EVERY = timedelta(seconds=60)
"""While nothing changes but the last input, that we live is noted no more often."""
BEATS_AT_LEAST_EVERY = timedelta(minutes=3)
"""While somebody is there; after a kill, no more of their sitting is in doubt. More
often where less makes an absence: who was there until the kill has not left."""


class Pulse(Protocol):
    """Keeps the last sign of life; outlives the app for sure, the machine mostly."""

    def beat(self, values: dict[str, object]) -> None:
        """Replace what is kept, at next to no cost.

        Raises:
            OSError: when it cannot be written.
        """
        ...

    def last(self) -> dict[str, object]:
        """Return what was last kept; empty if nothing is."""
        ...


class Keeper:
    """Saves the state when it changes, and while nothing does, that the app lives.

    Args:
        clock: stamps both.
        anchors: where the state goes.
        pulse: until when it stood.
    """

    def __init__(self, *, clock: Clock, anchors: Anchors, pulse: Pulse) -> None:
        self._clock = clock
        self._anchors = anchors
        self._pulse = pulse
        self._saved: tuple[State, Moment] | None = None
        self._stood = timedelta()
        self._alarm: Alarm | None = None
        self._settings: Callable[[], Settings] = Settings
        self.restored = False

    def beat_by(self, alarm: Alarm, settings: Callable[[], Settings]) -> None:
        """Note that the app lives when `alarm` rings, too: looks may be far apart."""
        self._alarm, self._settings = alarm, settings

    def restore(
        self, settings: Settings, journal: Journal, lost: Progress | None
    ) -> State:
        """Return the state to go on from.

        Args:
            settings: what the user chose.
            journal: gets what the restart has brought to an end.
            lost: a break the app died in, if there was one.
        """
        at = self._clock.now()
        kept = self._anchors.load(ANCHOR)
        if not kept:
            return first_state(at)
        try:
            saved, saved_at, boot = self._read(kept, at)
        except ValueError as error:
            _log.warning("Starting afresh: %s", error)
            return first_state(at)
        self.restored = True
        if saved.session is not None and lost is not None:
            session = replace(saved.session, active=lost.active)
            saved = replace(saved, session=session)
        state, effects = restart(
            saved, saved_at, at, settings, same_boot=boot == self._clock.boot_id()
        )
        records = [effect.record for effect in effects if isinstance(effect, Write)]
        if records:
            journal.record(records)
        return state

    def keep(self, state: State) -> None:
        """Save the state, unless what is saved already says the same."""
        if self._saved is None or not _says_the_same(self._saved[0], state):
            self.save(state)
        elif isinstance(state.presence, Present):
            self._beat(state, self._saved[1])
        self._wait(state)

    def save(self, state: State) -> None:
        """Save the state, now."""
        now = self._clock.now()
        values: dict[str, object] = {
            "version": VERSION,
            "boot": self._clock.boot_id(),
            AT: to_plain(now),
            "state": to_plain(state),
        }
        self._anchors.save(ANCHOR, values)
        self._saved, self._stood = (state, now), now.steady

    def _beat(self, state: State, saved_at: Moment) -> None:
        """Note that what was saved at `saved_at` still stands."""
        now = self._clock.now()
        if now.steady - self._stood < BEATS_AT_MOST_EVERY:
            return
        try:
            self._pulse.beat({OF: to_plain(saved_at), AT: to_plain(now)})
        except OSError as error:
            _log.warning("No sign of life can be kept: %s", error)
            self.save(state)
        else:
            self._stood = now.steady

    def _wait(self, state: State) -> None:
        """Have that noted again, unless a look comes first."""
        if self._alarm is not None:
            here = isinstance(state.presence, Present)
            away_after = self._settings().reminders.away_after
            every = min(BEATS_AT_LEAST_EVERY, away_after)
            self._alarm.ring_at(self._stood + every if here else None, self._on_alarm)

    def _on_alarm(self) -> None:
        if self._saved is not None:
            self.keep(self._saved[0])

    def _read(self, kept: dict[str, Any], now: Moment) -> tuple[State, Moment, str]:
        zone = now.wall.tzinfo
        if kept.get("version") != VERSION:
            msg = f"unknown version {kept.get('version')!r}"
            raise ValueError(msg)
        state: State = from_plain(State, kept.get("state"), zone)
        pulse = self._pulse.last()
        # A pulse of another state than the one on disk says nothing about it.
        stood = pulse if pulse.get(OF) == kept.get(AT) else kept
        at: Moment = from_plain(Moment, stood.get(AT), zone)
        return state, at, str(kept.get("boot"))


def _says_the_same(saved: State, state: State) -> bool:
    """Whether a restart from `saved` would come to the same as one from `state`."""
    if isinstance(state.presence, Gone):
        return saved == state
    return saved.but(touched=state.touched) == state
