"""The senses of this desktop: who knows that nobody is there, and when not to speak.

Each is imported when it is first wanted: before the first prompt is due, an app that
idles has loaded none of those that only a prompt asks.
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from psoas_break.app.heeding import heeded_by
from psoas_break.app.leaving import Leaving
from psoas_break.app.ports import Alarm, PresenceSource, QuietSource, Signs
from psoas_break.app.reminder import Reminder
from psoas_break.app.senses import Senses
from psoas_break.app.sleep_watch import SleepWatch
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.choice import Choice
from psoas_break.domain.absence import Certain
from psoas_break.domain.moment import Moment
from psoas_break.domain.settings import QuietSigns
from psoas_break.domain.silence import name_of_reason
from psoas_break.timekeeping import Timekeeping
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported when somebody asks for a diagnosis
    from psoas_break.gaps import Gap

Present = Mapping[str, frozenset[Certain] | None]

_log = logging.getLogger(__name__)


class Sense(NamedTuple):
    """One way to know something about the desk.

    Attributes:
        name: which part of the desktop.
        why: why it was chosen, or what is missing.
        now: what it says now, in words; empty if it was not asked.
        remedy: the one thing to do about what is missing; empty if nothing is.
    """

    name: str
    why: str
    now: str = ""
    remedy: str = ""


class Found(NamedTuple):
    """Every sense there is: for idle time, for absences, for reasons to wait.

    Attributes:
        idle: how idle time is told.
        presence: who knows for sure that nobody is there.
        quiet: who knows a reason to wait.
        other_idle: how else idle time could be told, and why it is not.
        gaps: what nobody of all these can tell.
    """

    idle: Sense
    presence: list[Sense]
    quiet: list[Sense]
    other_idle: Sequence[Sense] = ()
    gaps: "Sequence[Gap]" = ()


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

    def found(
        self,
        time: Timekeeping,
        said: Mapping[str, Signs | None],
        present: Present = MappingProxyType({}),
    ) -> Found:
        """Return all of it in words.

        Args:
            time: who tells idle time, and how long it is.
            said: what quiet sources said last, by their names.
            present: what sources of presence say, by theirs; none where nobody asked.
        """
        from psoas_break.gaps import presence_gaps, quiet_gaps  # noqa: PLC0415

        span = time.idle.idle()
        idle = Sense(
            time.idle.name,
            time.idle_why,
            idle_now(span),
            remedy_for_idle() if span is None else "",
        )
        others = [Sense(name, why) for name, why in time.idle_others().items()]
        presence = [
            Sense(
                name,
                one.why,
                presence_now(present[name]) if name in present else "",
                one.remedy,
            )
            for one in self.presence
            for name in [one.mechanism.name]
        ]
        quiet = [
            Sense(
                name, one.why, said_now(said[name]) if name in said else "", one.remedy
            )
            for one in self.quiet
            for name in [one.mechanism.name]
        ]
        gaps = [
            *presence_gaps(self.presence, present),
            *quiet_gaps(self.quiet, said),
        ]
        return Found(idle, presence, quiet, others, gaps)

    def wake(
        self,
        *,
        time: Timekeeping,
        reminder: Reminder,
        alarm: Alarm,
        sleep: SleepWatch,
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


def remedy_for_idle() -> str:
    """Return what to do where nobody tells how long nobody has typed."""
    return _(
        "Log in to GNOME, KDE Plasma, an X11 session, or a Wayland compositor with "
        "ext-idle-notify. Until then breaks come by the clock, at the latest moment."
    )


def said_now(signs: Signs | None) -> str:
    """Return what a quiet source found, in words; None is nobody there to say."""
    if signs is None:
        return _("nobody answers")
    found = sorted(name_of_reason(reason) for reason in signs.reasons)
    if signs.inhibited:
        found.append(_("something keeps the screen on"))
    return ", ".join(found) or _("nothing")


def presence_now(held: frozenset[Certain] | None) -> str:
    """Return what a source of presence says, in words; None is nobody there to say."""
    if held is None:
        return _("nobody answers")
    words = {
        Certain.LOCKED: _("locked"),
        Certain.ASLEEP: _("asleep"),
        Certain.SCREEN_OFF: _("screen off"),
        Certain.SWITCHED: _("another user"),
    }
    return ", ".join(words[cause] for cause in words if cause in held) or _("nothing")


def idle_now(idle: timedelta | None) -> str:
    """Return a reading of idle time, in words."""
    if idle is None:
        return _("unknown")
    return _("{count} s").format(count=round(idle.total_seconds()))
