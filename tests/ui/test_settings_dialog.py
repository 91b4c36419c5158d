"""The settings dialog: applies at once, refuses aloud, finds everything."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.domain.settings import (
    BodyLimit,
    Breathing,
    Look,
    Place,
    Reminders,
    Settings,
    SpanLimits,
    Startup,
    Surface,
    ThemeChoice,
)
from psoas_break.ui.settings.fields import (
    ChoiceField,
    NumberField,
    SpanField,
    SwitchField,
    TicksField,
)
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.names_field import NamesField
from psoas_break.ui.settings.offered import Offered
from psoas_break.ui.settings.text_field import TextField
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.theme import DARK, LIGHT
from tests.ui.wheel import takes_the_wheel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

EARLIEST = Key("reminders", "earliest")
LATEST = Key("reminders", "latest")
SHARED = Key("data", "shared_folder")
LOG = Path("somewhere") / "psoas-break.log"


class Dialog:
    """The dialog with everything it emitted."""

    def __init__(self, qtbot: QtBot, settings: Settings | None = None) -> None:
        offered = Offered(
            places={"Log": LOG},
            surfaces=(Surface.CARD, Surface.TRAY),
            device="anna-desk",
        )
        self.window = SettingsDialog(
            settings=settings or Settings(), theme=LIGHT, offered=offered
        )
        # The test owns it: pytest-qt closes what it was given.
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.window)
        self.changes: list[Settings] = []
        self.window.changed.connect(self.changes.append)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def field(self, key: Key) -> QWidget:
        return self.window.rows[key].field

    def number(self, key: Key) -> NumberField:
        field = self.field(key)
        assert isinstance(field, NumberField)
        return field

    def choice(self, key: Key) -> ChoiceField:
        field = self.field(key)
        assert isinstance(field, ChoiceField)
        return field

    def types(self, key: Key, text: str) -> None:
        """Type a number into a field and finish it with Enter."""
        self.window.open_setting(key)
        field = self.number(key)
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def search_results(self) -> list[str]:
        rows = self.window.sidebar.list
        return [rows.item(row).text() for row in range(rows.count())]


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    return Dialog(qtbot)


def every_key() -> Iterator[Key]:
    settings = Settings()
    for group in fields(settings):
        value = getattr(settings, group.name)
        assert is_dataclass(value)
        for one in fields(value):
            yield Key(group.name, one.name)


def test_every_setting_has_its_row(dialog: Dialog) -> None:
    by_editor = {Key("hours", "ranges")}
    assert set(dialog.window.rows) == set(every_key()) - by_editor


def test_every_control_has_a_name_for_a_screen_reader(dialog: Dialog) -> None:
    nameless = [k for k in dialog.window.rows if not dialog.field(k).accessibleName()]
    assert nameless == []


def test_every_number_shows_its_unit_and_says_its_limits(dialog: Dialog) -> None:
    for key, row in dialog.window.rows.items():
        limits = key.limits()
        if isinstance(row.field, SpanField) and isinstance(limits, SpanLimits):
            said = f"{limits.low} to {limits.high} {limits.unit}".replace(" ", "\xa0")
            assert row.field.suffix().strip() == limits.unit
            assert said in row.note
            assert said in row.field.toolTip()
            assert said in row.field.accessibleDescription()


def test_a_typed_number_applies_when_it_is_finished(dialog: Dialog) -> None:
    dialog.types(EARLIEST, "25")
    assert [one.reminders.earliest for one in dialog.changes] == [timedelta(minutes=25)]


def test_nothing_applies_while_a_number_is_being_typed(dialog: Dialog) -> None:
    dialog.window.open_setting(EARLIEST)
    field = dialog.number(EARLIEST)
    field.selectAll()
    QTest.keyClicks(field, "25")
    assert dialog.changes == []


def test_closing_takes_what_is_still_being_typed(dialog: Dialog) -> None:
    dialog.window.open_setting(EARLIEST)
    field = dialog.number(EARLIEST)
    field.selectAll()
    QTest.keyClicks(field, "25")
    dialog.window.close()
    assert dialog.changes[-1].reminders.earliest == timedelta(minutes=25)


def test_a_number_beyond_its_limits_is_put_back_with_a_word(dialog: Dialog) -> None:
    dialog.types(EARLIEST, "500")
    assert dialog.changes == []
    assert dialog.number(EARLIEST).value() == 30
    said = dialog.window.rows[EARLIEST].refusal
    assert said == "Choose 5 to 180 min.".replace(
        "5 to 180 min", "5\xa0to\xa0180\xa0min"
    )


def test_an_earliest_after_the_latest_is_refused_in_line(dialog: Dialog) -> None:
    dialog.types(EARLIEST, "60")
    assert dialog.changes == []
    row = dialog.window.rows[EARLIEST]
    assert row.refusal == "The earliest prompt must not be later than the latest."
    assert row.refusal in row.field.accessibleDescription()


def test_the_refused_number_applies_with_its_other_half(dialog: Dialog) -> None:
    dialog.types(EARLIEST, "60")
    dialog.types(LATEST, "90")
    assert dialog.changes[-1].reminders.earliest == timedelta(minutes=60)
    assert dialog.window.rows[EARLIEST].refusal == ""


def test_away_not_shorter_than_a_natural_break_is_refused(dialog: Dialog) -> None:
    away = Key("reminders", "away_after")
    dialog.types(away, "5")
    assert dialog.changes == []
    assert "shorter than a natural break" in dialog.window.rows[away].refusal


def test_a_switch_applies_at_once(dialog: Dialog) -> None:
    key = Key("startup", "at_login")
    dialog.window.open_setting(key)
    QTest.keyClick(dialog.field(key), Qt.Key.Key_Space)
    assert dialog.changes == [Settings(startup=Startup(at_login=True))]


def test_a_choice_applies_at_once(dialog: Dialog) -> None:
    key = Key("look", "theme")
    dialog.window.open_setting(key)
    QTest.keyClick(dialog.field(key), Qt.Key.Key_Down)
    assert dialog.changes == [Settings(look=Look(theme=ThemeChoice.LIGHT))]


def test_ticks_apply_at_once(dialog: Dialog) -> None:
    field = dialog.field(Key("breaks", "places"))
    assert isinstance(field, TicksField)
    field.boxes[Place.MAT].click()
    assert dialog.changes[-1].breaks.places == frozenset(Place)


def test_names_of_programs_apply_when_they_are_finished(dialog: Dialog) -> None:
    field = dialog.field(Key("quiet", "apps"))
    assert isinstance(field, NamesField)
    QTest.keyClicks(field, "zoom,  OBS , zoom,")
    assert dialog.changes == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.changes[-1].quiet.apps == ("zoom", "OBS")
    assert field.text() == "zoom, OBS"


def test_snoozes_may_be_none_or_unlimited(dialog: Dialog) -> None:
    field = dialog.choice(Key("reminders", "snooze_limit"))
    field.setCurrentIndex(0)
    field.activated.emit(0)
    field.setCurrentIndex(field.count() - 1)
    field.activated.emit(field.count() - 1)
    assert [one.reminders.snooze_limit for one in dialog.changes] == [0, None]


def test_only_surfaces_that_work_here_are_offered(dialog: Dialog) -> None:
    field = dialog.choice(Key("reminders", "surface"))
    offered = [field.itemText(index) for index in range(field.count())]
    assert offered == ["Card in the corner", "Tray icon only"]


def test_a_surface_from_the_file_is_shown_though_not_offered(qtbot: QtBot) -> None:
    shown = Settings(reminders=Reminders(surface=Surface.NOTIFICATION))
    dialog = Dialog(qtbot, shown)
    assert dialog.choice(Key("reminders", "surface")).currentText() == "notification"
    assert dialog.changes == []


def test_patterns_with_holds_are_offered_only_when_asked_for(dialog: Dialog) -> None:
    pattern = dialog.choice(Key("breathing", "pattern"))
    without = pattern.count()
    holds = dialog.field(Key("breathing", "holds"))
    assert isinstance(holds, SwitchField)
    holds.click()
    assert pattern.count() > without
    assert pattern.currentText() == "Calm, 4 in · 6 out"


def test_breath_holds_are_not_offered_with_a_heart_to_spare(qtbot: QtBot) -> None:
    settings = Settings()
    limits = frozenset({BodyLimit.HEART_OR_LUNG})
    spared = replace(settings, breaks=replace(settings.breaks, limits=limits))
    dialog = Dialog(qtbot, replace(spared, breathing=Breathing(holds=True)))
    row = dialog.window.rows[Key("breathing", "holds")]
    assert not row.field.isEnabled()
    assert "Not offered" in row.note


def test_settings_from_outside_are_shown_without_an_echo(dialog: Dialog) -> None:
    dialog.window.show_settings(Settings(look=Look(theme=ThemeChoice.DARK)))
    assert dialog.choice(Key("look", "theme")).currentText() == "Dark"
    assert dialog.changes == []


def test_settings_from_outside_leave_the_focus_and_half_typed_text(
    dialog: Dialog,
) -> None:
    dialog.window.open_setting(EARLIEST)
    field = dialog.number(EARLIEST)
    field.selectAll()
    QTest.keyClicks(field, "2")
    dialog.window.show_settings(Settings(reminders=Reminders(chime=True)))
    assert field.hasFocus()
    assert field.text() == "2 min"


def test_a_search_lists_settings_of_all_pages(dialog: Dialog) -> None:
    dialog.window.search("sound")
    assert dialog.search_results()[0] == "Sounds in a break"
    assert "Soft chime" in dialog.search_results()


def test_a_search_turns_to_the_page_and_enter_gives_the_focus(dialog: Dialog) -> None:
    QTest.keyClicks(dialog.window.sidebar.field, "dark")
    assert dialog.window.current_page.title == "Look and motion"
    QTest.keyClick(dialog.window.sidebar.field, Qt.Key.Key_Return)
    assert dialog.field(Key("look", "theme")).hasFocus()


def test_a_setting_far_down_is_scrolled_into_sight(dialog: Dialog) -> None:
    row = dialog.window.rows[Key("reminders", "surface")]
    viewport = dialog.window.current_page.viewport()
    below = row.mapTo(viewport, QPoint()).y() > viewport.height()
    dialog.window.search("tray icon")
    top = row.mapTo(viewport, QPoint())
    whole = viewport.rect().contains(QRect(top, row.size()))
    assert (below, whole) == (True, True)


def test_arrow_keys_go_from_hit_to_hit(dialog: Dialog) -> None:
    QTest.keyClicks(dialog.window.sidebar.field, "sound")
    QTest.keyClick(dialog.window.sidebar.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.window.sidebar.list, Qt.Key.Key_Down)
    assert dialog.window.sidebar.list.currentItem().text() == dialog.search_results()[1]


def test_escape_ends_the_search_before_it_closes(dialog: Dialog) -> None:
    field = dialog.window.sidebar.field
    QTest.keyClicks(field, "dark")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert dialog.window.isVisible()
    assert dialog.search_results()[0] == "Reminders"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not dialog.window.isVisible()


def test_a_search_without_hits_says_so(dialog: Dialog) -> None:
    dialog.window.search("quantum")
    assert dialog.search_results() == []
    assert dialog.window.sidebar.nothing_found == "Nothing found for “quantum”"


def test_the_list_turns_the_pages(dialog: Dialog) -> None:
    QTest.keyClick(dialog.window.sidebar.list, Qt.Key.Key_Down)
    assert dialog.window.current_page.title == "Working hours"


def test_defaults_come_back_on_this_page_only(qtbot: QtBot) -> None:
    look = Look(theme=ThemeChoice.DARK)
    reminders = Reminders(earliest=timedelta(minutes=60), latest=timedelta(minutes=90))
    dialog = Dialog(qtbot, Settings(look=look, reminders=reminders))
    dialog.window.footer.restore.click()
    assert dialog.changes == [Settings(look=look)]


def test_restoring_can_be_undone(qtbot: QtBot) -> None:
    before = Settings(reminders=Reminders(chime=True, lull=timedelta(seconds=5)))
    dialog = Dialog(qtbot, before)
    dialog.window.footer.restore.click()
    dialog.window.footer.undo.click()
    expected = replace(before, reminders=replace(before.reminders, chime=True))
    assert dialog.changes[-1] == expected
    assert not dialog.window.footer.undo.isVisible()


def test_with_nothing_to_restore_the_button_says_so(dialog: Dialog) -> None:
    assert not dialog.window.footer.restore.isEnabled()


def test_the_wheel_over_a_field_without_focus_changes_nothing(dialog: Dialog) -> None:
    field = dialog.number(LATEST)
    assert not takes_the_wheel(field)
    assert dialog.changes == []


def test_problems_in_the_file_stand_above_every_page(dialog: Dialog) -> None:
    dialog.window.show_problems(("earliest_min is “soon”; using 30",))
    assert dialog.window.notice.isVisible()
    assert "soon" in dialog.window.notice.words
    dialog.window.show_problems(())
    assert not dialog.window.notice.isVisible()


def test_a_file_can_be_shown(dialog: Dialog, qtbot: QtBot) -> None:
    buttons = dialog.window.findChildren(QPushButton)
    show = next(b for b in buttons if b.accessibleName() == "Show Log")
    with qtbot.waitSignal(dialog.window.asked_to_open) as asked:
        show.click()
    assert asked.args == [LOG]


def test_a_new_theme_reaches_every_control(dialog: Dialog) -> None:
    dialog.window.set_theme(DARK)
    palette = dialog.field(LATEST).palette()
    assert palette.color(palette.ColorRole.Base) == DARK.surface2


def test_it_is_gone_when_closed(qtbot: QtBot) -> None:
    window = SettingsDialog(settings=Settings(), theme=LIGHT)
    with qtbot.waitSignal(window.destroyed):
        window.close()


def test_a_folder_to_share_is_taken_when_it_is_typed_to_the_end(qtbot: QtBot) -> None:
    dialog = Dialog(qtbot)
    dialog.window.open_setting(SHARED)
    field = dialog.field(SHARED).focusProxy()
    assert field is not None
    QTest.keyClicks(field, "/home/anna/shared")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [made.data.shared_folder for made in dialog.changes] == ["/home/anna/shared"]


def test_a_device_without_a_name_shows_the_machine_s_own(qtbot: QtBot) -> None:
    field = Dialog(qtbot).field(Key("data", "device_name"))
    assert isinstance(field, TextField)
    assert field.placeholderText() == "anna-desk"
