"""The drawn person: skin and hair, chosen by pictures and drawn everywhere at once."""

from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.domain.position import position_at
from psoas_break.domain.session_values import Closed, Running
from psoas_break.domain.settings import Hair, Settings, Skin, ThemeChoice
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.timeline import Part
from psoas_break.ui.figure_colours import Looks, colours_for
from psoas_break.ui.look import Look
from psoas_break.ui.session_host import SessionHost
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.portraits import PortraitsField
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.theme import LIGHT
from tests.ui.figures import HALF_KNEELING, count_of, timeline
from tests.ui.samples import at_part, course

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "This plugin does not support"
)

SKIN, HAIR = Key("look", "skin"), Key("look", "hair")


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(settings=Settings(), theme=LIGHT)
    # The test owns it: pytest-qt closes what it was given.
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def portraits(dialog: SettingsDialog, key: Key) -> PortraitsField:
    field = dialog.rows[key].field
    assert isinstance(field, PortraitsField)
    return field


def heard(dialog: SettingsDialog) -> list[Settings]:
    found: list[Settings] = []
    dialog.changed.connect(found.append)
    return found


def picture(field: PortraitsField, value: Any) -> QImage:
    return field.portraits[value].grab().toImage()


@pytest.mark.parametrize("skin", list(Skin))
def test_each_portrait_shows_its_own_skin(dialog: SettingsDialog, skin: Skin) -> None:
    dialog.open_setting(SKIN)

    image = picture(portraits(dialog, SKIN), skin)

    assert count_of(image, colours_for(LIGHT, Looks(skin=skin)).skin) > 50


def test_a_click_on_a_portrait_applies_at_once(dialog: SettingsDialog) -> None:
    changes = heard(dialog)
    dialog.open_setting(SKIN)

    QTest.mouseClick(
        portraits(dialog, SKIN).portraits[Skin.DARK], Qt.MouseButton.LeftButton
    )

    assert [one.look.skin for one in changes] == [Skin.DARK]


def test_arrow_keys_choose_the_next_portrait(dialog: SettingsDialog) -> None:
    changes = heard(dialog)
    dialog.open_setting(HAIR)

    QTest.keyClick(portraits(dialog, HAIR).portraits[Hair.SHORT], Qt.Key.Key_Right)

    assert [one.look.hair for one in changes] == [Hair.BUN]


def test_hair_is_shown_on_the_chosen_skin(dialog: SettingsDialog) -> None:
    dialog.open_setting(HAIR)
    dialog.show_settings(Settings(look=LookSettings(skin=Skin.DARK)))

    image = picture(portraits(dialog, HAIR), Hair.BUN)

    assert count_of(image, colours_for(LIGHT, Looks(skin=Skin.DARK)).skin) > 50


def test_every_portrait_has_a_name_for_a_screen_reader(dialog: SettingsDialog) -> None:
    names = [
        one.accessibleName()
        for key in (SKIN, HAIR)
        for one in portraits(dialog, key).portraits.values()
    ]

    assert all(names)
    assert len(set(names)) == len(Skin) + len(Hair)


def test_an_open_break_goes_on_with_the_other_person(qapp: QApplication) -> None:
    owner = QObject()
    look = Look(app=qapp, settings=LookSettings(theme=ThemeChoice.LIGHT))
    host = SessionHost(
        app=qapp,
        look=look,
        see_clinician=bool,
        gentler=lambda _one: "",
        parent=owner,
    )
    plan = timeline(HALF_KNEELING)
    host.open(lambda: position_at(plan, at_part(Part.HOLD, 34.0, of=plan)))
    host.show(Running(course(of=plan)))
    window = host._window
    assert window is not None

    look.use(LookSettings(theme=ThemeChoice.LIGHT, skin=Skin.DARK))
    shown = window.grab().toImage()
    host.show(Closed())
    window.close()

    assert count_of(shown, colours_for(LIGHT, Looks(skin=Skin.DARK)).skin) > 300


def test_another_person_is_told_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(app=qapp, settings=LookSettings(theme=ThemeChoice.LIGHT))

    with qtbot.waitSignal(look.changed):
        look.use(LookSettings(skin=Skin.MEDIUM, hair=Hair.BUN))

    assert look.looks == Looks(Skin.MEDIUM, Hair.BUN)
