"""For a system that keeps no screen awake for anybody."""


class NullAwake:
    """Lets the screen do as it likes."""

    def hold(self) -> None:
        """Do nothing."""

    def release(self) -> None:
        """Do nothing."""
