"""Figures of the real catalogue, posed and painted for tests."""

from functools import cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.history import Side
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Timeline
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from psoas_break.ui.figure.painter import paint_figure
from psoas_break.ui.figure.play import Play, play_of
from psoas_break.ui.figure.scenery import Setting
from psoas_break.ui.figure_colours import USUAL, Looks, colours_for
from psoas_break.ui.theme import LIGHT, Theme

SIZE = QSize(388, 364)
HALF_KNEELING = "half-kneeling-hip-flexor-stretch"


@cache
def catalogue() -> Catalogue:
    found, problems = load(find_resources())
    assert not problems
    return found


def exercise(name: str) -> Exercise:
    return catalogue().exercises[name]


def drawn() -> list[str]:
    return [e.id for e in catalogue().exercises.values() if e.figure is not None]


@cache
def play(name: str) -> Play:
    return play_of(exercise(name))


def timeline(name: str, lead: Side = Side.RIGHT) -> Timeline:
    routine = Routine(id="R0", name="Sample", items=(Item(exercise=name),))
    return timeline_for(routine, catalogue(), Manner(lead=lead))


def posed(
    name: str, pose: str, *, breath: float = 0.0, mirrored: bool = False
) -> Frame:
    joints = solve(play(name).choreography.figure.poses[pose], breath)
    return Frame(
        joints=joints, hints=(), hint_growth=1.0, moving=False, mirrored=mirrored
    )


def setting(
    of: Play, theme: Theme = LIGHT, *, looks: Looks = USUAL, mirrored: bool = False
) -> Setting:
    return Setting(
        scene=of.scene,
        camera=of.camera,
        size=SIZE,
        scale=1.0,
        theme=theme,
        colours=colours_for(theme, looks),
        above=50,
        below=None,
        mirrored=mirrored,
    )


def painted(of: Play, frame: Frame, stage: Setting) -> QImage:
    """The figure alone, on nothing."""
    image = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as p:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setTransform(stage.world)
        paint_figure(p, frame, stage.colours, of.overlay, of.kit)
    return image


Pixel = tuple[int, int, int, int]
"""Blue, green, red and how solid."""


def pixels(image: QImage) -> list[Pixel]:
    """Every pixel of a painted figure, row by row."""
    data = bytes(image.constBits())
    return list(zip(data[::4], data[1::4], data[2::4], data[3::4], strict=True))


def unlike(one: QImage, other: QImage) -> float:
    """The share of pixels that are clearly different."""
    pairs = zip(pixels(one), pixels(other), strict=True)
    different = sum(
        a != b and max(abs(x - y) for x, y in zip(a, b, strict=True)) > 40
        for a, b in pairs
    )
    return different / (one.width() * one.height())


def apart(a: QColor, b: QColor) -> int:
    """How far two colours are apart, in steps of their most different channel."""
    return max(
        abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())
    )


def is_like(pixel: Pixel, colour: QColor, within: int) -> bool:
    blue, green, red, solid = pixel
    return (
        solid > 0
        and abs(red - colour.red()) <= within
        and abs(green - colour.green()) <= within
        and abs(blue - colour.blue()) <= within
    )


def count_of(image: QImage, colour: QColor, within: int = 6) -> int:
    """How many pixels have about this colour."""
    return sum(is_like(pixel, colour, within) for pixel in pixels(image))
