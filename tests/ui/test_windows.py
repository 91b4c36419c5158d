"""Windows that are built when first wanted and freed when closed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from psoas_break.app.commands import Command, Skip, Window
from psoas_break.app.ports import Windows
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import ThemeChoice
from psoas_break.ui.look import Look
from psoas_break.ui.screens import Screens
from psoas_break.ui.theme import DARK, LIGHT, Theme
from psoas_break.ui.windows import OpenWindows

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Speaking(QWidget):
    """A window that asks for things and wears a theme."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.theme: Theme | None = None

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme


class Mute(QWidget):
    """A window that neither asks nor paints itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    return Look(app=qapp, settings=LookSettings(theme=ThemeChoice.LIGHT))


@pytest.fixture
def windows(qapp: QApplication, look: Look) -> Iterator[OpenWindows]:
    owner = QObject()
    makers = {Window.HOME: Speaking, Window.ABOUT: Mute}
    made = OpenWindows(app=qapp, look=look, makers=makers, parent=owner)
    yield made
    for window in Window:
        open_one = made.get(window)
        if open_one is not None:
            open_one.close()


def opened(windows: OpenWindows, window: Window = Window.HOME) -> QWidget:
    windows.show(window)
    found = windows.get(window)
    assert found is not None
    return found


def test_a_window_comes_back_from_a_screen_that_is_gone(windows: OpenWindows) -> None:
    window = opened(windows)
    window.resize(300, 200)
    window.move(5000, 5000)
    screens = window.findChild(Screens)
    assert screens is not None

    screens.changed.emit()

    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_a_window_grows_with_the_letters_of_the_desktop(
    windows: OpenWindows, qapp: QApplication
) -> None:
    window = opened(windows)
    assert isinstance(window, Speaking)
    usual, larger = qapp.font(), qapp.font()
    larger.setPixelSize(28)

    qapp.setFont(larger)
    qapp.processEvents()

    assert window.theme is LIGHT
    qapp.setFont(usual)


def test_it_fits_its_port(windows: OpenWindows) -> None:
    port: Windows = windows

    assert port is windows


def test_before_it_is_wanted_there_is_none(windows: OpenWindows) -> None:
    assert windows.get(Window.HOME) is None


def test_a_window_is_shown_with_the_app_s_icon(windows: OpenWindows) -> None:
    window = opened(windows)

    assert (window.isVisible(), window.windowIcon().isNull()) == (True, False)


def test_a_second_wish_brings_the_same_one_to_the_front(windows: OpenWindows) -> None:
    first = opened(windows)
    first.showMinimized()

    second = opened(windows)

    assert second is first
    assert not first.isMinimized()


def test_a_maximised_window_comes_back_as_large(windows: OpenWindows) -> None:
    windows.show(Window.HOME)
    window = windows.get(Window.HOME)
    assert window is not None
    window.setWindowState(
        Qt.WindowState.WindowMaximized | Qt.WindowState.WindowMinimized
    )

    windows.show(Window.HOME)

    assert window.windowState() == Qt.WindowState.WindowMaximized


def test_a_closed_window_is_freed(windows: OpenWindows, qtbot: QtBot) -> None:
    window = opened(windows)

    window.close()

    qtbot.waitUntil(lambda: not isValid(window))
    assert windows.get(Window.HOME) is None


def test_a_window_wanted_again_right_after_it_was_closed_stays(
    windows: OpenWindows, qtbot: QtBot
) -> None:
    first = opened(windows)
    first.close()

    second = opened(windows)
    qtbot.waitUntil(lambda: not isValid(first))

    assert windows.get(Window.HOME) is second
    assert second.isVisible()


def test_what_is_asked_in_a_window_is_passed_on(windows: OpenWindows) -> None:
    heard: list[Command] = []
    windows.asked.connect(heard.append)
    window = opened(windows)
    assert isinstance(window, Speaking)

    window.asked.emit(Skip())

    assert heard == [Skip()]


def test_open_windows_follow_the_theme(windows: OpenWindows, look: Look) -> None:
    opened(windows, Window.ABOUT)
    window = opened(windows)

    look.use(LookSettings(theme=ThemeChoice.DARK))

    assert isinstance(window, Speaking)
    assert window.theme is DARK
