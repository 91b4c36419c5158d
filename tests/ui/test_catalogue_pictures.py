"""The small pictures of the catalogue: made when they come into sight, and anew."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QFont, QFontMetricsF, QPixmap
from pytestqt.qtbot import QtBot

from psoas_break.domain.settings import Hair, Settings, Skin
from psoas_break.ui.catalogue.choices import Choice, groups_of
from psoas_break.ui.catalogue.pictures import Pictures
from psoas_break.ui.catalogue.tile import two_lines
from psoas_break.ui.figure_colours import Looks
from psoas_break.ui.theme import DARK, LIGHT
from tests.ui.catalogue_opened import Opened
from tests.ui.figures import HALF_KNEELING, catalogue

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

CHOICES = {
    one.what: one
    for group in groups_of(catalogue(), Settings())
    for one in group.choices
}
R7 = CHOICES["R7"]


@pytest.fixture
def pictures(qapp: QObject) -> Pictures:
    return Pictures(theme=LIGHT, parent=qapp)


def made(pictures: Pictures, choice: Choice, qtbot: QtBot) -> QPixmap:
    qtbot.waitUntil(lambda: pictures.of(choice, 1.0) is not None)
    found = pictures.of(choice, 1.0)
    assert found is not None
    return found


def test_a_picture_comes_soon_not_at_once(pictures: Pictures, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pictures.made) as told:
        assert pictures.of(R7, 1.0) is None
    assert told.args == ["R7"]
    assert pictures.of(R7, 1.0) is not None
    assert not pictures.waited_for


def test_a_picture_is_kept(pictures: Pictures, qtbot: QtBot) -> None:
    first = made(pictures, R7, qtbot)
    assert made(pictures, R7, qtbot).cacheKey() == first.cacheKey()


def test_sharp_screens_get_sharp_pictures(pictures: Pictures) -> None:
    picture = pictures.make(R7, 2.0)
    assert picture.width() == 2 * pictures.size.width()
    assert picture.devicePixelRatio() == 2.0


@pytest.mark.parametrize("what", [HALF_KNEELING, "R2", "varied-movement", "breathe"])
def test_each_sort_of_choice_has_a_picture(pictures: Pictures, what: str) -> None:
    image = pictures.make(CHOICES[what], 1.0).toImage()
    size = pictures.size
    solid = sum(
        image.pixelColor(x, y).alpha() > 0
        for x in range(0, size.width(), 4)
        for y in range(0, size.height(), 4)
    )
    assert solid > 15


def test_dark_and_another_skin_are_painted_anew(
    pictures: Pictures, qtbot: QtBot
) -> None:
    light = made(pictures, R7, qtbot).toImage()
    pictures.set_theme(DARK)
    dark = made(pictures, R7, qtbot).toImage()
    pictures.set_looks(Looks(Skin.DARK, Hair.BUN))
    other = made(pictures, R7, qtbot).toImage()
    assert light != dark != other


def test_only_what_is_in_sight_is_made(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    qtbot.waitUntil(lambda: opened.window.settled)
    pictures = opened.window.findChild(Pictures)
    assert isinstance(pictures, Pictures)
    scale = opened.window.devicePixelRatioF()
    tiles = opened.window.shelf.tiles
    shelf = opened.window.shelf
    unseen = [tile for tile in tiles if tile.visibleRegion().isEmpty()]
    assert unseen
    last = tiles[-1].choice
    assert pictures.of(last, scale) is None
    shelf.focus(last.what)
    qtbot.waitUntil(lambda: pictures.of(last, scale) is not None)


@pytest.mark.parametrize(
    ("words", "lines"),
    [("Short", 1), ("Two words that are much too long for a line", 2), ("", 0)],
)
def test_a_name_has_two_lines_at_most(qtbot: QtBot, words: str, lines: int) -> None:
    del qtbot  # fonts need the application
    fits = QFontMetricsF(QFont())
    found = two_lines(words, fits, fits.horizontalAdvance("Two words that"))
    assert len(found) == lines
    assert all(
        fits.horizontalAdvance(line) <= fits.horizontalAdvance("Two words that")
        for line in found
    )
