"""A line or paragraph of text in one of the theme's styles."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel

from psoas_break.ui.theme import Text, Theme


class Tone(Enum):
    """What a text is for, which decides its colour."""

    INK = auto()
    MUTED = auto()
    ACCENT = auto()
    WARM = auto()
    LEFT = auto()
    RIGHT = auto()


class Label(QLabel):
    """A QLabel whose font and colour come from the theme. Plain text only.

    Args:
        text: The words.
        theme: Colours and fonts.
        style: Which line of the type scale.
        tone: What the text is for.
        wrap: Break into lines where it does not fit.
    """

    def __init__(
        self,
        text: str,
        *,
        theme: Theme,
        style: Text = Text.BODY,
        tone: Tone = Tone.INK,
        wrap: bool = False,
    ) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._style = style
        self._tone = tone
        self._wide = False
        self._theme = theme
        self.setWordWrap(wrap)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self._apply()

    def set_tone(self, tone: Tone) -> None:
        """Change what the text is for."""
        if tone is not self._tone:
            self._tone = tone
            self._apply()

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Use the larger size of a window with room."""
        if wide is not self._wide:
            self._wide = wide
            self._apply()

    def _apply(self) -> None:
        t = self._theme
        self.setFont(t.font(self._style, wide=self._wide))
        colour = {
            Tone.INK: t.ink,
            Tone.MUTED: t.muted,
            Tone.ACCENT: t.accent,
            Tone.WARM: t.warm,
            Tone.LEFT: t.left,
            Tone.RIGHT: t.right,
        }[self._tone]
        palette = t.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour)
        self.setPalette(palette)
