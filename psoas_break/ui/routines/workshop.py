"""What the editor of routines starts from, and whom it tells."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from psoas_break.domain.routine import Catalogue, Routine


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """What the editor starts from, and whom it tells.

    Attributes:
        catalogue: every exercise and routine.
        routines: the user's own.
        keep: keeps them after each change; returns what went wrong, or nothing.
        is_favourite: whether a routine takes its turn in the rotation.
        problems: files that could not be used, one line each.
    """

    catalogue: Catalogue
    routines: Sequence[Routine]
    keep: Callable[[Sequence[Routine]], str]
    is_favourite: Callable[[str], bool] = lambda _id: False
    problems: Sequence[str] = ()
