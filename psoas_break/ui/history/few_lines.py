"""A text that takes the same room whatever it says, so that nothing jumps."""

from PySide6.QtCore import Qt

from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme


class FewLines(Label):
    """A quiet text in one line or two, or more where words are long.

    A layout would ask a wrapped label for its height at each width; this one has
    the height it was given.
    """

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )

        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_lines(self, lines: int, room: int) -> None:
        """Take so many lines from now on, or more if the words need them.

        Args:
            lines: How many it takes at least.
            room: How wide it will be, in pixels.
        """
        fits = self.fontMetrics()
        wrap = Qt.TextFlag.TextWordWrap
        needed = fits.boundingRect(0, 0, max(1, room), 0, wrap, self.text()).height()
        self.setFixedHeight(max(lines * fits.lineSpacing(), needed) + 2)

    def hasHeightForWidth(self) -> bool:
        """The height does not depend on the width."""
        return False
