"""An exercise shown over and over, for as long as somebody can see it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.glimpse import glimpse_of
from psoas_break.domain.history import Side
from psoas_break.domain.position import position_at
from psoas_break.domain.timeline import Timeline
from psoas_break.ui.act import Act
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.figure.play import Play, play_of
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.figure_stage import FigureStage
from psoas_break.ui.frames import Frames, Pace
from psoas_break.ui.glyphs import Glyph
from psoas_break.ui.session_face import face_of
from psoas_break.ui.theme import Theme
from psoas_break.words import gettext as _

_NEXT_POSE_MS = 500
"""How often one looks for another pose, where nothing moves between them."""


class MovingFigure(QWidget):
    """A stage on which an exercise runs from its set-up to its end, and again.

    Args:
        theme: Colours and fonts.
        now: The steady clock.
        reduced_motion: It shows each pose, without the ways between them.
        looks: What the drawn person looks like.
    """

    def __init__(
        self,
        *,
        theme: Theme,
        now: Callable[[], timedelta],
        reduced_motion: bool,
        looks: Looks = USUAL,
    ) -> None:
        super().__init__()
        self._now = now
        self._reduced = reduced_motion
        self._timeline: Timeline | None = None
        self._play: Play | None = None
        self._began = self._stopped = ZERO
        self._goes = True
        self.stage = FigureStage(theme=theme, looks=looks)
        self.button = Button(
            "", theme=theme, kind=Kind.QUIET, glyph=Glyph.PAUSE, hit=40
        )
        self.button.clicked.connect(self.pause_or_go_on)
        self._frames = Frames(self)
        self._frames.due.connect(self._draw)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self.stage, 0, 0)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        grid.addWidget(self.button, 0, 0, corner)
        self._name_button()

    def show_exercise(self, exercise: Exercise, side: Side) -> bool:
        """Begin to show an exercise; says whether it has anything to show.

        Args:
            exercise: What to show.
            side: The side to show it on, where it has sides.
        """
        timeline = glimpse_of(exercise, side)
        if exercise.figure is None or timeline is None:
            self._play = self._timeline = None
            self._frames.rest()
            return False
        self._timeline = timeline
        self.stage.setAccessibleName(exercise.name)
        self._play = play_of(exercise)
        self._began, self._stopped = self._now(), ZERO
        self._draw()
        return True

    @property
    def drawing(self) -> bool:
        """Whether another frame will come by itself."""
        return self._frames.running

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Leave the ways between poses out, or show them again."""
        self._reduced = reduced
        self._draw()

    def pause_or_go_on(self) -> None:
        """Stand still, or move again from there."""
        if self._goes:
            self._stopped = self._now() - self._began
        else:
            self._began = self._now() - self._stopped
        self._goes = not self._goes
        self._name_button()
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Frames run while it can be seen."""
        super().showEvent(event)
        self._draw()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is drawn for nobody."""
        super().hideEvent(event)
        self._frames.rest()

    def _draw(self) -> None:
        self._frames.rest()
        if self._timeline is None or self._play is None:
            return
        elapsed = self._now() - self._began if self._goes else self._stopped
        if elapsed >= self._timeline.length:
            # Another play is another scene: the first pose fades in over the last.
            self._play = replace(self._play)
            elapsed %= self._timeline.length
            self._began = self._now() - elapsed
        position = position_at(self._timeline, elapsed)
        face = face_of(position, play=self._play, reduced_motion=self._reduced)
        act = face.picture
        if not isinstance(act, Act):
            return
        if act.pacer is None:
            act = replace(act, title="", note=position.cue)
        self.stage.show_act(act)
        if self._goes and self.isVisible():
            still = face.pace is Pace.STILL
            self._frames.again(_NEXT_POSE_MS if still else int(face.pace.value))

    def _name_button(self) -> None:
        words = _("Pause the figure") if self._goes else _("Move the figure")
        self.button.set_glyph(Glyph.PAUSE if self._goes else Glyph.PLAY)
        self.button.setAccessibleName(words)
        self.button.setToolTip(words)
