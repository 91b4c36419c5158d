"""A check box whose words break into lines where they do not fit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)


class Tick(QCheckBox):
    """A box to tick. Qt's own would make a page as wide as its longest words.

    Args:
        words: What stands beside it.
    """

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self._least = 0
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_least_height(self, pixels: int) -> None:
        """Be at least so high, with one line too."""
        self._least = pixels
        self._break()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be."""
        return QSize(0, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """Room for box and words, as they are broken now."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), self._least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxContents
        room = self.style().subElementRect(part, option, self).width()
        self.setText(broken(self._words, self.fontMetrics(), room))
        self.updateGeometry()


def broken(words: str, fits: QFontMetrics, room: int) -> str:
    """Return the words in lines that fit; a single word is never broken.

    Args:
        words: What to break, at its spaces.
        fits: Of the font it is written in.
        room: The longest a line may be, in pixels.
    """
    lines = [""]
    for word in words.split(" "):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if lines[-1] and fits.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
