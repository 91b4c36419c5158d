"""How to breathe, and where in a breath we are: a pure function of elapsed time.

Levels rise and fall with a half cosine, so that nothing jerks. The patterns
themselves are in `patterns`.
"""

import math
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import assert_never

from psoas_break.domain.durations import ZERO
from psoas_break.words import gettext as _

WARM_UP = timedelta(minutes=1)
"""How long the optional ramp takes to reach the pattern's own pace."""
WARM_UP_FROM = 0.75
"""At the start of the ramp a breath takes this share of its length."""
ROUNDING = timedelta(microseconds=50)
"""What turning real into eased time and back may lose."""
CALM_BREATH = timedelta(seconds=10)
"""One breath of the default pattern; doses in breaths are counted in these."""


class Phase(StrEnum):
    """One part of a breath."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A way to breathe.

    Attributes:
        id: name in settings and history.
        phases: the parts of one breath in order; empty means at one's own pace.
        level: 0 for everyone to 4 advanced.
        most: longest time in one go, if limited.
        most_breaths: most breaths in one go, if limited.
        while_standing: whether it may be done standing.
        name: what the user calls it; ours are named by `patterns.pattern_name`.
    """

    id: str
    phases: tuple[tuple[Phase, timedelta], ...]
    level: int = 0
    most: timedelta | None = None
    most_breaths: int | None = None
    while_standing: bool = True
    name: str = ""

    @property
    def paced(self) -> bool:
        """Whether the app leads the breath."""
        return bool(self.phases)

    @property
    def holds(self) -> bool:
        """Whether the breath is held: such patterns are opt-in."""
        return any(phase in (Phase.HOLD, Phase.REST) for phase, _length in self.phases)

    @property
    def length(self) -> timedelta:
        """How long one breath takes; for an unpaced pattern, a calm one."""
        if not self.phases:
            return CALM_BREATH
        return sum((length for _phase, length in self.phases), ZERO)

    @property
    def per_minute(self) -> float:
        """Breaths a minute."""
        return timedelta(minutes=1) / self.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Breath:
    """Where in a breath we are.

    Attributes:
        phase: which part.
        level: how full, 0 empty to 1 full, with a half cosine in between.
        left: time to the end of the phase.
        length: how long the phase takes in all.
        index: breaths completed before this one.
    """

    phase: Phase
    level: float
    left: timedelta
    length: timedelta
    index: int


def phase_name(phase: Phase) -> str:
    """Return the word for a phase, as the pacer shows it."""
    return {
        Phase.IN: _("Breathe in"),
        Phase.TOP_UP: _("A little more"),
        Phase.HOLD: _("Hold"),
        Phase.OUT: _("Breathe out"),
        Phase.REST: _("Rest"),
    }[phase]


def breath_at(pattern: Pattern, elapsed: timedelta, *, warm_up: bool = False) -> Breath:
    """Say where in a breath one is `elapsed` after the first in-breath began.

    An unpaced pattern has no phases to name; ask only when `pattern.paced`.

    >>> calm = Pattern(
    ...     id="calm",
    ...     phases=(
    ...         (Phase.IN, timedelta(seconds=4)),
    ...         (Phase.OUT, timedelta(seconds=6)),
    ...     ),
    ... )
    >>> breath_at(calm, timedelta(seconds=12)).level
    0.5
    >>> breath_at(calm, timedelta(seconds=17)).phase
    <Phase.OUT: 'out'>

    Args:
        pattern: how to breathe.
        elapsed: time since the start, not negative.
        warm_up: whether the pace eases in over the first minute.

    Raises:
        ValueError: for an unpaced pattern.
    """
    if not pattern.paced:
        msg = f"{pattern.id} has no pace"
        raise ValueError(msg)
    paced = _paced(elapsed) if warm_up else elapsed
    index, into = divmod(paced, pattern.length)
    begins = index * pattern.length
    level = 0.0
    phase, length = pattern.phases[-1]
    for earlier, lasts in pattern.phases[:-1]:
        if into < lasts:
            phase, length = earlier, lasts
            break
        level = _level_after(pattern, earlier, level)
        into -= lasts
        begins += lasts
    top = _level_after(pattern, phase, level)
    share = (1 - math.cos(math.pi * (into / length))) / 2
    real = _real if warm_up else _same
    starts, ends = real(begins), real(begins + length)
    return Breath(
        phase=phase,
        level=round(level + (top - level) * share, 9),
        left=max(ZERO, ends - elapsed),
        length=ends - starts,
        index=index,
    )


def time_for(pattern: Pattern, breaths: int, *, warm_up: bool = False) -> timedelta:
    """Return how long `breaths` breaths take from the start."""
    span = breaths * pattern.length
    return _real(span) if warm_up and pattern.paced else span


def breaths_done(pattern: Pattern, elapsed: timedelta, *, warm_up: bool = False) -> int:
    """Return the full breaths done after `elapsed`; unpaced ones are estimated."""
    paced = _paced(elapsed) if warm_up and pattern.paced else elapsed
    return (paced + ROUNDING) // pattern.length


def breaths_in(pattern: Pattern, span: timedelta) -> int:
    """Return the breaths nearest to `span`: one at least, as many as allowed."""
    wanted = max(1, round(span / pattern.length))
    if pattern.most is not None:
        wanted = min(wanted, pattern.most // pattern.length)
    return min(wanted, pattern.most_breaths or wanted)


def _level_after(pattern: Pattern, phase: Phase, level: float) -> float:
    match phase:
        case Phase.IN:
            return _share_of_in(pattern)
        case Phase.TOP_UP:
            return 1.0
        case Phase.OUT:
            return 0.0
        case Phase.HOLD | Phase.REST:
            return level
        case _:
            assert_never(phase)


def _share_of_in(pattern: Pattern) -> float:
    lengths = dict(pattern.phases)
    top_up = lengths.get(Phase.TOP_UP, ZERO)
    return lengths[Phase.IN] / (lengths[Phase.IN] + top_up)


# The ramp: at real time t < 60 s a breath's clock runs 1 / (3/4 + t/240) as fast
# as ours; integrated, that is 240 ln(1 + t/180), and its inverse.

_SLOPE = (1 - WARM_UP_FROM) / WARM_UP.total_seconds()
_RAMP_END = math.log(1 / WARM_UP_FROM) / _SLOPE


def _paced(real: timedelta) -> timedelta:
    seconds = real.total_seconds()
    ramp = WARM_UP.total_seconds()
    if seconds >= ramp:
        return timedelta(seconds=_RAMP_END + seconds - ramp)
    return timedelta(seconds=math.log(1 + _SLOPE * seconds / WARM_UP_FROM) / _SLOPE)


def _real(paced: timedelta) -> timedelta:
    seconds = paced.total_seconds()
    ramp = WARM_UP.total_seconds()
    if seconds >= _RAMP_END:
        return timedelta(seconds=ramp + seconds - _RAMP_END)
    return timedelta(seconds=math.expm1(_SLOPE * seconds) * WARM_UP_FROM / _SLOPE)


def _same(span: timedelta) -> timedelta:
    return span
