"""The window in which a break is chosen."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, Start
from psoas_break.ui.catalogue.choice_card import ChoiceCard
from psoas_break.ui.catalogue.choices import Choice, Group
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.theme import DARK, LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def choice(what: str, name: str) -> Choice:
    return Choice(what=what, name=name, detail="2 min", contents=("Stand up",))


GROUPS = (
    Group(
        "Routines",
        (choice("R1", "Reset"), choice("R2", "Hips"), choice("R3", "March")),
    ),
    Group("Breathing", (choice("breathe", "Breathe"),)),
)


class Opened:
    """The window with everything it asked."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = CatalogueWindow(groups=GROUPS, theme=LIGHT)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.asked: list[Command] = []
        self.window.asked.connect(self.asked.append)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def card(self, what: str) -> ChoiceCard:
        return next(c for c in self.window.shown_cards if c.choice.what == what)

    def names(self) -> list[str]:
        return [card.choice.name for card in self.window.shown_cards]

    def focused(self) -> str:
        widget = self.window.focusWidget()
        return widget.choice.what if isinstance(widget, ChoiceCard) else ""


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot)


def test_a_click_starts_a_break_and_closes_the_window(opened: Opened) -> None:
    QTest.mouseClick(opened.card("R2"), Qt.MouseButton.LeftButton)
    assert opened.asked == [Start("R2")]
    assert not opened.window.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_start_it_too(opened: Opened, key: Qt.Key) -> None:
    QTest.keyClick(opened.card("breathe"), key)
    assert opened.asked == [Start("breathe")]


def test_typing_finds(opened: Opened) -> None:
    QTest.keyClicks(opened.window.field, "mar")
    assert opened.names() == ["March"]


def test_a_search_without_hits_says_so(opened: Opened) -> None:
    opened.window.field.setText("swimming")
    assert opened.names() == []
    assert opened.window.nothing_found == "Nothing found for “swimming”"


def test_enter_in_the_search_goes_to_the_first_hit(opened: Opened) -> None:
    QTest.keyClicks(opened.window.field, "hips")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Return)
    assert opened.focused() == "R2"


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        ("R1", Qt.Key.Key_Right, "R2"),
        ("R2", Qt.Key.Key_Left, "R1"),
        ("R1", Qt.Key.Key_Down, "R3"),
        ("R3", Qt.Key.Key_Up, "R1"),
        ("R3", Qt.Key.Key_Down, "breathe"),
        ("R2", Qt.Key.Key_Right, "R3"),
        ("breathe", Qt.Key.Key_Right, "breathe"),
    ],
)
def test_arrow_keys_go_from_card_to_card(
    opened: Opened, start: str, key: Qt.Key, end: str
) -> None:
    opened.card(start).setFocus()
    QTest.keyClick(opened.card(start), key)
    assert opened.focused() == end


def test_up_from_the_first_line_is_the_search(opened: Opened) -> None:
    opened.card("R1").setFocus()
    QTest.keyClick(opened.card("R1"), Qt.Key.Key_Up)
    assert opened.window.field.hasFocus()


def test_a_narrow_window_has_one_column(opened: Opened, qtbot: QtBot) -> None:
    section = opened.window.sections[0]
    assert section.columns == 2
    opened.window.resize(QSize(400, 500))
    qtbot.waitUntil(lambda: section.columns == 1)


def test_a_card_says_everything_to_a_screen_reader(opened: Opened) -> None:
    card = opened.card("R1")
    assert card.accessibleName() == "Reset"
    assert card.accessibleDescription() == "2 min. Stand up"


def test_escape_clears_before_it_closes(opened: Opened) -> None:
    QTest.keyClicks(opened.window.field, "mar")
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert len(opened.names()) == 4
    QTest.keyClick(opened.window.field, Qt.Key.Key_Escape)
    assert not opened.window.isVisible()


def test_it_turns_dark_without_losing_the_search(opened: Opened) -> None:
    opened.window.field.setText("mar")
    opened.window.set_theme(DARK)
    assert opened.names() == ["March"]
    assert QApplication.focusWidget() is opened.window.field


def test_it_is_gone_when_closed(qtbot: QtBot) -> None:
    window = CatalogueWindow(groups=GROUPS, theme=LIGHT)
    with qtbot.waitSignal(window.destroyed):
        window.close()
