"""What the tray icon lies on: how bright that is, and which sizes it may ask for."""

from enum import Enum, auto

SIZES = (16, 20, 22, 24, 32, 40, 44, 48, 64, 96)
"""Sides in real pixels: 16, 20, 22, 24, 32, 48 and the same at twice the density."""


class Panel(Enum):
    """What the icon lies on."""

    LIGHT = auto()
    DARK = auto()
    UNKNOWN = auto()


def panel_of(desktop: str) -> Panel:
    """Return what a desktop's tray lies on, as far as its name tells.

    GNOME's and Unity's bars are dark whatever the theme; elsewhere a panel has a
    colour of its own that nobody tells us.

    Args:
        desktop: XDG_CURRENT_DESKTOP, names joined by colons.
    """
    names = desktop.casefold().split(":")
    return Panel.DARK if {"gnome", "unity"} & set(names) else Panel.UNKNOWN
