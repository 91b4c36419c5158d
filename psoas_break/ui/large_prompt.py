"""The prompt as a large card in the middle of a dimmed screen."""

from datetime import timedelta

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from psoas_break.ui.floating import SHADOW, paint_floating
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.prompt_body import PromptBody
from psoas_break.ui.theme import Text, Theme

_WIDTH = 520
_BELOW = 16


class LargePrompt(QWidget):
    """A card with the question, and a line below that says how to leave.

    Args:
        theme: Colours and fonts.
        snooze: The usual snooze, on its button.
        firm: Neither Skip nor a button to put it away.
        parent: The screen it stands on.

    Attributes:
        body: The question and its answers.
    """

    def __init__(
        self, *, theme: Theme, snooze: timedelta, firm: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.body = PromptBody(
            theme=theme,
            snooze=snooze,
            keyboard=True,
            large=True,
            firm=firm,
            parent=self,
        )
        self._hint = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW + _BELOW)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.body)
        self._rows.addWidget(self._hint)

    def hint(self, words: str) -> None:
        """Say how to leave."""
        self._hint.setText(words)

    def stand_in_the_middle_of(self, room: QRect) -> None:
        """Take the design's width and the height the words need."""
        width = min(self._theme.px(_WIDTH) + 2 * SHADOW, room.width())
        margins = self._rows.contentsMargins()
        inner = width - margins.left() - margins.right()
        height = self.body.height_for(inner) + self._hint.heightForWidth(inner)
        box = QRect(0, 0, width, height + margins.top() + margins.bottom())
        box.moveCenter(room.center())
        self.setGeometry(box)

    def hear_clicks(self, *, heard: bool) -> None:
        """Take clicks from now on, or let them fall on the bare card."""
        deaf = Qt.WidgetAttribute.WA_TransparentForMouseEvents
        self.body.setAttribute(deaf, not heard)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on; what stands on it hears it by itself."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card with its shadow."""
        with QPainter(self) as p:
            paint_floating(p, QRectF(self.rect()), self._theme)
