"""The stage behind the figure: air, halo, floor and what stands on it.

None of it moves but the halo, when it leads the breath; so the rest is painted once
and kept as pictures.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import (
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTransform,
)

from psoas_break.domain.figure.scene import Scene
from psoas_break.ui.blob import STAGE_LAYERS, between, paint_halo
from psoas_break.ui.figure.camera import Camera
from psoas_break.ui.figure.props import paint_props
from psoas_break.ui.figure_colours import FigureColours
from psoas_break.ui.theme import RADIUS_STAGE, Theme

_HALO_HIGH, _HALO_WIDE, _HALO_LIFT = 0.42, 0.44, 0.98
_EMPTY, _FULL = 0.62, 1.04
"""Size of the halo breathed out and in, beside its usual one."""
_SEGMENT_STROKE, _SEGMENT_GAP = 12.0, 5.0
_SEGMENT_REACH = 0.94


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Everything a stage looks like before anybody stands on it.

    Attributes:
        size: in pixels, without the screen's scale.
        above: pixels at the top kept for words.
        below: pixels from the lower edge to the floor; None for the usual share.
    """

    scene: Scene
    camera: Camera
    size: QSize
    scale: float
    theme: Theme
    colours: FigureColours
    above: int
    below: int | None
    mirrored: bool

    @property
    def world(self) -> QTransform:
        """The way from statures to pixels."""
        return self.camera.world(
            QSizeF(self.size),
            above=self.above,
            below=self.below,
            mirrored=self.mirrored,
        )

    @property
    def halo(self) -> tuple[QPointF, float]:
        """Middle and radius of the halo."""
        width, height = self.size.width(), self.size.height()
        radius = min(_HALO_HIGH * height, _HALO_WIDE * width)
        if self.camera.close_up:
            return QPointF(width / 2, (height + self.above) / 2), radius
        return QPointF(width / 2, self.world.dy() - _HALO_LIFT * radius), radius

    @property
    def outline(self) -> QPainterPath:
        """The stage with its round corners."""
        path = QPainterPath()
        box = QRectF(0, 0, self.size.width(), self.size.height())
        path.addRoundedRect(box, RADIUS_STAGE, RADIUS_STAGE)
        return path

    @property
    def corners(self) -> QPainterPath:
        """What lies outside the round corners, to be painted over.

        Far cheaper than a clip to the outline, which slows down every fill in it.
        """
        return _corners(self.size.width(), self.size.height())


@cache
def _corners(width: int, height: int) -> QPainterPath:
    whole, edges = QPainterPath(), QPainterPath()
    whole.addRoundedRect(QRectF(0, 0, width, height), RADIUS_STAGE, RADIUS_STAGE)
    r = RADIUS_STAGE
    for x in (0, width - r):
        for y in (0, height - r):
            edges.addRect(QRectF(x, y, r, r))
    return edges.subtracted(whole)


def whole(setting: Setting) -> QPixmap:
    """Return the stage with a halo at rest and all that stands on it."""
    picture = clear(setting.size, setting.scale)
    with QPainter(picture) as p:
        _ready(p, setting)
        _paint_air(p, setting)
        middle, radius = setting.halo
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(setting.theme.halo)
        p.drawEllipse(middle, radius, radius)
        _paint_ground(p, setting)
    return picture


def air(setting: Setting) -> QPixmap:
    """Return the empty stage behind a moving halo."""
    picture = clear(setting.size, setting.scale)
    with QPainter(picture) as p:
        _ready(p, setting)
        _paint_air(p, setting)
    return picture


def ground(setting: Setting) -> QPixmap:
    """Return floor and props alone, to lay over a moving halo."""
    picture = clear(setting.size, setting.scale)
    with QPainter(picture) as p:
        _ready(p, setting)
        _paint_ground(p, setting)
    return picture


def paint_pacer(p: QPainter, setting: Setting, level: float) -> None:
    """Paint the halo as large as the breath is full, 0 to 1."""
    middle, radius = setting.halo
    skins = tuple((layer, setting.theme.accent) for layer in STAGE_LAYERS)
    paint_halo(p, middle, radius * between(_EMPTY, _FULL, level), level, skins)


def paint_seconds(p: QPainter, setting: Setting, lit: int, of: int) -> None:
    """Paint a halo at rest in a ring of one segment a second; so many are lit."""
    theme = setting.theme
    middle, radius = setting.halo
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(theme.halo)
    p.drawEllipse(middle, radius, radius)
    reach = radius * _SEGMENT_REACH
    box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
    each = 360 / max(1, of)
    gap = min(_SEGMENT_GAP + 2, each / 3)
    p.setBrush(Qt.BrushStyle.NoBrush)
    for number in range(max(1, of)):
        colour = theme.accent if number < lit else theme.track
        solid, cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        p.setPen(QPen(colour, _SEGMENT_STROKE, solid, cap))
        start, span = 90 - number * each - gap, -(each - 2 * gap)
        p.drawArc(box, round(start * 16), round(span * 16))


def clear(size: QSize, scale: float) -> QPixmap:
    """Return a picture with nothing in it, for a screen of this scale."""
    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _ready(p: QPainter, setting: Setting) -> None:
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setClipPath(setting.outline)


def _paint_air(p: QPainter, setting: Setting) -> None:
    fading = QLinearGradient(0, 0, 0, setting.size.height())
    fading.setColorAt(0, setting.theme.stage_top)
    fading.setColorAt(1, setting.theme.stage_bottom)
    p.fillRect(QRectF(QPointF(), QSizeF(setting.size)), fading)


def _paint_ground(p: QPainter, setting: Setting) -> None:
    world = setting.world
    floor, width = world.dy(), setting.size.width()
    depth = max(0.0, setting.size.height() - floor)
    p.fillRect(QRectF(0, floor, width, depth), setting.theme.floor)
    p.setTransform(world, combine=True)
    paint_props(p, setting.scene, setting.colours)
    p.resetTransform()
