"""Short, soft sounds."""

from pathlib import Path

from psoas_break.desktop.choice import Choice
from psoas_break.desktop.sound.effects import EffectSound
from psoas_break.words import gettext as _


def choose_sound(resources: Path) -> Choice[EffectSound]:
    """Return the app's voice; nothing is loaded before the first sound.

    Args:
        resources: the folder of what comes with the app.
    """
    return Choice(EffectSound(folder=resources / "sounds"), _("Qt's sound effects"))
