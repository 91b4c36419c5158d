"""What one is looking at: the lens, the band, the gauge and the arrows, in words."""

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from psoas_break.domain.exercise import Overlay
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.figure_colours import colours_for
from psoas_break.ui.label import Label, Tone
from psoas_break.ui.slim_scroll import SlimScroll
from psoas_break.ui.theme import RADIUS_STAGE, Text, Theme, faded
from psoas_break.words import gettext as _

_WIDTH, _HEIGHT = 48, 28


class Sign(Enum):
    """What a line of the explanation is about, as a small picture before it."""

    LENS = auto()
    SHORT = auto()
    REST = auto()
    LONG = auto()
    GAUGE = auto()
    DIAPHRAGM = auto()
    HALO = auto()
    ARROW = auto()


Line = tuple[Sign, str]

_BAND: dict[Sign, tuple[float, float, float]] = {
    Sign.SHORT: (20.0, 14.0, -1.0),
    Sign.REST: (28.0, 10.0, 0.0),
    Sign.LONG: (38.0, 7.0, 1.0),
}
"""Length, thickness and level of the drawn bands."""


def lines_of(overlay: Overlay) -> list[Line]:
    """Return what there is to say about a picture.

    Args:
        overlay: What the lens of its exercise shows.
    """
    arrow = Sign.ARROW, _("Arrows show where a part of the body goes.")
    match overlay:
        case Overlay.PSOAS:
            return [
                (Sign.LENS, _("A look inside: spine, pelvis and thigh bone.")),
                (
                    Sign.REST,
                    _(
                        "The band is the psoas. It runs from the lower spine, through "
                        "the pelvis, to the top of the thigh bone."
                    ),
                ),
                (Sign.SHORT, _("Short, thick and pale: the hip is bent.")),
                (Sign.LONG, _("Long, slim, bright: the thigh is behind you.")),
                (
                    Sign.GAUGE,
                    _("The gauge shows it too; its tick marks standing."),
                ),
                arrow,
            ]
        case Overlay.DIAPHRAGM:
            return [
                (Sign.LENS, _("A look inside: spine, pelvis and lungs.")),
                (
                    Sign.DIAPHRAGM,
                    _(
                        "The bright arch is the diaphragm. It sinks as you breathe in, "
                        "and rises as you breathe out."
                    ),
                ),
                (Sign.HALO, _("The halo grows and shrinks with the breath to follow.")),
                arrow,
            ]
        case Overlay.NONE:
            return [arrow]


class Explanation(QWidget):
    """Covers the picture while it is read.

    Signals:
        closed: it has been read.
    """

    closed = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._overlay: Overlay | None = None
        self._area = SlimScroll(theme=theme, reads=True)
        self.done = Button(_("Got it"), theme=theme, kind=Kind.TONAL)
        self.done.clicked.connect(self.closed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 12, 14, 8)
        whole.addWidget(self._area, 1)
        whole.addWidget(self.done, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(_("What am I looking at?"))

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.update()

    def explain(self, overlay: Overlay) -> None:
        """Explain a picture."""
        if overlay is not self._overlay:
            self._overlay = overlay
            self._fill(lines_of(overlay))
        self._area.verticalScrollBar().setValue(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, as large and round as the stage."""
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(self._theme.border, 1))
            p.setBrush(self._theme.surface)
            edge = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(edge, RADIUS_STAGE, RADIUS_STAGE)

    def _fill(self, lines: list[Line]) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        title = _("What am I looking at?")
        column.addWidget(Label(title, theme=self._theme, style=Text.HEADING))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for row, (sign, words) in enumerate(lines):
            grid.addWidget(
                Signpost(sign, theme=self._theme), row, 0, Qt.AlignmentFlag.AlignTop
            )
            text = Label(words, theme=self._theme, style=Text.BODY, wrap=True)
            grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)
        last = _(
            "The side you train is the near one. A drawing to follow, not a "
            "measurement of you."
        )
        column.addWidget(
            Label(
                last,
                theme=self._theme,
                style=Text.SECONDARY,
                tone=Tone.MUTED,
                wrap=True,
            )
        )
        column.addStretch()
        self._area.show_inside(inside)
        words = " ".join((*(words for _sign, words in lines), last))
        self._area.setAccessibleName(title)
        self._area.setAccessibleDescription(words)


class Signpost(QWidget):
    """The small picture before a line."""

    def __init__(self, sign: Sign, *, theme: Theme) -> None:
        super().__init__()
        self._sign = sign
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and lengths from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Larger with a larger font."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the colours of the figure."""
        t = self._theme
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.scale(self.width() / _WIDTH, self.height() / _HEIGHT)
            p.setPen(Qt.PenStyle.NoPen)
            middle = QPointF(_WIDTH / 2, _HEIGHT / 2)
            if self._sign is Sign.GAUGE:
                self._paint_gauge(p)
            elif self._sign is Sign.ARROW:
                self._paint_arrow(p)
            elif self._sign is Sign.HALO:
                p.setBrush(faded(t.accent, 0.18))
                p.drawEllipse(middle, 14, 14)
                p.setBrush(faded(t.accent, 0.30))
                p.drawEllipse(middle, 9, 9)
            else:
                self._paint_inside(p, middle)

    def _paint_inside(self, p: QPainter, middle: QPointF) -> None:
        colours = colours_for(self._theme)
        p.setBrush(colours.lens)
        p.drawRoundedRect(QRectF(0, 0, _WIDTH, _HEIGHT), 9, 9)
        band = _BAND.get(self._sign)
        if band is not None:
            wide, high, level = band
            p.setBrush(colours.psoas(level))
            box = QRectF(0, 0, wide, high)
            box.moveCenter(middle)
            p.drawRoundedRect(box, high / 2, high / 2)
        elif self._sign is Sign.DIAPHRAGM:
            pen = QPen(colours.diaphragm, 4)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            p.setPen(pen)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawArc(QRectF(10, 9, 28, 22), 20 * 16, 140 * 16)
        else:
            p.setBrush(faded(colours.psoas_rest, 0.6))
            for number in range(5):
                p.drawRoundedRect(QRectF(19, 3.5 + number * 4.5, 10, 3), 1.2, 1.2)

    def _paint_gauge(self, p: QPainter) -> None:
        t = self._theme
        p.setBrush(faded(t.ink, 0.16))
        p.drawRoundedRect(QRectF(2, 11, 44, 6), 3, 3)
        p.setBrush(t.warm)
        p.drawRoundedRect(QRectF(23, 11, 15, 6), 3, 3)
        p.setBrush(t.ink)
        p.drawRoundedRect(QRectF(23, 8, 2, 12), 1, 1)
        p.setBrush(t.surface)
        p.setPen(QPen(t.ink, 2))
        p.drawEllipse(QPointF(38, 14), 5, 5)

    def _paint_arrow(self, p: QPainter) -> None:
        pen = QPen(self._theme.hint, 2.4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        p.setPen(pen)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.drawArc(QRectF(8, 8, 32, 30), 35 * 16, 110 * 16)
        p.drawPolyline([QPointF(31, 5), QPointF(37.5, 13.5), QPointF(27, 14)])
