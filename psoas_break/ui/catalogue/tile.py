"""A tile of the catalogue: a figure on its stage, a name, and how long it takes."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from psoas_break.domain.rotation import Mark
from psoas_break.ui.catalogue.choices import Choice, Sort
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.focus_ring import paint_focus_ring
from psoas_break.ui.glyphs import Glyph, paint_glyph
from psoas_break.ui.preview import paint_stage
from psoas_break.ui.theme import RADIUS_CARD, Text, Theme, mix
from psoas_break.words import gettext as _

_INSET = 3.0
"""Room for the focus ring around what is painted."""
_FRAME = 6.0
"""From the tile's edge to its picture."""
_PAD = 12.0
_ABOVE_NAME = 9.0
_GAP = 3.0
_NAME_LINES = 2
_PLAY = 17.0
"""Radius of the button that starts at once."""
_LEAST_WIDTH = 156


class Tile(QAbstractButton):
    """Enter, Space or a click chooses it; arrow keys go to the next one.

    It is checked while it is the one whose details are shown.

    Args:
        choice: What it stands for.
        pictures: Where its picture comes from.
        theme: Colours and fonts.

    Signals:
        stepped (Qt.Key): An arrow key, Home or End: the shelf moves the focus.
        started: The button on its picture was pressed: start it at once.
    """

    stepped = Signal(int)
    started = Signal()

    def __init__(self, choice: Choice, *, pictures: Pictures, theme: Theme) -> None:
        super().__init__()
        self.choice = choice
        self._pictures = pictures
        self._theme = theme
        self._marks: AbstractSet[Mark] = frozenset()
        self._on_play = False
        self.setText(choice.name)
        self.setCheckable(True)
        self.setAccessibleName(choice.name)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._describe()

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def set_marks(self, marks: AbstractSet[Mark]) -> None:
        """Show whether it is a favourite, and whether it is no longer suggested."""
        if marks != self._marks:
            self._marks = marks
            self._describe()
            self.updateGeometry()
            self.update()

    @property
    def can_start(self) -> bool:
        """Whether there is something to start; a tip is only read."""
        return self.choice.sort is not Sort.TIP

    def nextCheckState(self) -> None:
        """Stay as the shelf says: a second click does not close the details."""
        self.setChecked(True)

    def sizeHint(self) -> QSize:
        """The picture, two lines of name, and a line for each of the rest."""
        t = self._theme
        name = QFontMetricsF(t.font(Text.LABEL)).height() * _NAME_LINES
        rest = sum(QFontMetricsF(t.font(style)).height() for style, _w in self._lines())
        gaps = _GAP * (1 + len(self._lines())) + _ABOVE_NAME + _PAD
        high = self._picture_height() + name + rest + gaps + 2 * _INSET + _FRAME
        return QSize(t.px(_LEAST_WIDTH), round(high))

    def minimumSizeHint(self) -> QSize:
        """Lines are shortened, never left out."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it too; arrow keys go on."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.click()
            case (
                Qt.Key.Key_Left
                | Qt.Key.Key_Right
                | Qt.Key.Key_Up
                | Qt.Key.Key_Down
                | Qt.Key.Key_Home
                | Qt.Key.Key_End
            ):
                self.stepped.emit(event.key())
            case _:
                super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up the button on the picture."""
        super().mouseMoveEvent(event)
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self._point_at(QPointF(-1, -1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the picture's button starts; anywhere else it chooses."""
        left = event.button() is Qt.MouseButton.LeftButton
        if left and self.isDown() and self._is_on_play(event.position()):
            self.setDown(False)
            self.started.emit()
        else:
            super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, focus ring, picture and lines."""
        t = self._theme
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        awake = self.underMouse() or self.hasFocus()
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            lit = self.isChecked() or awake
            p.setPen(QPen(mix(t.border, t.accent, 0.6 if lit else 0.0), 1))
            p.setBrush(mix(t.surface, t.soft, _wash(on=self.isChecked(), awake=awake)))
            edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(edge, RADIUS_CARD, RADIUS_CARD)
            paint_focus_ring(p, self, RADIUS_CARD, t)
            self._paint_picture(p)
            if awake and self.can_start:
                self._paint_play(p)
            if Mark.FAVOURITE in self._marks:
                self._paint_star(p)
            self._paint_lines(p, box)

    # --- Its parts ----------------------------------------------------------------

    def _describe(self) -> None:
        said = (
            self.choice.warning,
            self.choice.detail,
            _("Favourite") if Mark.FAVOURITE in self._marks else "",
            _("No longer suggested") if Mark.LEFT_OUT in self._marks else "",
        )
        self.setAccessibleDescription(". ".join(part for part in said if part))

    def _picture_height(self) -> int:
        return self._pictures.size.height()

    def _picture_box(self) -> QRectF:
        gap = _INSET + _FRAME
        return QRectF(gap, gap, self.width() - 2 * gap, self._picture_height())

    def _play_at(self) -> QPointF:
        corner = self._picture_box().bottomRight()
        away = self._theme.px(_PLAY) + 6
        return corner - QPointF(away, away)

    def _is_on_play(self, point: QPointF) -> bool:
        away = point - self._play_at()
        reach = self._theme.px(_PLAY) + 3
        return self.can_start and QPointF.dotProduct(away, away) <= reach * reach

    def _point_at(self, point: QPointF) -> None:
        on_play = self._is_on_play(point)
        if on_play is not self._on_play:
            self._on_play = on_play
            self.setToolTip(_("Start now") if on_play else "")
            self.update()

    def _paint_picture(self, p: QPainter) -> None:
        box = self._picture_box()
        p.save()
        paint_stage(p, box, self._theme)
        picture = self._pictures.of(self.choice, self.devicePixelRatioF())
        if picture is not None:
            left = box.center().x() - self._pictures.size.width() / 2
            p.drawPixmap(QPointF(round(left), box.top()), picture)
        p.restore()

    def _paint_play(self, p: QPainter) -> None:
        t = self._theme
        middle, radius = self._play_at(), t.px(_PLAY)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(t.accent if self._on_play else mix(t.accent, t.surface, 0.15))
        p.drawEllipse(middle, radius, radius)
        self._paint_glyph(p, Glyph.PLAY, middle + QPointF(1, 0), radius * 1.25)

    def _paint_star(self, p: QPainter) -> None:
        side = self._theme.px(11)
        middle = self._picture_box().topRight() + QPointF(-side - 4, side + 4)
        p.setPen(Qt.PenStyle.NoPen)
        p.setBrush(self._theme.accent)
        p.drawEllipse(middle, side, side)
        self._paint_glyph(p, Glyph.STAR, middle, side * 1.5)

    def _paint_glyph(
        self, p: QPainter, glyph: Glyph, middle: QPointF, side: float
    ) -> None:
        left = middle - QPointF(side / 2, 0)
        paint_glyph(p, glyph, left, side, self._theme.on_accent)

    def _lines(self) -> list[tuple[Text, str]]:
        lines = [(Text.MICRO, self.choice.detail)]
        if self.choice.warning:
            lines.append((Text.MICRO, self.choice.warning))
        if Mark.LEFT_OUT in self._marks:
            lines.append((Text.MICRO, _("no longer suggested")))
        return lines

    def _paint_lines(self, p: QPainter, box: QRectF) -> None:
        t = self._theme
        room = box.width() - 2 * _PAD
        left, y = box.left() + _PAD, self._picture_box().bottom() + _ABOVE_NAME
        font = t.font(Text.LABEL)
        fits = QFontMetricsF(font)
        p.setFont(font)
        p.setPen(t.ink)
        for words in two_lines(self.choice.name, fits, room):
            p.drawText(QRectF(left, y, room, fits.height()), 0, words)
            y += fits.height()
        for number, (style, words) in enumerate(self._lines()):
            font = t.font(style)
            fits = QFontMetricsF(font)
            y += _GAP
            p.setFont(font)
            warning = number > 0 and words == self.choice.warning
            p.setPen(t.warm if warning else (t.muted if number else t.accent))
            shown = fits.elidedText(words, Qt.TextElideMode.ElideRight, room)
            p.drawText(QRectF(left, y, room, fits.height()), 0, shown)
            y += fits.height()


def two_lines(words: str, fits: QFontMetricsF, room: float) -> list[str]:
    """Break words into at most two lines; the second is shortened where it must be."""
    first: list[str] = []
    rest = words.split()
    while rest and (not first or fits.horizontalAdvance(_joined(first, rest)) <= room):
        first.append(rest.pop(0))
    lines = [" ".join(first), " ".join(rest)]
    mode = Qt.TextElideMode.ElideRight
    return [fits.elidedText(line, mode, room) for line in lines if line]


def _joined(words: list[str], more: list[str]) -> str:
    return " ".join((*words, more[0]))


def _wash(*, on: bool, awake: bool) -> float:
    if on:
        return 0.75
    return 0.30 if awake else 0.0
