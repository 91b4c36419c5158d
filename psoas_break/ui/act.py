"""One instant of an exercise with a figure, as its stage shows it."""

from dataclasses import dataclass

from psoas_break.domain.exercise import Overlay
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.psoas import psoas_of
from psoas_break.ui.breathing_view import BreathFace
from psoas_break.ui.figure.play import Play


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Act:
    """One instant of an exercise with a figure.

    Attributes:
        title: what to do, large: "Hold", "Breathe in".
        note: one more line under it, or nothing.
        play, frame: the figure.
        pacer: the breath the halo leads, None when it only stands there.
        still: nothing moves: the seconds of a breath light up instead.
        dimmed: paused: everything steps back.
        entered: how far this part of the break has faded in, 0 to 1.
    """

    title: str = ""
    note: str = ""
    play: Play
    frame: Frame
    pacer: BreathFace | None = None
    still: bool = False
    dimmed: bool = False
    entered: float = 1.0

    @property
    def is_lively(self) -> bool:
        """Whether frames must come quickly; else only a quiet breath moves."""
        growing = bool(self.frame.hints) and self.frame.hint_growth < 1
        paced = self.pacer is not None
        return self.frame.moving or growing or paced or self.entered < 1

    @property
    def has_gauge(self) -> bool:
        """Whether the psoas gauge belongs to it."""
        return self.play.overlay is Overlay.PSOAS and not self.play.camera.close_up

    @property
    def has_large_words(self) -> bool:
        """Whether it leads the breath, so that its words are read from afar."""
        return self.pacer is not None or self.play.overlay is Overlay.DIAPHRAGM

    @property
    def level(self) -> float:
        """What the gauge shows, -1 to 1, in steps of less than a pixel."""
        return round(psoas_of(self.frame.joints).level, 2) if self.has_gauge else 0.0

    def is_elsewhere_than(self, other: "Act") -> bool:
        """Whether scenery, camera or side are others."""
        return (
            self.play is not other.play
            or self.frame.mirrored != other.frame.mirrored
            or (self.pacer is None) != (other.pacer is None)
        )

    def has_same_body_as(self, other: "Act") -> bool:
        """Whether the figure looks just the same."""
        frame, theirs = self.frame, other.frame
        return (
            frame.joints.breath == theirs.joints.breath
            and frame.hints == theirs.hints
            and frame.hint_growth == theirs.hint_growth
            and frame.joints.pose == theirs.joints.pose
        )

    def is_all_other_than(self, other: "Act") -> bool:
        """Whether more changed than the body."""
        if self.pacer is not None and not self.still:
            return True
        return self.words_and_light != other.words_and_light

    @property
    def words_and_light(self) -> tuple[object, ...]:
        """All that is shown beside the body."""
        pacer = self.pacer
        lit = (pacer.lit, pacer.of) if pacer else None
        return self.title, self.note, self.dimmed, self.still, lit
