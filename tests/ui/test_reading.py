"""Windows for those who read from right to left."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.domain.history import Side
from psoas_break.ui.badge import SideBadge
from psoas_break.ui.buttons import Button
from psoas_break.ui.flow import Flow
from psoas_break.ui.prompt_body import PromptBody
from psoas_break.ui.reading import as_read
from psoas_break.ui.theme import LIGHT

LTR = Qt.LayoutDirection.LeftToRight
RTL = Qt.LayoutDirection.RightToLeft


@pytest.fixture(autouse=True)
def from_right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(RTL)
    yield
    qapp.setLayoutDirection(LTR)


def test_from_the_left_a_box_stays_where_it_is(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setLayoutDirection(LTR)

    assert as_read(widget, QRectF(1, 2, 3, 4)) == QRectF(1, 2, 3, 4)


def test_from_the_right_it_is_as_far_from_the_other_edge(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(100, 20)

    assert as_read(widget, QRectF(1, 2, 3, 4)) == QRectF(96, 2, 3, 4)


def test_a_flow_begins_at_the_right(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = Flow(owner, gap=10)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(QSize(40, 20))
        flow.addWidget(part)

    flow.setGeometry(QRect(0, 0, 100, 60))

    assert [part.pos() for part in parts] == [
        QPoint(60, 0),
        QPoint(10, 0),
        QPoint(60, 30),
    ]


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_the_badge_keeps_its_word_inside(
    qtbot: QtBot, qapp: QApplication, side: Side
) -> None:
    airs = []
    for way in (LTR, RTL):
        qapp.setLayoutDirection(way)
        badge = SideBadge(theme=LIGHT)
        qtbot.addWidget(badge)
        badge.show_side(side)
        badge.resize(badge.sizeHint())
        airs.append(_air(badge.grab().toImage()))

    assert airs[1] == pytest.approx(airs[0][::-1], abs=2)


def _air(picture: QImage) -> tuple[int, int]:
    """Return how much of the ground is free at the left and at the right."""
    high, wide = picture.height(), picture.width()
    ground = picture.pixel(wide // 2, 3)
    inked = [
        x
        for x in range(high // 4, wide - high // 4)
        if any(picture.pixel(x, y) != ground for y in range(12, high - 12))
    ]
    return inked[0], wide - 1 - inked[-1]


def test_what_puts_the_card_away_stands_in_its_corner(
    qtbot: QtBot, qapp: QApplication
) -> None:
    places = []
    for way in (LTR, RTL):
        qapp.setLayoutDirection(way)
        card = QWidget()
        qtbot.addWidget(card)
        body = PromptBody(snooze=timedelta(minutes=5), theme=LIGHT, parent=card)
        body.resize(380, 216)
        card.show()
        body.grab()
        close = body.findChild(Button, "close")
        assert close is not None
        places.append(close.mapTo(body, close.rect().center()).x())

    assert places[1] == pytest.approx(380 - places[0], abs=2)
