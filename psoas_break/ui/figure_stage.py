"""The stage of an exercise with a figure: the body, its breath, and what to do now."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from psoas_break.ui.act import Act
from psoas_break.ui.figure import scenery
from psoas_break.ui.figure.camera import on_stage
from psoas_break.ui.figure.kept import Kept
from psoas_break.ui.figure.painter import paint_figure
from psoas_break.ui.figure.scenery import Setting
from psoas_break.ui.figure_colours import USUAL, Looks, colours_for
from psoas_break.ui.gauge import WIDTH as GAUGE_WIDTH
from psoas_break.ui.gauge import gauge_height, paint_gauge
from psoas_break.ui.theme import Text, Theme, faded

_WIDE = 500
_WORDS_TOP = 14
_ABOVE, _ABOVE_PACER = 50, 66
_BELOW = 24
"""Room for a second line of a long note."""
FLOOR = 54
"""Below the line of the floor: room for the gauge, or for what comes next."""
_GAUGE_LEFT, _GAUGE_ROOM = 18, 8
"""Where the gauge begins, and room around it for its knob."""
_AROUND = 0.16
"""Statures around the body that shadow, rim and glow may reach."""
_DIMMED = 0.45
_TOO_LOW = 130
"""Below this height a figure would stand in the words: there are only these, then."""


class FigureStage(QWidget):
    """Shows one act at a time; repaints only what changed."""

    def __init__(self, *, theme: Theme, looks: Looks = USUAL) -> None:
        super().__init__()
        self._theme = theme
        self._looks = looks
        self._act: Act | None = None
        self._setting: Setting | None = None
        self._back = QPixmap()
        self._ground = QPixmap()
        self._kept = Kept()
        self._words: QPixmap | None = None
        self._said: tuple[str, str, bool] | None = None
        self._gauge: QPixmap | None = None
        self._gauge_level = 0.0
        self._ghost: QPixmap | None = None
        self._level = 0.0
        expanding = QSizePolicy.Policy.Expanding
        self.setSizePolicy(expanding, expanding)

    def set_theme(self, theme: Theme) -> None:
        """Use these colours and fonts from now on."""
        self._theme = theme
        self._forget()

    def set_looks(self, looks: Looks) -> None:
        """Draw another person from now on."""
        self._looks = looks
        self._forget()

    def show_act(self, act: Act) -> None:
        """Show this instant."""
        before, self._act = self._act, act
        if before is None or act.is_elsewhere_than(before):
            self._ghost = None if before is None else self._picture_of(before)
            self._setting = None
        had_ghost = self._ghost is not None
        if act.still or act.entered >= 1:
            self._ghost = None
        level, self._level = self._level, act.level
        fresh = self._setting is None or had_ghost
        if before is None or fresh or act.is_all_other_than(before):
            self.update()
        elif not act.has_same_body_as(before):
            self._update_figure(before, act, gauge=level != self._level)

    def sizeHint(self) -> QSize:
        """The stage of the 420 pixel window."""
        return QSize(388, 364)

    def minimumSizeHint(self) -> QSize:
        """Below this the words would touch the figure."""
        return QSize(self._theme.px(240), self._theme.px(220))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the scenery anew in the new size."""
        super().resizeEvent(event)
        self._forget()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint from back to front: stage, figure, words, gauge."""
        if self._act is None:
            return
        with QPainter(self) as p:
            self._paint(p, self._act, event.rect())
            if self._ghost is not None:
                p.setOpacity(1.0 - self._act.entered)
                p.drawPixmap(0, 0, self._ghost)

    # --- What has to be painted -------------------------------------------------

    def _forget(self) -> None:
        self._setting = None
        self._words = self._gauge = None
        self._ghost = None
        self.update()

    def _update_figure(self, before: Act, act: Act, *, gauge: bool) -> None:
        """Ask for the part of the stage where the figure was and is.

        One rectangle: clipped to more than one, every fill costs several times as much.
        """
        if before.frame.hints or act.frame.hints:
            self.update()
            return
        world = self._set_up(act).world
        dirty = on_stage(world, before.frame.joints, _AROUND)
        dirty = dirty.united(on_stage(world, act.frame.joints, _AROUND))
        if gauge:
            dirty = dirty.united(self._gauge_box())
        self.update(dirty.toAlignedRect())

    def _set_up(self, act: Act) -> Setting:
        """Return the setting of an act, painted anew when anything of it changed."""
        scale = self.devicePixelRatioF()
        known = self._setting
        if known is None or (known.scale, known.size) != (scale, self.size()):
            t = self._theme
            self._words = self._gauge = None
            self._kept = Kept()
            paced = act.pacer is not None
            self._setting = Setting(
                scene=act.play.scene,
                camera=act.play.camera,
                size=self.size(),
                scale=scale,
                theme=t,
                colours=colours_for(t, self._looks),
                above=t.px(_ABOVE_PACER if act.has_large_words else _ABOVE),
                below=None if act.play.camera.close_up else t.px(FLOOR),
                mirrored=act.frame.mirrored,
            )
            if paced:
                self._back = scenery.air(self._setting)
                self._ground = scenery.ground(self._setting)
            else:
                self._back = scenery.whole(self._setting)
            return self._setting
        return known

    def _picture_of(self, act: Act) -> QPixmap:
        """Return the stage as it was, to let the next one fade in over it."""
        picture = scenery.clear(self.size(), self.devicePixelRatioF())
        with QPainter(picture) as p:
            self._paint(p, act, self.rect())
        return picture

    # --- Painting ---------------------------------------------------------------

    def _paint(self, p: QPainter, act: Act, dirty: QRect) -> None:
        setting = self._set_up(act)
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.height() < self._theme.px(_TOO_LOW):
            p.fillPath(setting.outline, self._theme.stage_bottom)
            p.drawPixmap(0, 0, self._words_of(act, setting))
            return
        p.drawPixmap(0, 0, self._back)
        p.save()
        if act.pacer is not None:
            if act.still:
                scenery.paint_seconds(p, setting, act.pacer.lit, act.pacer.of)
            else:
                scenery.paint_pacer(p, setting, act.pacer.level)
            p.drawPixmap(0, 0, self._ground)
        p.setTransform(setting.world, combine=True)
        play = act.play
        frame, colours = act.frame, setting.colours
        paint_figure(p, frame, colours, play.overlay, play.kit, kept=self._kept)
        p.restore()
        if act.play.camera.close_up or act.pacer is not None:
            p.fillPath(setting.corners, self._theme.bg)
        if act.dimmed:
            p.fillPath(setting.outline, faded(self._theme.stage_bottom, _DIMMED))
        p.drawPixmap(0, 0, self._words_of(act, setting))
        if act.has_gauge and self._gauge_box().intersects(QRectF(dirty)):
            p.drawPixmap(self._gauge_box().topLeft(), self._gauge_at(setting.scale))

    def _gauge_at(self, scale: float) -> QPixmap:
        """Return the gauge as a picture; in a hold it hardly moves."""
        if self._gauge is None or self._gauge_level != self._level:
            self._gauge_level = self._level
            self._gauge = scenery.clear(self._gauge_box().size().toSize(), scale)
            with QPainter(self._gauge) as p:
                p.setRenderHint(QPainter.RenderHint.Antialiasing)
                at = QPointF(_GAUGE_ROOM, 0)
                paint_gauge(p, at, self._level, self._theme)
        return self._gauge

    def _words_of(self, act: Act, setting: Setting) -> QPixmap:
        """Return the words as a picture: they change far less often than the body."""
        said = act.title, act.note, act.has_large_words
        if self._words is None or self._said != said:
            self._said = said
            size = QSize(setting.size.width(), setting.above + self._theme.px(_BELOW))
            self._words = scenery.clear(size, setting.scale)
            with QPainter(self._words) as p:
                self._paint_words(p, act)
        return self._words

    def _paint_words(self, p: QPainter, act: Act) -> None:
        t = self._theme
        wide = self.width() >= _WIDE
        large = act.has_large_words
        title = t.font(Text.STAGE_PHASE if large else Text.HEADING, wide=wide)
        baseline = t.px(_WORDS_TOP) + QFontMetricsF(title).capHeight()
        p.setFont(title)
        p.setPen(t.ink)
        width = QFontMetricsF(title).horizontalAdvance(act.title)
        left = round((self.width() - width) / 2)
        p.drawText(QPointF(left, round(baseline)), act.title)
        if act.note:
            p.setFont(t.font(Text.STAGE_COUNT if large else Text.SECONDARY, wide=wide))
            p.setPen(t.ink if large else t.muted)
            margin = t.px(16)
            room = QRectF(self.rect()).adjusted(margin, baseline + t.px(5), -margin, 0)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            p.drawText(room, flags, act.note)

    def _gauge_box(self) -> QRectF:
        t = self._theme
        high = gauge_height(t)
        top = self.height() - (t.px(FLOOR) + high) // 2
        wide = t.px(GAUGE_WIDTH) + 2 * _GAUGE_ROOM
        return QRectF(_GAUGE_LEFT - _GAUGE_ROOM, top, wide, high + _GAUGE_ROOM)
