"""Makes the real mechanism when it is first needed, so that no start pays for it."""

from collections.abc import Callable

from psoas_break.app.ports import Awake


class LaterAwake:
    """Stands for a mechanism that does not exist before the first hold."""

    def __init__(self, make: Callable[[], Awake]) -> None:
        self._make = make
        self._made: Awake | None = None

    def hold(self) -> None:
        """Ask the desktop not to blank or lock."""
        if self._made is None:
            self._made = self._make()
        self._made.hold()

    def release(self) -> None:
        """Let it again."""
        if self._made is not None:
            self._made.release()
