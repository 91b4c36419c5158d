"""Lock, sleep, user switch and screen off: what the desktop says becomes events."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from psoas_break.app.ports import Clock, PresenceSource
from psoas_break.app.reminder import Reminder
from psoas_break.app.sleep_watch import SleepWatch
from psoas_break.domain.absence import Certain
from psoas_break.domain.events import CauseEnded, LeftForSure
from psoas_break.domain.moment import Moment

_log = logging.getLogger(__name__)


class Leaving:
    """Hears all who know when the user has left for sure; two may tell of one lock.

    Args:
        reminder: hears the events.
        clock: the app's clock.
        sources: know when the user has left for sure.
        sleep: notices a suspend that nobody tells of.
        on_left: told when the user has left, for a guided break to pause.
    """

    def __init__(
        self,
        *,
        reminder: Reminder,
        clock: Clock,
        sources: Sequence[PresenceSource],
        sleep: SleepWatch,
        on_left: Callable[[Moment], None],
    ) -> None:
        self._reminder = reminder
        self._clock = clock
        self._sources = tuple(sources)
        self._sleep = sleep
        self._on_left = on_left
        self._changed: Callable[[], None] = lambda: None
        self._causes: set[tuple[PresenceSource, Certain]] = set()

    def start(self, changed: Callable[[], None]) -> None:
        """Listen from now on; `changed` is called after each event."""
        self._changed = changed
        for source in self._sources:
            source.start(partial(self._hear, source))

    def look(self) -> None:
        """Look for signs that nobody tells of."""
        self._sleep.look()
        for source in self._sources:
            source.look()

    def _hear(self, source: PresenceSource, cause: Certain, holds: bool) -> None:  # noqa: FBT001  called as the port says
        before = self._holds(cause)
        if holds:
            self._causes.add((source, cause))
        else:
            self._causes.discard((source, cause))
        if self._holds(cause) == before:
            return
        _log.info("%s says: %s %s", source.name, cause, "begins" if holds else "ends")
        if holds:
            self._on_left(self._clock.now())
            self._reminder.handle(LeftForSure(cause))
        else:
            if cause is Certain.ASLEEP:
                # The clocks know how long it was; it must not count twice.
                self._sleep.look()
            self._reminder.handle(CauseEnded(cause))
        self._changed()

    def _holds(self, cause: Certain) -> bool:
        return any(known is cause for _, known in self._causes)
