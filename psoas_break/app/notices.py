"""What the user should know: collected from whoever has something to say."""

from collections.abc import Callable, Iterable

Source = Callable[[], Iterable[str]]


class Notices:
    """One line for each trouble; asked anew whenever they are shown."""

    def __init__(self, *sources: Source) -> None:
        self._sources = list(sources)
        self._told: list[str] = []

    def add(self, source: Source) -> None:
        """Ask this one too, from now on."""
        self._sources.append(source)

    def tell(self, line: str) -> None:
        """Say something that stays until the app ends."""
        if line and line not in self._told:
            self._told.append(line)

    def lines(self) -> tuple[str, ...]:
        """Return everything there is to say now."""
        asked = [line for source in self._sources for line in source() if line]
        return (*self._told, *asked)
