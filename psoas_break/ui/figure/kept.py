"""A picture kept for as long as what it shows stands still.

In a hold and while breathing, bones and psoas lie still in a body whose clothes move.
"""

from collections.abc import Callable
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

_WHOLE_PIXELS = 4
"""Pictures begin at multiples of so many pixels, which are whole ones on screens of
1.25 and 1.5 times the scale, too."""


class Kept:
    """At most one picture. What is painted twice alike is kept from then on.

    It belongs to one stage with its size, colours and camera; another needs a new one.
    """

    def __init__(self) -> None:
        self._seen: object = None
        self._picture: _Picture | None = None

    def paint(
        self, p: QPainter, key: object, box: QRectF, draw: Callable[[QPainter], None]
    ) -> None:
        """Draw, or show what was drawn before.

        Args:
            p: where to.
            key: equal keys stand for equal pictures.
            box: what is drawn lies inside, in the painter's own lengths.
            draw: draws it.
        """
        if key != self._seen:
            self._seen, self._picture = key, None
            draw(p)
            return
        if self._picture is None:
            self._picture = _Picture(p, box, draw)
        self._picture.show(p)


class _Picture:
    """Laid on the screen pixel by pixel, whatever its scale."""

    def __init__(
        self, p: QPainter, box: QRectF, draw: Callable[[QPainter], None]
    ) -> None:
        world, self._scale = p.transform(), p.device().devicePixelRatioF()
        place = _aligned(world.mapRect(box).toAlignedRect())
        self._at = QPointF(place.topLeft()) * self._scale
        self._pixels = clear_image(place.size(), self._scale)
        with QPainter(self._pixels) as q:
            q.setRenderHint(QPainter.RenderHint.Antialiasing)
            q.setPen(Qt.PenStyle.NoPen)
            q.translate(-place.x(), -place.y())
            q.setTransform(world, combine=True)
            draw(q)
        self._pixels.setDevicePixelRatio(1.0)

    def show(self, p: QPainter) -> None:
        world = p.transform()
        p.resetTransform()
        p.scale(1 / self._scale, 1 / self._scale)
        p.drawImage(self._at, self._pixels)
        p.setTransform(world)


def _aligned(place: QRect) -> QRect:
    left, top = place.left() % _WHOLE_PIXELS, place.top() % _WHOLE_PIXELS
    return place.adjusted(-left, -top, 0, 0)


def clear_image(size: QSize, scale: float) -> QImage:
    """Return an image with nothing in it, for a screen of this scale."""
    pixels = QSize(ceil(size.width() * scale), ceil(size.height() * scale))
    image = QImage(pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    return image
