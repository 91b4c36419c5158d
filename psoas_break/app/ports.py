"""What the app needs from the world, in its own words. Adapters fit by shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol, runtime_checkable

from psoas_break.app.commands import Window
from psoas_break.domain.absence import Certain
from psoas_break.domain.history import Record
from psoas_break.domain.moment import Moment
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.position import Position
from psoas_break.domain.quiet import Reason
from psoas_break.domain.session_values import Session
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import Offer


class Clock(Protocol):
    """The only way to learn the time."""

    def now(self) -> Moment:
        """Wall time in the user's zone and the steady clock, read together."""
        ...

    def boot_id(self) -> str:
        """Which run of the machine this is; steady times compare only inside one."""
        ...

    def asleep(self) -> timedelta:
        """How long the machine has slept since it booted, in all."""
        ...


class Alarm(Protocol):
    """Rings once, at the latest moment it was told. A ring means "look again"."""

    def ring_at(self, steady: timedelta | None, ring: Callable[[], None]) -> None:
        """Replace whatever was set before; None means stay silent."""
        ...


class CalendarAlarm(Protocol):
    """Rings at a wall-clock time, whatever happens to the clock meanwhile."""

    def ring_on(self, wall: datetime | None, ring: Callable[[], None]) -> None:
        """Replace whatever was set before; None means stay silent."""
        ...


class Idle(Protocol):
    """How long nobody has touched keyboard or pointer."""

    @property
    def name(self) -> str:
        """Which mechanism answers, or "unknown"."""
        ...

    def idle(self) -> timedelta | None:
        """Time since the last input; None when this desktop cannot say."""
        ...


class PromptView(Protocol):
    """Where the user meets the prompt."""

    def show(self, offer: Offer) -> None:
        """Ask for a break, without taking the keyboard."""
        ...

    def open(self) -> None:
        """Show what is asked as a card: the user fetched it, wherever it was."""
        ...

    def collapse(self) -> None:
        """Step back into the tray, still answerable."""
        ...

    def withdraw(self) -> None:
        """Take the question back."""
        ...


class SessionView(Protocol):
    """The window of a guided break."""

    def open(self, position: Callable[[], Position | None]) -> None:
        """Open it; it asks `position` where we are whenever it draws."""
        ...

    def show(self, session: Session) -> None:
        """Show what the break has become; a closed one closes the window."""
        ...


class Windows(Protocol):
    """The windows that can be asked for."""

    def show(self, window: Window) -> None:
        """Open a window, or bring it to the front."""
        ...


class Journal(Protocol):
    """Remembers what happened, on disk when `record` returns."""

    def record(self, records: Sequence[Record]) -> None:
        """Append records; one already there (by its key) is left as it is."""
        ...

    def totals(self, day: date) -> DayTotals:
        """What one local day has come to."""
        ...

    def history(self, first: date | None = None, last: date | None = None) -> History:
        """Everything between two local days, both included; None is open."""
        ...


class SettingsStore(Protocol):
    """Where the settings are kept."""

    def defaults(self) -> Settings:
        """What holds where the user has chosen nothing: an organisation's, or ours."""
        ...

    def load(self) -> tuple[Settings, list[str]]:
        """The settings, and one line for each problem."""
        ...

    def save(self, settings: Settings, *, was: Settings) -> None:
        """Keep what differs from `was`.

        Raises:
            OSError: when it cannot be written.
        """
        ...

    def stamp(self) -> object:
        """What changes when the kept settings do."""
        ...


class Anchors(Protocol):
    """Keeps the state that survives a restart."""

    def save(self, name: str, values: dict[str, object]) -> None:
        """Replace what is kept under `name`, atomically."""
        ...

    def load(self, name: str) -> dict[str, object] | None:
        """Return what was last saved under `name`, or None."""
        ...


class Awake(Protocol):
    """Keeps the screen on while a break is guided."""

    def hold(self) -> None:
        """Ask the desktop not to blank or lock."""
        ...

    def release(self) -> None:
        """Let it again."""
        ...


class Autostart(Protocol):
    """Whether the app starts at login."""

    def is_on(self) -> bool:
        """Whether it would start."""
        ...

    def set(self, *, on: bool) -> bool:
        """Switch it; returns whether that is done, or will be answered later.

        Raises:
            OSError: when the desktop's folder or registry cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Signs:
    """What a look at the desktop finds, could find, or is wanted to find.

    Attributes:
        reasons: reasons not to speak.
        inhibited: something, a video perhaps, keeps the screen on.
    """

    reasons: frozenset[Reason] = frozenset()
    inhibited: bool = False

    def __bool__(self) -> bool:
        return bool(self.reasons) or self.inhibited

    def __and__(self, other: "Signs") -> "Signs":
        return Signs(self.reasons & other.reasons, self.inhibited and other.inhibited)

    def __or__(self, other: "Signs") -> "Signs":
        return Signs(self.reasons | other.reasons, self.inhibited or other.inhibited)


class QuietSource(Protocol):
    """One part of the desktop that knows a reason not to speak."""

    @property
    def name(self) -> str:
        """Which part, for the log and `doctor`."""
        ...

    @property
    def finds(self) -> Signs:
        """The most it can find."""
        ...

    @property
    def tells(self) -> bool:
        """Whether it tells of changes while watched, so that nobody need ask."""
        ...

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Find out. The answer comes once, now or later; None: nobody can say."""
        ...

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Have `changed` called when asking again may pay; None ends that."""
        ...


class PresenceSource(Protocol):
    """One part of the desktop that knows when the user has left for sure."""

    @property
    def name(self) -> str:
        """Which part, for the log and `doctor`."""
        ...

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Tell from now on of every sure sign that begins or ends."""
        ...

    def look(self) -> None:
        """Look for signs that nobody tells of; called whenever the app looks."""
        ...

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Find out what holds now, for `doctor`; None: there is nobody to tell."""
        ...


@runtime_checkable
class IdleSignals(Protocol):
    """What an idle mechanism needs beforehand, and tells by itself."""

    @property
    def tells(self) -> bool:
        """Whether it tells of inputs while the user is away, so that nobody looks."""
        ...

    @property
    def tells_silence(self) -> bool:
        """Whether it tells when no input has come for a while, so that nobody looks."""
        ...

    def refresh(self, done: Callable[[], None]) -> None:
        """Bring what `idle` says up to date, then call `done`, now or later."""
        ...

    def attend(self, *, closely: bool) -> None:
        """Seconds matter from now on, or only minutes do."""
        ...

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """Call `returned` at inputs from now on; None ends that."""
        ...

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Call `fell` whenever no input has come for `span`; None ends that.

        Where none has come for so long already it is called soon; told the same span
        again, nothing changes.
        """
        ...


class Media(Protocol):
    """Music and films of other programs."""

    def pause(self) -> None:
        """Pause whatever plays."""
        ...

    def resume(self) -> None:
        """Let play again what we paused, and nothing else."""
        ...
