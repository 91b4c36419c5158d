"""What an idle mechanism needs beforehand, where it needs nothing."""

from collections.abc import Callable
from datetime import timedelta


class ReadAtOnce:
    """For an idle mechanism that is simply read, and tells nothing by itself."""

    tells: bool = False
    tells_silence: bool = False

    def refresh(self, done: Callable[[], None]) -> None:
        """Nothing needs refreshing."""
        done()

    def attend(self, *, closely: bool) -> None:
        """It is exact at all times."""

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """It never tells."""

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Nor of silence."""
