"""Buttons: primary, tonal, quiet and outline, with a focus ring that is easy to see."""

from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy

from psoas_break.ui.focus_ring import paint_focus_ring
from psoas_break.ui.glyphs import GRID, Glyph, paint_glyph
from psoas_break.ui.mnemonics import shown
from psoas_break.ui.theme import RADIUS_BUTTON, Text, Theme, faded, mix

INSET = 3.0
"""The painted button lies this far inside what can be hit; the focus ring between."""

_SMALL_HIT = 44


class Kind(Enum):
    """How loud a button is. At most one PRIMARY in a window."""

    PRIMARY = auto()
    TONAL = auto()
    QUIET = auto()
    OUTLINE = auto()


class _Look(NamedTuple):
    fill: QColor | None
    ink: QColor
    outline: QColor | None


class Button(QPushButton):
    """A button painted from the theme; native in everything else.

    Enter presses it as Space does; arrow keys pass on to the window. `setMenu` adds
    a small arrow. Keep `text` or set an accessible name when there is only a glyph.

    Args:
        text: Words on the button; may be empty.
        theme: Colours and fonts.
        kind: How loud.
        glyph: Picture before the words.
        hit: Height that can be hit, in pixels at the normal font; up to 44 the
            label is the smaller one.
    """

    def __init__(
        self,
        text: str,
        *,
        theme: Theme,
        kind: Kind = Kind.TONAL,
        glyph: Glyph | None = None,
        hit: int = 44,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._kind = kind
        self._glyph = glyph
        self._hit = hit
        self._style = Text.BUTTON_SMALL if hit <= _SMALL_HIT else Text.HEADING
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.setFont(theme.font(self._style))
        self.updateGeometry()
        self.update()

    def set_glyph(self, glyph: Glyph | None) -> None:
        """Change the picture before the words."""
        self._glyph = glyph
        self.updateGeometry()
        self.update()

    def set_kind(self, kind: Kind) -> None:
        """Make it louder, or quieter."""
        if kind is not self._kind:
            self._kind = kind
            self.update()

    def sizeHint(self) -> QSize:
        """Room for glyph, words and arrow, with padding."""
        pad = self._theme.px(40 if self.text() else self._hit - GRID)
        return QSize(round(self._content_width() + pad), self._theme.px(self._hit))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words, but let the padding go first."""
        tight = self._content_width() + self._theme.px(16) + 2 * INSET
        hint = self.sizeHint()
        return QSize(min(hint.width(), round(tight)), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, once however long it is held; arrow keys are the window's."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.click()
            case Qt.Key.Key_Left | Qt.Key.Key_Right | Qt.Key.Key_Up | Qt.Key.Key_Down:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, focus ring, glyph, words and arrow."""
        box = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        radius = min(float(RADIUS_BUTTON), box.height() / 2)
        look = self._look()
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(Qt.PenStyle.NoPen)
            if look.fill is not None:
                p.setBrush(look.fill)
                p.drawRoundedRect(box, radius, radius)
            p.setBrush(Qt.BrushStyle.NoBrush)
            if look.outline is not None:
                p.setPen(QPen(look.outline, 1.2))
                p.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), radius, radius)
            paint_focus_ring(p, self, radius, self._theme)
            self._paint_content(p, box, look.ink)

    def _paint_content(self, p: QPainter, box: QRectF, ink: QColor) -> None:
        """Paint glyph, words and arrow in the order one reads."""
        t = self._theme
        side, gap = t.px(GRID), t.px(6)
        middle = box.center()
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def place(x: float, width: float) -> float:
            return 2 * middle.x() - x - width if rtl else x

        x = middle.x() - self._content_width() / 2
        if self._glyph is not None:
            paint_glyph(p, self._glyph, QPointF(place(x, side), middle.y()), side, ink)
            x += side + (gap if self.text() else 0)
        if self.text():
            words = QFontMetricsF(self.font()).horizontalAdvance(shown(self.text()))
            p.setPen(ink)
            p.setFont(self.font())
            p.drawText(
                QRectF(place(x, words), box.top(), words + 4, box.height()),
                Qt.AlignmentFlag.AlignLeft
                | Qt.AlignmentFlag.AlignAbsolute
                | Qt.AlignmentFlag.AlignVCenter
                | Qt.TextFlag.TextShowMnemonic,
                self.text(),
            )
            x += words
        if self._has_arrow:
            at = QPointF(place(x + t.px(1), side), middle.y() + 1)
            paint_glyph(p, Glyph.DOWN, at, side, ink)

    @property
    def _has_arrow(self) -> bool:
        return self.menu() is not None and self._glyph is not Glyph.MORE

    def _content_width(self) -> float:
        side = self._theme.px(GRID)
        words = QFontMetricsF(self.font()).horizontalAdvance(shown(self.text()))
        icon = side if self._glyph is not None else 0
        gap = self._theme.px(6) if self._glyph is not None and self.text() else 0
        return words + icon + gap + (side if self._has_arrow else 0)

    def _look(self) -> _Look:
        t = self._theme
        hovered = self.underMouse() or self.isDown()
        if not self.isEnabled():
            faint = mix(t.muted, t.bg, 0.35)
            fill = None if self._kind in {Kind.QUIET, Kind.OUTLINE} else t.surface2
            return _Look(fill, faint, t.border if self._kind is Kind.OUTLINE else None)
        match self._kind:
            case Kind.PRIMARY:
                fill = t.accent_hover if hovered else t.accent
                return _Look(_pressed(fill, t, down=self.isDown()), t.on_accent, None)
            case Kind.TONAL:
                fill = t.soft_hover if hovered else t.soft
                return _Look(_pressed(fill, t, down=self.isDown()), t.soft_ink, None)
            case Kind.QUIET:
                return _Look(
                    _veil(t, hovered=hovered, down=self.isDown()), t.muted, None
                )
            case Kind.OUTLINE:
                return _Look(
                    _veil(t, hovered=hovered, down=self.isDown()), t.ink, t.ctl
                )


def _pressed(fill: QColor, theme: Theme, *, down: bool) -> QColor:
    return mix(fill, theme.ink, 0.10) if down else fill


def _veil(theme: Theme, *, hovered: bool, down: bool) -> QColor | None:
    return faded(theme.ink, 0.12 if down else 0.06) if hovered else None
