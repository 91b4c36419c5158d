"""The window in which a break is chosen: what it shows, and what it starts."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Favour, LeaveOut, Start
from psoas_break.domain.history import Side
from psoas_break.domain.rotation import Mark
from psoas_break.ui.catalogue.stock import Stock
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.label import Label
from psoas_break.ui.theme import DARK, LIGHT
from tests.ui.catalogue_opened import Opened
from tests.ui.figures import HALF_KNEELING, catalogue

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

STANDING = "standing-hip-flexor-stretch"


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_it_opens_with_the_first_routine_beside_everything_there_is(
    opened: Opened,
) -> None:
    assert opened.window.open_choice == "R1"
    exercises = {one.name for one in catalogue().exercises.values()}
    assert exercises <= set(opened.names())


def test_a_click_shows_all_there_is_to_know(opened: Opened) -> None:
    opened.tile(HALF_KNEELING).click()
    exercise = catalogue().exercises[HALF_KNEELING]
    words = exercise.words
    said = opened.said()
    lines = (words.why, words.care, *words.checks, *words.faults, *words.stop)
    for line in (*lines, *exercise.cues, *exercise.sources, words.easier):
        assert line in said


def test_start_starts_on_the_side_that_is_next_and_closes(opened: Opened) -> None:
    opened.tile(HALF_KNEELING).click()
    opened.window.pane.start.click()
    assert opened.asked == [Start(HALF_KNEELING, Side.RIGHT)]
    assert not opened.window.isVisible()


def test_the_other_side_can_begin(opened: Opened) -> None:
    opened.tile(HALF_KNEELING).click()
    opened.window.pane.side.button(Side.LEFT).click()
    opened.window.pane.start.click()
    assert opened.asked == [Start(HALF_KNEELING, Side.LEFT)]


def test_what_has_no_sides_begins_on_none(opened: Opened) -> None:
    opened.tile("glute-bridge").click()
    assert not opened.window.pane.side.isVisible()
    opened.window.pane.start.click()
    assert opened.asked == [Start("glute-bridge")]


def test_the_button_on_a_picture_starts_at_once(opened: Opened) -> None:
    tile = opened.tile("R2")
    corner = QPoint(tile.width() - 32, 9 + 112 - 23)
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=corner)
    assert opened.asked == [Start("R2")]


def test_a_tip_is_read_not_started(opened: Opened) -> None:
    opened.tile("sleep-pillow-under-knees").click()
    assert "Lie on your back with a small knee pillow." in opened.said()
    assert not opened.window.pane.start.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_two_keys_are_enough_to_start(opened: Opened, key: Qt.Key) -> None:
    opened.window.shelf.focus("breathe")
    QTest.keyClick(opened.tile("breathe"), key)
    assert opened.window.focusWidget() is opened.window.pane.start
    QTest.keyClick(opened.window.pane.start, key)
    assert opened.asked == [Start("breathe")]


def test_links_lead_to_the_easier_and_the_harder_one(opened: Opened) -> None:
    opened.tile(HALF_KNEELING).click()
    links = {link.link.label: link for link in opened.window.pane.text.links}
    assert links.keys() == {"Easier", "Harder"}
    links["Easier"].click()
    assert opened.window.open_choice == STANDING


def test_a_routine_leads_to_its_exercises(opened: Opened) -> None:
    opened.tile("R2").click()
    names = [link.link.name for link in opened.window.pane.text.links]
    assert names == [
        "Stand up and move",
        "Standing hip-flexor stretch",
        "Belly breathing, standing",
    ]


def test_the_star_makes_a_favourite_and_takes_it_back(opened: Opened) -> None:
    opened.tile("R2").click()
    pane = opened.window.pane
    pane.star.click()
    assert pane.star.accessibleName() == "No longer a favourite"
    assert "Favourite" in opened.tile("R2").accessibleDescription()
    pane.star.click()
    assert opened.asked == [Favour("R2"), Favour("R2", on=False)]
    assert "Favourite" not in opened.tile("R2").accessibleDescription()


def test_only_favourites_on_wish(opened: Opened) -> None:
    opened.tile("R2").click()
    opened.window.pane.star.click()
    opened.window.bar.favourites.click()
    assert opened.names() == ["Two-minute hips and breath"]
    opened.window.pane.star.click()
    assert opened.names() == []
    assert opened.window.shelf.nothing_found.startswith("No favourites yet")


def test_there_is_a_way_back_from_not_this_one_again(opened: Opened) -> None:
    opened.tile("R4").click()
    pane = opened.window.pane
    assert pane.again.text() == "Not this one again"
    pane.again.click()
    assert "No longer suggested" in opened.tile("R4").accessibleDescription()
    assert pane.again.text() == "Suggest this one again"
    pane.again.click()
    assert opened.asked == [LeaveOut("R4"), LeaveOut("R4", on=False)]
    assert "No longer suggested" not in opened.tile("R4").accessibleDescription()


def test_what_was_left_out_elsewhere_shows_when_one_comes_back(
    opened: Opened, qtbot: QtBot
) -> None:
    other = Label("", theme=LIGHT)
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not opened.window.isActiveWindow())
    opened.marked[Mark.LEFT_OUT] = frozenset({"R1"})
    opened.window.activateWindow()
    qtbot.waitUntil(lambda: opened.window.pane.again.text() == "Suggest this one again")


def test_breathe_itself_cannot_be_left_out(opened: Opened) -> None:
    opened.tile("breathe").click()
    assert not opened.window.pane.star.isVisible()
    assert not opened.window.pane.again.isVisible()


def test_files_that_could_not_be_used_are_named(qtbot: QtBot) -> None:
    opened = Opened(qtbot, "mine.toml:3: level: missing (left out)")
    labels = opened.window.shelf.findChildren(Label)
    text = "\n".join(label.text() for label in labels if label.isVisible())
    assert "mine.toml:3: level: missing (left out)" in text


def test_the_figure_moves_only_while_it_can_be_seen(opened: Opened) -> None:
    figure = opened.window.pane.figure
    drew = [figure.drawing]
    opened.window.hide()
    drew.append(figure.drawing)
    opened.window.show()
    drew.append(figure.drawing)
    figure.button.click()
    drew.append(figure.drawing)
    assert drew == [True, False, True, False]


def test_it_turns_dark_without_losing_the_search(opened: Opened) -> None:
    opened.window.field.setText("sofa")
    opened.window.set_theme(DARK)
    assert opened.names() == ["Sofa stretch"]
    assert QApplication.focusWidget() is opened.window.field


def test_it_is_gone_when_closed(qtbot: QtBot) -> None:
    window = CatalogueWindow(Stock(catalogue=catalogue()), theme=LIGHT)
    with qtbot.waitSignal(window.destroyed):
        window.close()
