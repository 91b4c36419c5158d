"""The small picture of what a break will be."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.domain.exercise import Exercise
from psoas_break.ui import mark
from psoas_break.ui.figure_colours import USUAL, Looks, colours_for
from psoas_break.ui.theme import Theme, mix

Picture = Callable[[QPainter, QRectF, Theme], None]
"""Paints something into a box; the stage is already there, and clipped."""

WIDTH = 108
HEIGHT = 88

_CORNER = 12.0
_FLOOR = 0.15
"""Height of the floor, in stage heights."""
_FIGURE = 0.94
"""Size of the figure's square, in stage heights."""
_FOOT = 0.84
"""Where the figure's feet end in its square, without the pen."""


class Preview(QWidget):
    """A little stage with a figure on it.

    Args:
        theme: Colours.
        picture: What stands on the stage; the app's own figure until one is given.
        scale: Times the size it has on the card.
    """

    def __init__(
        self, *, theme: Theme, picture: Picture | None = None, scale: float = 1
    ) -> None:
        super().__init__()
        self._theme = theme
        self._scale = scale
        self._picture = picture or paint_figure
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_picture(self, picture: Picture) -> None:
        """Put something else on the stage."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """The size in the design, grown with the font."""
        px = self._theme.px
        return QSize(px(WIDTH * self._scale), px(HEIGHT * self._scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stage, then the picture on it."""
        box = QRectF(self.rect())
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_stage(p, box, self._theme)
            self._picture(p, box, self._theme)


def picture_of(exercise: Exercise, looks: Looks = USUAL) -> Picture:
    """Return the figure in the pose that tells most of an exercise.

    Without one it is the app's own figure.
    """
    if exercise.figure is None:
        return paint_figure
    # Many milliseconds; whoever shows little stages opens before they are filled.
    from psoas_break.ui.figure.painter import (  # noqa: PLC0415
        paint_figure as paint_body,
    )
    from psoas_break.ui.figure.play import portrait_of  # noqa: PLC0415
    from psoas_break.ui.figure.props import paint_props  # noqa: PLC0415

    play, frame = portrait_of(exercise)

    def paint(p: QPainter, box: QRectF, theme: Theme) -> None:
        colours = colours_for(theme, looks)
        world = play.camera.world(
            box.size(), above=0, below=_FLOOR * box.height(), mirrored=False
        )
        p.save()
        p.translate(box.topLeft())
        p.setTransform(world, combine=True)
        paint_props(p, play.scene, colours)
        paint_body(p, frame, colours, play.overlay, play.kit)
        p.restore()

    return paint


def paint_stage(p: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint wall, halo and floor into a rounded box, and clip to it."""
    outline = QPainterPath()
    outline.addRoundedRect(box, _CORNER, _CORNER)
    wall = QLinearGradient(box.topLeft(), box.bottomLeft())
    wall.setColorAt(0, theme.stage_top)
    wall.setColorAt(1, theme.stage_bottom)
    p.setPen(Qt.PenStyle.NoPen)
    p.fillPath(outline, wall)
    p.setClipPath(outline)
    floor = box.bottom() - _FLOOR * box.height()
    radius = 0.42 * box.height()
    p.setBrush(theme.halo)
    p.drawEllipse(QPointF(box.center().x(), floor - 0.92 * radius), radius, radius)
    p.fillRect(
        QRectF(box.left(), floor, box.width(), box.bottom() - floor), theme.floor
    )


def paint_figure(p: QPainter, box: QRectF, theme: Theme) -> None:
    """Paint the app's lunging figure with its feet on the floor."""
    side = _FIGURE * box.height()
    width = mark.PEN * side
    origin = QPointF(
        box.center().x() - side * 0.47,
        box.bottom() - _FLOOR * box.height() - _FOOT * side - width / 2 + 1,
    )

    def line(points: mark.Points, colour: QColor) -> None:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawPolyline([origin + QPointF(x, y) * side for x, y in points])

    front, rear = mark.LUNGE
    line(rear, mix(theme.accent, theme.halo, 0.38))
    line(front, theme.accent)
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme.accent)
    radius = mark.HEAD_RADIUS * side
    p.drawEllipse(origin + QPointF(*mark.LUNGE_HEAD) * side, radius, radius)
