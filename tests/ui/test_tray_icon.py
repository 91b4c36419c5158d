"""What the tray icon looks like, and when it is painted again."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.ui.icon_colours import TRAY_DUE, TRAY_ELAPSED, TRAY_LIGHT
from psoas_break.ui.tray_icon import Face, Kind, face_for, paint_face, tray_icon
from psoas_break.ui.tray_panel import SIZES, Panel

# Pixmaps need an application.
pytestmark = pytest.mark.usefixtures("qapp")

SITTING = Situation(state=StateName.SITTING, line="", tooltip="", remaining=0.5)


def pixel(face: Face, x: float, y: float, *, panel: Panel = Panel.LIGHT) -> QColor:
    """The colour at a place given in shares of a large icon."""
    side = 96
    image = paint_face(face, panel, side).toImage()
    return image.pixelColor(int(x * side), int(y * side))


@pytest.mark.parametrize(
    ("situation", "kind"),
    [
        (SITTING, Kind.RUNNING),
        (replace(SITTING, quiet=True), Kind.QUIET),
        (replace(SITTING, prompt=PromptShape.COLLAPSED), Kind.DUE),
        (replace(SITTING, state=StateName.PROMPTING), Kind.DUE),
        (replace(SITTING, state=StateName.DUE), Kind.DUE),
        (replace(SITTING, state=StateName.DUE, quiet=True), Kind.QUIET),
        (replace(SITTING, state=StateName.PAUSED), Kind.PAUSED),
        (replace(SITTING, state=StateName.OFF_HOURS), Kind.PAUSED),
        (replace(SITTING, state=StateName.STANDING), Kind.STANDING),
        (replace(SITTING, state=StateName.AWAY), Kind.AWAY),
        (replace(SITTING, state=StateName.ON_BREAK), Kind.BREAK),
    ],
)
def test_the_icon_says_where_we_are(situation: Situation, kind: Kind) -> None:
    assert face_for(situation).kind is kind


@pytest.mark.parametrize(
    ("remaining", "eighths"),
    [(1.0, 8), (0.999, 8), (0.875, 7), (0.5, 4), (0.01, 1), (0.0, 0), (-1.0, 0)],
)
def test_the_ring_keeps_an_eighth_until_it_is_used_up(
    remaining: float, eighths: int
) -> None:
    assert face_for(replace(SITTING, remaining=remaining)).eighths == eighths


def test_where_no_ring_shows_its_share_makes_no_other_face() -> None:
    due = replace(SITTING, state=StateName.DUE)

    assert face_for(replace(due, remaining=0.2)) == face_for(due)


def test_there_is_a_picture_for_every_size_a_panel_asks_for() -> None:
    icon = tray_icon(Face(Kind.RUNNING, 4), Panel.DARK)

    assert icon.availableSizes() == [QSize(side, side) for side in SIZES]


@pytest.mark.parametrize("side", [22, 37])
def test_a_panel_that_takes_pictures_gets_its_own_size(side: int) -> None:
    face = Face(Kind.RUNNING, 4)
    picture = tray_icon(face, Panel.DARK).pixmap(QSize(side, side))

    assert picture.toImage() == paint_face(face, Panel.DARK, side).toImage()


@pytest.mark.parametrize("ratio", [1, 2])
def test_drawn_it_lies_in_the_middle_of_its_room_as_sharp_as_the_screen(
    ratio: int,
) -> None:
    face = Face(Kind.RUNNING, 4)
    room = QImage(30 * ratio, 22 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    room.setDevicePixelRatio(ratio)
    room.fill(0)
    with QPainter(room) as p:
        tray_icon(face, Panel.DARK).paint(p, QRect(0, 0, 30, 22))
    square = room.copy(4 * ratio, 0, 22 * ratio, 22 * ratio)
    square.setDevicePixelRatio(1)
    drawn = paint_face(face, Panel.DARK, 22 * ratio).toImage()

    assert square == drawn.convertToFormat(square.format())


def test_what_is_left_lies_counterclockwise_from_twelve() -> None:
    quarter = Face(Kind.RUNNING, 2)

    assert pixel(quarter, 0.17, 0.17) == TRAY_LIGHT.ring


def test_what_is_used_up_shows_as_a_track() -> None:
    quarter = Face(Kind.RUNNING, 2)

    assert pixel(quarter, 0.83, 0.17).alphaF() == pytest.approx(0.28, abs=0.02)


def test_quiet_leaves_the_foot_of_the_ring_open() -> None:
    assert pixel(Face(Kind.QUIET, 8), 0.5, 0.96).alpha() == 0


def test_quiet_shows_what_is_left_on_both_sides_of_its_gap() -> None:
    face = Face(Kind.QUIET, 8)

    assert [pixel(face, x, 0.5) for x in (0.05, 0.95)] == [TRAY_LIGHT.ring] * 2


def test_away_is_half_as_strong() -> None:
    strength = pixel(Face(Kind.AWAY, 8), 0.05, 0.5).alphaF()

    assert strength == pytest.approx(0.5, abs=0.12)


def test_due_fills_the_disc() -> None:
    assert pixel(Face(Kind.DUE), 0.1, 0.5) == TRAY_DUE


def test_a_break_darkens_clockwise() -> None:
    assert pixel(Face(Kind.BREAK, 4), 0.9, 0.5) == TRAY_ELAPSED


def test_standing_has_no_ring() -> None:
    assert pixel(Face(Kind.STANDING), 0.05, 0.5).alpha() == 0


@pytest.mark.parametrize("kind", [Kind.RUNNING, Kind.PAUSED, Kind.STANDING])
def test_panels_of_another_shade_get_another_icon(kind: Kind) -> None:
    pictures = [paint_face(Face(kind, 8), panel, 16).toImage() for panel in Panel]

    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]


@pytest.mark.parametrize("side", [16, 22])
def test_every_kind_can_be_told_from_the_others_when_small(side: int) -> None:
    images = [paint_face(Face(kind, 8), Panel.DARK, side).toImage() for kind in Kind]
    pictures = {bytes(image.constBits()) for image in images}

    assert len(pictures) == len(Kind)
