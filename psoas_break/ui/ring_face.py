"""What the ring shows: the time left, put into a share, a number and a caption."""

import math
from dataclasses import dataclass
from datetime import timedelta

from psoas_break.words import gettext as _

SECOND = timedelta(seconds=1)
_ENDING = timedelta(seconds=3)
_LONGEST_IN_SECONDS = 99


@dataclass(frozen=True, slots=True)
class RingFace:
    """What the ring shows: share left, number, caption, and whether it ends now."""

    share: float
    number: str
    caption: str
    ending: bool


def ring_of(left: timedelta, total: timedelta, *, work: bool) -> RingFace:
    """What the ring shows with `left` of `total` to go.

    >>> ring_of(timedelta(seconds=23.4), timedelta(seconds=40), work=True).number
    '24'
    """
    seconds = math.ceil(left / SECOND)
    whole = math.ceil(total / SECOND)
    ending = work and left <= _ENDING
    if whole > _LONGEST_IN_SECONDS:
        minutes, rest = divmod(seconds, 60)
        return RingFace(left / total, f"{minutes}:{rest:02}", _("left"), ending)
    caption = _("of {seconds} s").format(seconds=whole)
    return RingFace(left / total, str(seconds), caption, ending)
