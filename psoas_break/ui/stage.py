"""The stage: the large picture of a guided exercise, with what to do right now."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.domain.history import Side
from psoas_break.ui.blob import Layer, between, paint_halo
from psoas_break.ui.feet import paint_feet
from psoas_break.ui.theme import RADIUS_STAGE, Text, Theme, faded, mix

_FLOOR_SHARE = 0.11
_WIDE = 500
_ARROW_STEPS = 24
_ARROW_FROM = 0.12
"""Shorter, the arrow would be all head."""
_SKINS = (Layer(1.09, 0.07), Layer(1.00, 0.09), Layer(0.90, 0.10))


@dataclass(frozen=True, slots=True)
class Scene:
    """One instant of an exercise, as the stage shows it.

    Attributes:
        title: What to do, large: "Hold", "Change sides".
        note: One more line under it, or nothing.
        left: How much the left foot works, 0 to 1.
        right: How much the right foot works.
        breath: How full the quiet breath of the halo is, 0 to 1.
        sweep: During a change of sides how far it has come, 0 to 1; else None.
        towards: The side that is trained, or comes next in a change of sides.
        dimmed: Paused: everything steps back.
    """

    title: str = ""
    note: str = ""
    left: float = 0.0
    right: float = 0.0
    breath: float = 0.0
    sweep: float | None = None
    towards: Side = Side.BOTH
    dimmed: bool = False


class Stage(QWidget):
    """Floor, halo and a pair of footprints whose working side is filled."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._scene = Scene()
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.update()

    def show_scene(self, scene: Scene) -> None:
        """Show this instant."""
        if scene != self._scene:
            self._scene = scene
            self.update()

    def sizeHint(self) -> QSize:
        """The stage of the 420 pixel window."""
        return QSize(388, 364)

    def minimumSizeHint(self) -> QSize:
        """Below this the words would touch the feet."""
        return QSize(self._theme.px(240), self._theme.px(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from back to front: room, halo, wash, feet, words."""
        box = QRectF(self.rect())
        floor = box.height() * (1 - _FLOOR_SHARE)
        reach = min(0.42 * box.height(), 0.44 * box.width())
        halo = QPointF(box.center().x(), floor - 0.98 * reach)
        heart = QPointF(halo.x(), halo.y() + 0.13 * reach)
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QPainterPath()
            frame.addRoundedRect(box, RADIUS_STAGE, RADIUS_STAGE)
            p.setClipPath(frame)
            self._paint_room(p, box, floor)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(self._theme.halo)
            p.drawEllipse(halo, reach, reach)
            self._paint_shadow(p, QPointF(halo.x(), floor), reach * 0.56)
            self._paint_breath(p, heart, reach)
            self._paint_feet(p, heart, reach)
            self._paint_way_over(p, heart, reach)
            if self._scene.dimmed:
                p.fillRect(box, faded(self._theme.stage_bottom, 0.55))
            self._paint_words(p, box)

    def _paint_room(self, p: QPainter, box: QRectF, floor: float) -> None:
        t = self._theme
        air = QLinearGradient(box.topLeft(), box.bottomLeft())
        air.setColorAt(0, t.stage_top)
        air.setColorAt(1, t.stage_bottom)
        p.fillRect(box, air)
        p.fillRect(box.adjusted(0, floor, 0, 0), t.floor)

    def _paint_breath(self, p: QPainter, centre: QPointF, reach: float) -> None:
        breath = self._scene.breath
        radius = reach * between(0.64, 0.72, breath)
        skins = tuple((layer, self._colour()) for layer in _SKINS)
        paint_halo(p, centre, radius, breath, skins)

    def _paint_feet(self, p: QPainter, centre: QPointF, reach: float) -> None:
        t = self._theme
        scene = self._scene
        lift = 0.0 if scene.sweep is None else math.sin(math.pi * scene.sweep)
        centre = QPointF(centre.x(), centre.y() - 0.05 * reach * lift)
        rest = faded(t.muted, 0.60)
        whole = scene.towards is Side.BOTH
        colours = {
            Side.LEFT: mix(rest, t.accent if whole else t.left, scene.left),
            Side.RIGHT: mix(rest, t.accent if whole else t.right, scene.right),
        }
        work = {Side.LEFT: scene.left, Side.RIGHT: scene.right}
        paint_feet(p, centre, reach * 0.80, work, colours)

    def _paint_way_over(self, p: QPainter, centre: QPointF, reach: float) -> None:
        """While sides change: an arrow that grows from the old foot to the new."""
        sweep = self._scene.sweep
        if sweep is None or sweep < _ARROW_FROM:
            return
        sign = 1 if self._scene.towards is Side.RIGHT else -1
        from_x, to_x = (
            centre.x() - sign * 0.19 * reach,
            centre.x() + sign * 0.19 * reach,
        )
        base, top = centre.y() - 0.45 * reach, centre.y() - 0.62 * reach
        way = QPainterPath(QPointF(from_x, base))
        way.cubicTo(QPointF(from_x, top), QPointF(to_x, top), QPointF(to_x, base))
        pen = QPen(self._theme.hint, max(2.0, reach * 0.018))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        steps = [sweep * i / _ARROW_STEPS for i in range(_ARROW_STEPS + 1)]
        p.drawPolyline(QPolygonF([way.pointAtPercent(s) for s in steps]))
        tip, angle = way.pointAtPercent(sweep), way.angleAtPercent(sweep)
        wings = []
        for turn in (150, -150):
            wing = QLineF.fromPolar(reach * 0.07, angle + turn)
            wings.append(tip + wing.p2())
        p.drawPolyline(QPolygonF([wings[0], tip, wings[1]]))

    def _paint_shadow(self, p: QPainter, at: QPointF, width: float) -> None:
        for scale, alpha in ((1.0, 0.05), (0.7, 0.06)):
            strength = 2.0 if self._theme.dark else 1.0
            p.setBrush(faded(self._theme.shadow, alpha * strength))
            p.drawEllipse(at, width * scale, width * 0.055 * scale)

    def _colour(self) -> QColor:
        """Of the trained side; on the way between them while sides change."""
        t = self._theme
        if self._scene.towards is Side.BOTH:
            return t.accent
        left = self._scene.towards is Side.LEFT
        new, old = (t.left, t.right) if left else (t.right, t.left)
        sweep = self._scene.sweep
        return new if sweep is None else mix(old, new, sweep)

    def _paint_words(self, p: QPainter, box: QRectF) -> None:
        t = self._theme
        title, note = self._fonts()
        baseline = t.px(20) + QFontMetricsF(title).capHeight()
        p.setFont(title)
        p.setPen(t.ink)
        _centred(p, box.center().x(), baseline, self._scene.title)
        if self._scene.note:
            p.setFont(note)
            p.setPen(t.muted)
            room = box.adjusted(t.px(20), baseline + t.px(7), -t.px(20), 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            p.drawText(room, flags, self._scene.note)

    def _fonts(self) -> tuple[QFont, QFont]:
        wide = self.width() >= _WIDE
        t = self._theme
        return t.font(Text.STAGE_PHASE, wide=wide), t.font(Text.STAGE_COUNT, wide=wide)


def _centred(p: QPainter, x: float, baseline: float, words: str) -> None:
    width = QFontMetricsF(p.font()).horizontalAdvance(words)
    p.drawText(QPointF(round(x - width / 2), round(baseline)), words)
