from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.domain.history import Side
from psoas_break.ui.badge import SideBadge
from psoas_break.ui.buttons import Button, Kind
from psoas_break.ui.dots import StepDots
from psoas_break.ui.glyphs import GRID, Glyph, glyph_path
from psoas_break.ui.label import Label
from psoas_break.ui.length_button import LengthButton
from psoas_break.ui.switch import Switch
from psoas_break.ui.theme import DARK, LIGHT
from psoas_break.ui.themed import apply_theme

# The offscreen platform says so whenever a window gets a least size.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Start", theme=LIGHT)
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, key)


def test_enter_that_is_held_presses_once(qtbot: QtBot) -> None:
    button = Button("Start", theme=LIGHT)
    qtbot.addWidget(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    none = Qt.KeyboardModifier.NoModifier

    for repeats in (False, True, True):
        kind = QEvent.Type.KeyPress
        enter = QKeyEvent(kind, Qt.Key.Key_Return, none, "", autorep=repeats)
        QCoreApplication.sendEvent(button, enter)

    assert pressed == ["once"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_length_shows_the_keyboard_and_opens_with_enter(qtbot: QtBot) -> None:
    button = LengthButton(theme=LIGHT)
    qtbot.addWidget(button)
    button.show_length(timedelta(minutes=2))
    button.show()
    button.activateWindow()
    qtbot.waitUntil(button.isActiveWindow)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)

    image = picture(button)
    shown = {image.pixelColor(4, y).name() for y in range(image.height())}
    QTimer.singleShot(0, button.menu(), button.menu().close)
    with qtbot.waitSignal(button.menu().aboutToShow, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Return)

    assert LIGHT.accent.name() in shown


def test_arrow_keys_pass_a_button_by(qtbot: QtBot) -> None:
    class Window(QWidget):
        heard = 0

        def keyPressEvent(self, event: QKeyEvent) -> None:
            self.heard = event.key()

    window = Window()
    qtbot.addWidget(window)
    button = Button("Start", theme=LIGHT)
    QHBoxLayout(window).addWidget(button)

    QTest.keyClick(button, Qt.Key.Key_Left)

    assert window.heard == Qt.Key.Key_Left


def test_a_button_keeps_the_height_that_can_be_hit(qtbot: QtBot) -> None:
    button = Button("Start", theme=LIGHT, hit=52)
    qtbot.addWidget(button)

    assert button.sizeHint().height() == LIGHT.px(52)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_of_button_shows_that_it_is_disabled(
    qtbot: QtBot, kind: Kind
) -> None:
    button = Button("Start", theme=LIGHT, kind=kind, glyph=Glyph.PLAY)
    qtbot.addWidget(button)
    enabled = picture(button)

    button.setEnabled(False)

    assert picture(button) != enabled


def test_the_focus_ring_can_be_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = Button("One", theme=LIGHT), Button("Two", theme=LIGHT)
    row.addWidget(first)
    row.addWidget(second)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    second.setFocus()
    without = picture(first)

    first.setFocus()

    assert picture(first) != without


def test_a_menu_adds_an_arrow(qtbot: QtBot) -> None:
    button = Button("In 5 min", theme=LIGHT)
    qtbot.addWidget(button)
    plain = button.sizeHint().width()

    button.setMenu(QMenu(button))

    assert button.sizeHint().width() > plain


def test_a_button_is_a_button_to_a_screen_reader(qtbot: QtBot) -> None:
    button = Button("&Fine", theme=LIGHT)
    qtbot.addWidget(button)

    interface = QAccessible.queryAccessibleInterface(button)

    assert interface.role() == QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "Fine"


@pytest.mark.parametrize("glyph", list(Glyph))
def test_every_glyph_lies_on_its_grid(glyph: Glyph) -> None:
    box = glyph_path(glyph).boundingRect()

    assert 0 < box.width() < GRID
    assert box.left() >= 0
    assert box.right() <= GRID
    assert box.top() >= 0
    assert box.bottom() <= GRID


def test_a_switch_turns_on_wherever_it_is_hit(qtbot: QtBot) -> None:
    switch = Switch(theme=LIGHT)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())

    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=switch.rect().topLeft())

    assert switch.isChecked()


def test_a_switch_is_never_cut(qtbot: QtBot) -> None:
    switch = Switch(theme=LIGHT)
    qtbot.addWidget(switch)

    assert switch.minimumSizeHint() == switch.sizeHint()


def test_the_badge_says_its_side(qtbot: QtBot) -> None:
    badge = SideBadge(theme=LIGHT)
    qtbot.addWidget(badge)

    badge.show_side(Side.LEFT)

    assert badge.accessibleName() == "Side: Left"


def test_the_two_sides_look_different_without_colour(qtbot: QtBot) -> None:
    badge = SideBadge(theme=LIGHT)
    qtbot.addWidget(badge)
    pictures = []
    for side in (Side.LEFT, Side.RIGHT):
        badge.show_side(side)
        badge.resize(40, 36)  # the soles alone, without the word
        grey = picture(badge).convertToFormat(QImage.Format.Format_Mono)
        pictures.append(grey)

    assert pictures[0] != pictures[1]


def test_dots_show_the_step(qtbot: QtBot) -> None:
    dots = StepDots(theme=LIGHT)
    qtbot.addWidget(dots)
    dots.resize(200, 12)
    dots.show_step(0, 4)
    first = picture(dots)

    dots.show_step(1, 4)

    assert picture(dots) != first


def test_a_window_passes_its_theme_on(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = Label("Hello", theme=LIGHT)
    QHBoxLayout(window).addWidget(label)
    menu = QMenu(window)

    apply_theme(window, DARK)

    assert label.palette().windowText().color() == DARK.ink
    assert menu.palette().window().color() == DARK.bg
