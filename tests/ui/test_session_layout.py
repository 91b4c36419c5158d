"""Large letters on a small screen: the picture stays, and so do the answers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from pytestqt.qtbot import QtBot

from psoas_break.domain.timeline import Part
from psoas_break.ui.buttons import Button
from psoas_break.ui.session_layout import stands_beside, with_picture
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.stage import Stage
from psoas_break.ui.theme import LIGHT
from tests.ui.samples import position
from tests.ui.session_owner import ENDED, PAUSED, Owner

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SMALL_SCREEN = QSize(1024, 560)
"""1024x600 without its title bar."""


@pytest.fixture
def owner(qtbot: QtBot, large_letters: None) -> Iterator[Owner]:  # noqa: ARG001
    made = Owner(qtbot, position(Part.HOLD, 16.4))
    made.window.setMinimumSize(QSize(930, 560))  # as on such a screen
    yield made
    made.window.hide()


def test_the_picture_has_the_height_of_a_low_window(owner: Owner) -> None:
    owner.shows(PAUSED)

    stage = stage_of(owner)
    resized(owner, SMALL_SCREEN)

    assert stage.height() > 0.9 * SMALL_SCREEN.height()
    assert stage.width() > LIGHT.px(300)


def test_it_comes_back_above_the_rest(owner: Owner) -> None:
    owner.shows(PAUSED)
    stage = stage_of(owner)
    resized(owner, SMALL_SCREEN)

    resized(owner, QSize(LIGHT.px(420), LIGHT.px(640)))

    assert stage.width() > LIGHT.px(360)


def test_everything_fits_into_a_low_window(owner: Owner) -> None:
    owner.shows(PAUSED)

    needed = resized(owner, SMALL_SCREEN).minimumSizeHint()

    assert needed.boundedTo(SMALL_SCREEN) == needed


def test_what_is_asked_at_the_end_stands_beside_what_was_done(owner: Owner) -> None:
    owner.shows(ENDED)

    window = resized(owner, SMALL_SCREEN)

    seen = [b for b in window.findChildren(Button) if b.isVisible()]
    assert seen
    assert all(button.height() >= button.sizeHint().height() for button in seen)


@pytest.mark.usefixtures("large_letters")
def test_a_low_window_is_wide_enough_for_both() -> None:
    least = QSize(LIGHT.px(380), 560)

    opened = with_picture(least, SMALL_SCREEN, LIGHT)

    assert stands_beside(opened, LIGHT)
    assert opened.boundedTo(SMALL_SCREEN) == opened


@pytest.mark.usefixtures("large_letters")
def test_one_on_a_narrow_screen_is_as_wide_as_the_screen() -> None:
    tiny = QSize(600, 560)

    assert with_picture(QSize(LIGHT.px(380), 560), tiny, LIGHT) == tiny


def test_a_window_with_room_is_left_alone() -> None:
    size = QSize(LIGHT.px(420), LIGHT.px(640))

    assert with_picture(size, QSize(1920, 1000), LIGHT) == size


def resized(owner: Owner, size: QSize) -> SessionWindow:
    """Return the window, laid out anew."""
    owner.window.resize(size)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    owner.window.grab()
    return owner.window


def stage_of(owner: Owner) -> Stage:
    found = owner.window.findChild(Stage)
    assert found is not None
    return found
