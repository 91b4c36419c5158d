"""Windows follow the letters of the desktop while they are open."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.ui.font_watch import FontWatch
from psoas_break.ui.full_screen import FullScreenPrompt
from psoas_break.ui.theme import LIGHT
from tests.ui.test_prompt_card import OFFER

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def larger(qapp: QApplication) -> Iterator[QFont]:
    usual, larger = qapp.font(), qapp.font()
    larger.setPixelSize(40)
    yield larger
    qapp.setFont(usual)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def heard(window: QWidget) -> list[bool]:
    """What a watch on the window has told."""
    told: list[bool] = []
    FontWatch(window).changed.connect(lambda: told.append(True))
    return told


def test_another_font_is_told_once(
    qapp: QApplication, larger: QFont, heard: list[bool]
) -> None:
    for _again in range(2):
        qapp.setFont(larger)
        qapp.processEvents()

    assert heard == [True]


def test_a_font_of_the_window_alone_is_none_of_the_desktop(
    qapp: QApplication, window: QWidget, larger: QFont, heard: list[bool]
) -> None:
    window.setFont(larger)
    qapp.processEvents()

    assert not heard


def test_the_question_on_the_whole_screen_grows(
    qapp: QApplication, larger: QFont
) -> None:
    owner = QObject()
    prompt = FullScreenPrompt(
        app=qapp,
        theme=LIGHT,
        composited=False,
        fades=False,
        snooze=timedelta(minutes=5),
        firm=False,
        parent=owner,
    )
    prompt.show_offer(OFFER)
    prompt.appear()
    words = next(
        label
        for window in qapp.topLevelWidgets()
        if window.isVisible()  # another test's may still wait for its end
        for label in window.findChildren(QLabel)
        if label.text() == OFFER.detail
    )
    before = words.fontMetrics().height()

    qapp.setFont(larger)
    qapp.processEvents()

    assert words.fontMetrics().height() > 1.5 * before
    prompt.take_away()
