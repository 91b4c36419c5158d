"""A card that starts a break: its name, how long and where, and what is in it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from psoas_break.ui.catalogue.choices import Choice
from psoas_break.ui.glyphs import GRID, Glyph, glyph_path
from psoas_break.ui.theme import RADIUS_CARD, Text, Theme, mix

_INSET = 3.0
"""Room for the focus ring around what is painted."""
_PAD_X = 16.0
_PAD_Y = 13.0
_GAP = 3.0
_PLAY = 30.0
_LEAST_WIDTH = 240

Line = tuple[str, QFont, QColor]


class ChoiceCard(QAbstractButton):
    """Enter, Space or a click starts it; arrow keys go to the next card.

    Args:
        choice: What it starts.
        theme: Colours and fonts.
    """

    stepped = Signal(int)
    """An arrow key was pressed (a Qt.Key): the window moves the focus."""

    def __init__(self, choice: Choice, *, theme: Theme) -> None:
        super().__init__()
        self.choice = choice
        self._theme = theme
        self.setText(choice.name)
        self.setAccessibleName(choice.name)
        said = (choice.warning, choice.detail, *choice.contents)
        self.setAccessibleDescription(". ".join(part for part in said if part))
        self.setToolTip("\n".join(part for part in said if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """All lines, each on one."""
        t = self._theme
        text = sum(QFontMetricsF(font).height() for _w, font, _c in self._lines())
        gaps = _GAP * len(self._lines())
        return QSize(t.px(_LEAST_WIDTH), round(text + gaps + 2 * (_PAD_Y + _INSET)))

    def minimumSizeHint(self) -> QSize:
        """Lines are shortened, never left out."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts it too; arrow keys go on."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.stepped.emit(event.key())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, focus ring, lines, and the sign that it starts something."""
        t = self._theme
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        awake = self.underMouse() or self.hasFocus()
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(QPen(mix(t.border, t.accent, 0.5 if awake else 0.0), 1))
            p.setBrush(mix(t.surface, t.soft, _wash(down=self.isDown(), awake=awake)))
            edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(edge, RADIUS_CARD, RADIUS_CARD)
            if self.hasFocus():
                p.setPen(QPen(t.accent, 2))
                p.setBrush(Qt.BrushStyle.NoBrush)
                ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
                p.drawRoundedRect(ring, RADIUS_CARD + 2, RADIUS_CARD + 2)
            self._paint_lines(p, box)
            self._paint_play(p, box, awake=awake)

    def _paint_lines(self, p: QPainter, box: QRectF) -> None:
        y = box.top() + _PAD_Y
        for number, (words, font, colour) in enumerate(self._lines()):
            fits = QFontMetricsF(font)
            right = _PLAY + 6 if number == 0 else _PAD_X
            room = box.width() - _PAD_X - right
            p.setFont(font)
            p.setPen(colour)
            shown = fits.elidedText(words, Qt.TextElideMode.ElideRight, room)
            p.drawText(QPointF(box.left() + _PAD_X, y + fits.ascent()), shown)
            y += fits.height() + _GAP

    def _paint_play(self, p: QPainter, box: QRectF, *, awake: bool) -> None:
        t = self._theme
        side = t.px(GRID)
        p.save()
        p.translate(box.right() - side - 8, box.top() + 9)
        p.scale(side / GRID, side / GRID)
        p.fillPath(glyph_path(Glyph.PLAY), t.accent if awake else t.ctl)
        p.restore()

    def _lines(self) -> list[Line]:
        t = self._theme
        quiet = t.font(Text.SECONDARY)
        lines: list[Line] = [(self.choice.name, t.font(Text.HEADING), t.ink)]
        lines.append((self.choice.detail, t.font(Text.MICRO), t.accent))
        if self.choice.warning:
            lines.append((self.choice.warning, quiet, t.warm))
        lines.extend((words, quiet, t.muted) for words in self.choice.contents)
        return lines


def _wash(*, down: bool, awake: bool) -> float:
    if down:
        return 1.0
    return 0.35 if awake else 0.0
