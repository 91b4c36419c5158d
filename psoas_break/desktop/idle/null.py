"""For a desktop that tells nobody about input."""

from datetime import timedelta


class NullIdle:
    """Never knows."""

    name = "unknown"

    def idle(self) -> timedelta | None:
        """Return None: this desktop cannot say."""
        return None
