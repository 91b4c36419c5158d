"""Frames come only while they are asked for."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from psoas_break.ui.frames import Frames

pytestmark = pytest.mark.usefixtures("qapp")


class Drawing(QObject):
    """Draws a few frames and then has no more to draw."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.drawn = 0
        self.wanted = wanted
        self.frames = Frames(self)
        self.frames.due.connect(self.draw)

    def draw(self) -> None:
        self.drawn += 1
        if self.drawn < self.wanted:
            self.frames.again(5)


def test_frames_go_on_as_long_as_they_are_asked_for(qtbot: QtBot) -> None:
    drawing = Drawing(wanted=3)

    drawing.draw()
    qtbot.waitUntil(lambda: not drawing.frames.running)

    assert drawing.drawn == 3


def test_asking_again_before_a_frame_came_does_not_put_it_off() -> None:
    drawing = Drawing(wanted=1)
    drawing.frames.again(60_000)
    started = drawing.frames._timer.timerId()

    drawing.frames.again(60_000)

    assert drawing.frames._timer.timerId() == started


def test_another_pace_counts_from_now(qtbot: QtBot) -> None:
    drawing = Drawing(wanted=1)
    drawing.frames.again(60_000)

    drawing.frames.again(1)

    qtbot.waitUntil(lambda: drawing.drawn == 1)


def test_no_frame_comes_after_rest() -> None:
    drawing = Drawing(wanted=1)
    drawing.frames.again(60_000)

    drawing.frames.rest()

    assert not drawing.frames.running
