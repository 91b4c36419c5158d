"""The list of one's own routines, with buttons to make more of them."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from psoas_break.domain.routine import Routine
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.slim_scroll import slim
from psoas_break.ui.theme import Text, Theme
from psoas_break.ui.themed_delegate import ThemedDelegate
from psoas_break.words import gettext as _

_WIDTH = 208
_SHORT = 164
_ROW = 40


class RoutineList(QWidget):
    """Names to choose from; New, Copy and Delete.

    Signals:
        chosen (int): a routine, by its number.
        new_wanted, copy_wanted, delete_wanted: make another; copy or delete the
            chosen one.
    """

    chosen = Signal(int)
    new_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Your routines"))
        self.list.setMouseTracking(True)
        self._delegate = _NameDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new = Button(_("New"), theme=theme)
        self.copy = Button(_("Copy"), theme=theme, kind=Kind.QUIET)
        self.delete = Button(_("Delete"), theme=theme, kind=Kind.QUIET)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        for button in (self.new, self.copy, self.delete):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.setAutoFillBackground(True)
        self.list.currentRowChanged.connect(self._changed)
        self.new.clicked.connect(self.new_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.surface2)
        self.setPalette(palette)
        palette.setColor(QPalette.ColorRole.Base, theme.surface2)
        self.list.setPalette(palette)
        slim(self.list, theme)
        self._delegate.set_theme(theme)

    def set_beside(self, beside: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Stand beside the routine, or, in a narrow window, above it."""
        if beside:
            self.setFixedWidth(self._theme.px(_WIDTH))
            self.setMaximumHeight(16_777_215)
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
            self.setMaximumHeight(self._theme.px(_SHORT))

    def show_routines(self, routines: Sequence[Routine], current: int) -> None:
        """Show their names; no signal."""
        self.list.blockSignals(True)  # noqa: FBT003 Qt's own signature
        self.list.clear()
        for routine in routines:
            item = QListWidgetItem(routine.name)
            item.setToolTip(routine.name)
            self.list.addItem(item)
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)  # noqa: FBT003 Qt's own signature
        for button in (self.copy, self.delete):
            button.setEnabled(current >= 0)

    def _changed(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)


class _NameDelegate(ThemedDelegate):
    """A name on a rounded ground where it is chosen."""

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """One height for all; the list gives the width."""
        return QSize(10, self._theme.px(_ROW))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground, the focus ring and the name."""
        t = self._theme
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and state & QStyle.StateFlag.State_HasFocus
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent, 2) if focused else Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(t.soft if chosen else t.track)
            painter.drawRoundedRect(box, 10, 10)
        painter.setFont(t.font(Text.LABEL))
        painter.setPen(t.soft_ink if chosen else t.ink)
        inner = box.adjusted(12, 0, -8, 0)
        words = QFontMetrics(painter.font()).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)),
            Qt.TextElideMode.ElideRight,
            round(inner.width()),
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
