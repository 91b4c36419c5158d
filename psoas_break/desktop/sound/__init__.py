"""Short, soft sounds."""

from pathlib import Path

from psoas_break.desktop.choice import Choice
from psoas_break.desktop.sound.effects import EffectSound


def choose_sound(resources: Path) -> Choice[EffectSound]:
    """Return the app's voice; nothing is loaded before the first sound.

    Args:
        resources: the folder of what comes with the app.
    """
    return Choice(EffectSound(folder=resources / "sounds"), "Qt's sound effects")
