"""Whether the app runs in a Flatpak, whose walls let only few things through."""

from pathlib import Path

FLATPAK_INFO = Path("/.flatpak-info")
"""There is such a file in every Flatpak, and nowhere else (flatpak-metadata(5))."""


def in_flatpak(info: Path = FLATPAK_INFO) -> bool:
    """Whether this is one."""
    return info.exists()
