"""What comes in a few seconds, another exercise or the other side, in a corner."""

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.history import Side
from psoas_break.domain.position import Position
from psoas_break.domain.timeline import Part
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.preview import paint_stage, picture_of
from psoas_break.ui.reading import as_read
from psoas_break.ui.theme import RADIUS_CARD, Text, Theme
from psoas_break.words import gettext as _

SHOWN_FOR = timedelta(seconds=8)
"""So long before the change it is shown."""
_WIDTH, _HEIGHT, _PICTURE = 186, 46, 64
"""Low enough to stand on the floor of the stage, below the body."""
_PAD = 4.0


@dataclass(frozen=True, slots=True)
class NextUp:
    """What one turns to next.

    Attributes:
        words: "Next: the right side", "Next: Standing march".
        exercise, side: what its picture shows.
    """

    words: str
    exercise: Exercise
    side: Side


def next_up_of(position: Position) -> NextUp | None:
    """Return what comes next once it is near, None until then."""
    ahead = position.ahead
    getting_in = position.part in {Part.GET_READY, Part.SET_UP, Part.SWITCH}
    if ahead is None or ahead.left > SHOWN_FOR or getting_in:
        return None
    to = ahead.segment
    name = side_phrase(to.side) if to.part is Part.SWITCH else to.exercise.name
    return NextUp(_("Next: {name}").format(name=name), to.exercise, to.side)


def side_phrase(side: Side) -> str:
    """Return what a side is called; both are not named."""
    match side:
        case Side.LEFT:
            return _("Left side")
        case Side.RIGHT:
            return _("Right side")
        case Side.BOTH:
            return ""


class NextCard(QWidget):
    """A small stage with the figure of what comes, and its name beside it."""

    def __init__(self, *, theme: Theme, looks: Looks = USUAL) -> None:
        super().__init__()
        self._theme = theme
        self._looks = looks
        self._shown: NextUp | None = None
        self._picture: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def shown(self) -> NextUp | None:
        """What it shows, if anything."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self._picture = None
        self.updateGeometry()
        self.update()

    def set_looks(self, looks: Looks) -> None:
        """Draw another person from now on."""
        self._looks = looks
        self._picture = None
        self.update()

    def show_next(self, coming: NextUp | None) -> None:
        """Show what comes, or nothing."""
        if coming == self._shown:
            return
        self._shown = coming
        self._picture = None
        self.setAccessibleName(coming.words if coming else "")
        self.setVisible(coming is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """A picture with two lines beside it."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint card, picture and words."""
        if self._shown is None:
            return
        t = self._theme
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(t.border, 1))
            p.setBrush(t.surface)
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(edge, RADIUS_CARD, RADIUS_CARD)
            figure = self._figure(self._shown)
            place = QRectF(QPointF(_PAD, _PAD), figure.deviceIndependentSize())
            p.drawPixmap(as_read(self, place).topLeft(), figure)
            self._paint_words(p, self._shown.words)

    def _paint_words(self, p: QPainter, words: str) -> None:
        t = self._theme
        font = t.font(Text.MICRO)
        p.setFont(font)
        p.setPen(t.ink)
        left = 2 * _PAD + t.px(_PICTURE) + 2
        room = QRectF(self.rect()).adjusted(left, 0, -_PAD, 0)
        line = QFontMetricsF(font).elidedText(
            words, Qt.TextElideMode.ElideRight, 1.8 * room.width()
        )
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        p.drawText(as_read(self, room), flags, line)

    def _figure(self, coming: NextUp) -> QPixmap:
        """Return the picture; it is painted once, for it stands still."""
        scale = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != scale:
            high = self.height() - 2 * round(_PAD)
            size = QSize(self._theme.px(_PICTURE), high)
            picture = QPixmap(size * scale)
            picture.setDevicePixelRatio(scale)
            picture.fill(Qt.GlobalColor.transparent)
            box = QRectF(QPointF(), size)
            with QPainter(picture) as p:
                p.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint_stage(p, box, self._theme)
                if coming.side is Side.LEFT:
                    p.translate(box.width(), 0)
                    p.scale(-1, 1)
                picture_of(coming.exercise, self._looks)(p, box, self._theme)
            self._picture = picture
        return self._picture
