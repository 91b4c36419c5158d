"""The breathing pacer: an organic shape that grows and sinks with the breath."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontInfo,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.blob import PLAIN_LAYERS, between, paint_halo
from psoas_break.ui.theme import Text, Theme, faded

_SEGMENT_STROKE = 12.0
_SEGMENT_GAP = 5.0
_EMPTY, _FULL = 0.56, 0.845
"""Radius of the middle layer: wide enough for the words, and in a full breath the
outermost layer (1.10 of it) just fills the dotted circle."""
_LIMIT = 0.93
_WORD_SHARE = 0.165
"""Largest phase word beside the reach, so that it fits into the emptiest shape."""
_WIDE = 500
"""From this many pixels on the words take their larger size."""


@dataclass(frozen=True, slots=True)
class BreathFace:
    """One instant of guided breathing, as it is shown.

    Attributes:
        word: The phase: "Breathe in".
        count: Seconds left in the phase, or nothing.
        level: How full the breath is, 0 to 1.
        lit: Seconds of the phase begun, for the reduced-motion ring.
        of: Whole seconds the phase has.
    """

    word: str
    count: str
    level: float
    lit: int = 0
    of: int = 0


class BreathingView(QWidget):
    """The pacer on its own, with the phase and its countdown inside.

    With reduced motion nothing grows: a fixed ring of segments, one for each second
    of the phase, lights up second by second.
    """

    def __init__(self, *, theme: Theme, reduced_motion: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._reduced = reduced_motion
        self._face = BreathFace("", "", 0.0)
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.update()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Show the fixed ring instead of the moving shape, or back."""
        if reduced is not self._reduced:
            self._reduced = reduced
            self.update()

    def show_breath(self, face: BreathFace) -> None:
        """Show this instant."""
        changed = face != self._face
        if self._reduced:
            old, new = self._face, face
            changed = (old.word, old.count, old.lit, old.of) != (
                new.word,
                new.count,
                new.lit,
                new.of,
            )
        self._face = face
        if changed:
            self.update()

    def sizeHint(self) -> QSize:
        """Square and large."""
        return QSize(388, 364)

    def minimumSizeHint(self) -> QSize:
        """Below this the words would not fit inside."""
        side = self._theme.px(200)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shape or ring, then the words."""
        centre = QPointF(self.width() / 2, self.height() / 2)
        reach = min(self.width(), self.height()) / 2 - 6
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._reduced:
                self._paint_segments(p, centre, reach * 0.74)
            else:
                self._paint_shape(p, centre, reach)
            self._paint_words(p, centre, reach)

    def _paint_shape(self, p: QPainter, centre: QPointF, reach: float) -> None:
        t = self._theme
        level = self._face.level
        radius = reach * between(_EMPTY, _FULL, level)
        skins = tuple((layer, t.accent) for layer in PLAIN_LAYERS)
        paint_halo(p, centre, radius, level, skins)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(faded(t.accent, 0.55), 1.5, Qt.PenStyle.DotLine))
        p.drawEllipse(centre, reach * _LIMIT, reach * _LIMIT)
        clearing = radius * PLAIN_LAYERS[-1].scale
        glow = QRadialGradient(centre, clearing)
        for stop, alpha in ((0.0, 0.92), (0.55, 0.80), (1.0, 0.0)):
            glow.setColorAt(stop, faded(t.bg, alpha))
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(glow)
        p.drawEllipse(centre, clearing, clearing)

    def _paint_segments(self, p: QPainter, centre: QPointF, radius: float) -> None:
        t = self._theme
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        count = max(1, self._face.of)
        each = 360 / count
        # Round caps reach past the ends of an arc; leave them room.
        cap = math.degrees(_SEGMENT_STROKE / 2 / radius)
        gap = min(_SEGMENT_GAP + cap / 2, each / 3)
        for i in range(count):
            colour = t.accent if i < self._face.lit else t.track
            cap_style = Qt.PenCapStyle.RoundCap
            p.setPen(QPen(colour, _SEGMENT_STROKE, Qt.PenStyle.SolidLine, cap_style))
            start, span = 90 - i * each - gap, -(each - 2 * gap)
            p.drawArc(box, round(start * 16), round(span * 16))

    def _paint_words(self, p: QPainter, centre: QPointF, reach: float) -> None:
        t = self._theme
        wide = min(self.width(), self.height()) >= _WIDE
        phase = t.font(Text.PACER_PHASE, wide=wide)
        if (room := reach * _WORD_SHARE) < QFontInfo(phase).pixelSize():
            phase.setPixelSize(round(room))
        count = t.font(Text.PACER_COUNT, wide=wide)
        height = QFontMetricsF(phase).capHeight()
        small = QFontMetricsF(count).capHeight() if self._face.count else 0.0
        gap = t.px(16) if self._face.count else 0
        baseline = centre.y() + (height - gap - small) / 2
        p.setFont(phase)
        p.setPen(t.ink)
        _centred(p, centre.x(), baseline, self._face.word)
        p.setFont(count)
        p.setPen(t.muted)
        _centred(p, centre.x(), baseline + gap + small, self._face.count)


def _centred(p: QPainter, x: float, baseline: float, words: str) -> None:
    width = QFontMetricsF(p.font()).horizontalAdvance(words)
    p.drawText(QPointF(round(x - width / 2), round(baseline)), words)
