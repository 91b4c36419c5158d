"""For a sense this system has not."""

from collections.abc import Callable

from psoas_break.app.ports import Signs


class NullQuiet:
    """Never knows."""

    tells = True

    def __init__(self, name: str) -> None:
        self.name = name
        self.finds = Signs()

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Say that nobody can say."""
        answered(None)

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Nothing ever changes."""
