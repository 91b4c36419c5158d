"""What was done in a break, one line for each exercise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from psoas_break.domain.history import Held, Side
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

NOTHING = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One exercise as it was done.

    Attributes:
        exercise: Its id.
        name: What the user calls it.
        left, right, both: Time held or moved on each side, or on no side.
        breaths: Full breaths guided.
        repetitions: Counted ones, all sides together.
    """

    exercise: str
    name: str
    left: timedelta = NOTHING
    right: timedelta = NOTHING
    both: timedelta = NOTHING
    breaths: int = 0
    repetitions: int = 0

    @property
    def time(self) -> timedelta:
        """On all sides together."""
        return self.left + self.right + self.both


def done_in(held: Iterable[Held], names: Mapping[str, str]) -> tuple[Done, ...]:
    """Add up what was held, one entry for each exercise, in the order it was done.

    Args:
        held: The records of one session.
        names: Of the exercises, by their ids.
    """
    rows: dict[str, Done] = {}
    for one in held:
        row = rows.get(one.exercise)
        if row is None:
            row = Done(
                exercise=one.exercise, name=names.get(one.exercise, one.exercise)
            )
        left = one.held if one.side is Side.LEFT else NOTHING
        right = one.held if one.side is Side.RIGHT else NOTHING
        both = one.held if one.side is Side.BOTH else NOTHING
        rows[one.exercise] = replace(
            row,
            left=row.left + left,
            right=row.right + right,
            both=row.both + both,
            breaths=row.breaths + one.breaths,
            repetitions=row.repetitions + one.repetitions,
        )
    return tuple(rows.values())


def time_words(span: timedelta) -> str:
    """A time in seconds or in minutes and seconds.

    >>> time_words(timedelta(seconds=70))
    '1 min 10 s'
    """
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    if not minutes:
        return _("{seconds} s").format(seconds=seconds)
    if not seconds:
        return _("{minutes} min").format(minutes=minutes)
    return _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)


def whole_words(done: Done) -> str:
    """How much of an exercise without sides was done."""
    if done.breaths:
        return ngettext("{count} breath", "{count} breaths", done.breaths).format(
            count=done.breaths
        )
    if done.repetitions:
        return ngettext("{count} time", "{count} times", done.repetitions).format(
            count=done.repetitions
        )
    return time_words(done.both)


def total_words(done: Iterable[Done]) -> str:
    """How long was moved in all, in one line; kind even when it was nothing."""
    total = sum((one.time for one in done), NOTHING)
    if total <= NOTHING:
        return _("Nothing held this time. That is fine.")
    return _("{time} for your hips and breath").format(time=time_words(total))
