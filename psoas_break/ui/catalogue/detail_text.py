"""The words of the pane: what a choice is for, how it goes, and what it leads to."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from psoas_break.ui.catalogue.choices import Choice
from psoas_break.ui.catalogue.details import Details, Mark, Paragraph
from psoas_break.ui.catalogue.link_row import LinkRow
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _


class DetailText(QWidget):
    """Paragraphs and links, made anew for each choice.

    Args:
        theme: Colours and fonts.
        pictures: For the links.
        choice_of: What has this id, if anything.

    Signals:
        led_to (str): a link was followed.
    """

    led_to = Signal(str)

    def __init__(
        self,
        *,
        theme: Theme,
        pictures: Pictures,
        choice_of: Callable[[str], Choice | None],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._pictures = pictures
        self._choice_of = choice_of
        self._inside: QWidget | None = None
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 4, 0, 0)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours for what is made from now on."""
        self._theme = theme

    @property
    def links(self) -> list[LinkRow]:
        """The ways to other choices, in order."""
        return [] if self._inside is None else self._inside.findChildren(LinkRow)

    def show_details(self, details: Details) -> None:
        """Put a choice's words in place of the last one's."""
        if self._inside is not None:
            self._whole.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if details.why:
            column.addWidget(self._label(details.why, Text.BODY))
        for warning in details.warnings:
            column.addWidget(self._label(warning, Text.LABEL, Tone.WARM))
        if details.choice.own:
            own = _("From your own folder")
            column.addWidget(self._label(own, Text.SECONDARY, Tone.MUTED))
        rows = self._rows(details)
        if details.is_routine:
            self._add_rows(column, rows)
        for paragraph in details.paragraphs:
            self._add(column, paragraph)
        if not details.is_routine:
            self._add_rows(column, rows)
        if details.sources:
            column.addSpacing(8)
            title = _("Where it comes from")
            column.addWidget(self._label(title, Text.GROUP, Tone.MUTED))
            for source in details.sources:
                column.addWidget(self._label(source, Text.SECONDARY, Tone.MUTED))
        self._whole.addWidget(self._inside)
        self._inside.show()

    def _rows(self, details: Details) -> list[LinkRow]:
        rows = []
        for link in details.links:
            choice = self._choice_of(link.what)
            if choice is not None:
                row = LinkRow(link, choice, pictures=self._pictures, theme=self._theme)
                row.clicked.connect(
                    lambda _on=False, what=link.what: self.led_to.emit(what)
                )
                rows.append(row)
        return rows

    def _add_rows(self, column: QVBoxLayout, rows: list[LinkRow]) -> None:
        column.addSpacing(8)
        for row in rows:
            column.addWidget(row)

    def _add(self, column: QVBoxLayout, paragraph: Paragraph) -> None:
        column.addSpacing(8)
        if paragraph.title:
            tone = Tone.WARM if paragraph.grave else Tone.MUTED
            column.addWidget(self._label(paragraph.title, Text.GROUP, tone))
        style, tone = Text.BODY, Tone.INK
        if paragraph.mark is Mark.NONE:
            for line in paragraph.lines:
                column.addWidget(self._label(line, style, tone))
            return
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, line in enumerate(paragraph.lines):
            sign = f"{number + 1}." if paragraph.mark is Mark.NUMBER else "•"
            mark = self._label(sign, style, Tone.MUTED)
            mark.setWordWrap(False)
            grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(line, style, tone), number, 1)
        column.addLayout(grid)

    def _label(self, words: str, style: Text, tone: Tone = Tone.INK) -> Label:
        return Label(words, theme=self._theme, style=style, tone=tone, wrap=True)
