"""Settings of the user's data on two machines, and the limits of a free text."""

from dataclasses import dataclass, field
from typing import Any

LIMITS = "limits"
"""The key under which a field's metadata holds its limits."""


@dataclass(frozen=True, slots=True)
class TextLimits:
    """The most characters a free text may have; it may be empty."""

    longest: int

    def allow(self, text: str) -> bool:
        """Whether `text` is short enough, and of one line."""
        return len(text) <= self.longest and text.isprintable()


def _text(longest: int) -> Any:
    return field(default="", metadata={LIMITS: TextLimits(longest)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Data:
    """What this machine is called, and the folder it shares with others.

    Attributes:
        device_name: empty for the name the machine has anyway.
        shared_folder: a path, which may begin with `~`; empty for none.
    """

    device_name: str = _text(60)
    shared_folder: str = _text(1000)
