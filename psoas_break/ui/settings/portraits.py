"""Choosing a person by pictures: small portraits, one of which is chosen."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from psoas_break.domain.exercise import Overlay
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.pose import (
    At,
    FreeArm,
    FreeLeg,
    Half,
    Pose,
    Root,
    Spine,
)
from psoas_break.domain.figure.skeleton import solve
from psoas_break.ui.figure.painter import paint_figure
from psoas_break.ui.figure_colours import Looks, colours_for
from psoas_break.ui.theme import Theme

_SIDE = 50
"""What can be hit."""
_PICTURE = 44
_RING = 2.0
_SHOWN = 0.215
"""How much of the body is in the picture, in statures."""
_MIDDLE = QPointF(-0.004, 0.395)
"""What is in the middle of it, from the hip: just below the ear."""


class Portrait(QRadioButton):
    """One person to choose; a radio button to the keyboard and to screen readers."""

    def __init__(self, *, name: str, looks: Looks, theme: Theme) -> None:
        super().__init__()
        self._looks = looks
        self._theme = theme
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_looks(self, looks: Looks) -> None:
        """Show another person."""
        if looks != self._looks:
            self._looks = looks
            self.update()

    def sizeHint(self) -> QSize:
        """The part that can be hit."""
        side = self._theme.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """All of it reacts."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint head and shoulders in a circle; a ring marks the chosen one."""
        t = self._theme
        side = t.px(_PICTURE)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.hasFocus():
                p.setPen(QPen(t.accent, _RING))
                p.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(t.halo)
            p.drawEllipse(box)
            self._paint_person(p, box)
            chosen = self.isChecked()
            p.setPen(QPen(t.accent if chosen else t.border, _RING if chosen else 1))
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.drawEllipse(box)

    def _paint_person(self, p: QPainter, box: QRectF) -> None:
        frame = QPainterPath()
        frame.addEllipse(box)
        p.save()
        p.setClipPath(frame)
        p.translate(box.center())
        p.scale(box.width() / _SHOWN, -box.width() / _SHOWN)
        p.translate(-_MIDDLE)
        paint_figure(
            p, _standing(), colours_for(self._theme, self._looks), Overlay.NONE
        )
        p.restore()


class PortraitsField(QWidget):
    """One of several persons.

    Args:
        options: each value with its words.
        looks: the person who stands for a value.
        theme: colours.
    """

    edited = Signal(object)

    def __init__(
        self,
        *,
        options: Sequence[tuple[Any, str]],
        looks: Callable[[Any], Looks],
        theme: Theme,
    ) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.portraits: dict[Any, Portrait] = {}
        for value, name in options:
            portrait = Portrait(name=name, looks=looks(value), theme=theme)
            portrait.toggled.connect(
                lambda on, value=value: self._chosen(value) if on else None
            )
            line.addWidget(portrait)
            self.portraits[value] = portrait
        self._shown: Any = None
        self.setFocusProxy(next(iter(self.portraits.values())))

    def show_value(self, value: Any) -> None:
        """Mark this one."""
        self._shown = value
        self.portraits[value].setChecked(True)
        self.setFocusProxy(self.portraits[value])

    def set_looks(self, looks: Callable[[Any], Looks]) -> None:
        """Have other persons stand for the values."""
        for value, portrait in self.portraits.items():
            portrait.set_looks(looks(value))

    def _chosen(self, value: Any) -> None:
        if value != self._shown:
            self._shown = value
            self.edited.emit(value)


@cache
def _standing() -> Frame:
    """Return somebody who stands upright, seen from the side."""
    half = Half(
        leg=FreeLeg(hip=0.0, knee=0.0, ankle=0.0),
        arm=FreeArm(shoulder=4.0, elbow=12.0),
    )
    pose = Pose(root=Root(At.HIP, 0.0, 0.0), spine=Spine(), near=half, far=half)
    return Frame(
        joints=solve(pose), hints=(), hint_growth=0.0, moving=False, mirrored=False
    )
