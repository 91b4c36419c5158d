"""A chart as a picture: PNG for a letter, SVG for whatever is printed large."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPaintDevice, QPainter

from psoas_break.ui.history.chart import Chart
from psoas_break.ui.theme import Text, Theme

SCALE = 2
"""A PNG is as sharp as on a fine screen."""

_MARGIN = 20
_TITLE = 34
_ABOVE_SENTENCE = 10
_LEFT_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def save_chart(chart: Chart, path: Path, *, title: str, theme: Theme) -> bool:
    """Write a chart with its title and sentence; by its ending as SVG or else PNG.

    Args:
        chart: What is painted, as wide as it is shown.
        path: Where it goes.
        title: What stands above.
        theme: Colours and fonts.

    Returns:
        Whether it could be written.
    """
    below = _ABOVE_SENTENCE + _height_of(chart.summary(), chart.width(), theme)
    size = QSize(
        chart.width() + 2 * _MARGIN,
        chart.height() + 2 * _MARGIN + theme.px(_TITLE) + below,
    )
    if path.suffix.lower() == ".svg":
        return _save_svg(chart, path, size, title, theme)
    image = QImage(size * SCALE, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(SCALE)
    _paint(chart, image, size, title, theme)
    return bool(image.save(str(path), "PNG"))  # type: ignore[call-overload]  # it may


def _height_of(sentence: str, width: int, theme: Theme) -> int:
    fits = QFontMetrics(theme.font(Text.SECONDARY))
    room = QRect(0, 0, width, 0)
    return fits.boundingRect(room, _LEFT_WRAPPED, sentence).height()


def _save_svg(chart: Chart, path: Path, size: QSize, title: str, theme: Theme) -> bool:
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415  only who saves needs it

    try:
        path.touch()  # the generator keeps silent about a folder that is read-only
    except OSError:
        return False
    picture = QSvgGenerator()
    picture.setFileName(str(path))
    picture.setSize(size)
    picture.setViewBox(QRectF(QPointF(), QSizeF(size)))
    picture.setTitle(title)
    picture.setDescription(chart.summary())
    _paint(chart, picture, size, title, theme)
    return path.stat().st_size > 0


def _paint(
    chart: Chart, device: QPaintDevice, size: QSize, title: str, theme: Theme
) -> None:
    wide = size.width() - 2 * _MARGIN
    with QPainter(device) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.fillRect(QRectF(QPointF(), QSizeF(size)), theme.surface)
        p.setFont(theme.font(Text.HEADING))
        p.setPen(theme.ink)
        p.drawText(
            QRectF(_MARGIN, _MARGIN, wide, theme.px(_TITLE)), _LEFT_WRAPPED, title
        )
        p.setFont(theme.font(Text.SECONDARY))
        p.setPen(theme.muted)
        foot = _MARGIN + theme.px(_TITLE) + chart.height() + _ABOVE_SENTENCE
        below = QRectF(_MARGIN, foot, wide, size.height() - _MARGIN - foot)
        p.drawText(below, _LEFT_WRAPPED, chart.summary())
        p.translate(_MARGIN, _MARGIN + theme.px(_TITLE))
        chart.paint(p, QSizeF(chart.size()))
