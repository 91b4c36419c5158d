"""A card with a chart, what it says in a sentence, and its table and files."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.card import Card
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.history.chart import Chart
from psoas_break.ui.history.choice import HIT
from psoas_break.ui.history.few_lines import FewLines
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # tables and files are rarely wanted
    from psoas_break.ui.history.chart_table import ChartTable

_NARROW = 500
"""Below this width a sentence may take two lines."""

_FORMATS = {"png": "PNG (*.png)", "svg": "SVG (*.svg)"}


class ChartCard(Card):
    """A chart under its title; hovering and arrow keys change the sentence below.

    Args:
        chart: The chart.
        theme: Colours and fonts.
        tools: What stands beside the title.

    Attributes:
        chart: The chart.
        sentence: What it says, or the part of it that is pointed at.
        as_table: The menu's entry that shows it as a table.
    """

    def __init__(
        self, chart: Chart, *, theme: Theme, tools: Sequence[QWidget] = ()
    ) -> None:
        super().__init__(theme=theme)
        self.chart = chart
        self._table: ChartTable | None = None
        self._title = Label(chart.accessibleName(), theme=theme, style=Text.HEADING)
        self.sentence = FewLines(theme=theme)
        self._sentences = 1
        self._more = Button("", theme=theme, kind=Kind.QUIET, glyph=Glyph.MORE, hit=HIT)
        self._menu = QMenu(self._more)
        self._fill_menu()
        self._more.setMenu(self._menu)
        self.set_title(chart.accessibleName())
        header = QHBoxLayout()
        header.setSpacing(2)
        header.addWidget(self._title)
        header.addStretch()
        for tool in (*tools, self._more):
            header.addWidget(tool)
        self.body.setContentsMargins(18, 8, 10, 12)
        self.body.setSpacing(6)
        self.body.addLayout(header)
        self._rows = QHBoxLayout()
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.addWidget(chart)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.sentence)
        for one, next_one in pairwise((*tools, self._more, chart)):
            QWidget.setTabOrder(one, next_one)
        chart.pointed.connect(self._say)
        chart.changed.connect(self._changed)
        self._say("")

    def centre_sentence(self) -> None:
        """Have the sentence in the middle."""
        self.sentence.setAlignment(
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        )

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        more = _("More: {chart}").format(chart=title)
        self._more.setAccessibleName(more)
        self._more.setToolTip(_("Table and files"))

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        super().set_theme(theme)
        self._fit_sentence()

    def table(self) -> "ChartTable":
        """Return its table, imported and made when it is first wanted."""
        if self._table is None:
            from psoas_break.ui.history.chart_table import ChartTable  # noqa: PLC0415

            self._table = ChartTable(
                name=_("{chart}, as a table").format(chart=self._title.text()),
                table=self.chart.table(),
                theme=self._theme,
            )
            self._table.hide()
            self._rows.addWidget(self._table)
        return self._table

    def show_table(self, shown: bool) -> None:  # noqa: FBT001 takes a signal
        """Show the table in place of the chart, or the chart again."""
        table = self.table()
        table.show_table(self.chart.table())
        self.chart.setVisible(not shown)
        table.setVisible(shown)
        (table if shown else self.chart).setFocus()

    def copy(self) -> None:
        """Put the table into the clipboard, as a spreadsheet takes it."""
        table = self.table()
        table.show_table(self.chart.table())
        QGuiApplication.clipboard().setText(table.text())
        self.sentence.setText(_("Copied"))

    def ask_where(self, ending: str) -> QFileDialog:
        """Ask where to save it as a picture; return the dialog, which is open."""
        dialog = QFileDialog(self, _("Save the chart"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_FORMATS[ending])
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"psoas-break-{self._title.text().lower()}.{ending}")
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, path: Path) -> bool:
        """Save it as a picture, and say how that went."""
        from psoas_break.ui.history.chart_file import save_chart  # noqa: PLC0415

        done = save_chart(self.chart, path, title=self._title.text(), theme=self._theme)
        told = (
            _("Saved as {file}") if done else _("{file} could not be written")
        ).format(file=path.name)
        self.sentence.set_tone(Tone.MUTED if done else Tone.WARM)
        self.sentence.setText(told)
        return done

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be; the chart makes the best of it."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentence a second line where it is narrow."""
        super().resizeEvent(event)
        self._fit_sentence()

    def _fill_menu(self) -> None:
        self.as_table = self._menu.addAction(_("Show as table"))
        self.as_table.setCheckable(True)
        self.as_table.toggled.connect(self.show_table)
        self._menu.addAction(_("Copy as table")).triggered.connect(self.copy)
        self._menu.addSeparator()
        for ending, words in (
            ("png", _("Save as PNG…")),
            ("svg", _("Save as SVG…")),
        ):
            action = self._menu.addAction(words)
            action.triggered.connect(
                lambda _checked=False, ending=ending: self.ask_where(ending)
            )

    def _say(self, words: str) -> None:
        self.sentence.set_tone(Tone.INK if words else Tone.MUTED)
        summary = "" if words else self.chart.summary()
        self.sentence.setText(words or summary)
        if summary:
            self._sentences = summary.count("\n") + 1
            self._fit_sentence()

    def _changed(self) -> None:
        if self._table is not None and self._table.isVisibleTo(self):
            self._table.show_table(self.chart.table())

    def _fit_sentence(self) -> None:
        sides = self.body.contentsMargins()
        room = self.width() - sides.left() - sides.right()
        lines = 1 if self.width() >= self._theme.px(_NARROW) else 2
        self.sentence.set_lines(lines * self._sentences, room)


def arrow(glyph: Glyph, name: str, theme: Theme) -> Button:
    """Return a small button that leads on, to stand beside a title.

    Args:
        glyph: Which way.
        name: Where to, for a screen reader and whoever waits above it.
        theme: Colours and fonts.
    """
    button = Button("", theme=theme, kind=Kind.QUIET, glyph=glyph, hit=HIT)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
