"""What an exercise is: its words, its dose, and the steps it runs through.

An exercise comes from one file of the catalogue (`storage.catalogue`). Here are
only the values and what makes them sound; times are `timedelta`, counts are per
side where the exercise has sides.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from psoas_break.domain.dose import Breaths, Dose, Hold, Move, Repetitions, Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.settings import BodyLimit
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # while nobody is drawn, nothing of it is loaded
    from psoas_break.domain.figure.figure import Figure, Key


class Kind(StrEnum):
    """What an exercise is for."""

    MOBILITY = "mobility"
    RELEASE = "release"
    STRENGTH = "strength"
    BREATHING = "breathing"
    HABIT = "habit"
    CHECK = "check"


class Sides(StrEnum):
    """How the two sides take part."""

    EACH = "each"
    """All of the dose on one side, then all of it on the other."""
    BOTH = "both"
    """Both sides at once, or no side at all."""
    ALTERNATE = "alternate"
    """Sides take turns, repetition by repetition."""


class Form(StrEnum):
    """How hard an exercise is made."""

    USUAL = "usual"
    EASIER = "easier"
    HARDER = "harder"


class Place(StrEnum):
    """Where an exercise can be done."""

    DESK = "desk"
    CHAIR = "chair"
    MAT = "mat"
    GYM = "gym"
    ELSEWHERE = "elsewhere"


class Overlay(StrEnum):
    """What the figure shows inside the body."""

    PSOAS = "psoas"
    DIAPHRAGM = "diaphragm"
    NONE = "none"


# --- What happens, in order -----------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do, and the words for it.

    Attributes:
        move: how long getting there takes.
        hold: how long to stay.
        cue: what to say, in the catalogue's language; "" leaves the last cue.
        main: whether this is the exercise itself. The main steps share the dose
            in proportion to their lengths; the others keep their own.
        key: what the drawn body does meanwhile; None stays as it is.
    """

    move: timedelta = ZERO
    hold: timedelta = ZERO
    cue: str = ""
    main: bool = False
    key: "Key | None" = None

    @property
    def length(self) -> timedelta:
        """Getting there and staying."""
        return self.move + self.hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Steps that repeat: one repetition."""

    steps: tuple[Step, ...]

    @property
    def length(self) -> timedelta:
        """How long one repetition takes."""
        return sum((step.length for step in self.steps), ZERO)


# --- The exercise ---------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Everything said about an exercise in one language."""

    name: str
    why: str
    care: str
    checks: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    stop: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise of the catalogue.

    Attributes:
        id: name in files, on the command line and in the history.
        level: 1 easy to 5 advanced.
        kit: what to have at hand; names for `kit_name`.
        limits: what a user may have ticked that rules this exercise out.
        easier_for: ticks under which it is done in its easier form.
        recovery: rest before any exercise with a recovery comes again.
        easier, harder: ids of exercises that step down or up, if any.
        sources: where the exercise and its dose come from.
        lead_in, lead_out: the steps before and after the main ones.
        main: the main steps; empty when `loop` is the main part.
        loop: one repetition, for a dose of `Repetitions`.
        figure: the drawn body that shows it, None where cues must do.
        own: whether it comes from the user's folder.
    """

    id: str
    words: Words
    kind: Kind
    sides: Sides
    places: tuple[Place, ...]
    level: int
    dose: Dose
    kit: tuple[str, ...] = ()
    limits: frozenset[BodyLimit] = frozenset()
    easier_for: frozenset[BodyLimit] = frozenset()
    recovery: timedelta = ZERO
    easier: str = ""
    harder: str = ""
    sources: tuple[str, ...] = ()
    overlay: Overlay = Overlay.NONE
    lead_in: tuple[Step, ...] = ()
    main: tuple[Step, ...] = ()
    loop: Loop | None = None
    lead_out: tuple[Step, ...] = ()
    figure: "Figure | None" = None
    own: bool = False

    def __post_init__(self) -> None:
        """Refuse an exercise that could not be run.

        Raises:
            ValueError: with the key at fault and the reason.
        """
        match self.dose, self.loop:
            case Repetitions(), Loop(length=length) if length > ZERO:
                pass
            case Repetitions(), _:
                msg = "loop: " + _("repetitions need a loop that takes time")
                raise ValueError(msg)
            case ((Hold() | Move() | Breaths() | Tip()), Loop()):
                msg = "loop: " + _("only a dose of repetitions has a loop")
                raise ValueError(msg)
            case _:
                pass

    def words_for(self, form: Form) -> str:
        """Return how to do it in another form; "" for the usual, and where none is."""
        match form:
            case Form.USUAL:
                return ""
            case Form.EASIER:
                return self.words.easier
            case Form.HARDER:
                return self.words.harder

    @property
    def name(self) -> str:
        """What the user calls it."""
        return self.words.name

    @property
    def seated(self) -> bool:
        """Whether it is done sitting, so that it is no rest from sitting."""
        return self.places == (Place.CHAIR,)

    @property
    def cues(self) -> tuple[str, ...]:
        """Every cue in order, each once: the exercise as written steps."""
        loop = self.loop.steps if self.loop else ()
        steps = (*self.lead_in, *self.main, *loop, *self.lead_out)
        return tuple(dict.fromkeys(step.cue for step in steps if step.cue))


def kind_name(kind: Kind) -> str:
    """Return what a kind is called."""
    return {
        Kind.MOBILITY: _("Mobility"),
        Kind.RELEASE: _("Release"),
        Kind.STRENGTH: _("Strength"),
        Kind.BREATHING: _("Breathing"),
        Kind.HABIT: _("Habit"),
        Kind.CHECK: _("Self-check"),
    }[kind]


def place_name(place: Place) -> str:
    """Return what a place is called."""
    return {
        Place.DESK: _("At the desk, standing"),
        Place.CHAIR: _("On a chair"),
        Place.MAT: _("On a mat"),
        Place.GYM: _("In a gym"),
        Place.ELSEWHERE: _("Elsewhere"),
    }[place]


def kit_name(kit: str) -> str:
    """Return what a piece of kit is called.

    >>> kit_name("wall")
    'a wall'
    >>> kit_name("rowing-machine")
    'rowing machine'
    """
    known = {
        "ball": _("a spiky or massage ball"),
        "band": _("a loop band"),
        "bar": _("a pull-up bar"),
        "bed": _("a firm bed or sturdy table"),
        "blocks": _("blocks or parallettes"),
        "captains-chair": _("a captain's chair"),
        "chair": _("a chair that cannot roll away"),
        "cushion": _("a cushion"),
        "desk": _("the edge of your desk"),
        "mat": _("a mat"),
        "pillow": _("a small pillow"),
        "roller": _("a foam roller"),
        "sofa": _("a sofa"),
        "step": _("a stable step about 20 cm high"),
        "support": _("a wall, heavy desk or fixed chair, not one on castors"),
        "wall": _("a wall"),
        "weights": _("two equal weights or bags"),
    }
    return known.get(kit) or kit.replace("-", " ")
