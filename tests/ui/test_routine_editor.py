"""The window in which own routines are made."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Favour, Start
from psoas_break.domain.routine import Routine
from psoas_break.ui.routine_editor import RoutineEditor
from psoas_break.ui.routines.workshop import Workshop
from psoas_break.ui.theme import LIGHT
from tests.shots.routines import EMPTY, LONG, MORNING
from tests.ui.figures import catalogue


class Shop:
    """Somebody at the editor, and what was kept."""

    def __init__(self, qtbot: QtBot, *routines: Routine, trouble: str = "") -> None:
        self.kept: list[Sequence[Routine]] = []
        self.asked: list[object] = []
        self.favourites: set[str] = set()
        self._trouble = trouble
        self.window = RoutineEditor(
            Workshop(
                catalogue=catalogue(),
                routines=routines,
                keep=self.keep,
                is_favourite=lambda name: name in self.favourites,
            ),
            theme=LIGHT,
        )
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.window.asked.connect(self.asked.append)
        self.window.show()
        qtbot.waitExposed(self.window)

    def keep(self, routines: Sequence[Routine]) -> str:
        self.kept.append(tuple(routines))
        return self._trouble

    @property
    def order(self) -> list[str]:
        routine = self.window.routine
        return [] if routine is None else [item.exercise for item in routine.items]

    def adds(self, name: str) -> None:
        self.window.menu.chosen.emit(name)


def test_the_first_is_shown(qtbot: QtBot) -> None:
    window = Shop(qtbot, MORNING, LONG).window

    assert window.name.text() == "Morning hips"
    assert window.length.text() == "About 3 min 50 s"
    assert [row.dose.text() for row in window.items.rows] == [
        "30 s",
        "40 s",
        "10 times",
        "6 breaths",
    ]


def test_another_is_chosen_from_the_list(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING, LONG)

    shop.window.list.list.setFocus()
    QTest.keyClick(shop.window.list.list, Qt.Key.Key_Down)

    assert shop.window.routine == LONG
    assert shop.window.limit.isVisible()
    assert shop.kept == []


def test_a_routine_is_made_from_nothing(qtbot: QtBot) -> None:
    shop = Shop(qtbot)
    assert not shop.window.start.isEnabled()

    shop.adds("stand-up-and-move")
    shop.adds("seated-march")
    shop.window.name.setText("Evening")
    shop.window.name.editingFinished.emit()

    (made,) = shop.kept[-1]
    assert (made.name, shop.order) == ("Evening", ["stand-up-and-move", "seated-march"])
    shop.window.start.click()
    assert shop.asked == [Start("own-1")]


def test_arrow_keys_on_the_grip_move_a_row(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)
    before = shop.order
    grip = shop.window.items.rows[2].grip
    grip.setFocus()

    QTest.keyClick(grip, Qt.Key.Key_Up)
    assert shop.order == [before[0], before[2], before[1], before[3]]
    assert shop.window.focusWidget() is grip

    for _again in range(5):
        QTest.keyClick(grip, Qt.Key.Key_Down)
    assert shop.order == [before[0], before[1], before[3], before[2]]
    assert shop.kept[-1][0].items == shop.window.routine.items  # type: ignore[union-attr]  # one is chosen


def test_a_row_is_dragged_past_the_others(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)
    before = shop.order
    rows = shop.window.items.rows
    grip, last = rows[0].grip, rows[3]
    middle = grip.rect().center()
    below = last.mapTo(shop.window, last.rect().bottomLeft() - QPoint(0, 4))

    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    _moves(grip, shop.window.mapToGlobal(below))
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton)

    assert shop.order == [*before[1:], before[0]]


def _moves(grip: QWidget, to: QPoint) -> None:
    """Drag: with a button held, which `QTest.mouseMove` does not do."""
    grip.dragged.emit(to.y())  # type: ignore[attr-defined]  # a grip has it


def test_a_dose_is_changed_and_stays_in_its_range(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)
    dose = shop.window.items.rows[1].dose

    dose.stepUp()

    assert shop.kept[-1][0].items[1].amount == timedelta(seconds=45)
    assert (dose.minimum(), dose.maximum()) == (20, 60)
    dose.selectAll()
    QTest.keyClicks(dose, "900")
    QTest.keyClick(dose, Qt.Key.Key_Return)
    assert "20 to 60" in shop.window.note.text().replace("\N{NO-BREAK SPACE}", " ")


def test_an_exercise_is_taken_out_and_the_next_has_the_focus(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)
    before = shop.order

    shop.window.items.rows[1].remove.click()

    assert shop.order == [before[0], *before[2:]]
    assert shop.window.focusWidget() is shop.window.items.rows[1].grip


def test_the_same_exercise_may_come_twice(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)

    shop.adds("stand-up-and-move")
    shop.window.items.rows[4].dose.stepUp()

    amounts = [item.amount for item in shop.kept[-1][0].items]
    assert (amounts[0], amounts[4]) == (timedelta(seconds=30), timedelta(seconds=65))


def test_what_is_being_typed_counts_when_another_is_made(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)
    shop.window.activateWindow()
    qtbot.waitUntil(shop.window.isActiveWindow)
    dose = shop.window.items.rows[1].dose
    dose.setFocus()
    dose.selectAll()
    QTest.keyClicks(dose, "55")

    QTest.keySequence(shop.window, QKeySequence(QKeySequence.StandardKey.New))
    QTest.keyClicks(shop.window.name, "Evening")
    QTest.keySequence(shop.window, QKeySequence(QKeySequence.StandardKey.New))

    morning, evening, _newest = shop.kept[-1]
    assert morning.items[1].amount == timedelta(seconds=55)
    assert evening.name == "Evening"


def test_copy_and_delete_and_undo(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)

    shop.window.list.copy.click()
    names = [one.name for one in shop.kept[-1]]
    assert names == ["Morning hips", "Morning hips, copy"]

    shop.window.list.delete.click()
    assert [one.name for one in shop.kept[-1]] == ["Morning hips"]
    assert shop.window.undo.button is not None
    shop.window.undo.button.click()
    assert [one.name for one in shop.kept[-1]] == names


def test_after_the_last_is_deleted_there_is_none(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)

    shop.window.list.delete.click()

    assert (shop.kept[-1], shop.window.routine) == ((), None)
    assert not shop.window.name.isVisible()


def test_an_empty_one_cannot_be_started(qtbot: QtBot) -> None:
    window = Shop(qtbot, EMPTY).window

    assert not window.start.isEnabled()
    assert not window.favourite.isVisible()


def test_trouble_with_keeping_it_is_said(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING, trouble="No space left on device")

    shop.adds("seated-march")

    assert shop.window.note.isVisible()
    assert shop.window.note.text() == "No space left on device"


def test_a_routine_is_taken_into_the_rotation(qtbot: QtBot) -> None:
    shop = Shop(qtbot, MORNING)

    shop.window.favourite.click()
    shop.favourites = {"own-1"}
    shop.window.favourite.click()

    assert shop.asked == [Favour("own-1"), Favour("own-1", on=False)]


def test_no_tip_and_no_check_can_be_added(qtbot: QtBot) -> None:
    menus = [one.menu() for one in Shop(qtbot).window.menu.actions()]
    offered = [
        action.text()
        for menu in menus
        if isinstance(menu, QWidget)
        for action in menu.actions()
    ]
    assert "Seated march" in offered
    assert not {"Hands-on help", "One-leg balance check"} & set(offered)


@pytest.mark.parametrize("width", [400, 900])
def test_everything_can_be_reached_with_tab(qtbot: QtBot, width: int) -> None:
    shop = Shop(qtbot, replace(MORNING, items=MORNING.items[:2]))
    window = shop.window
    window.resize(width, 640)
    window.list.list.setFocus()
    reached: list[QWidget] = []
    for _tab in range(30):
        focused = window.focusWidget()
        if focused is not None:
            reached.append(focused)
        QTest.keyClick(focused or window, Qt.Key.Key_Tab)
    rows = [
        part for row in window.items.rows for part in (row.grip, row.dose, row.remove)
    ]
    in_order: list[QWidget] = [window.name, *rows, window.add, window.start]
    assert [one for one in dict.fromkeys(reached) if one in in_order] == in_order
    assert window.list.new in reached


def test_what_adds_an_exercise_stands_right_below_the_last(qtbot: QtBot) -> None:
    window = Shop(qtbot, MORNING).window

    last, add = window.items.rows[-1], window.add
    below = add.mapTo(window, QPoint(0, 0)).y()
    bottom = last.mapTo(window, QPoint(0, last.height())).y()

    assert 0 < below - bottom < 40


def test_it_stays_in_sight_however_many_there_are(qtbot: QtBot) -> None:
    window = Shop(qtbot, replace(MORNING, items=MORNING.items * 5)).window
    qtbot.wait(1)

    bottom = window.add.mapTo(window, QPoint(0, window.add.height())).y()

    assert bottom < window.start.mapTo(window, QPoint(0, 0)).y()
    assert window.items.verticalScrollBar().maximum() > 0


def test_what_is_empty_says_what_to_do(qtbot: QtBot) -> None:
    shop = Shop(qtbot)
    words = [one.text() for one in shop.window.findChildren(QLabel) if one.isVisible()]

    assert "A routine of your own" in words

    shop.adds("seated-march")

    assert shop.window.items.isVisible()
    assert not any(
        one.text() in words
        for one in shop.window.findChildren(QLabel)
        if one.isVisible()
    )
