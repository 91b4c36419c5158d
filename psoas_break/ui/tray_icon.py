"""The tray icon: where we are, readable at 16 pixels on any panel."""

from dataclasses import dataclass
from enum import Enum, auto
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPen, QPixmap

from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.icon_colours import (
    TRAY_DARK,
    TRAY_DUE,
    TRAY_ELAPSED,
    TRAY_LIGHT,
    TRAY_ON_DISC,
    TRAY_REMAINING,
    TRAY_UNKNOWN,
    TrayColours,
)
from psoas_break.ui.mark import paint_bars, paint_lunge, paint_upright
from psoas_break.ui.theme import faded
from psoas_break.ui.tray_panel import SIZES, Panel

EIGHTHS = 8
"""Steps of the ring. Five minutes and a half each at the usual interval: each new one
is painted and sent to the panel, which is half of what a look at idle time costs."""

_FULL_TURN = 360 * 16
_TWELVE = 90 * 16
_QUIET_GAP = 90
"""Degrees left open at the foot of the ring while something keeps us quiet."""
_TINY = 20
_COLOURS = {
    Panel.LIGHT: TRAY_LIGHT,
    Panel.DARK: TRAY_DARK,
    Panel.UNKNOWN: TRAY_UNKNOWN,
}
"""What can be read there."""


class Kind(Enum):
    """What the icon says."""

    RUNNING = auto()
    QUIET = auto()
    AWAY = auto()
    DUE = auto()
    PAUSED = auto()
    BREAK = auto()
    STANDING = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """One look of the icon; equal faces need no repainting.

    Attributes:
        kind: what it says.
        eighths: of the ring that are left, 0 to 8; 0 where there is no ring.
    """

    kind: Kind = Kind.RUNNING
    eighths: int = 0


AT_START = Face(Kind.RUNNING, EIGHTHS)
"""What shows before anything is known: a full ring. `first_icon` has it ready."""


def face_for(situation: Situation) -> Face:
    """Return how the icon shows a situation.

    While something keeps us quiet a waiting prompt does not turn the icon red:
    a shared screen is no place to be told to stand up.
    """
    kind = _kind_for(situation)
    if kind in {Kind.DUE, Kind.PAUSED, Kind.STANDING}:
        return Face(kind)
    share = min(1.0, max(0.0, situation.remaining))
    return Face(kind, ceil(share * EIGHTHS - 1e-9))


def _kind_for(situation: Situation) -> Kind:
    match situation.state:
        case StateName.ON_BREAK:
            return Kind.BREAK
        case StateName.AWAY:
            return Kind.AWAY
        case StateName.OFF_HOURS | StateName.PAUSED:
            return Kind.PAUSED
        case StateName.STANDING:
            return Kind.STANDING
        case StateName.PROMPTING:
            return Kind.DUE
        case StateName.DUE | StateName.SITTING:
            if situation.prompt is not PromptShape.NONE:
                return Kind.DUE
            if situation.quiet:
                return Kind.QUIET
            waits = situation.state is StateName.DUE
            return Kind.DUE if waits else Kind.RUNNING


def tray_icon(face: Face, panel: Panel) -> QIcon:
    """Return the icon of a face; it costs nothing until somebody draws it."""
    return QIcon(_FacePainter(face, panel))


class _FacePainter(QIconEngine):
    """Paints a face when it is drawn, at the size it is drawn at.

    An icon of ready pictures would have all ten painted for each eighth of the
    ring, and Qt would keep what it draws for a minute, in a cache whose timer wakes
    us twice to empty it.
    """

    def __init__(self, face: Face, panel: Panel) -> None:
        super().__init__()
        self._face = face
        self._panel = panel

    def paint(
        self, painter: QPainter, rect: QRect, _mode: QIcon.Mode, _state: QIcon.State
    ) -> None:
        """Draw it in the middle of `rect`."""
        # Not of its device: to tell which it is, PySide6 would load every widget.
        ratio = painter.deviceTransform().m11()
        side = min(rect.width(), rect.height())
        picture = paint_face(self._face, self._panel, round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        square = QRect(0, 0, side, side)
        square.moveCenter(rect.center())
        painter.drawPixmap(square.topLeft(), picture)

    def pixmap(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return it for a panel that takes pictures, in real pixels."""
        return paint_face(self._face, self._panel, min(size.width(), size.height()))

    def availableSizes(  # noqa: N802  Qt's name
        self,
        _mode: QIcon.Mode = QIcon.Mode.Normal,
        _state: QIcon.State = QIcon.State.Off,
    ) -> list[QSize]:
        """Return the sizes a panel may ask for."""
        return [QSize(side, side) for side in SIZES]

    def clone(self) -> QIconEngine:
        """Return another that paints the same."""
        return _FacePainter(self._face, self._panel)


def paint_face(face: Face, panel: Panel, side: int) -> QPixmap:
    """Return the icon as a square of `side` real pixels."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint(p, face, _COLOURS[panel], side)
    return pixmap


def _paint(p: QPainter, face: Face, colours: TrayColours, side: int) -> None:
    in_ring = 0.78 if side < _TINY else 0.76
    match face.kind:
        case Kind.RUNNING | Kind.QUIET | Kind.AWAY:
            if face.kind is Kind.AWAY:
                p.setOpacity(0.5)
            gap = _QUIET_GAP if face.kind is Kind.QUIET else 0
            _paint_ring(p, face, colours, side, gap=gap)
            paint_lunge(p, side, colours.figure, in_ring)
        case Kind.DUE:
            _paint_disc(p, side, TRAY_DUE)
            paint_lunge(p, side, TRAY_ON_DISC, 0.86)
        case Kind.PAUSED:
            _stroke(p, side, faded(colours.figure, 0.50), _TWELVE, _FULL_TURN)
            paint_bars(p, side, colours.figure)
        case Kind.BREAK:
            _paint_disc(p, side, TRAY_REMAINING)
            p.setBrush(TRAY_ELAPSED)
            elapsed = _FULL_TURN * (EIGHTHS - face.eighths) // EIGHTHS
            p.drawPie(QRectF(0, 0, side, side), _TWELVE, -elapsed)
            paint_lunge(p, side, TRAY_ON_DISC, 0.86)
        case Kind.STANDING:
            paint_upright(p, side, colours.figure, 1.0)


def _paint_ring(
    p: QPainter, face: Face, colours: TrayColours, side: int, *, gap: int
) -> None:
    """The track, and over it what is left, opening clockwise from twelve o'clock."""
    track = faded(colours.figure, 0.28)
    left = _FULL_TURN * face.eighths // EIGHTHS
    half = (_FULL_TURN - gap * 16) // 2
    arcs = ((0, half), (_FULL_TURN - half, _FULL_TURN)) if gap else ((0, _FULL_TURN),)
    for first, last in arcs:
        _stroke(p, side, track, _TWELVE + first, last - first)
        _stroke(p, side, colours.ring, _TWELVE + first, min(last, left) - first)


def _paint_disc(p: QPainter, side: int, colour: QColor) -> None:
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour)
    p.drawEllipse(QRectF(0, 0, side, side))


def _stroke(p: QPainter, side: int, colour: QColor, start: int, span: int) -> None:
    if span <= 0:
        return
    width = max(2, round(0.115 * side))
    inset = width / 2
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)
    p.drawArc(QRectF(inset, inset, side - width, side - width), start, span)
