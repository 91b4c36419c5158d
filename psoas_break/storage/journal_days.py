"""Rows of some days, and which of them stand."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from psoas_break.storage.journal_rows import Row


class Days(NamedTuple):
    """A span of local days, both ends included; None is open."""

    first: date | None = None
    last: date | None = None

    def bounds(self) -> tuple[str, str]:
        """Return the ends as they compare with a row's day."""
        return (
            (self.first or date.min).isoformat(),
            (self.last or date.max).isoformat(),
        )

    def hold(self, row: Row) -> bool:
        """Whether a row belongs to one of these days."""
        first, last = self.bounds()
        return first <= row.day <= last


class Found(NamedTuple):
    """Rows of some days, and the ids of all rows that were ever voided."""

    rows: Sequence[Row] = ()
    voided: frozenset[bytes] = frozenset()


def voided_by(rows: Iterable[Row]) -> frozenset[bytes]:
    """Return the ids of the rows that these rows void."""
    return frozenset(row.target for row in rows if row.target is not None)


def standing(found: Found, waiting: Sequence[Row], days: Days) -> list[Row]:
    """Return each row once that was found or waits to be written, but the voided."""
    voided = found.voided | voided_by(waiting)
    rows = {row.id: row for row in found.rows}
    rows |= {row.id: row for row in waiting if days.hold(row)}
    return [row for row in rows.values() if row.id not in voided]
