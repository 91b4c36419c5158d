"""The senses of this desktop: who knows that nobody is there, and when not to speak.

Each is imported when it is first wanted: before the first prompt is due, an app that
idles has loaded none of those that only a prompt asks.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from pathlib import Path

from psoas_break.app.heeding import heeded_by
from psoas_break.app.leaving import Leaving
from psoas_break.app.ports import Alarm, PresenceSource, QuietSource
from psoas_break.app.presence import Presence
from psoas_break.app.reminder import Reminder
from psoas_break.app.senses import Senses
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.choice import Choice
from psoas_break.domain.moment import Moment
from psoas_break.domain.settings import QuietSigns
from psoas_break.timekeeping import Timekeeping

_log = logging.getLogger(__name__)


class Sensing:
    """Chooses the senses, and keeps why each was or was not chosen, for `doctor`.

    Args:
        environ: the session's environment variables.
        buses: the desktop's message buses.
        apps: names of programs that make a prompt wait, as they stand when asked.
    """

    def __init__(
        self,
        *,
        environ: Mapping[str, str],
        buses: Buses,
        apps: Callable[[], Iterable[str]],
    ) -> None:
        self._environ = environ
        self._buses = buses
        self._apps = apps

    @cached_property
    def presence(self) -> tuple[Choice[PresenceSource], ...]:
        """Who knows for sure that nobody is at the desk."""
        from psoas_break.desktop.presence import choose_presence  # noqa: PLC0415

        session, system = self._buses.session(), self._buses.system()
        chosen = choose_presence(self._environ, session=session, system=system)
        for one in chosen:
            _log.info("Presence: %s (%s)", one.mechanism.name, one.why)
        return chosen

    @cached_property
    def quiet(self) -> tuple[Choice[QuietSource], ...]:
        """Who knows a reason not to speak, or what keeps the screen on."""
        from psoas_break.desktop.quiet import choose_quiet  # noqa: PLC0415

        chosen = choose_quiet(
            self._environ,
            session=self._buses.session(),
            system=self._buses.system(),
            apps=self._apps,
            home=Path.home(),
        )
        for one in chosen:
            _log.info("Quiet: %s (%s)", one.mechanism.name, one.why)
        return chosen

    def wake(
        self,
        *,
        time: Timekeeping,
        reminder: Reminder,
        alarm: Alarm,
        sleep: Presence,
        on_left: Callable[[Moment], None],
        wanted: QuietSigns,
    ) -> Senses:
        """Hear of lock, sleep and the like from now on.

        Args:
            time: the app's clock and idle time.
            reminder: hears what the senses say.
            alarm: rings when a sign that holds is to be asked about again.
            sleep: notices a suspend that nobody tells of.
            on_left: told when nobody is at the desk any more.
            wanted: the signs the user wants heeded.
        """
        leaving = Leaving(
            reminder=reminder,
            clock=time.clock,
            sources=[one.mechanism for one in self.presence],
            sleep=sleep,
            on_left=on_left,
        )
        senses = Senses(
            reminder=reminder,
            clock=time.clock,
            alarm=alarm,
            idle=time.idle,
            signals=time.signals,
            quiet=lambda: [one.mechanism for one in self.quiet],
            leaving=leaving,
            heed=heeded_by(wanted),
        )
        senses.start()
        return senses
