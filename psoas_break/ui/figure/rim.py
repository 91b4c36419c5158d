"""The pale contour around the body in dark, so that far limbs and hair do not sink."""

from functools import reduce

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from psoas_break.domain.figure.joints import Joints
from psoas_break.ui.figure.body import rim_of
from psoas_break.ui.figure.kept import clear_image


def paint_rim(p: QPainter, joints: Joints, colour: QColor, *, bun: bool) -> None:
    """Paint every part a little larger, in a see-through colour that does not add up.

    On a layer of its own: one path of all the parts, filled by winding, costs three
    times as much.
    """
    paths = rim_of(joints, bun=bun)
    world = p.transform()
    covered = reduce(QRectF.united, (path.controlPointRect() for path in paths))
    box = world.mapRect(covered).toAlignedRect()
    layer = clear_image(box.size(), p.device().devicePixelRatioF())
    solid = QColor(colour)
    solid.setAlpha(255)
    with QPainter(layer) as q:
        q.setRenderHint(QPainter.RenderHint.Antialiasing)
        q.translate(-box.x(), -box.y())
        q.setTransform(world, combine=True)
        for path in paths:
            q.fillPath(path, solid)
    before = p.opacity()
    p.resetTransform()
    p.setOpacity(before * colour.alphaF())
    p.drawImage(box.topLeft(), layer)
    p.setOpacity(before)
    p.setTransform(world)
