"""Finding something in the catalogue window, and walking through it by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.catalogue_opened import Opened
from tests.ui.figures import HALF_KNEELING

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_typing_finds(opened: Opened) -> None:
    QTest.keyClicks(opened.window.field, "sofa")
    assert opened.names() == ["Sofa stretch"]


def test_a_search_without_hits_says_so(opened: Opened) -> None:
    opened.window.field.setText("swimming")
    assert opened.names() == []
    assert opened.window.shelf.nothing_found == "Nothing found for “swimming”"


def test_menus_filter_and_clear_brings_everything_back(opened: Opened) -> None:
    bar = opened.window.bar
    everything = opened.names()
    next(a for a in bar.place.menu().actions() if a.text() == "On a chair").trigger()
    assert "Seated march" in opened.names()
    assert "Sofa stretch" not in opened.names()
    assert bar.place.text() == "On a chair"
    bar.clear.click()
    assert opened.names() == everything
    assert bar.place.text() == "Any place"


def test_what_strains_a_knee_can_be_hidden(opened: Opened) -> None:
    bar = opened.window.bar
    bar.spare.menu().actions()[0].trigger()
    assert HALF_KNEELING not in {t.choice.what for t in opened.window.shelf.shown}
    assert bar.spare.text() == "Knees that dislike kneeling"


def test_enter_in_the_search_goes_to_the_first_hit(opened: Opened) -> None:
    QTest.keyClicks(opened.window.field, "hips")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Return)
    assert opened.focused() == "R2"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("R1", Qt.Key.Key_Right, "R2"),
        ("R2", Qt.Key.Key_Left, "R1"),
        ("R1", Qt.Key.Key_Down, "R4"),
        ("R4", Qt.Key.Key_Up, "R1"),
        ("R9", Qt.Key.Key_Down, "R8"),
        ("R3", Qt.Key.Key_Home, "R1"),
        ("R1", Qt.Key.Key_End, "varied-movement"),
    ],
)
def test_arrow_keys_go_from_tile_to_tile(
    opened: Opened, start: str, key: Qt.Key, end: str
) -> None:
    assert opened.window.shelf.sections[0].columns == 3
    opened.window.shelf.focus(start)
    QTest.keyClick(opened.tile(start), key)
    assert opened.focused() == end


def test_tab_passes_the_tiles_in_one_step(opened: Opened) -> None:
    opened.window.shelf.focus("R3")
    strong = Qt.FocusPolicy.StrongFocus
    reached = [t for t in opened.window.shelf.tiles if t.focusPolicy() is strong]
    assert [tile.choice.what for tile in reached] == ["R3"]


def test_up_from_the_first_line_is_the_search(opened: Opened) -> None:
    opened.window.shelf.focus("R1")
    QTest.keyClick(opened.tile("R1"), Qt.Key.Key_Up)
    assert opened.window.field.hasFocus()


def test_a_narrow_window_shows_one_thing_at_a_time(opened: Opened) -> None:
    opened.narrow()
    assert not opened.window.pane.isVisible()
    opened.tile(HALF_KNEELING).click()
    assert opened.window.pane.isVisible()
    assert not opened.window.shelf.isVisible()
    opened.window.pane.back.click()
    assert opened.window.shelf.isVisible()
    assert opened.focused() == HALF_KNEELING


def test_escape_goes_back_before_it_closes(opened: Opened) -> None:
    opened.narrow().tile(HALF_KNEELING).click()
    QTest.keyClick(opened.window, Qt.Key.Key_Escape)
    assert opened.window.shelf.isVisible()
    QTest.keyClick(opened.window, Qt.Key.Key_Escape)
    assert not opened.window.isVisible()


def test_escape_clears_before_it_closes(opened: Opened) -> None:
    everything = len(opened.names())
    QTest.keyClicks(opened.window.field, "sofa")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert len(opened.names()) == everything
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert not opened.window.isVisible()


def test_a_tile_says_everything_to_a_screen_reader(opened: Opened) -> None:
    tile = opened.tile("R1")
    assert tile.accessibleName() == "One-minute reset"
    assert tile.accessibleDescription() == "1 min · standing"
