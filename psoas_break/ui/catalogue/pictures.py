"""The small pictures of the catalogue, each made when it first comes into sight."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap

from psoas_break.domain.exercise import Exercise
from psoas_break.ui.catalogue.choices import Choice, Sort
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.glyphs import Glyph, paint_glyph
from psoas_break.ui.preview import Picture, paint_figure, picture_of
from psoas_break.ui.theme import Theme

WIDTH, HEIGHT = 176, 112
"""A figure's room, at the normal font."""
_MOST = 3
"""So many figures stand side by side for a routine."""
_BULB = 0.5
"""Of the height, for a tip without a figure."""


class Pictures(QObject):
    """Figures without their stage, made one at a time between other work.

    A picture costs some milliseconds; all of them at once would hold up the window.

    Args:
        theme: Colours.
        looks: What the drawn person looks like.
        parent: The owner.

    Signals:
        made (str): the picture of the choice with this id can be had now.
    """

    made = Signal(str)

    def __init__(self, *, theme: Theme, looks: Looks = USUAL, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._looks = looks
        self._made: dict[tuple[str, float], QPixmap] = {}
        self._wanted: dict[tuple[str, float], Choice] = {}
        self._painters: dict[str, Picture] = {}
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_next)

    def set_theme(self, theme: Theme) -> None:
        """Make all of them anew in other colours, when they are looked at."""
        self._theme = theme
        self._made.clear()

    @property
    def size(self) -> QSize:
        """How large each is, in pixels before scaling."""
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def of(self, choice: Choice, scale: float) -> QPixmap | None:
        """Return a picture, or None and make it soon.

        Args:
            choice: What it stands for.
            scale: Device pixels to a pixel.
        """
        key = choice.what, scale
        found = self._made.get(key)
        if found is None:
            self._wanted.setdefault(key, choice)
            self._next.start()
        return found

    def set_looks(self, looks: Looks) -> None:
        """Draw another person, where they are looked at."""
        if looks != self._looks:
            self._looks = looks
            self._made.clear()
            self._painters.clear()

    @property
    def waited_for(self) -> bool:
        """Whether some are still to be made."""
        return bool(self._wanted)

    def make(self, choice: Choice, scale: float) -> QPixmap:
        """Return a new picture at once."""
        picture = QPixmap(self.size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        box = QRectF(QPointF(), self.size)
        with QPainter(picture) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if choice.sort is Sort.TIP and choice.shown[0].figure is None:
                paint_bulb(p, box, self._theme.accent)
            else:
                self._paint(p, box, choice)
        return picture

    def _make_next(self) -> None:
        if not self._wanted:
            return
        key = next(iter(self._wanted))
        choice = self._wanted.pop(key)
        self._made[key] = self.make(choice, key[1])
        self.made.emit(choice.what)
        if self._wanted:
            self._next.start()

    def _paint(self, p: QPainter, box: QRectF, choice: Choice) -> None:
        drawn = [one for one in choice.shown if one.figure is not None]
        different = tuple(dict.fromkeys(drawn))[:_MOST]
        if not different:
            paint_figure(p, box, self._theme)
            return
        wide = box.width() / len(different)
        for place, exercise in enumerate(different):
            cell = QRectF(box.left() + place * wide, box.top(), wide, box.height())
            p.save()
            p.setClipRect(cell)
            self._painter(exercise)(p, cell, self._theme)
            p.restore()

    def _painter(self, exercise: Exercise) -> Picture:
        known = self._painters.get(exercise.id)
        if known is None:
            known = self._painters[exercise.id] = picture_of(exercise, self._looks)
        return known


def paint_bulb(p: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint the sign of a tip in the middle of a box."""
    side = _BULB * box.height()
    left = QPointF(box.center().x() - side / 2, box.center().y() - side * 0.12)
    paint_glyph(p, Glyph.BULB, left, side, colour)
