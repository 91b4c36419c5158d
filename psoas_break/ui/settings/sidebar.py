"""The left of the settings dialog: a search field over the list of pages."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from psoas_break.ui.label import Label, Tone
from psoas_break.ui.search_field import SearchField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.search import Entry, search
from psoas_break.ui.slim_scroll import slim
from psoas_break.ui.theme import Text, Theme
from psoas_break.ui.themed_delegate import ThemedDelegate
from psoas_break.words import gettext as _

WIDTH = 184
_ROW = 44
_SECOND_LINE = Qt.ItemDataRole.UserRole + 1
_MEANING = Qt.ItemDataRole.UserRole + 2


class Sidebar(QWidget):
    """Pages, or while something is searched for the settings found.

    Args:
        pages: Their names, in order.
        entries: All that can be found.
        theme: Colours and fonts.
    """

    page_chosen = Signal(int)
    setting_chosen = Signal(object)
    """A found setting is current (its Key): show it."""
    setting_taken = Signal(object)
    """The user wants to change it: give it the focus."""
    search_ended = Signal()

    def __init__(
        self, *, pages: Sequence[str], entries: Sequence[Entry], theme: Theme
    ) -> None:
        super().__init__()
        self._pages = pages
        self._entries = entries
        self._page = 0
        self.field = SearchField(_("Search settings"), theme=theme)
        self.list = QListWidget()
        self._nothing = Label(
            "", theme=theme, style=Text.SECONDARY, tone=Tone.MUTED, wrap=True
        )
        self._nothing.setContentsMargins(16, 4, 12, 0)
        self._delegate = _RowDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self._lay_out()
        self.set_theme(theme)
        self._show_pages()
        self.field.textChanged.connect(self._search)
        self.field.went_down.connect(self._enter_list)
        self.field.returnPressed.connect(self._take_current)
        self.list.currentItemChanged.connect(self._current_changed)
        self.list.itemClicked.connect(lambda _item: self._take_current())
        self.list.itemActivated.connect(lambda _item: self._take_current())

    @property
    def nothing_found(self) -> str:
        """What stands there when nothing was found, or nothing."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.surface2)
        self.setPalette(palette)
        palette.setColor(QPalette.ColorRole.Base, theme.surface2)
        self.list.setPalette(palette)
        self.list.setFont(theme.font(Text.LABEL))
        slim(self.list, theme)
        self._delegate.set_theme(theme)
        self.setFixedWidth(theme.px(WIDTH))

    def show_page(self, index: int) -> None:
        """Make a page current, without a signal when it already is."""
        self._page = index
        if not self.field.text():
            self.list.setCurrentRow(index)

    def _search(self, wanted: str) -> None:
        if not wanted.strip():
            self._show_pages()
            self.search_ended.emit()
            return
        hits = search(wanted, self._entries)
        self.list.blockSignals(True)  # noqa: FBT003 Qt's own signature
        self.list.clear()
        for hit in hits:
            self._add(hit.label, hit.page, hit.key)
        self.list.setCurrentRow(-1)
        self.list.blockSignals(False)  # noqa: FBT003 Qt's own signature
        self._nothing.setVisible(not hits)
        self._nothing.setText(_("Nothing found for “{text}”").format(text=wanted))
        self.list.setAccessibleName(_("Settings found"))
        if hits:
            self.list.setCurrentRow(0)
        else:
            self.search_ended.emit()

    def _show_pages(self) -> None:
        self.list.blockSignals(True)  # noqa: FBT003 Qt's own signature
        self.list.clear()
        for index, name in enumerate(self._pages):
            self._add(name, "", index)
        self.list.setCurrentRow(self._page)
        self.list.blockSignals(False)  # noqa: FBT003 Qt's own signature
        self._nothing.hide()
        self.list.setAccessibleName(_("Pages"))

    def _add(self, words: str, second: str, meaning: int | Key) -> None:
        item = QListWidgetItem(words)
        item.setData(_SECOND_LINE, second)
        item.setData(_MEANING, meaning)
        item.setToolTip(words if second else "")
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            _("{setting}, page {page}").format(setting=words, page=second)
            if second
            else words,
        )
        self.list.addItem(item)

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        match _meaning(item):
            case int() as index:
                self._page = index
                self.page_chosen.emit(index)
            case Key() as key:
                self.setting_chosen.emit(key)
            case _:
                pass

    def _take_current(self) -> None:
        key = _meaning(self.list.currentItem())
        if isinstance(key, Key):
            self.setting_taken.emit(key)

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 16, 12, 10)
        inset.addWidget(self.field)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inset)
        whole.addWidget(self._nothing)
        whole.addWidget(self.list)


def _meaning(item: QListWidgetItem | None) -> Any:
    return None if item is None else item.data(_MEANING)


class _RowDelegate(ThemedDelegate):
    """Rows of 44 px; the page of a found setting in a second, quieter line."""

    def sizeHint(
        self,
        _option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        """One height for pages, a little more for two lines."""
        more = 8 if index.data(_SECOND_LINE) else 0
        return QSize(self._theme.px(WIDTH) - 20, self._theme.px(_ROW + more))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the selection, one or two lines, and the focus ring."""
        t = self._theme
        state: QStyle.StateFlag = option.state
        box = QRectF(option.rect)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(t.soft if chosen else t.track)
            painter.drawRect(box)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(t.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        second = str(index.data(_SECOND_LINE))
        inner = box.adjusted(16, 6 if second else 0, -8, -6 if second else 0)
        painter.setFont(t.font(Text.LABEL))
        painter.setPen(t.soft_ink if chosen else t.ink)
        vertical = (
            Qt.AlignmentFlag.AlignTop if second else Qt.AlignmentFlag.AlignVCenter
        )
        fits = QFontMetrics(painter.font())
        words = str(index.data(Qt.ItemDataRole.DisplayRole))
        width = round(inner.width())
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(inner, vertical, fits.elidedText(words, elide, width))
        if second:
            painter.setFont(t.font(Text.MICRO))
            painter.setPen(t.soft_ink if chosen else t.muted)
            painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, second)
        painter.restore()
