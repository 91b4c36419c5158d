"""Names with an & in them, on buttons and in menus."""

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from psoas_break.ui.buttons import Button
from psoas_break.ui.history.choice import Choice, Entry
from psoas_break.ui.hurt_page import HurtPage
from psoas_break.ui.mnemonics import shown
from psoas_break.ui.theme import LIGHT


def test_an_exercise_of_the_user_s_is_called_as_he_calls_it(qtbot: QtBot) -> None:
    page = HurtPage(theme=LIGHT)
    qtbot.addWidget(page)

    page.show_hurt({"mine": "Hips & knees"}, easier="", hidden="", see_clinician=False)

    button = page.findChild(Button, "mine")
    assert isinstance(button, Button)
    assert shown(button.text()) == "Hips & knees"


def test_a_device_is_called_by_its_name_and_found_again(qtbot: QtBot) -> None:
    entries = [Entry("All", None), Entry("R&D box", "rd")]
    choice = Choice(name="Device", entries=entries, theme=LIGHT)
    qtbot.addWidget(choice)
    picked: list[object] = []
    choice.picked.connect(picked.append)
    menu = choice.menu()
    assert isinstance(menu, QMenu)

    menu.actions()[1].trigger()
    choice.show_entries(entries)

    assert picked == ["rd"]
    assert shown(choice.text()) == "R&D box"
    assert choice.accessibleName() == "Device: R&D box"
    assert [action.isChecked() for action in menu.actions()] == [False, True]
