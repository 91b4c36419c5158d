"""The tray icon: every face at every size, on a light, a dark and an unknown panel."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from psoas_break.ui.theme import Theme
from psoas_break.ui.tray_icon import Face, Kind, paint_face
from psoas_break.ui.tray_panel import Panel
from tests.shots import Shot

FACES = (
    Face(Kind.RUNNING, 7),
    Face(Kind.RUNNING, 3),
    Face(Kind.RUNNING, 1),
    Face(Kind.QUIET, 6),
    Face(Kind.AWAY, 4),
    Face(Kind.DUE),
    Face(Kind.PAUSED),
    Face(Kind.BREAK, 5),
    Face(Kind.STANDING),
)
SIDES = (16, 20, 22, 24, 32, 48)
ZOOMED = 96
CELL = 116
NARROW = 60


def shots() -> Iterator[Shot]:
    """One sheet at true size, one zoomed; theirs is the panel of the theme."""
    yield Shot("tray", partial(Sheet, zoomed=False))
    yield Shot("tray-zoomed", partial(Sheet, zoomed=True))
    yield Shot("tray-unknown-panel", partial(Sheet, zoomed=True, known=False))


class Sheet(QWidget):
    """A panel with all faces on it."""

    def __init__(self, theme: Theme, *, zoomed: bool, known: bool = True) -> None:
        super().__init__()
        self._ground = theme.surface2
        self._panel = Panel.DARK if theme.dark else Panel.LIGHT
        if not known:
            self._panel = Panel.UNKNOWN
        self._zoomed = zoomed
        self._cell = CELL if zoomed else NARROW
        self.setFixedSize(len(FACES) * self._cell, len(SIDES) * self._cell)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a row for each size."""
        with QPainter(self) as p:
            p.fillRect(self.rect(), self._ground)
            for row, side in enumerate(SIDES):
                for column, face in enumerate(FACES):
                    picture = self._enlarged(paint_face(face, self._panel, side))
                    at = QPoint(column * self._cell + 8, row * self._cell + 8)
                    p.drawPixmap(at, picture)

    def _enlarged(self, picture: QPixmap) -> QPixmap:
        times = ZOOMED // picture.width() if self._zoomed else 1
        return picture.scaled(picture.size() * times) if times > 1 else picture

    def sizeHint(self) -> QSize:
        """All of it."""
        return self.size()
