"""For a sense this system has not."""

from collections.abc import Callable

from psoas_break.app.ports import Signs


class NullQuiet:
    """Never knows.

    Args:
        name: what the log and `doctor` call it.
        lacks: what it would find if this system had it.
    """

    tells = True

    def __init__(self, name: str, lacks: Signs) -> None:
        self.name = name
        self.lacks = lacks
        self.finds = Signs()

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Say that nobody can say."""
        answered(None)

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Nothing ever changes."""
