"""The running break inside the guided window: header, picture, ring, cue, buttons."""

import math
from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from psoas_break.app.sounding import Hearing
from psoas_break.domain.exercise import Form
from psoas_break.domain.position import Position
from psoas_break.domain.session_values import (
    EasierPressed,
    Event,
    HarderPressed,
    OtherSidePressed,
)
from psoas_break.ui.act import Act
from psoas_break.ui.breathing_view import BreathFace, BreathingView
from psoas_break.ui.dots import StepDots
from psoas_break.ui.explanation import Explanation
from psoas_break.ui.figure.play import Plays
from psoas_break.ui.figure_colours import USUAL, Looks
from psoas_break.ui.figure_stage import FigureStage
from psoas_break.ui.frames import Pace
from psoas_break.ui.label import Label
from psoas_break.ui.ring import Ring
from psoas_break.ui.ring_face import SECOND
from psoas_break.ui.session_controls import SessionControls
from psoas_break.ui.session_face import SessionFace, face_of
from psoas_break.ui.session_header import SessionHeader
from psoas_break.ui.session_layout import Parts, SessionLayout
from psoas_break.ui.stage import Scene, Stage
from psoas_break.ui.stage_corner import StageCorner
from psoas_break.ui.theme import Text, Theme
from psoas_break.words import gettext as _

_RING, _RING_WIDE = 92, 104
_SPOKEN_EVERY = 10
"""Seconds between two readings of the ring for screen readers."""


class SessionPage(QWidget):
    """Shows one position at a time.

    Signals:
        happened (session event): a button or an entry of the menu was chosen.
        hearing_wanted: a `Hearing`: a switch of the ⋯ menu was pressed.
        explanation_wanted: what is in the picture is to be explained.
        explanation_read: and that is over.
    """

    happened = Signal(object)
    hearing_wanted = Signal(object)
    explanation_wanted = Signal()
    explanation_read = Signal()

    def __init__(
        self, *, theme: Theme, reduced_motion: bool, looks: Looks = USUAL
    ) -> None:
        super().__init__()
        self._reduced = reduced_motion
        self._paused = False
        self._asking = False
        self._face: SessionFace | None = None
        self._header = SessionHeader(theme=theme)
        self._stage = Stage(theme=theme)
        self._plays = Plays()
        self._figure = FigureStage(theme=theme, looks=looks)
        self._pacer = BreathingView(theme=theme, reduced_motion=reduced_motion)
        self._picture = QStackedWidget()
        self._picture.addWidget(self._stage)
        self._picture.addWidget(self._pacer)
        self._picture.addWidget(self._figure)
        self._corner = StageCorner(theme=theme, looks=looks)
        self._explanation = Explanation(theme=theme)
        self._explanation.hide()
        self._ring = Ring(theme=theme, diameter=_RING)
        self._ring.setAccessibleName(_("Time left"))
        self._cue = Label("", theme=theme, style=Text.CUE, wrap=True)
        self._dots = StepDots(theme=theme)
        self._controls = SessionControls(theme=theme)
        self._header.happened.connect(self.happened)
        self._header.hearing_wanted.connect(self.hearing_wanted)
        self._header.explanation_wanted.connect(self.explanation_wanted)
        self._corner.ask.clicked.connect(self.explanation_wanted)
        self._explanation.closed.connect(self.explanation_read)
        self._controls.happened.connect(self.happened)
        self._layout = self._arrange()

    def set_reduced_motion(self, reduced: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Nothing moves but numbers and words, or again."""
        self._reduced = reduced
        self._pacer.set_reduced_motion(reduced)

    def set_looks(self, looks: Looks) -> None:
        """Draw another person from now on."""
        self._figure.set_looks(looks)
        self._corner.set_looks(looks)

    def set_paused(self, paused: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Show that time stands still."""
        self._paused = paused
        self._controls.set_paused(paused)

    def set_asking(self, asking: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Ask whether to end, or stop asking."""
        self._asking = asking
        if asking:
            self._controls.ask()
        else:
            self._controls.stop_asking()

    def controls_width(self) -> int:
        """How wide the buttons must be for their words, in pixels."""
        return self._controls.minimumSizeHint().width()

    def show_hearing(self, hearing: Hearing) -> None:
        """Show what is heard now."""
        self._header.show_hearing(hearing)

    def press_hearing(self, key: Qt.Key) -> None:
        """As if the switch with this key were pressed in the menu."""
        self._header.press_hearing(key)

    def set_wide(self, wide: bool) -> None:  # noqa: FBT001 a Qt-like setter
        """Use the larger type and ring of a window with room."""
        self._header.set_wide(wide)
        self._cue.set_wide(wide)
        self._ring.set_diameter(_RING_WIDE if wide else _RING)

    def set_beside(self, *, beside: bool) -> None:
        """Have the picture beside all else, as in a window that is wide and low."""
        self._layout.set_beside(beside=beside)

    def show_position(self, position: Position) -> None:
        """Show one instant of the break."""
        face = face_of(
            position,
            paused=self._paused,
            asking=self._asking,
            reduced_motion=self._reduced,
            play=self._plays.of(position.exercise),
        )
        before, self._face = self._face, face
        self._header.show_exercise(face.name, face.progress, face.side)
        self._header.offer(
            other_side=face.other_side,
            forms=face.forms,
            form=face.form,
            explains=isinstance(face.picture, Act),
        )
        self._corner.show_next(face.next_up)
        self._corner.set_asks(isinstance(face.picture, Act))
        match face.picture:
            case Act() as act:
                self._figure.show_act(act)
                self._picture.setCurrentWidget(self._figure)
            case BreathFace() as breath:
                self._pacer.show_breath(breath)
                self._picture.setCurrentWidget(self._pacer)
            case Scene() as scene:
                self._stage.show_scene(scene)
                self._picture.setCurrentWidget(self._stage)
        ring = face.ring
        self._ring.show_left(ring.share, ring.number, ring.caption, ending=ring.ending)
        self._cue.setText(face.cue)
        self._dots.show_step(face.step, face.steps)
        self._dots.setVisible(face.steps > 1)
        self._tell_screen_reader(before, face, position.left)

    def next_frame_in(self, position: Position) -> int:
        """Milliseconds until the picture of a running break changes again."""
        if self._face is not None and self._face.pace is not Pace.STILL:
            return int(self._face.pace.value)
        to_next_second = position.left % SECOND or SECOND
        return math.ceil(to_next_second / timedelta(milliseconds=1)) + 1

    def allows(self, event: Event) -> bool:
        """Whether a key means something now, as its entry in the menu says."""
        match event:
            case OtherSidePressed():
                return self._face is not None and self._face.other_side
            case EasierPressed():
                return self._face is not None and Form.EASIER in self._face.forms
            case HarderPressed():
                return self._face is not None and Form.HARDER in self._face.forms
            case _:
                return True

    @property
    def explaining(self) -> bool:
        """Whether the picture is being explained."""
        return not self._explanation.isHidden()

    def explain(self) -> bool:
        """Explain the picture, if it has a figure; says whether it does."""
        if self._face is None or not isinstance(self._face.picture, Act):
            return False
        self._explanation.explain(self._face.picture.play.overlay)
        self._picture.hide()
        self._corner.hide()
        self._explanation.show()
        self._explanation.done.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def stop_explaining(self) -> None:
        """Show the picture again."""
        self._explanation.hide()
        self._picture.show()
        self._corner.show()

    def pause_or_resume(self) -> None:
        """As if the middle button were pressed."""
        self._controls.pause_or_resume()

    def _tell_screen_reader(
        self, before: SessionFace | None, face: SessionFace, left: timedelta
    ) -> None:
        """Say new words once, and the time every ten seconds, never each frame."""
        tens = -(-left // SECOND) // _SPOKEN_EVERY * _SPOKEN_EVERY
        spoken = _("about {seconds} seconds").format(seconds=max(tens, _SPOKEN_EVERY))
        if self._ring.accessibleDescription() != spoken:
            self._ring.setAccessibleDescription(spoken)
        if before is not None and before.spoken == face.spoken:
            return
        for picture in (self._stage, self._pacer, self._figure):
            picture.setAccessibleName(face.name)
            picture.setAccessibleDescription(face.spoken)
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self._stage, face.spoken)
            QAccessible.updateAccessibility(event)

    def _arrange(self) -> SessionLayout:
        middle = QWidget()
        line = QHBoxLayout(middle)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._cue, 1, Qt.AlignmentFlag.AlignVCenter)
        stage = QWidget()
        layers = QGridLayout(stage)
        layers.setContentsMargins(0, 0, 0, 0)
        layers.addWidget(self._picture, 0, 0)
        layers.addWidget(self._explanation, 0, 0)
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        layers.addWidget(self._corner, 0, 0, corner)
        parts = Parts(
            header=self._header,
            stage=stage,
            middle=middle,
            dots=self._dots,
            controls=self._controls,
        )
        return SessionLayout(self, parts)
