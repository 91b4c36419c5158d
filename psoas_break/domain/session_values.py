"""What a guided break can be, what can happen to it, and what follows: the values.

The rules are in `session`.
"""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.breathing import Phase
from psoas_break.domain.history import Feeling, Record, SessionOutcome
from psoas_break.domain.moment import Moment
from psoas_break.domain.noticing import Noticing, Question
from psoas_break.domain.progress import Progress
from psoas_break.domain.timeline import Part, Timeline

# --- Where we are ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What has come of a break so far, up to `at`.

    Attributes:
        progress: what is kept on disk.
        timeline: the plan, as changed on the way.
        at: when `elapsed` was true; while running, it grows from there.
        elapsed: how far along the timeline.
    """

    progress: Progress
    timeline: Timeline
    at: Moment
    elapsed: timedelta


@dataclass(frozen=True, slots=True)
class Running:
    """Time passes."""

    course: Course


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands still since `since`."""

    course: Course
    since: Moment


@dataclass(frozen=True, slots=True)
class Asking:
    """The user is asked whether to end; time stands still since `since`."""

    course: Course
    since: Moment
    was_paused: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """The end screen, up since `since`.

    Attributes:
        felt: what the user said of the break, once it is said.
        hurt: with `Hurt`: the exercise it was, "" as long as that is open.
        answered: whether the question about the two sides was answered.
    """

    course: Course
    outcome: SessionOutcome
    since: Moment
    felt: Feeling | None = None
    hurt: str = ""
    answered: bool = False

    @property
    def which(self) -> tuple[str, ...]:
        """The exercises to choose from while it is open which one hurt."""
        exercises = self.course.progress.exercises
        is_open = self.felt is Feeling.HURT and not self.hurt and len(exercises) > 1
        return exercises if is_open else ()


@dataclass(frozen=True, slots=True)
class Closed:
    """Over, and off the screen."""


Session = Running | Paused | Asking | Ended | Closed


# --- What can happen ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TimePassed:
    """Look again; nothing else happened."""


@dataclass(frozen=True, slots=True)
class PausePressed:
    """Pause."""


@dataclass(frozen=True, slots=True)
class ResumePressed:
    """Go on."""


@dataclass(frozen=True, slots=True)
class NextPressed:
    """Go on to what comes next."""


@dataclass(frozen=True, slots=True)
class BackPressed:
    """Once more, or the one before."""


@dataclass(frozen=True, slots=True)
class OtherSidePressed:
    """Do the other side now."""


@dataclass(frozen=True, slots=True)
class EasierPressed:
    """Do it in the easier form, or no longer."""


@dataclass(frozen=True, slots=True)
class HarderPressed:
    """Do it in the harder form, or no longer."""


@dataclass(frozen=True, slots=True)
class EndPressed:
    """End, by key, button or the window's own close button."""


@dataclass(frozen=True, slots=True)
class EndConfirmed:
    """Yes, end."""


@dataclass(frozen=True, slots=True)
class EndDeclined:
    """No, go on."""


@dataclass(frozen=True, slots=True)
class Left:
    """Nobody is there since `since`: locked, asleep, user switched."""

    since: Moment


@dataclass(frozen=True, slots=True)
class Quitting:
    """The app is going down."""


@dataclass(frozen=True, slots=True)
class FeltPressed:
    """Fine, too much, or hurt; `exercise` says which one hurt."""

    feeling: Feeling
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class NoticedPressed:
    """What was noticed of the two sides, in answer to a question."""

    question: Question
    noticing: Noticing


@dataclass(frozen=True, slots=True)
class Dismissed:
    """Close the end screen."""


Event = (
    TimePassed
    | PausePressed
    | ResumePressed
    | NextPressed
    | BackPressed
    | OtherSidePressed
    | EasierPressed
    | HarderPressed
    | EndPressed
    | EndConfirmed
    | EndDeclined
    | Left
    | Quitting
    | FeltPressed
    | NoticedPressed
    | Dismissed
)


# --- What to do about it --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """A new cue: say it, and sound what the part asks for."""

    text: str
    part: Part


@dataclass(frozen=True, slots=True)
class Lead:
    """A part of a guided breath begins: sound it for as long as it lasts."""

    phase: Phase
    lasts: timedelta


@dataclass(frozen=True, slots=True)
class Write:
    """Put records into the journal."""

    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Save:
    """Keep on disk how far the break is, in case the app dies."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class KeepAwake:
    """Keep the screen on, or no longer."""

    on: bool


@dataclass(frozen=True, slots=True)
class Finish:
    """The break is over: tell the sitting clock, and forget what was saved."""

    progress: Progress
    outcome: SessionOutcome


Effect = Say | Lead | Write | Save | KeepAwake | Finish
