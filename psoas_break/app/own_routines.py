"""The routines the user makes: kept as they change, ready to start at once."""

from collections.abc import Sequence
from typing import Protocol

from psoas_break.app.choosing import Choosing
from psoas_break.domain.routine import Catalogue, Routine


class RoutineStore(Protocol):
    """Where own routines are kept."""

    def save(
        self,
        routines: Sequence[Routine],
        *,
        was: Sequence[Routine],
        catalogue: Catalogue,
    ) -> str:
        """Keep these in place of `was`; return what the user should know.

        Raises:
            OSError: when they cannot be kept; its text is a line for the user.
        """
        ...


class OwnRoutines:
    """Reads own routines off the catalogue, and keeps what became of them.

    Args:
        choosing: has the catalogue, and reads it anew after a change.
        store: where they are kept.
    """

    def __init__(self, *, choosing: Choosing, store: RoutineStore) -> None:
        self._choosing = choosing
        self._store = store

    @property
    def catalogue(self) -> Catalogue:
        """Every exercise and routine."""
        return self._choosing.catalogue

    def all(self) -> tuple[Routine, ...]:
        """Return the user's own routines, in their order."""
        return tuple(one for one in self.catalogue.routines.values() if one.own)

    def keep(self, routines: Sequence[Routine]) -> str:
        """Keep these, but for empty ones; return what went wrong, or nothing."""
        full = tuple(one for one in routines if one.items)
        was = self.all()
        if full == was:
            return ""
        try:
            told = self._store.save(full, was=was, catalogue=self.catalogue)
        except OSError as error:
            return str(error)
        self._choosing.reload()
        return told
