"""Keeps the reminder's state on disk, and picks it up again at the start."""

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.app.ports import Anchors, Clock, Journal
from psoas_break.domain.absence import Gone
from psoas_break.domain.events import Write
from psoas_break.domain.moment import Moment
from psoas_break.domain.progress import Progress
from psoas_break.domain.restart import restart
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, first_state

_log = logging.getLogger(__name__)

ANCHOR = "reminder"
VERSION = 1
SAVED_AT_LEAST = timedelta(seconds=60)
"""While nothing changes but the last input, the state is saved no more often."""


class Keeper:
    """Saves the state when it changes, and now and then while nothing does."""

    def __init__(self, *, clock: Clock, anchors: Anchors) -> None:
        self._clock = clock
        self._anchors = anchors
        self._saved: tuple[State, Moment] | None = None
        self.restored = False

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
        now = self._clock.now()
        if self._saved is not None and _says_the_same(*self._saved, state, now):
            return
        self.save(state)

    def save(self, state: State) -> None:
        """Save the state, now."""
        now = self._clock.now()
        values: dict[str, object] = {
            "version": VERSION,
            "boot": self._clock.boot_id(),
            "at": to_plain(now),
            "state": to_plain(state),
        }
        self._anchors.save(ANCHOR, values)
        self._saved = (state, now)

    def _read(self, kept: dict[str, Any], now: Moment) -> tuple[State, Moment, str]:
        zone = now.wall.tzinfo
        if kept.get("version") != VERSION:
            msg = f"unknown version {kept.get('version')!r}"
            raise ValueError(msg)
        state: State = from_plain(State, kept.get("state"), zone)
        at: Moment = from_plain(Moment, kept.get("at"), zone)
        return state, at, str(kept.get("boot"))


def _says_the_same(saved: State, when: Moment, state: State, now: Moment) -> bool:
    """Whether a restart from `saved` would come to the same as one from `state`."""
    if isinstance(state.presence, Gone):
        return saved == state
    same = saved.but(touched=state.touched) == state
    return same and now - when < SAVED_AT_LEAST
