"""Which side begins: a pair of buttons of which one is pressed."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from psoas_break.domain.history import Side
from psoas_break.ui.feet import paint_feet_glyph
from psoas_break.ui.focus_ring import paint_focus_ring
from psoas_break.ui.reading import as_read
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_HIGH, _PAD, _SOLES, _GAP = 44, 10, 20, 5
_INSET = 3.0


class SideChoice(QWidget):
    """Left or right; arrow keys go between them as between radio buttons.

    Signals:
        chosen (Side): another side was chosen.
    """

    chosen = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(_("Begin with"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._buttons = {
            side: _SideButton(side, theme=theme) for side in (Side.LEFT, Side.RIGHT)
        }
        for button in self._buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
            button.toggled.connect(self._toggled)
        self.choose(Side.LEFT)

    @property
    def side(self) -> Side:
        """The side that begins."""
        left = self._buttons[Side.LEFT].isChecked()
        return Side.LEFT if left else Side.RIGHT

    def choose(self, side: Side) -> None:
        """Press one of them."""
        self._buttons[side].setChecked(True)

    def button(self, side: Side) -> QAbstractButton:
        """Return the button of a side."""
        return self._buttons[side]

    def _toggled(self, on: bool) -> None:  # noqa: FBT001  takes a signal
        if on:
            self.chosen.emit(self.side)


class _SideButton(QAbstractButton):
    """Two soles, the working one filled, and a word."""

    def __init__(self, side: Side, *, theme: Theme) -> None:
        super().__init__()
        self._side = side
        self._theme = theme
        left = side is Side.LEFT
        self.setText(_("Left") if left else _("Right"))
        name = _("Begin with the left") if left else _("Begin with the right")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Soles and word."""
        t = self._theme
        words = QFontMetricsF(t.font(Text.LABEL)).horizontalAdvance(self.text())
        return QSize(round(words) + t.px(_SOLES + _GAP + 2 * _PAD), t.px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, focus ring, soles and word."""
        t = self._theme
        colour, soft = t.side(left=self._side is Side.LEFT)
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        round_by = box.height() / 2
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.isChecked():
                p.setPen(Qt.PenStyle.NoPen)
                p.setBrush(soft)
                p.drawRoundedRect(box, round_by, round_by)
            elif self.underMouse():
                p.setPen(QPen(t.border, 1))
                p.drawRoundedRect(box, round_by, round_by)
            paint_focus_ring(p, self, round_by, t)
            ink = colour if self.isChecked() else t.muted
            high = t.px(15)
            top = box.center().y() - high / 2
            left = t.px(_PAD)
            soles = QRectF(left, top, t.px(_SOLES), high)
            paint_feet_glyph(p, as_read(self, soles), self._side, ink)
            p.setPen(ink)
            p.setFont(t.font(Text.LABEL))
            words = QRectF(self.rect()).adjusted(left + t.px(_SOLES + _GAP), 0, 0, 0)
            p.drawText(as_read(self, words), Qt.AlignmentFlag.AlignVCenter, self.text())
