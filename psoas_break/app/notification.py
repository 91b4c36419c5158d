"""A question as a notification of the desktop: what it says, and what comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

OPEN = "default"
"""Chosen with a click on the notification itself."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: red, green, blue and alpha in a byte each, row by row."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """What to show.

    Attributes:
        title: the question.
        body: more about it, in plain text.
        buttons: the words on each button, by what is told when it is chosen.
        picture: beside the words, where the desktop shows one.
    """

    title: str
    body: str
    buttons: Mapping[str, str]
    picture: Pixels | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """It is on screen, as far as anybody can tell."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The user chose a button, or `OPEN`; the notification is gone."""

    button: str


@dataclass(frozen=True, slots=True)
class PutAway:
    """It is gone without an answer, `by_hand` of the user or by the desktop."""

    by_hand: bool


@dataclass(frozen=True, slots=True)
class Failed:
    """It does not show, or its buttons do not."""

    why: str


Told = Came | Chosen | PutAway | Failed


class Notifier(Protocol):
    """The desktop's notifications; one of ours at a time."""

    def show(
        self,
        notification: Notification,
        told: Callable[[Told], None],
        *,
        plain_will_do: bool = False,
    ) -> None:
        """Show it, or change what the one on screen says.

        Args:
            notification: what to show.
            told: called with all that comes of it, later, never from within.
            plain_will_do: whether it is of use without buttons.
        """
        ...

    def withdraw(self) -> None:
        """Take it away; nothing more is told of it."""
        ...
