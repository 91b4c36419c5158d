"""Frames side by side in one picture."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from psoas_break.domain.figure.choreography import Frame
from psoas_break.ui.figure import scenery
from psoas_break.ui.figure.painter import paint_figure
from psoas_break.ui.figure.play import Play
from psoas_break.ui.figure.scenery import Setting
from psoas_break.ui.figure_colours import colours_for
from psoas_break.ui.theme import Text, Theme

GAP = 4


@dataclass(frozen=True, slots=True)
class Format:
    """How large tiles are, and how much room their words have, in pixels."""

    size: QSize
    above: int


USUAL = Format(QSize(260, 244), above=44)


@dataclass(frozen=True, slots=True)
class Tile:
    """One frame and what to write over it."""

    words: str
    play: Play
    frame: Frame


def sheet(
    tiles: list[Tile],
    *,
    across: int,
    theme: Theme,
    scale: float,
    form: Format = USUAL,
) -> QImage:
    """Return all tiles in rows."""
    wide, high = form.size.width() + GAP, form.size.height() + GAP
    rows = -(-len(tiles) // across)
    size = QSize(across * wide + GAP, rows * high + GAP)
    image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(theme.bg)
    with QPainter(image) as p:
        for number, tile in enumerate(tiles):
            p.resetTransform()
            p.translate(GAP + number % across * wide, GAP + number // across * high)
            paint_tile(p, tile, theme, scale, form)
    return image


def paint_tile(
    p: QPainter, tile: Tile, theme: Theme, scale: float, form: Format
) -> None:
    """Paint one frame on its stage."""
    play, frame = tile.play, tile.frame
    setting = Setting(
        scene=play.scene,
        camera=play.camera,
        size=form.size,
        scale=scale,
        theme=theme,
        colours=colours_for(theme),
        above=form.above,
        below=None,
        mirrored=frame.mirrored,
    )
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.drawPixmap(0, 0, scenery.whole(setting))
    p.save()
    p.setClipPath(setting.outline)
    p.setTransform(setting.world, combine=True)
    paint_figure(p, frame, setting.colours, play.overlay, play.kit)
    p.restore()
    p.setFont(theme.font(Text.MICRO))
    p.setPen(theme.ink)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    p.drawText(QRectF(10, 6, form.size.width() - 20, form.above), flags, tile.words)
