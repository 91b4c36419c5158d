"""The one object behind tray, card, keyboard, command line and socket.

Whoever wants something of the app says it as a `Command`; `command_wire` reads one
from the control socket. An `Answer` comes back.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum
from typing import Any

from psoas_break.domain.history import Side
from psoas_break.domain.proposals import Choice, Topic
from psoas_break.domain.settings import Posture

LONGEST = timedelta(days=366)
"""No snooze, pause, meeting or `advance` may be longer."""


class Window(StrEnum):
    """A window that can be asked for."""

    HOME = "home"
    CARD = "card"
    CATALOGUE = "catalogue"
    ROUTINES = "routines"
    HISTORY = "history"
    SETTINGS = "settings"
    ABOUT = "about"
    WELCOME = "welcome"


class Passing(StrEnum):
    """How the time of `advance` passes."""

    IDLE = "idle"
    TYPING = "typing"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a guided break.

    Attributes:
        what: "stretch" (the suggested one), "breathe", or the id of a routine, an
            exercise or a breathing pattern.
        lead: the side that begins; `BOTH` leaves it to the rotation.
    """

    what: str = "stretch"
    lead: Side = Side.BOTH


@dataclass(frozen=True, slots=True)
class Breathe:
    """Begin slow breathing; None is as the settings say.

    Attributes:
        pattern: id or name of a breathing pattern.
        posture: how to breathe.
        span: for how long, about.
    """

    pattern: str | None = None
    posture: Posture | None = None
    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Ask again after `span`; None means the user's usual snooze."""

    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Skip:
    """Not this time."""


@dataclass(frozen=True, slots=True)
class JustMoved:
    """I have just been on my feet."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the Skip or *I just moved* of the last seconds."""


@dataclass(frozen=True, slots=True)
class WasSitting:
    """The absence just ended was not one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """I am working on my feet, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """I am in a call for `span`; None ends it."""

    span: timedelta | None


@dataclass(frozen=True, slots=True)
class PauseFor:
    """Silence for `span`; None means until I resume."""

    span: timedelta | None = None


@dataclass(frozen=True, slots=True)
class PauseUntil:
    """Silence until the clock next reads `clock`."""

    clock: time


@dataclass(frozen=True, slots=True)
class PauseUntilTomorrow:
    """Silence until the next working morning."""


@dataclass(frozen=True, slots=True)
class Resume:
    """End the pause."""


@dataclass(frozen=True, slots=True)
class AskAnyway:
    """Do not wait for the reason that held back every prompt yesterday."""


@dataclass(frozen=True, slots=True)
class NeverAgain:
    """Do not suggest this break any more."""


@dataclass(frozen=True, slots=True)
class Favour:
    """Make a routine or exercise a favourite, or no longer; `what` is its id."""

    what: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Do not suggest a routine or exercise (`what`, its id), or do so again."""

    what: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Settle:
    """Answer an offer to change something; it is not made again for a while."""

    topic: Topic
    choice: Choice = Choice.NO


@dataclass(frozen=True, slots=True)
class Show:
    """Open a window."""

    window: Window = Window.HOME


@dataclass(frozen=True, slots=True)
class Status:
    """Say where we are."""


@dataclass(frozen=True, slots=True)
class Quit:
    """Save and end."""


@dataclass(frozen=True, slots=True)
class Advance:
    """Let app time pass (behaviour.md section 9; only with --speed 0)."""

    span: timedelta
    passing: Passing = Passing.IDLE


Command = (
    Start
    | Breathe
    | Snooze
    | Skip
    | JustMoved
    | Undo
    | WasSitting
    | Standing
    | Meeting
    | PauseFor
    | PauseUntil
    | PauseUntilTomorrow
    | Resume
    | AskAnyway
    | NeverAgain
    | Favour
    | LeaveOut
    | Settle
    | Show
    | Status
    | Quit
    | Advance
)

COMMANDS: dict[str, type[Command]] = {kind.__name__: kind for kind in Command.__args__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a command: one line for a person, data for a program."""

    ok: bool
    line: str = ""
    data: dict[str, Any] | None = None
