"""The side badge: which side is being trained, as a picture and a word."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.domain.history import Side
from psoas_break.ui.feet import paint_feet_glyph
from psoas_break.ui.reading import as_read
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_HEIGHT = 36
_PAD = 14
_SOLES = 22
_GAP = 6


class SideBadge(QWidget):
    """A pill with two soles, the working one filled, and "Left" or "Right".

    With `Side.BOTH` it keeps its place but shows nothing.
    """

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side = Side.BOTH
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.setFont(theme.font(Text.HEADING))
        self.updateGeometry()
        self.update()

    def show_side(self, side: Side) -> None:
        """Show which side is trained now."""
        if side is self._side:
            return
        self._side = side
        self.setAccessibleName(
            "" if side is Side.BOTH else _("Side: {side}").format(side=self._word())
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longer word, so that the header stands still."""
        metrics = QFontMetricsF(self.font())
        widest = max(
            metrics.horizontalAdvance(word) for word in (_("Left"), _("Right"))
        )
        t = self._theme
        return QSize(
            round(widest) + t.px(_SOLES + _GAP) + t.px(2 * _PAD), t.px(_HEIGHT)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, soles and word."""
        if self._side is Side.BOTH:
            return
        t = self._theme
        colour, soft = t.side(left=self._side is Side.LEFT)
        box = QRectF(self.rect())
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            p.setBrush(soft)
            p.drawRoundedRect(box, box.height() / 2, box.height() / 2)
            p.setFont(self.font())
            width = t.px(_SOLES + _GAP) + p.fontMetrics().horizontalAdvance(
                self._word()
            )
            content = box.adjusted((box.width() - width) / 2, 0, 0, 0)
            high = t.px(16)
            top = (box.height() - high) / 2
            glyph = QRectF(content.left(), top, t.px(_SOLES), high)
            paint_feet_glyph(p, as_read(self, glyph), self._side, colour)
            p.setPen(colour)
            words = content.adjusted(t.px(_SOLES + _GAP), 0, 0, 0)
            p.drawText(
                as_read(self, words), Qt.AlignmentFlag.AlignVCenter, self._word()
            )

    def _word(self) -> str:
        return _("Left") if self._side is Side.LEFT else _("Right")
