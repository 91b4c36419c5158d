"""Somebody has been asked: go on when the answer comes, or when it takes too long."""

from collections.abc import Callable
from datetime import timedelta

Then = Callable[[], None]


class Wait:
    """One wait, and what is done at its end.

    Args:
        until: when the answer is given up, by the steady clock.
        go_on: done once, with the answer or without.
    """

    __slots__ = ("_go_on", "is_over", "until")

    def __init__(self, until: timedelta, go_on: Then) -> None:
        self.until = until
        self.is_over = False
        self._go_on = go_on

    def end(self) -> None:
        """Go on, if nobody has yet."""
        if not self.is_over:
            self.is_over = True
            self._go_on()


class Waits:
    """All that are open; each is given up in its time."""

    def __init__(self) -> None:
        self._begun: list[Wait] = []

    def __bool__(self) -> bool:
        return any(not wait.is_over for wait in self._begun)

    @property
    def until(self) -> timedelta | None:
        """When the next is given up, by the steady clock; None if none is open."""
        return min((wait.until for wait in self._open()), default=None)

    def begin(self, until: timedelta, go_on: Then) -> Wait:
        """Wait for one thing more."""
        wait = Wait(until, go_on)
        self._begun = [*self._open(), wait]
        return wait

    def overdue(self, now: timedelta) -> list[Wait]:
        """Return those whose time is over, by the steady clock."""
        return [wait for wait in self._open() if wait.until <= now]

    def _open(self) -> list[Wait]:
        return [wait for wait in self._begun if not wait.is_over]
