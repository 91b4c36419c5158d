"""Ways to breathe of the user's own: a name, four lengths, and what is allowed."""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.breathing import Pattern, Phase
from psoas_break.domain.durations import ZERO
from psoas_break.words import decimal
from psoas_break.words import gettext as _

LEAST_PER_MINUTE, MOST_PER_MINUTE = 4, 10
"""Slower strains, faster is no slow breathing (content.md section 3)."""
SHORTEST_PART = timedelta(seconds=1)
"""In and out take at least this long."""
LONGEST_HOLD = timedelta(seconds=7)
"""As in 4-7-8, the longest of ours."""
MOST_WITH_HOLDS = timedelta(minutes=5)
"""As in box breathing."""
LONGEST_NAME = 40

_MINUTE = timedelta(minutes=1)
_FINEST = timedelta(milliseconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPattern:
    """A way to breathe, made by the user.

    Attributes:
        id: its name in settings, history and on the command line.
        name: what the user calls it.
        inhale, exhale: how long to breathe in and out.
        hold, rest: how long to wait after either; 0 for not at all.
    """

    id: str
    name: str
    inhale: timedelta
    exhale: timedelta
    hold: timedelta = ZERO
    rest: timedelta = ZERO

    def __post_init__(self) -> None:
        """Refuse a breath that does nobody good.

        Raises:
            ValueError: with the reason, in words for the user.
        """
        if not 0 < len(self.name.strip()) <= LONGEST_NAME:
            msg = _("give it a name of up to {most} characters")
            raise ValueError(msg.format(most=LONGEST_NAME))
        if min(self.inhale, self.exhale) < SHORTEST_PART:
            raise ValueError(_("breathing in and out take at least 1 s each"))
        if min(self.hold, self.rest) < ZERO:
            raise ValueError(_("a hold is 0 s or longer"))
        if max(self.hold, self.rest) > LONGEST_HOLD:
            msg = _("hold for {most} s at most")
            raise ValueError(msg.format(most=seconds_text(LONGEST_HOLD)))
        if not _MINUTE / MOST_PER_MINUTE <= self.length <= _MINUTE / LEAST_PER_MINUTE:
            msg = _("that is {rate} breaths a minute; choose from {least} to {most}")
            raise ValueError(
                msg.format(
                    rate=rate_text(self.per_minute),
                    least=LEAST_PER_MINUTE,
                    most=MOST_PER_MINUTE,
                )
            )

    @property
    def parts(self) -> tuple[timedelta, timedelta, timedelta, timedelta]:
        """In, hold, out, rest."""
        return self.inhale, self.hold, self.exhale, self.rest

    @property
    def length(self) -> timedelta:
        """How long one breath takes."""
        return sum(self.parts, ZERO)

    @property
    def per_minute(self) -> float:
        """Breaths a minute."""
        return _MINUTE / self.length

    @property
    def pattern(self) -> Pattern:
        """The same as the pacer leads it; with holds it is for sitting or lying."""
        phases = (Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST)
        holds = self.hold > ZERO or self.rest > ZERO
        return Pattern(
            id=self.id,
            name=self.name,
            phases=tuple(
                (phase, length)
                for phase, length in zip(phases, self.parts, strict=True)
                if length > ZERO
            ),
            level=3 if holds else 1,
            most=MOST_WITH_HOLDS if holds else None,
            while_standing=not holds,
        )


def at_rate(parts: tuple[timedelta, ...], per_minute: float) -> tuple[timedelta, ...]:
    """Return the lengths in the same proportions, so that so many breaths fit a minute.

    They are rounded to hundredths of a second.

    >>> [part.total_seconds() for part in at_rate((timedelta(seconds=2),
    ...     ZERO, timedelta(seconds=3), ZERO), 6)]
    [4.0, 0.0, 6.0, 0.0]

    Raises:
        ValueError: when there is nothing to stretch, or no such rate.
    """
    whole = sum(parts, ZERO)
    if whole <= ZERO or per_minute <= 0:
        raise ValueError(_("a breath takes time"))
    factor = _MINUTE / per_minute / whole
    return tuple(round(part * factor / _FINEST) * _FINEST for part in parts)


def seconds_text(span: timedelta) -> str:
    """Return seconds as they are written, without idle zeros.

    >>> seconds_text(timedelta(seconds=4.5)), seconds_text(timedelta(seconds=4))
    ('4.5', '4')
    """
    return decimal(f"{span.total_seconds():.2f}".rstrip("0").rstrip("."))


def rate_text(per_minute: float) -> str:
    """Return breaths a minute as they are written.

    >>> rate_text(6.0), rate_text(5.4545)
    ('6', '5.5')
    """
    return decimal(f"{per_minute:.1f}".removesuffix(".0"))
