"""Which key means what in the guided window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from psoas_break.domain.session_values import (
    BackPressed,
    EasierPressed,
    EndPressed,
    HarderPressed,
    NextPressed,
    OtherSidePressed,
)

Wish = (
    type[NextPressed]
    | type[BackPressed]
    | type[OtherSidePressed]
    | type[EasierPressed]
    | type[HarderPressed]
    | type[EndPressed]
)
"""What a key may ask of the session; made without arguments."""

WISHES: dict[Qt.Key, Wish] = {
    Qt.Key.Key_Right: NextPressed,
    Qt.Key.Key_N: NextPressed,
    Qt.Key.Key_Left: BackPressed,
    Qt.Key.Key_S: OtherSidePressed,
    Qt.Key.Key_E: EasierPressed,
    Qt.Key.Key_H: HarderPressed,
    Qt.Key.Key_Escape: EndPressed,
}
PAUSE = Qt.Key.Key_Space
MUTE, TONES = Qt.Key.Key_M, Qt.Key.Key_T
HEARING = frozenset({MUTE, TONES})
EXPLAIN = Qt.Key.Key_Question
EXPLAINS = frozenset({EXPLAIN, Qt.Key.Key_F1})
READ = EXPLAINS | {Qt.Key.Key_Escape}
"""What puts an explanation away."""

_SHORTCUT = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def key_for(wish: Wish) -> Qt.Key:
    """Return the key that asks for something, the first of several."""
    return next(key for key, asked in WISHES.items() if asked is wish)


def is_of_a_shortcut(event: QKeyEvent) -> bool:
    """Whether a key is pressed with others that make it mean something else."""
    return bool(event.modifiers() & _SHORTCUT)
