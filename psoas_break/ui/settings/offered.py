"""What the settings dialog can offer on this machine, given in from outside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from psoas_break.domain.settings import Settings, Surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What can be chosen, and what the page of the user's data shows.

    Attributes:
        surfaces: Where prompts can appear on this desktop.
        defaults: What *Restore defaults* goes back to (an organisation's, if any).
        device: What this machine is called when the user gives it no name.
        places: Where things are kept: a name in words, and the file or folder.
    """

    surfaces: tuple[Surface, ...] = tuple(Surface)
    defaults: Settings = field(default_factory=Settings)
    device: str = ""
    places: Mapping[str, Path] = field(default_factory=dict)
