"""Pictures of the settings dialog, page by page."""

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from functools import partial
from pathlib import Path

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings import Breathing, Settings
from psoas_break.ui.settings.key import Key
from psoas_break.ui.settings.offered import Offered
from psoas_break.ui.settings.pattern_editor import PatternEditor
from psoas_break.ui.settings_dialog import SettingsDialog
from psoas_break.ui.theme import Theme
from tests.shots import Shot

OFFERED = Offered(
    device="anna-desk",
    places={
        "Settings": Path("/home/anna/.config/psoas-break/settings.toml"),
        "History": Path("/home/anna/.local/share/psoas-break/journal.db"),
        "Log": Path("/home/anna/.local/state/psoas-break/log/psoas-break.log"),
    },
)
WORKDAY = (
    *(Range(day, time(9), time(12, 30)) for day in range(5)),
    *(Range(day, time(13), time(18)) for day in range(4)),
    Range(4, time(13), time(15)),
    Range(5, time(22), time(2)),
)
SECOND = timedelta(seconds=1)
OWN = (
    OwnPattern(id="evening", name="Evening", inhale=4.5 * SECOND, exhale=6.5 * SECOND),
    OwnPattern(
        id="square",
        name="Small square",
        inhale=3 * SECOND,
        hold=2 * SECOND,
        exhale=3.5 * SECOND,
        rest=2 * SECOND,
    ),
)


def shots() -> Iterator[Shot]:
    """Every page; a refused value, problems in the file, a search, small and large."""
    pages = (
        *("reminders", "hours", "quiet", "breaks"),
        *("breathing", "look", "sound", "data"),
    )
    for index, name in enumerate(pages):
        yield Shot(f"settings-{name}", partial(_page, index))
    yield Shot("settings-refused", _refused)
    yield Shot("settings-overlap", _overlap)
    yield Shot("settings-problems", _problems)
    yield Shot("settings-search", _search, sizes=((720, 560), (560, 420)))
    yield Shot("settings-own-patterns", _own, sizes=((720, 560), (560, 400)))
    yield Shot("settings-pattern-editor", _editor)
    yield Shot("settings-pattern-refused", _wrong)
    for index, name in ((0, "reminders"), (1, "hours")):
        make: Callable[[Theme], SettingsDialog] = partial(_page, index)
        yield Shot(f"settings-{name}-large-font", make, font_scale=1.25)
    yield Shot("settings-hours-small", partial(_page, 1), sizes=((560, 400),))
    yield Shot("settings-data-whole", _data, sizes=((720, 900), (560, 860)))
    yield Shot("settings-wide", partial(_page, 0), sizes=((560, 400), (1000, 800)))


def _own(theme: Theme) -> SettingsDialog:
    breathing = Breathing(own=OWN, pattern="evening")
    made = SettingsDialog(
        settings=Settings(breathing=breathing), theme=theme, offered=OFFERED
    )
    made.open_setting(Key("breathing", "own"))
    return made


def _editor(theme: Theme) -> PatternEditor:
    return PatternEditor(OWN[1], own=OWN, theme=theme)


def _wrong(theme: Theme) -> PatternEditor:
    made = PatternEditor(None, own=OWN, theme=theme)
    made.name.setText("Very slow")
    made.seconds[2].setValue(12)
    return made


def dialog(theme: Theme) -> SettingsDialog:
    """A dialog with hours worth looking at."""
    hours = WorkingHours(enabled=True, ranges=WORKDAY)
    return SettingsDialog(settings=Settings(hours=hours), theme=theme, offered=OFFERED)


def _page(index: int, theme: Theme) -> SettingsDialog:
    made = dialog(theme)
    made.open_page(index)
    return made


def _refused(theme: Theme) -> SettingsDialog:
    made = dialog(theme)
    field = made.rows[Key("reminders", "earliest")].control
    field.show_value(timedelta(minutes=60))
    field.edited.emit(timedelta(minutes=60))
    return made


def _overlap(theme: Theme) -> SettingsDialog:
    made = _page(1, theme)
    row = made.hours_editor.days[0].rows[0]
    row.end.setTime(row.end.time().addSecs(90 * 60))
    return made


def _problems(theme: Theme) -> SettingsDialog:
    made = dialog(theme)
    made.show_problems(
        (
            "settings.toml: reminders.earliest_min is “soon”; using 30",
            "settings.toml: look.theme is “sepia”; using system",
        )
    )
    return made


def _search(theme: Theme) -> SettingsDialog:
    made = dialog(theme)
    made.search("break")
    return made


def _data(theme: Theme) -> SettingsDialog:
    """The page of the user's data, after a backup."""
    made = dialog(theme)
    made.open_page(len(made.pages) - 1)
    made.show_outcome(
        "Backup with 12408 entries of the history written to "
        "/home/anna/psoas-break-backup.zip."
    )
    return made
