"""A text that takes the same room whatever it says, so that nothing jumps."""

from PySide6.QtCore import Qt

from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme


class FewLines(Label):
    """A quiet text in one line or two; longer ones are cut.

    A layout would ask a wrapped label for its height at each width; this one has
    the height it was given.
    """

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )

        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_lines(self, lines: int) -> None:
        """Take so many lines from now on."""
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2)

    def hasHeightForWidth(self) -> bool:
        """The height does not depend on the width."""
        return False
