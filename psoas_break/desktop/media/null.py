"""For a system where no player can be asked."""


class NullMedia:
    """Lets them play."""

    def pause(self) -> None:
        """Do nothing."""

    def resume(self) -> None:
        """Do nothing."""
