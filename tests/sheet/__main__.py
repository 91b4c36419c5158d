"""`python -m tests.sheet DIR [ID...]`: all poses and all moves as pictures."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from psoas_break.domain.exercise import Exercise, Sides
from psoas_break.domain.figure.choreography import Frame
from psoas_break.domain.figure.skeleton import solve
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from psoas_break.ui.figure.play import Play, play_of
from psoas_break.ui.theme import DARK, LIGHT, Theme
from tests.sheet.reduced import reduced_sheets
from tests.sheet.tiles import Tile, sheet
from tests.shots.__main__ import font

LOOKS = 7
"""Frames of each way from pose to pose."""
ACROSS = 6
THEMES = {"light": LIGHT, "dark": DARK}


def main(arguments: list[str]) -> int:
    """Render the sheets and say where they are."""
    parser = argparse.ArgumentParser(prog="python -m tests.sheet", description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("ids", nargs="*", help="only these exercises")
    parser.add_argument("--reduced", action="store_true", help="as in the manual")
    parser.add_argument("--scale", type=float, default=1.0, help="2 for sharp screens")
    options = parser.parse_intermixed_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["sheet"])
    app.setFont(font(1.0))
    options.directory.mkdir(parents=True, exist_ok=True)
    count = 0
    if options.reduced:
        for stem, picture in reduced_sheets():
            path = options.directory / f"{stem}.png"
            path.parent.mkdir(exist_ok=True)
            picture.save(str(path))
            count += 1
    for stem, tiles, across, theme in () if options.reduced else sheets(options.ids):
        picture = sheet(tiles, across=across, theme=theme, scale=options.scale)
        picture.save(str(options.directory / f"{stem}.png"))
        count += 1
    sys.stdout.write(f"{count} sheets in {options.directory}\n")
    return 0


def sheets(only: list[str]) -> Iterator[tuple[str, list[Tile], int, Theme]]:
    """Yield the name, tiles, width and theme of every sheet."""
    catalogue, _problems = load(find_resources())
    drawn = [e for e in catalogue.exercises.values() if e.figure is not None]
    drawn = [e for e in drawn if not only or e.id in only]
    plays = {exercise.id: play_of(exercise) for exercise in drawn}
    for shade, theme in THEMES.items():
        poses = [tile for e in drawn for tile in poses_of(e, plays[e.id])]
        yield f"poses-{shade}", poses, ACROSS, theme
        for exercise in drawn:
            for side, mirrored in sides_of(exercise):
                strip = list(strip_of(plays[exercise.id], mirrored=mirrored))
                if strip:
                    yield f"strip-{exercise.id}{side}-{shade}", strip, LOOKS, theme


def poses_of(exercise: Exercise, play: Play) -> Iterator[Tile]:
    """Yield a tile for every pose of an exercise."""
    for name, pose in play.choreography.figure.poses.items():
        frame = Frame(
            joints=solve(pose), hints=(), hint_growth=1.0, moving=False, mirrored=False
        )
        yield Tile(f"{exercise.name}\n{name}", play, frame)


def sides_of(exercise: Exercise) -> Iterator[tuple[str, bool]]:
    """Yield what to call each side an exercise is shown from, and if mirrored."""
    if exercise.sides is Sides.BOTH:
        yield "", False
    else:
        yield "-right", False
        yield "-left", True


def strip_of(play: Play, *, mirrored: bool) -> Iterator[Tile]:
    """Yield frames of every way the body goes, a row for each."""
    for (start, end), way in play.choreography.ways().items():
        if start == end:
            continue
        for number in range(LOOKS):
            frame = Frame(
                joints=way.joints_at(number / (LOOKS - 1)),
                hints=(),
                hint_growth=1.0,
                moving=True,
                mirrored=mirrored,
            )
            yield Tile("" if number else f"{start} to {end}", play, frame)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
