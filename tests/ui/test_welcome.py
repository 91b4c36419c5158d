"""The welcome."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Command, Start
from psoas_break.domain import safety
from psoas_break.domain.settings import Reminders, Settings, Startup
from psoas_break.ui.settings.fields import NumberField, SwitchField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.theme import LIGHT
from psoas_break.ui.welcome import WelcomeWindow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

EARLIEST = Key("reminders", "earliest")
LATEST = Key("reminders", "latest")


class Welcome:
    """The welcome with everything it emitted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = WelcomeWindow(settings=Settings(), theme=LIGHT)
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.changes: list[Settings] = []
        self.asked: list[Command] = []
        self.window.changed.connect(self.changes.append)
        self.window.asked.connect(self.asked.append)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def sets(self, key: Key, minutes: int) -> None:
        field = self.window.rows[key].field
        assert isinstance(field, NumberField)
        field.setValue(minutes)


@pytest.fixture
def welcome(qtbot: QtBot) -> Welcome:
    return Welcome(qtbot)


def test_it_says_to_whom_to_talk_first(welcome: Welcome) -> None:
    said = [label.text() for label in welcome.window.findChildren(QLabel)]
    assert safety.first_run() in said


def test_the_two_numbers_apply_at_once(welcome: Welcome) -> None:
    welcome.sets(EARLIEST, 20)
    welcome.sets(LATEST, 40)
    window = Reminders(earliest=timedelta(minutes=20), latest=timedelta(minutes=40))
    assert welcome.changes[-1] == Settings(reminders=window)


def test_numbers_in_the_wrong_order_are_refused_with_a_reason(
    welcome: Welcome,
) -> None:
    welcome.sets(EARLIEST, 60)
    assert welcome.changes == []
    assert "not be later" in welcome.window.rows[EARLIEST].refusal


def test_start_at_login_applies_at_once(welcome: Welcome) -> None:
    switch = welcome.window.rows[Key("startup", "at_login")].field
    assert isinstance(switch, SwitchField)
    switch.click()
    assert welcome.changes == [Settings(startup=Startup(at_login=True))]


def test_trying_starts_a_break_and_closes(welcome: Welcome) -> None:
    QTest.keyClick(welcome.window.start, Qt.Key.Key_Return)
    assert welcome.asked == [Start()]
    assert not welcome.window.isVisible()


def test_not_now_just_closes(welcome: Welcome) -> None:
    welcome.window.later.click()
    assert welcome.asked == []
    assert not welcome.window.isVisible()


def test_settings_from_outside_are_shown(welcome: Welcome) -> None:
    other = Reminders(latest=timedelta(minutes=60))
    welcome.window.show_settings(Settings(reminders=other))
    field = welcome.window.rows[LATEST].field
    assert isinstance(field, NumberField)
    assert field.value() == 60
    assert welcome.changes == []


@pytest.mark.usefixtures("large_letters")
def test_in_a_low_window_the_rows_scroll(qtbot: QtBot) -> None:
    window = Welcome(qtbot).window
    window.setMinimumSize(100, 100)
    window.resize(720, 480)
    window.grab()

    for row in window.rows.values():
        assert row.height() >= row.minimumSizeHint().height()
    care = next(
        label
        for label in window.findChildren(QLabel)
        if label.text() == safety.first_run()
    )
    for part in (care, window.start, window.later):
        assert part.visibleRegion().boundingRect() == part.rect()
