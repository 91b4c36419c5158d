"""The sheets made small enough for the manual."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.script import Stance
from psoas_break.domain.figure.skeleton import solve
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from psoas_break.ui.figure.play import Play, play_of, portrait_of
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.sheet.tiles import Format, Tile, sheet

PORTRAITS = Format(QSize(142, 150), above=30)
ROW = Format(QSize(176, 160), above=6)
LOOKS = Format(QSize(150, 128), above=4)
ACROSS = 8
FRAMES = 7
MOVES = (
    ("half-kneeling-hip-flexor-stretch", "tuck", "deep"),
    ("standing-hip-flexor-stretch", "hold", "back"),
    ("standing-march", "stand", "knee_up"),
    ("glute-bridge", "down", "up"),
    ("crab-reach", "lift", "reach"),
    ("step-up", "lean", "tall"),
    ("lower-back-stretch-childs-pose", "all_fours", "child"),
)
"""The movements of the strip sheet: an exercise, from which pose, to which."""


def reduced_sheets() -> Iterator[tuple[str, QImage]]:
    """Yield what is in the manual, each with its path without the ending."""
    catalogue, _problems = load(find_resources())
    drawn = [e for e in catalogue.exercises.values() if e.figure is not None]
    yield "exercises-light", portraits(drawn, LIGHT)
    yield "exercises-dark", portraits(drawn, DARK)
    yield "motion-light", strips(catalogue.exercises, LIGHT)
    for exercise in drawn:
        yield f"exercises/{exercise.id}", row_of(exercise, LIGHT)


def portraits(exercises: Sequence[Exercise], theme: Theme) -> QImage:
    """Return the pose that tells most of every exercise."""
    tiles = [Tile(_short(one.name), *portrait_of(one)) for one in exercises]
    return sheet(tiles, across=ACROSS, theme=theme, scale=1.0, form=PORTRAITS)


def row_of(exercise: Exercise, theme: Theme) -> QImage:
    """Return the poses of one exercise in the order in which they come."""
    play = play_of(exercise)
    tiles = [Tile("", play, _still(play, name)) for name in _in_order(play)]
    return sheet(tiles, across=len(tiles), theme=theme, scale=1.0, form=ROW)


def strips(exercises: Mapping[str, Exercise], theme: Theme) -> QImage:
    """Return some movements frame by frame."""
    tiles = list(chain.from_iterable(_frames(exercises, *move) for move in MOVES))
    return sheet(tiles, across=FRAMES, theme=theme, scale=1.0, form=LOOKS)


def _short(name: str) -> str:
    """Leave out what stands in brackets."""
    return name.partition(" (")[0]


def _in_order(play: Play) -> list[str]:
    named = (stance.pose for pair in play.choreography.ways() for stance in pair)
    return list(dict.fromkeys((*named, *play.choreography.figure.poses)))


def _still(play: Play, name: str) -> Frame:
    return Frame(
        joints=solve(play.choreography.figure.poses[name]),
        hints=(),
        hint_growth=1.0,
        moving=False,
        mirrored=False,
    )


def _frames(
    exercises: Mapping[str, Exercise], name: str, start: str, end: str
) -> Iterator[Tile]:
    play = play_of(exercises[name])
    way = play.choreography.way(Stance(start), Stance(end))
    for number in range(FRAMES):
        frame = Frame(
            joints=way.joints_at(number / (FRAMES - 1)),
            hints=(),
            hint_growth=1.0,
            moving=True,
            mirrored=False,
        )
        yield Tile("", play, frame)
