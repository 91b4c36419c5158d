from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from psoas_break.ui.blob import blob_path
from psoas_break.ui.breathing_view import BreathFace, BreathingView
from psoas_break.ui.theme import LIGHT

SIZE = 360


def view(qtbot: QtBot, *, reduced: bool = False) -> BreathingView:
    made = BreathingView(theme=LIGHT, reduced_motion=reduced)
    qtbot.addWidget(made)
    made.setPalette(LIGHT.palette())
    made.resize(SIZE, SIZE)
    return made


def shown(pacer: BreathingView, face: BreathFace) -> QImage:
    pacer.show_breath(face)
    return pacer.grab().toImage()


def width_of_shape(image: QImage) -> int:
    """How many pixels of the middle row are tinted, the words aside."""
    row = image.height() // 2 + 60
    return sum(image.pixelColor(x, row) != LIGHT.bg for x in range(image.width()))


def test_the_shape_grows_with_the_breath(qtbot: QtBot) -> None:
    pacer = view(qtbot)
    widths = [
        width_of_shape(shown(pacer, BreathFace("Breathe in", "2", level)))
        for level in (0.0, 0.5, 1.0)
    ]

    assert widths[0] < widths[1] < widths[2]


def test_with_reduced_motion_the_level_changes_nothing(qtbot: QtBot) -> None:
    pacer = view(qtbot, reduced=True)

    low = shown(pacer, BreathFace("Breathe in", "2", 0.1, lit=2, of=4))

    assert shown(pacer, BreathFace("Breathe in", "2", 0.9, lit=2, of=4)) == low


def test_with_reduced_motion_each_second_lights_a_segment(qtbot: QtBot) -> None:
    pacer = view(qtbot, reduced=True)

    second = shown(pacer, BreathFace("Breathe in", "2", 0.1, lit=2, of=4))

    assert shown(pacer, BreathFace("Breathe in", "2", 0.1, lit=3, of=4)) != second


def test_the_outline_stays_near_its_circle() -> None:
    path = blob_path(QPointF(0, 0), 100, phase=1.7, amplitude=0.05)

    box = path.boundingRect()

    assert 95 <= box.right() <= 105
    assert -105 <= box.top() <= -95
