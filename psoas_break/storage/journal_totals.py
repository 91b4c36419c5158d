"""The figures of the history's charts, added up by SQLite from its index alone."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from psoas_break.domain.noticing import Noticing
from psoas_break.domain.past import History
from psoas_break.domain.sums import (
    DaySum,
    ExerciseSum,
    PastDevice,
    day_sums,
    exercise_sums,
    joined,
    tighter_sums,
)
from psoas_break.domain.totals import COUNTS_FROM
from psoas_break.storage.journal_reading import KINDS
from psoas_break.storage.journal_rows import NO_STRETCH

if TYPE_CHECKING:
    from psoas_break.storage.journal import SqliteJournal

_DEVICES = f"""{KINDS}
SELECT device FROM devices WHERE device IS NOT NULL
"""  # noqa: S608  put together from constants
_DEVICE_NAMES = """
SELECT device, what FROM event WHERE kind = 'device' ORDER BY device, started
"""
_FIRST_DAY = f"""{KINDS}
SELECT min((
    SELECT min(day) FROM event WHERE device = kinds.device AND kind = kinds.kind
)) FROM kinds WHERE device = :device
"""  # noqa: S608  as above

_STANDS = """rowid NOT IN (
    SELECT taken.rowid FROM event AS void JOIN event AS taken ON taken.id = void.target
    WHERE void.target IS NOT NULL
)"""
"""Whether a row was never voided."""

_WHERE = f"WHERE e.device = :device AND day BETWEEN :first AND :last AND e.{_STANDS}"

_FINISHED = f"""
SELECT day, count(*) FROM event AS e {_WHERE}
AND kind = 'session end' AND what = 'finished'
GROUP BY day
"""  # noqa: S608  put together from constants; every value is a parameter
_ENDED_LATE_ENOUGH = f"""
SELECT day, sum(:counts_from <= (
    SELECT round(coalesce(sum(held.seconds), 0), 6) FROM event AS held
    WHERE held.device = e.device AND held.day = e.day AND held.kind = 'held'
    AND held.part_of = e.part_of AND held.{_STANDS}
))
FROM event AS e {_WHERE} AND kind = 'session end' AND what <> 'finished'
GROUP BY day
"""  # noqa: S608  as above
_NATURAL = f"""
SELECT day, count(*) FROM event AS e {_WHERE} AND kind = 'natural break'
GROUP BY day
"""  # noqa: S608  as above
_HELD = f"""
SELECT
    day,
    sum(iif(side = 'left' AND detail IS NOT :no_stretch, seconds, 0)),
    sum(iif(side = 'right' AND detail IS NOT :no_stretch, seconds, 0)),
    sum(breaths)
FROM event AS e {_WHERE} AND kind = 'held'
GROUP BY day
"""  # noqa: S608  as above
_BOUTS = f"""
SELECT day, count(*), sum(seconds), max(seconds)
FROM event AS e {_WHERE} AND kind = 'sitting'
GROUP BY day
"""  # noqa: S608  as above
_EXERCISES = f"""
SELECT
    what,
    count(DISTINCT part_of),
    sum(seconds),
    max(day),
    sum(iif(side = 'left', seconds, 0)),
    sum(iif(side = 'right', seconds, 0)),
    sum(breaths),
    sum(repetitions)
FROM event AS e {_WHERE} AND kind = 'held'
GROUP BY what
"""  # noqa: S608  as above

_TIGHTER = f"""
SELECT detail, count(*) FROM event AS e {_WHERE}
AND kind = 'noticed' AND what = 'tighter'
GROUP BY detail
"""  # noqa: S608  as above

# Several narrow questions in place of a wide one: together they take a fifth of it.
_DAY_QUESTIONS: tuple[tuple[str, Callable[..., DaySum]], ...] = (
    (_FINISHED, lambda count: DaySum(breaks=count)),
    (_ENDED_LATE_ENOUGH, lambda count: DaySum(breaks=count)),
    (_NATURAL, lambda count: DaySum(natural_breaks=count)),
    (
        _HELD,
        lambda left, right, breaths: DaySum(
            left=_span(left), right=_span(right), breaths=breaths
        ),
    ),
    (
        _BOUTS,
        lambda bouts, sat, longest: DaySum(
            bouts=bouts, sitting=_span(sat), longest=_span(longest)
        ),
    ),
)


class JournalTotals:
    """Adds up what the charts show, without reading the history record by record.

    What waits to be written is in no database, and from a damaged one only records
    can be saved; then the same is added up from them, more slowly.
    """

    def __init__(self, *, journal: "SqliteJournal") -> None:
        """Ask this journal."""
        self._journal = journal

    def devices(self) -> tuple[PastDevice, ...]:
        """Return every device in the history, this one first."""
        here = self._journal.device
        found = {here, *(self._journal.ask(_devices) or ())}
        names = self._journal.ask(_names) or {}
        return tuple(
            PastDevice(id=str(one), is_here=one == here, name=names.get(one, ""))
            for one in sorted(found, key=lambda one: (one != here, str(one)))
        )

    def first_day(self, *, device: str | None = None) -> date | None:
        """Return the day on which the history begins; None when there is none."""

        def ask(connection: sqlite3.Connection) -> list[str]:
            asked = (
                connection.execute(_FIRST_DAY, {"device": one.bytes}).fetchone()
                for one in _asked_for(connection, device)
            )
            return [day for (day,) in asked if day is not None]

        found = self._journal.ask(ask)
        if found is not None:
            return date.fromisoformat(min(found)) if found else None
        return min(day_sums(self._journal.history(device=device)), default=None)

    def days(
        self, first: date, last: date, *, device: str | None = None
    ) -> Mapping[date, DaySum]:
        """Return what each day between two, both included, has come to."""

        def ask(connection: sqlite3.Connection) -> dict[date, DaySum]:
            sums: dict[date, DaySum] = defaultdict(DaySum)
            for one in _asked_for(connection, device):
                values = _values(first, last, one)
                for question, made in _DAY_QUESTIONS:
                    for day, *rest in connection.execute(question, values):
                        sums[date.fromisoformat(day)] += made(*rest)
            return {day: one for day, one in sums.items() if one != DaySum()}

        found = self._journal.ask(ask)
        if found is not None:
            return found
        return day_sums(self._journal.history(first, last, device=device))

    def exercises(
        self, first: date, last: date, *, device: str | None = None
    ) -> tuple[ExerciseSum, ...]:
        """Return what each exercise has come to, the one held longest first."""

        def ask(connection: sqlite3.Connection) -> list[ExerciseSum]:
            return [
                _exercise_sum(*row)
                for one in _asked_for(connection, device)
                for row in connection.execute(_EXERCISES, _values(first, last, one))
            ]

        found = self._journal.ask(ask)
        if found is not None:
            return joined(found)
        return exercise_sums(self._journal.history(first, last, device=device))

    def tighter(
        self, first: date, last: date, *, device: str | None = None
    ) -> Mapping[Noticing, int]:
        """Return how often each side felt tighter, and how often neither."""

        def ask(connection: sqlite3.Connection) -> dict[Noticing, int]:
            counts = Counter[Noticing]()
            for one in _asked_for(connection, device):
                for side, count in connection.execute(
                    _TIGHTER, _values(first, last, one)
                ):
                    counts[Noticing(side)] += count
            return dict(counts)

        found = self._journal.ask(ask)
        if found is not None:
            return found
        return tighter_sums(self._journal.history(first, last, device=device))

    def day(self, day: date, *, device: str | None = None) -> History:
        """Return everything of one day."""
        return self._journal.history(day, day, device=device)


def _devices(connection: sqlite3.Connection) -> list[UUID]:
    return [UUID(bytes=device) for (device,) in connection.execute(_DEVICES)]


def _names(connection: sqlite3.Connection) -> dict[UUID, str]:
    """Return what each device was called last."""
    named = connection.execute(_DEVICE_NAMES)
    return {UUID(bytes=device): name for device, name in named}


def _asked_for(connection: sqlite3.Connection, device: str | None) -> list[UUID]:
    return _devices(connection) if device is None else [UUID(device)]


def _values(first: date, last: date, device: UUID) -> dict[str, object]:
    return {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "device": device.bytes,
        "counts_from": COUNTS_FROM.total_seconds(),
        "no_stretch": NO_STRETCH,
    }


def _exercise_sum(  # noqa: PLR0917  the columns of _EXERCISES
    exercise: str,
    times: int,
    held: float,
    last: str,
    left: float,
    right: float,
    breaths: int,
    repetitions: int,
) -> ExerciseSum:
    return ExerciseSum(
        exercise=exercise,
        times=times,
        held=_span(held),
        last=date.fromisoformat(last),
        left=_span(left),
        right=_span(right),
        breaths=breaths,
        repetitions=repetitions,
    )


def _span(seconds: float) -> timedelta:
    return timedelta(seconds=seconds)
