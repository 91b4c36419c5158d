"""The history as a table that a keyboard and a screen reader can walk through."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTreeView,
)

from psoas_break.ui.history.lines import Line
from psoas_break.ui.history.model import (
    HOW,
    LEFT,
    RIGHT,
    WHAT,
    WHEN,
    HistoryModel,
)
from psoas_break.ui.history.table_look import dress
from psoas_break.ui.history.table_walk import choose_a_row, keep_row_in_sight
from psoas_break.ui.theme import Text, Theme
from psoas_break.ui.themed_delegate import ThemedDelegate
from psoas_break.words import gettext as _

_ROW = 32
_NARROW = 440
_PAD = 8


class HistoryTable(QTreeView):
    """The events of a day; arrow keys open and close. As high as what is in it."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._model = HistoryModel(theme=theme, parent=self)
        self._delegate = _CellDelegate(theme, self)
        self.setModel(self._model)
        self.selectionModel().currentChanged.connect(self._come_to)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Breaks, prompts and natural breaks of the day"))
        self.setUniformRowHeights(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours, fonts and lengths from now on."""
        self._theme = theme
        dress(self, self.header(), theme)
        self.setIndentation(theme.px(14))
        self._model.set_theme(theme)
        self._delegate.set_theme(theme)
        fits = QFontMetrics(theme.font(Text.LABEL))
        side = fits.horizontalAdvance("88:88") + theme.px(24)
        when = fits.horizontalAdvance("88:88") + theme.px(36)
        for column, width in ((WHEN, when), (LEFT, side), (RIGHT, side)):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.header().resizeSection(column, width)
        self.header().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def show_lines(self, events: Sequence[Line]) -> None:
        """Show these events."""
        self._model.show_lines(events)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        choose_a_row(self, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sides out where the words need the room; below they stand."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        for column in (LEFT, RIGHT):
            self.setColumnHidden(column, narrow)

    def _come_to(self) -> None:
        keep_row_in_sight(self)

    def _fit(self) -> None:
        rows, below = 0, [QModelIndex()]
        while below:
            above = below.pop()
            count = self._model.rowCount(above)
            rows += count
            inside = (self._model.index(row, 0, above) for row in range(count))
            below += [one for one in inside if self.isExpanded(one)]
        head = self.header().sizeHint().height()
        self.setFixedHeight(head + rows * self._theme.px(_ROW) + 2)

    def drawRow(  # noqa: N802 Qt calls it
        self,
        painter: QPainter,
        options: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row, and a hair line above each event but the first."""
        super().drawRow(painter, options, index)
        if not index.parent().isValid() and index.row():
            painter.save()
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
            painter.drawLine(options.rect.topLeft(), options.rect.topRight())
            painter.restore()


class _CellDelegate(ThemedDelegate):
    """Rows with air; how an event went stands behind its name, more quietly."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """One height for all rows."""
        return QSize(super().sizeHint(option, index).width(), self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell's ground, its words, and what stands behind them."""
        t = self._theme
        how = index.data(HOW) if index.column() == WHAT else ""
        words = str(index.data())
        words = words.removesuffix(f" · {how}") if how else words
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, t.soft)
        painter.setFont(index.data(Qt.ItemDataRole.FontRole))
        shade = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(t.soft_ink if chosen and shade == t.ink else shade)
        used = _draw(painter, box, words, index)
        if how:
            painter.setFont(t.font(Text.SECONDARY))
            painter.setPen(t.soft_ink if chosen else t.muted)
            _draw(painter, box.adjusted(used + _PAD, 0, 0, 0), how, index)
        painter.restore()


def _draw(
    painter: QPainter,
    box: QRect,
    words: str,
    index: QModelIndex | QPersistentModelIndex,
) -> int:
    """Draw words shortened to a box; return how wide they are."""
    fits = QFontMetrics(painter.font())
    shown = fits.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)
    return fits.horizontalAdvance(shown)
