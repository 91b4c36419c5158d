"""What can happen, and what the world is asked to do about it."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from psoas_break.domain.absence import Certain
from psoas_break.domain.history import Record
from psoas_break.domain.moment import Moment
from psoas_break.domain.quiet import Pause, Reason

# --- From the clock and the desktop ----------------------------------------------


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Look again. `idle` is the time without input, None where nobody can say."""

    idle: timedelta | None


@dataclass(frozen=True, slots=True)
class LeftForSure:
    """Locked, asleep, screen off or user switched, now."""

    cause: Certain


@dataclass(frozen=True, slots=True)
class CauseEnded:
    """Unlocked, awake, screen on or switched back, now."""

    cause: Certain


@dataclass(frozen=True, slots=True)
class Slept:
    """The machine was asleep from `since` until now, and nobody said so before."""

    since: Moment


@dataclass(frozen=True, slots=True)
class QuietBegan:
    """A reason not to speak began; `until` where its end is known."""

    reason: Reason
    until: Moment | None = None


@dataclass(frozen=True, slots=True)
class QuietEnded:
    """A reason not to speak is over."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class InhibitorBegan:
    """A video or the like keeps the screen on."""


@dataclass(frozen=True, slots=True)
class InhibitorEnded:
    """It no longer does."""


# --- From the user ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Touched:
    """A click in one of our own windows or menus."""


@dataclass(frozen=True, slots=True)
class SnoozeAsked:
    """Ask again after `span`."""

    span: timedelta


@dataclass(frozen=True, slots=True)
class Skipped:
    """Not this time."""


@dataclass(frozen=True, slots=True)
class Moved:
    """I have just been on my feet."""


@dataclass(frozen=True, slots=True)
class Undone:
    """Take back the last Skip or *I just moved*."""


@dataclass(frozen=True, slots=True)
class SatOn:
    """*I was sitting*: the absence just ended was not one."""


@dataclass(frozen=True, slots=True)
class StandingSet:
    """*I am standing*, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class PauseSet:
    """Silence; None ends it."""

    pause: Pause | None


@dataclass(frozen=True, slots=True)
class PromptOpened:
    """The prompt was fetched back from the tray by a click."""


@dataclass(frozen=True, slots=True)
class PromptDismissed:
    """Esc, or the close button: into the tray with it."""


@dataclass(frozen=True, slots=True)
class AskedAnyway:
    """Do not wait today for what held back every prompt yesterday."""


# --- From a guided break ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SessionBegan:
    """A guided break opened; `seated` when every exercise in it is."""

    seated: bool


@dataclass(frozen=True, slots=True)
class SessionHeld:
    """A step of it is done; `active` is the time so far, unpaused, after get-ready."""

    active: timedelta


@dataclass(frozen=True, slots=True)
class SessionOver:
    """Its window closed. `finished` when no exercise was passed over."""

    finished: bool
    active: timedelta


Event = (
    TimePassed
    | LeftForSure
    | CauseEnded
    | Slept
    | QuietBegan
    | QuietEnded
    | InhibitorBegan
    | InhibitorEnded
    | Touched
    | SnoozeAsked
    | Skipped
    | Moved
    | Undone
    | SatOn
    | StandingSet
    | PauseSet
    | PromptOpened
    | PromptDismissed
    | AskedAnyway
    | SessionBegan
    | SessionHeld
    | SessionOver
)


# --- What to do about it ---------------------------------------------------------


class Refusal(StrEnum):
    """Why a wish was not followed."""

    NOTHING_DUE = "nothing due"
    SNOOZE_LIMIT = "snooze limit"
    NO_SNOOZE = "no snooze"
    NOTHING_TO_UNDO = "nothing to undo"
    NO_ABSENCE = "no absence"


@dataclass(frozen=True, slots=True)
class ShowPrompt:
    """Ask. `moved_first` when the first line should offer *I just moved*."""

    sat: timedelta
    snoozes: int
    moved_first: bool = False


@dataclass(frozen=True, slots=True)
class CollapsePrompt:
    """Step back into the tray, still answerable."""


@dataclass(frozen=True, slots=True)
class WithdrawPrompt:
    """Take the question back."""


@dataclass(frozen=True, slots=True)
class Write:
    """Remember this."""

    record: Record


@dataclass(frozen=True, slots=True)
class Refuse:
    """Say in one line why nothing happened."""

    why: Refusal


Effect = ShowPrompt | CollapsePrompt | WithdrawPrompt | Write | Refuse
