"""Own breathing patterns in the settings dialog: made, changed, removed, chosen."""

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings import Breathing, Settings
from psoas_break.ui.settings.fields import ChoiceField
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.own_patterns import OwnPatternsField
from psoas_break.ui.settings.pattern_editor import PatternEditor
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.theme import DARK, LIGHT

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "This plugin does not support"
)

SECOND = timedelta(seconds=1)
EVENING = OwnPattern(
    id="evening", name="Evening", inhale=4.5 * SECOND, exhale=6.5 * SECOND
)
SQUARE = OwnPattern(
    id="square", name="Square", inhale=3 * SECOND, hold=2 * SECOND, exhale=4 * SECOND
)


class Dialog:
    """The dialog at the user's own patterns, with everything it emitted."""

    def __init__(self, qtbot: QtBot, *own: OwnPattern, **breathing: Any) -> None:
        settings = Settings(breathing=Breathing(own=own, **breathing))
        self.window = SettingsDialog(settings=settings, theme=LIGHT)
        # The test owns it: pytest-qt closes what it was given.
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.changes: list[Breathing] = []
        self.window.changed.connect(
            lambda settings: self.changes.append(settings.breathing)
        )
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.open_setting(Key("breathing", "own"))
        field = self.window.rows[Key("breathing", "own")].field
        assert isinstance(field, OwnPatternsField)
        self.field = field

    @property
    def editor(self) -> PatternEditor:
        assert self.field.editor is not None
        return self.field.editor

    @property
    def offered(self) -> list[str]:
        """The words in the choice of the usual pattern."""
        field = self.window.rows[Key("breathing", "pattern")].field
        assert isinstance(field, ChoiceField)
        return [field.itemText(i) for i in range(field.count())]

    def makes(self, name: str, *seconds: float) -> None:
        """Make a pattern as a user does, up to the last button."""
        self.field.add.click()
        QTest.keyClicks(self.editor.name, name)
        for field, value in zip(self.editor.seconds, seconds, strict=True):
            field.setValue(value)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("typed", ["4,5", "4.5"])
def test_seconds_are_typed_with_comma_or_point_and_written_as_one_speaks(
    qtbot: QtBot, typed: str
) -> None:
    dialog = Dialog(qtbot)
    dialog.field.add.click()
    inhale = dialog.editor.seconds[0]
    inhale.selectAll()
    QTest.keyClicks(inhale, typed)
    inhale.interpretText()

    assert (inhale.value(), inhale.text()) == (4.5, "4,5 s")


def gone(what: Any) -> None:
    """Let Qt delete what was closed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert what is None


def test_a_new_pattern_applies_at_once_and_can_be_chosen(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.makes("Evening", 4.5, 0, 6.5, 0)

    dialog.editor.save.click()

    assert [one.own for one in dialog.changes] == [(EVENING,)]
    assert [line.told for line in dialog.field.lines] == [
        "4.5 in · 6.5 out · 5.5 a minute"
    ]
    assert "Evening" in dialog.offered
    gone(dialog.field.editor)


def test_enter_saves_and_escape_does_not(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.makes("One", 4, 0, 6, 0)
    QTest.keyClick(dialog.editor, Qt.Key.Key_Return)
    dialog.makes("Two", 4, 0, 6, 0)
    QTest.keyClick(dialog.editor, Qt.Key.Key_Escape)

    assert [one.name for one in dialog.changes[-1].own] == ["One"]
    assert dialog.window.isVisible()


def test_what_is_wrong_is_said_and_cannot_be_saved(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)

    dialog.makes("Quick", 2, 0, 3, 0)

    assert dialog.editor.reason == ("That is 12 breaths a minute; choose from 4 to 10.")
    assert not dialog.editor.save.isEnabled()


def test_another_pace_stretches_all_parts(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.makes("Quick", 2, 0, 3, 0)

    dialog.editor.rate.setValue(6)

    assert [field.value() for field in dialog.editor.seconds] == [4, 0, 6, 0]
    assert dialog.editor.save.isEnabled()


def test_other_seconds_show_their_pace(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)

    dialog.makes("Square", 3, 2, 3, 2)

    assert dialog.editor.rate.text() == "6"


@pytest.mark.parametrize("name", ["evening", "Calm, 4 in · 6 out"])
def test_a_name_is_given_once(qtbot: QtBot, name: str) -> None:
    dialog = Dialog(qtbot, EVENING)

    dialog.makes(name, 4, 0, 6, 0)

    assert dialog.editor.reason == "There is a pattern of that name."
    assert not dialog.editor.save.isEnabled()


def test_a_pattern_without_a_name_waits_for_it(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)

    dialog.makes("", 4, 0, 6, 0)

    assert (dialog.editor.reason, dialog.editor.save.isEnabled()) == ("", False)


def test_a_changed_pattern_keeps_its_id_and_its_place(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot, EVENING, SQUARE)
    dialog.field.lines[0].change.click()
    dialog.editor.name.setText("Night")

    dialog.editor.save.click()

    assert [(one.id, one.name) for one in dialog.changes[-1].own] == [
        ("evening", "Night"),
        ("square", "Square"),
    ]


def test_a_removed_pattern_is_the_usual_one_no_longer(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot, EVENING, SQUARE, pattern="evening")

    dialog.field.lines[0].remove.click()

    (change,) = dialog.changes
    assert (change.own, change.pattern) == ((SQUARE,), "coherent-4-6")


def test_a_removed_pattern_leaves_another_usual_one_alone(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot, EVENING, SQUARE, pattern="evening")

    dialog.field.lines[1].remove.click()

    assert dialog.changes[-1].pattern == "evening"


def test_patterns_with_holds_say_when_they_are_not_offered(qtbot: QtBot) -> None:
    without = Dialog(qtbot, SQUARE)
    wanted = Dialog(qtbot, SQUARE, holds=True)

    assert without.field.lines[0].told.endswith("breath holds are not offered now")
    assert "Square" not in without.offered
    assert "Square" in wanted.offered


def test_restoring_defaults_does_not_take_away_what_was_made(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot, EVENING, pattern="evening", ramp=True)

    dialog.window.footer.restore.click()

    assert dialog.changes[-1] == Breathing(own=(EVENING,))


def test_an_open_editor_follows_the_theme(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.field.add.click()

    dialog.window.set_theme(DARK)

    ground = dialog.editor.palette().window().color()
    assert ground == DARK.palette().window().color()


def test_every_control_of_the_editor_has_a_name(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.field.add.click()
    editor = dialog.editor

    controls = (editor.name, *editor.seconds, editor.rate)

    assert all(control.accessibleName() for control in controls)
