"""An exercise as a play: its choreography and the camera that follows it."""

from dataclasses import dataclass

from psoas_break.domain.exercise import Exercise, Overlay
from psoas_break.domain.figure.choreography import Choreography, Frame
from psoas_break.domain.figure.scene import Scene
from psoas_break.ui.figure.camera import Camera, camera_for, camera_on
from psoas_break.ui.figure.kit import Kit, kit_of


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """What a stage needs to show an exercise; made once, it costs some milliseconds."""

    choreography: Choreography
    camera: Camera
    scene: Scene
    overlay: Overlay
    kit: Kit


class Plays:
    """The plays of one break, each made when it is first shown."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[Exercise, Play]] = {}

    def of(self, exercise: Exercise) -> Play | None:
        """Return the play of an exercise, None for one without a figure."""
        if exercise.figure is None:
            return None
        known, play = self._made.get(exercise.id, (None, None))
        if known is not exercise:
            play = play_of(exercise)
            self._made[exercise.id] = exercise, play
        return play


def play_of(exercise: Exercise) -> Play:
    """Return a new play.

    Raises:
        ValueError: for an exercise without a figure.
    """
    choreography = Choreography(exercise)
    return _play(exercise, choreography, camera_for(choreography))


def portrait_of(exercise: Exercise) -> tuple[Play, Frame]:
    """Return the pose that tells most of an exercise, and a camera on it alone.

    Raises:
        ValueError: for an exercise without a figure.
    """
    choreography = Choreography(exercise)
    joints = choreography.portrait
    camera = camera_on([joints], choreography.figure.scene)
    frame = Frame(
        joints=joints, hints=(), hint_growth=0.0, moving=False, mirrored=False
    )
    return _play(exercise, choreography, camera), frame


def _play(exercise: Exercise, choreography: Choreography, camera: Camera) -> Play:
    scene = choreography.figure.scene
    return Play(choreography, camera, scene, exercise.overlay, kit_of(scene))
