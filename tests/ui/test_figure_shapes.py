from dataclasses import fields

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from psoas_break.domain.figure.body import THIGH
from psoas_break.domain.figure.plane import Point
from psoas_break.ui.figure.outlines import FOOT, grown, rounded, smooth_line
from psoas_break.ui.figure.parts import RIM, details, parts
from psoas_break.ui.figure.profiles import SHANK, limb
from psoas_break.ui.figure.shapes import circle, closed, placed, signed_area, union

SQUARE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def area(path: QPainterPath) -> float:
    polygon = path.toFillPolygon()
    points = [polygon.at(i) for i in range(polygon.size())]
    return signed_area([(point.x(), point.y()) for point in points])


def size(path: QPainterPath) -> float:
    return path.boundingRect().width() * path.boundingRect().height()


@pytest.mark.parametrize("name", [field.name for field in fields(parts())])
def test_every_part_runs_the_same_way_round(name: str) -> None:
    assert area(getattr(parts(), name)) > 0


@pytest.mark.parametrize("name", [field.name for field in fields(parts())])
def test_the_rim_stands_out_around_every_part(name: str) -> None:
    assert size(getattr(parts(RIM), name)) > size(getattr(parts(), name))


def test_an_outline_given_backwards_is_turned() -> None:
    assert area(closed(SQUARE[::-1])) == area(closed(SQUARE)) == 2.0


def test_where_two_parts_overlap_there_is_no_hole() -> None:
    both = union(closed(SQUARE), circle(0.6, (1.0, 0.5)))

    assert both.contains(QPointF(0.9, 0.5))


def test_a_bent_knee_has_no_hole() -> None:
    shapes = parts()
    knee = 0.0, -THIGH
    leg = union(
        placed((0.0, 0.0), (0.0, -1.0)).map(shapes.thigh),
        shapes.knee.translated(*knee),
        placed(knee, (-1.0, 0.0)).map(shapes.shin),
    )

    around = [(0.02 * x, -THIGH + 0.02 * y) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert all(leg.contains(QPointF(*point)) for point in around)


def test_a_curve_goes_through_the_points_it_was_given() -> None:
    points: list[Point] = [(0.0, 0.0), (1.0, 2.0), (2.0, 0.0)]

    assert smooth_line(points, 4)[::4] == points


def test_an_outline_is_rounded_through_its_own_points() -> None:
    assert rounded(FOOT)[::4] == FOOT


def test_growing_pushes_an_outline_out_on_every_side() -> None:
    outline = grown(SQUARE, 0.1)

    assert min(x for x, _ in outline) < 0
    assert max(x for x, _ in outline) > 1
    assert signed_area(outline) > signed_area(SQUARE)


def test_a_calf_stands_out_behind_and_a_shin_hardly_ahead() -> None:
    outline = limb(SHANK, 1.0)

    ahead, behind = max(y for _, y in outline), -min(y for _, y in outline)
    assert ahead < behind


def test_a_placed_part_lies_along_its_axis() -> None:
    away = placed((2.0, 3.0), (0.0, -1.0), stretch=0.5)

    assert away.map(QPointF(1.0, 0.0)) == QPointF(2.0, 2.5)
    assert away.map(QPointF(0.0, 1.0)) == QPointF(3.0, 3.0)


def test_the_pelvis_edge_is_only_an_edge() -> None:
    assert not details().pelvis_edge.contains(QPointF(0.0, 0.06))
    assert details().pelvis.contains(QPointF(0.0, 0.06))
