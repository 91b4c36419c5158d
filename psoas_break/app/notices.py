"""What the user should know: collected from whoever has something to say."""

from collections.abc import Callable, Iterable

Source = Callable[[], Iterable[str]]


class Notices:
    """One line for each trouble; asked anew whenever they are shown.

    Args:
        sources: whoever may have something to say now.
    """

    def __init__(self, *sources: Source) -> None:
        self._sources = sources
        self._told: list[str] = []
        self._mentioned = ""

    def tell(self, line: str) -> None:
        """Say something that stays until the app ends."""
        if line and line not in self._told:
            self._told.append(line)

    def mention(self, line: str) -> None:
        """Say something in passing, in place of what was; "" takes it back."""
        self._mentioned = line

    def lines(self) -> tuple[str, ...]:
        """Return everything there is to say now."""
        asked = (line for source in self._sources for line in source())
        return tuple(filter(None, (self._mentioned, *self._told, *asked)))
