"""What stands around the body, what is pointed out, and what the camera shows."""

from dataclasses import dataclass
from enum import StrEnum

from psoas_break.domain.figure.plane import Point

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in statures."""


class PropKind(StrEnum):
    """A thing in the picture; `x` is from where to where, `y` its top."""

    MAT = "mat"
    CHAIR = "chair"
    """With a back at the left end."""
    BENCH = "bench"
    """A seat without a back, a low table."""
    SOFA = "sofa"
    """Its back at the left end, the edge of its seat at the right."""
    DESK = "desk"
    WALL = "wall"
    """Stands from the floor to `y`, from x0 to x1."""
    BED = "bed"
    STEP = "step"
    BLOCKS = "blocks"
    """Grips for the hands, `y` their top."""
    PILLOW = "pillow"
    BAR = "bar"
    """A pull-up bar seen from its end, its middle at `y`."""
    CAPTAINS_CHAIR = "captains-chair"
    """A back pad at x0 and arm pads with their top at `y`."""
    ROLLER = "roller"
    """Seen from its end, from x0 to x1 while the hip is at x = 0: it rolls along."""
    BALL = "ball"
    """As a roller."""
    BAND = "band"
    """A loop between the ankles or feet: no place of its own."""
    WEIGHTS = "weights"
    """One in each hand: no place of its own."""


@dataclass(frozen=True, slots=True)
class Prop:
    """One thing in the picture.

    Attributes:
        x: from where to where; (0, 0) for what the body carries.
        y: height of its top above the floor.
    """

    kind: PropKind
    x: Point = (0.0, 0.0)
    y: float = 0.0

    @property
    def is_carried(self) -> bool:
        """Whether it goes where a part of the body goes."""
        return self.kind in (PropKind.BAND, PropKind.WEIGHTS)


@dataclass(frozen=True, slots=True)
class Scene:
    """The picture around the body.

    Attributes:
        props: the things in it, furthest back first.
        view: what the camera shows; None fits every frame of every pose.
    """

    props: tuple[Prop, ...] = ()
    view: Box | None = None


class HintAt(StrEnum):
    """The part of the body a hint is drawn around."""

    HIP = "hip"
    PELVIS = "pelvis"
    CHEST = "chest"
    HEAD = "head"
    NEAR_KNEE = "near.knee"
    FAR_KNEE = "far.knee"


@dataclass(frozen=True, slots=True)
class Turn:
    """An arrow along a circle: turn this way.

    Attributes:
        start: where on the circle it begins, degrees counter-clockwise from +x.
        sweep: how far it goes, counter-clockwise positive.
        radius: of the circle, in statures.
    """

    at: HintAt
    start: float
    sweep: float
    radius: float


@dataclass(frozen=True, slots=True)
class Push:
    """A straight arrow: move this way.

    Attributes:
        direction: degrees above level, as a heading.
        start, length: how far from the part it begins, and how long it is.
    """

    at: HintAt
    direction: float
    start: float
    length: float


Hint = Turn | Push
