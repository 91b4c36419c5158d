"""A page of the settings dialog: a title, groups of rows, and room to scroll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from psoas_break.domain.settings import Settings
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.settings.row import Row
from psoas_break.ui.slim_scroll import slim
from psoas_break.ui.theme import Text, Theme


class Page(QScrollArea):
    """Rows under headings. `rows` are all of them, `groups` their headings.

    Args:
        title: The page's name, also in the list at the left.
        theme: Colours and fonts.
    """

    def __init__(self, title: str, *, theme: Theme) -> None:
        super().__init__()
        self.title = title
        self.rows: list[Row] = []
        self.groups: dict[Row, str] = {}
        self._theme = theme
        self._inside = QWidget()
        self._body = QVBoxLayout(self._inside)
        self._body.setContentsMargins(16, 20, 16, 20)
        self._body.setSpacing(2)
        self._body.addWidget(_indented(Label(title, theme=theme, style=Text.SECTION)))
        self._body.addStretch()
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        slim(self, theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on; the rows hear it themselves."""
        self._theme = theme
        slim(self, theme)

    def follow(self, settings: Settings) -> None:
        """Offer what other settings allow; most pages always offer the same."""

    def add_group(self, heading: str, rows: Sequence[Row]) -> None:
        """Add rows under a heading."""
        label = Label(heading, theme=self._theme, style=Text.GROUP, tone=Tone.MUTED)
        self.add_widget(_indented(label, above=12))
        for row in rows:
            self.rows.append(row)
            self.groups[row] = heading
            self.add_widget(row)

    def add_text(self, words: str) -> None:
        """Add a quiet paragraph."""
        label = Label(
            words, theme=self._theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self.add_widget(_indented(label, above=10))

    def add_widget(self, widget: QWidget) -> None:
        """Add anything else at the end."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def reveal(self, row: Row) -> None:
        """Scroll until a row is in sight."""
        self._inside.adjustSize()
        self.ensureWidgetVisible(row, 0, 40)


def _indented(label: Label, above: int = 0) -> Label:
    """A label that stands flush with the words of the rows."""
    label.setContentsMargins(12, above, 12, 2)
    return label
