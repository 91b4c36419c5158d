"""How long the break will be, as a word in a sentence that opens a menu."""

from datetime import timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from psoas_break.domain.settings import Length
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.glyphs import Glyph, paint_glyph
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_HIT = 26
_ARROW = 16


class LengthButton(Button):
    """A quiet word with a small arrow, underlined while it has the keyboard.

    Signals:
        chosen: The `Length` the user wants from now on.
    """

    chosen = Signal(object)

    def __init__(self, *, theme: Theme) -> None:
        super().__init__("", theme=theme, kind=Kind.QUIET, hit=_HIT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        menu = QMenu(self)
        for length in Length:
            menu.addAction(_name(length)).triggered.connect(
                lambda _checked=False, length=length: self.chosen.emit(length)
            )
        self.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        super().set_theme(theme)
        self.setFont(theme.font(Text.SECONDARY))

    def show_length(self, length: timedelta) -> None:
        """Say how long it takes."""
        self.setText(about(length))
        self.setAccessibleName(_("Length: {length}").format(length=about(length)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The words and the arrow, high enough to be hit."""
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(round(words) + self._theme.px(_ARROW) + 2, self._theme.px(_HIT))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, darker under the pointer, and the arrow."""
        t = self._theme
        ink = t.ink if self.underMouse() or self.isDown() else t.muted
        side = t.px(_ARROW)
        words = QRectF(0, 0, self.width() - side, self.height())
        arrow = QPointF(self.width() - side, self.height() / 2 + 1)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            words.moveLeft(side)
            arrow.setX(0)
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setPen(ink)
            p.setFont(self.font())
            p.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
            paint_glyph(p, Glyph.DOWN, arrow, side, ink)
            if self.hasFocus():
                p.fillRect(
                    QRectF(words.left(), self.height() - 3, words.width(), 2), t.accent
                )


def about(length: timedelta) -> str:
    """Return a break's length as people say it.

    >>> about(timedelta(seconds=130)), about(timedelta(seconds=40))
    ('about 2 min', 'about 40 s')
    """
    seconds = length.total_seconds()
    if seconds < 60:  # noqa: PLR2004 a minute
        return _("about {count} s").format(count=round(seconds))
    return _("about {count} min").format(count=round(seconds / 60))


def _name(length: Length) -> str:
    if length is Length.AS_IT_COMES:
        return _("As it comes")
    return _("About {count} min").format(count=length.value)
