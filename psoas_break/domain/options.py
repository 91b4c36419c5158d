"""What some settings of breaks can be: kit at hand, and a side with more."""

from enum import StrEnum


class Kit(StrEnum):
    """What may be at hand beside ordinary furniture, as exercises name it."""

    BAND = "band"
    STEP = "step"
    WEIGHTS = "weights"
    ROLLER = "roller"
    BALL = "ball"
    SOFA = "sofa"
    CUSHION = "cushion"
    BLOCKS = "blocks"
    BAR = "bar"
    CAPTAINS_CHAIR = "captains-chair"
    BED = "bed"


class ExtraSet(StrEnum):
    """The side that has one set more, if the user asks for it."""

    NEITHER = "neither"
    LEFT = "left"
    RIGHT = "right"
