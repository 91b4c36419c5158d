"""What every chart of the history has in common: spots to point at, and their words."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.theme import Theme

RING = 2.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a chart that can be pointed at.

    Attributes:
        box: where it is.
        say: finds its words; of hundreds of spots few are ever pointed at.
    """

    box: QRectF
    say: Callable[[], str]

    @property
    def words(self) -> str:
        """What it says."""
        return self.say()


@dataclass(frozen=True, slots=True)
class Table:
    """A chart as words in rows and columns.

    Attributes:
        headings: one for each column; the first column names the row.
        rows: the words, as many in each row as there are headings.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


class Chart(QWidget):
    """A painted chart; pointer and arrow keys go from spot to spot.

    Signals:
        pointed (str): the words of the spot pointed at, or "" when there is none.
        chosen (int): a spot was clicked, or Enter pressed on it.
        changed: it shows something else.
    """

    pointed = Signal(str)
    chosen = Signal(int)
    changed = Signal()

    def __init__(self, *, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._spots: tuple[Spot, ...] | None = None
        self._hovered: int | None = None
        self._at: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @abstractmethod
    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint the chart into a rectangle of this size at the origin."""

    @abstractmethod
    def spots_in(self, size: QSizeF) -> Sequence[Spot]:
        """Return what can be pointed at in a chart of this size."""

    @abstractmethod
    def table(self) -> Table:
        """Return all of it as words."""

    @abstractmethod
    def summary(self) -> str:
        """Return what it says in one sentence."""

    @abstractmethod
    def height_in(self, width: float) -> float:
        """Return how high it is, at this width."""

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Show what has changed."""
        self._spots = None
        self._hovered = None
        if self._at is not None and self._at >= len(self.spots()):
            self._at = None
        self.setFixedHeight(round(self.height_in(self.width())))
        self.update()
        self.changed.emit()
        self._tell()

    def spots(self) -> tuple[Spot, ...]:
        """Return what can be pointed at, as it is shown now."""
        if self._spots is None:
            self._spots = tuple(self.spots_in(QSizeF(self.size())))
        return self._spots

    def go_to(self, index: int) -> None:
        """Point at a spot with the keyboard."""
        if 0 <= index < len(self.spots()):
            self._at = index
            self.update()
            self._tell()

    def step(self, key: Qt.Key, index: int) -> int | None:
        """Return where a key leads from a spot; None if it does not."""
        if key in _STEPS:
            return min(max(index + _STEPS[key], 0), len(self.spots()) - 1)
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.spots()) - 1}
        return ends.get(key)

    def first(self) -> int:
        """Return the spot at which the keyboard begins."""
        return len(self.spots()) - 1

    def said(self) -> str:
        """Return the words of what is pointed at, or nothing."""
        index = self._pointed_at()
        return "" if index is None else self.spots()[index].words

    def _pointed_at(self) -> int | None:
        if self._hovered is not None:
            return self._hovered
        return self._at if self.hasFocus() else None

    def _tell(self) -> None:
        words = self.said()
        self.pointed.emit(words)
        described = words or self.summary()
        if described != self.accessibleDescription():
            self.setAccessibleDescription(described)
            if self.hasFocus() and words:
                event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
                QAccessible.updateAccessibility(event)

    # What Qt calls

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, and a ring around what is pointed at."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(p, QSizeF(self.size()))
            index = self._pointed_at()
            if index is not None:
                self.paint_ring(p, self.spots()[index].box)

    def paint_ring(self, painter: QPainter, box: QRectF) -> None:
        """Paint a ring around what is pointed at."""
        painter.setPen(QPen(self._theme.accent, RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grown = box.adjusted(-RING, -RING, RING, RING)
        inside = grown.intersected(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.drawRoundedRect(inside, 5, 5)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the spots out anew."""
        super().resizeEvent(event)
        self._spots = None
        if event.oldSize().width() != event.size().width():
            self.refresh()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the pointer."""
        self._hover(self._spot_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Fall silent, or back to the keyboard's spot."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the pointer."""
        index = self._spot_at(event.position())
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self._at = index
            self.chosen.emit(index)
            self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from spot to spot; Enter and Space choose one."""
        key = Qt.Key(event.key())
        choosing = key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
        if not self.spots():
            super().keyPressEvent(event)
        elif choosing and self._at is not None:
            self.chosen.emit(self._at)
        else:
            at = self.first() if self._at is None else self._at
            to = self.step(key, at)
            if to is None:
                super().keyPressEvent(event)
            else:
                self._hovered = None
                self.go_to(to)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the newest."""
        super().focusInEvent(event)
        if self._at is None and self.spots():
            self._at = self.first()
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Fall silent."""
        super().focusOutEvent(event)
        self._tell()

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()
            self._tell()

    def _spot_at(self, point: QPointF) -> int | None:
        """Return the spot under a point: of several, the one painted last."""
        under = (
            index
            for index, spot in reversed(tuple(enumerate(self.spots())))
            if spot.box.contains(point)
        )
        return next(under, None)
