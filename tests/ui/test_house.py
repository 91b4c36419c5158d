"""Every window of the app with what it shows, built from real parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from psoas_break.app.commands import Window
from psoas_break.app.data_jobs import DataJob
from psoas_break.app.preferences import Preferences
from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.domain.settings import Motion, Reminders, Settings, Skin, Sounds
from psoas_break.domain.situation import Situation, StateName
from psoas_break.house import House
from psoas_break.sensing import Found, Sense
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.journal_totals import JournalTotals
from psoas_break.storage.places import Places
from psoas_break.storage.settings_store import SettingsFile
from psoas_break.ui.about_window import AboutWindow
from psoas_break.ui.catalogue_window import CatalogueWindow
from psoas_break.ui.history_window import HistoryWindow
from psoas_break.ui.home_window import HomeWindow
from psoas_break.ui.look import Look
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.tray import Tray
from psoas_break.ui.welcome import WelcomeWindow
from tests.app.at_the_desk import AtTheDesk
from tests.storage.stories import at, stretch

# The offscreen platform cannot do these, and says so each time.
pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support|systemTrayWindowChanged"
)

MINUTE = timedelta(minutes=1)
SITTING = Situation(state=StateName.SITTING, line="Sitting 3 min", tooltip="")
EARLIEST, VOLUME = Key("reminders", "earliest"), Key("sounds", "volume")


@dataclass
class World:
    """A house in a profile of its own, and whether there is a tray."""

    app: QApplication
    profile: Path
    has_tray: bool = True
    situation: Situation = SITTING
    trouble: str = ""
    owner: QObject = field(default_factory=QObject)

    def __post_init__(self) -> None:
        places = Places.inside(self.profile)
        self.journal = SqliteJournal(
            path=places.journal_file, device_file=places.device_file
        )
        self.preferences = Preferences(store=SettingsFile(places.settings_file, None))
        self.tray = Tray(is_available=lambda: self.has_tray, parent=self.owner)
        me = AtTheDesk("2026-03-03T12:00")
        self.house = House(
            app=self.app,
            look=Look(app=self.app, settings=LookSettings()),
            tray=self.tray,
            places=places,
            totals=lambda: JournalTotals(journal=self.journal),
            clock=me,
            senses=lambda: Found(Sense("world", "it is ours"), [], []),
            buses=Buses(environ={}),
            preferences=self.preferences,
            problems=lambda: (*self.preferences.problems, self.trouble),
            proposal=lambda: None,
            choosing=me.choosing,
            situation=lambda: self.situation,
            parent=self.owner,
        )
        self.preferences.on_change(lambda _was, now: self.house.show_settings(now))

    def opens(self, window: Window) -> QWidget:
        self.house.windows.show(window)
        found = self.house.windows.get(window)
        assert found is not None
        return found

    @property
    def open_windows(self) -> set[Window]:
        return {window for window in Window if self.house.windows.get(window)}


@pytest.fixture
def world(qapp: QApplication, tmp_path: Path) -> Iterator[World]:
    made = World(qapp, tmp_path / "profile")
    yield made
    closes(made)


def closes(world: World) -> None:
    for window in world.open_windows:
        found = world.house.windows.get(window)
        assert found is not None
        found.close()
    world.journal.close()
    world.tray.hide()


def words(window: QWidget) -> str:
    labels = window.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


@pytest.mark.parametrize("window", set(Window) - {Window.CARD})
def test_every_window_opens(world: World, window: Window) -> None:
    assert world.opens(window).isVisible()


def test_the_history_shows_what_was_done(world: World) -> None:
    world.journal.record(stretch(at("09:40", "2026-03-03")))

    window = world.opens(Window.HISTORY)

    assert "1\nbreak this week" in words(window)
    assert "the next break starts" in words(window)


def test_the_history_is_exported_from_its_window(
    world: World, qtbot: QtBot, tmp_path: Path
) -> None:
    world.journal.record(stretch(at("09:40", "2026-03-03")))
    window = world.opens(Window.HISTORY)
    assert isinstance(window, HistoryWindow)
    file = tmp_path / "all.csv"

    window.job_asked.emit(DataJob.EXPORT, file)

    qtbot.waitUntil(lambda: bool(window.header.outcome.text()))
    assert "standing-hip-flexor-stretch" in file.read_text("utf-8")


def test_the_home_window_shows_where_we_are_and_follows(world: World) -> None:
    window = world.opens(Window.HOME)
    before = words(window)

    world.house.show(replace(SITTING, line="Paused until 14:30"))

    assert "Sitting 3 min" in before
    assert "Paused until 14:30" in words(window)


def test_with_no_window_open_nothing_is_shown(world: World) -> None:
    world.house.show(SITTING)
    world.house.show_settings(Settings())

    assert world.open_windows == set()


def test_a_change_in_the_dialog_is_kept(world: World) -> None:
    dialog = world.opens(Window.SETTINGS)
    assert isinstance(dialog, SettingsDialog)

    dialog._propose({EARLIEST: 35 * MINUTE})

    assert world.preferences.settings.reminders.earliest == 35 * MINUTE


def test_an_edit_by_hand_shows_in_the_open_dialog(world: World) -> None:
    dialog = world.opens(Window.SETTINGS)
    assert isinstance(dialog, SettingsDialog)

    world.preferences.choose(Settings(reminders=Reminders(earliest=35 * MINUTE)))

    assert dialog._draft.settings.reminders.earliest == 35 * MINUTE


def test_an_open_history_shows_the_break_that_has_just_ended(world: World) -> None:
    history = world.opens(Window.HISTORY)
    world.house.show(replace(SITTING, state=StateName.ON_BREAK))
    world.journal.record(stretch(at("11:00")))
    world.house.show(SITTING)
    assert isinstance(history, HistoryWindow)
    assert history.empty.isHidden()


def test_two_windows_with_settings_do_not_undo_each_other(world: World) -> None:
    dialog, welcome = world.opens(Window.SETTINGS), world.opens(Window.WELCOME)
    assert isinstance(dialog, SettingsDialog)
    assert isinstance(welcome, WelcomeWindow)

    dialog._propose({VOLUME: 10})
    welcome._propose({EARLIEST: 35 * MINUTE})

    assert world.preferences.settings == Settings(
        reminders=Reminders(earliest=35 * MINUTE), sounds=Sounds(volume=10)
    )


def test_trouble_with_the_settings_stands_in_the_dialog(world: World) -> None:
    world.trouble = "Starting at login cannot be changed: no room"

    assert world.trouble in words(world.opens(Window.SETTINGS))


def test_the_way_to_a_tray_shows_only_while_there_is_none(world: World) -> None:
    window = world.opens(Window.HOME)
    assert isinstance(window, HomeWindow)

    world.has_tray = False
    world.tray.look()
    without = words(window)
    world.has_tray = True
    world.tray.look()

    assert "no tray" in without
    assert "no tray" not in words(window)


def test_no_home_window_is_told_of_the_tray(world: World) -> None:
    world.has_tray = False
    world.tray.look()

    assert world.open_windows == set()


@pytest.mark.parametrize(
    ("is_new", "has_tray", "greeted_by"),
    [
        (False, True, set()),
        (False, False, {Window.HOME}),
        (True, True, {Window.WELCOME}),
        (True, False, {Window.HOME, Window.WELCOME}),
    ],
)
def test_a_start_shows_what_an_icon_would_not(
    qapp: QApplication,
    tmp_path: Path,
    *,
    is_new: bool,
    has_tray: bool,
    greeted_by: set[Window],
) -> None:
    world = World(qapp, tmp_path, has_tray=has_tray)

    world.house.greet(is_new=is_new)

    assert world.open_windows == greeted_by
    closes(world)


def test_who_has_settings_already_needs_no_welcome(world: World) -> None:
    world.preferences.choose(Settings(sounds=Sounds(volume=10)))

    world.house.greet(is_new=True)

    assert world.open_windows == set()


def test_the_diagnosis_names_what_goes_wrong(world: World) -> None:
    world.situation = replace(SITTING, notices=("The disk is full",))
    window = world.opens(Window.ABOUT)
    assert isinstance(window, AboutWindow)

    told = world.house._diagnosis()

    assert told.endswith("Problems\n  The disk is full")
    assert "world  it is ours" in told
    assert str(world.profile) in told


@pytest.mark.parametrize("window", [Window.ABOUT, Window.SETTINGS])
def test_a_folder_is_opened_by_the_desktop(
    world: World, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    found = world.opens(window)
    assert isinstance(found, AboutWindow | SettingsDialog)

    found.asked_to_open.emit(world.profile)

    assert opened == [QUrl.fromLocalFile(str(world.profile))]


def test_another_person_and_less_motion_reach_the_open_catalogue(world: World) -> None:
    window = world.opens(Window.CATALOGUE)
    assert isinstance(window, CatalogueWindow)
    window.open("R2")
    changed = LookSettings(motion=Motion.REDUCED, skin=Skin.DARK)

    world.house._look.use(changed)

    assert window.pane.figure._reduced
    assert window.pane.figure.stage._looks.skin is Skin.DARK
