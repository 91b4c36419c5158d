"""A way to another choice: its small picture, its name, and what it is to this one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from psoas_break.ui.catalogue.choices import Choice
from psoas_break.ui.catalogue.details import Link
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.focus_ring import paint_focus_ring
from psoas_break.ui.preview import paint_stage
from psoas_break.ui.reading import as_read
from psoas_break.ui.theme import RADIUS_BUTTON, Text, Theme, mix

_INSET, _PAD, _GAP = 3.0, 5.0, 10.0
_HIGH = 60


class LinkRow(QAbstractButton):
    """Enter, Space or a click goes there.

    Args:
        link: Where it leads.
        choice: What is there.
        pictures: Where its picture comes from.
        theme: Colours and fonts.
    """

    def __init__(
        self, link: Link, choice: Choice, *, pictures: Pictures, theme: Theme
    ) -> None:
        super().__init__()
        self.link = link
        self._choice = choice
        self._pictures = pictures
        self._theme = theme
        self.setText(link.name)
        self.setAccessibleName(
            f"{link.name}, {link.label}" if link.label else link.name
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pictures.made.connect(self._picture_made)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A picture and two lines; the name is shortened where there is less room."""
        return QSize(self._theme.px(200), self._theme.px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there too; arrow keys scroll what it stands in."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint surface, picture and words."""
        t = self._theme
        box = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        awake = self.underMouse() or self.hasFocus()
        with QPainter(self) as p:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            p.setPen(QPen(mix(t.border, t.accent, 0.6 if awake else 0.0), 1))
            p.setBrush(mix(t.surface, t.soft, 0.3 if awake else 0.0))
            edge = box.adjusted(0.5, 0.5, -0.5, -0.5)
            p.drawRoundedRect(edge, RADIUS_BUTTON, RADIUS_BUTTON)
            paint_focus_ring(p, self, RADIUS_BUTTON, t)
            stage = self._paint_picture(p, box)
            self._paint_words(p, box.adjusted(stage + _GAP, 0, -_GAP, 0))

    def _paint_picture(self, p: QPainter, box: QRectF) -> float:
        """Paint the picture at the left; return where it ends."""
        size = self._pictures.size
        high = box.height() - 2 * _PAD
        wide = high * size.width() / size.height()
        place = QRectF(box.left() + _PAD, box.top() + _PAD, wide, high)
        place = as_read(self, place)
        p.save()
        paint_stage(p, place, self._theme)
        picture = self._pictures.of(self._choice, self.devicePixelRatioF())
        if picture is not None:
            p.drawPixmap(place, picture, QRectF(picture.rect()))
        p.restore()
        return _PAD + wide

    def _paint_words(self, p: QPainter, room: QRectF) -> None:
        t = self._theme
        lines = [(Text.LABEL, t.ink, self.link.name)]
        if self.link.label:
            lines.append((Text.MICRO, t.accent, self.link.label))
        fonts = [t.font(style) for style, _c, _w in lines]
        high = sum(QFontMetricsF(font).height() for font in fonts)
        y = room.center().y() - high / 2
        for font, (_style, colour, words) in zip(fonts, lines, strict=True):
            fits = QFontMetricsF(font)
            p.setFont(font)
            p.setPen(colour)
            shown = fits.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            line = QRectF(room.left(), y, room.width(), fits.height())
            p.drawText(as_read(self, line), 0, shown)
            y += fits.height()

    def _picture_made(self, what: str) -> None:
        if what == self._choice.what:
            self.update()
