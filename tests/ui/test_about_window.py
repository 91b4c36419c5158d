"""The about window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from psoas_break import __version__
from psoas_break.app.licences import Licence
from psoas_break.domain import safety
from psoas_break.ui.about_window import AboutWindow
from psoas_break.ui.theme import LIGHT

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LICENCES = (
    Licence(
        name="Qt for Python", version="6.12", terms="LGPL-3.0-only", text="You may …"
    ),
    Licence(name="tomlkit", version="", terms="", text="Do what you like."),
)
LOG = Path("somewhere") / "psoas-break.log"
NEVER = ("cure", "heal", "fix", "diagnose", "realign", "detox", "guaranteed", "proven")


@pytest.fixture
def about(qtbot: QtBot) -> AboutWindow:
    window = AboutWindow(
        build="AppImage",
        licences=lambda: LICENCES,
        places={"Log": LOG},
        diagnosis=lambda: "idle: XSync",
        clipboard=QGuiApplication.clipboard(),
        theme=LIGHT,
    )
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def words(window: AboutWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel))


def test_it_names_the_version_and_the_licence(about: AboutWindow) -> None:
    assert f"Version {__version__} · AppImage · MIT licence" in words(about)


def test_it_says_what_it_is_and_when_to_stop(about: AboutWindow) -> None:
    said = words(about)
    assert safety.about() in said
    assert safety.stop_rule() in said
    assert safety.urgent() in said


def test_it_promises_nothing_it_must_not(about: AboutWindow) -> None:
    said = words(about).casefold().split()
    assert not [word for word in NEVER if word in said]


def test_the_licences_are_read_when_their_tab_opens(about: AboutWindow) -> None:
    assert about.licences.list.count() == 0
    about.tabs.setCurrentIndex(2)
    listed = [
        about.licences.list.item(row).text()
        for row in range(about.licences.list.count())
    ]
    assert listed == ["Qt for Python 6.12  ·  LGPL-3.0-only", "tomlkit"]


def test_each_licence_can_be_read_in_full(about: AboutWindow) -> None:
    about.tabs.setCurrentIndex(2)
    texts = []
    for row in range(2):
        about.licences.list.setCurrentRow(row)
        texts.append(about.licences.text.toPlainText())
    assert texts == ["You may …", "Do what you like."]


def test_the_diagnosis_is_made_when_its_tab_opens(about: AboutWindow) -> None:
    assert about.text.toPlainText() == ""
    about.tabs.setCurrentIndex(3)
    assert about.text.toPlainText() == "idle: XSync"


def test_the_diagnosis_is_copied_and_that_is_said(about: AboutWindow) -> None:
    about.tabs.setCurrentIndex(3)
    about.copy.click()
    assert QGuiApplication.clipboard().text() == "idle: XSync"
    assert about.copied.text() == "Copied."


def test_a_path_can_be_shown(about: AboutWindow, qtbot: QtBot) -> None:
    buttons = about.findChildren(QPushButton)
    show = next(one for one in buttons if one.accessibleName() == "Show Log")
    with qtbot.waitSignal(about.asked_to_open) as asked:
        show.click()
    assert asked.args == [LOG]


def test_a_screen_reader_reads_the_help(about: AboutWindow) -> None:
    about.tabs.setCurrentIndex(1)
    page = about.tabs.currentWidget()
    assert page is not None

    assert page.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert page.accessibleName() == "Help"
    assert safety.urgent() in page.accessibleDescription()


@pytest.mark.usefixtures("large_letters")
def test_what_is_urgent_is_never_cut(about: AboutWindow) -> None:
    about.setMinimumSize(100, 100)
    about.resize(780, 420)
    about.tabs.setCurrentIndex(1)
    page = about.tabs.currentWidget()
    assert isinstance(page, QScrollArea)
    about.grab()
    page.setFocus()

    QTest.keyClick(page, Qt.Key.Key_PageDown)
    QTest.keyClick(page, Qt.Key.Key_PageDown)

    urgent = next(
        label for label in page.findChildren(QLabel) if label.text() == safety.urgent()
    )
    assert urgent.height() >= urgent.heightForWidth(urgent.width())
    assert urgent.visibleRegion().boundingRect() == urgent.rect()
