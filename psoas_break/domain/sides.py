"""Left and right: how much each side was practised, and when to say that one lags.

The 80 % is bookkeeping of practice done, not a measure of a body (content.md 5).
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import Held, Side

LEAST_SHARE = 0.8
"""Below this share of the other side, a side is behind."""
LEAST_GAP = timedelta(minutes=1)
"""A smaller gap is one break's difference, and nothing to talk about."""


def stretched(
    held: Iterable[Held], now: datetime, span: timedelta
) -> dict[Side, timedelta]:
    """Return how long each side was stretched within `span` before now."""
    sides = {Side.LEFT: ZERO, Side.RIGHT: ZERO}
    for one in held:
        if one.stretch and one.side in sides and now - one.at < span:
            sides[one.side] += one.held
    return sides


def behind(sides: Mapping[Side, timedelta]) -> tuple[Side, timedelta] | None:
    """Return the side that is behind, and by how much, if one is."""
    left = sides.get(Side.LEFT, ZERO)
    right = sides.get(Side.RIGHT, ZERO)
    less, more = min(left, right), max(left, right)
    if more - less < LEAST_GAP or less >= LEAST_SHARE * more:
        return None
    return (Side.LEFT if left < right else Side.RIGHT), more - less
