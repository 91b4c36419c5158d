"""For a system that never says whether somebody is there."""

from collections.abc import Callable

from psoas_break.domain.absence import Certain


class NullPresence:
    """Never tells."""

    name = "unknown"

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Tell nothing."""

    def look(self) -> None:
        """Look at nothing."""

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Say that there is nobody."""
        answered(None)
