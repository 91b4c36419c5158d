"""The settings file says what is wrong with it and loses nothing."""

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from psoas_break.domain.hours import Range, WorkingHours
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings import (
    BodyLimit,
    Breaks,
    Place,
    Reminders,
    Settings,
    Sounds,
    Surface,
    ThemeChoice,
)
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.settings_file import defaults, load, save, stamp
from tests.disk import Disk


@pytest.fixture
def file(folder: Path) -> Path:
    return folder / "settings.toml"


def read(file: Path, text: str) -> tuple[Settings, list[str]]:
    file.write_text(text, encoding="utf-8")
    return load(file)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def with_reminders(settings: Settings, **changes: object) -> Settings:
    reminders = replace(settings.reminders, **changes)  # type: ignore[arg-type]  # by name
    return replace(settings, reminders=reminders)


# --- Reading --------------------------------------------------------------------


def test_no_file_means_the_defaults(file: Path) -> None:
    assert load(file) == (Settings(), [])


def test_every_kind_of_value_is_read(file: Path) -> None:
    settings, problems = read(
        file,
        """
        [reminders]
        earliest_min = 32.5
        lull_s = 12
        snooze_limit = "unlimited"
        surface = "full_screen"
        chime = true
        [hours]
        enabled = true
        mon = ["9:00-12:30", "13:00-18:00"]
        tue = ["22:00-06:00"]
        wed = []
        [breaks]
        places = ["mat", "chair"]
        [look]
        theme = "dark"
        [sounds]
        volume = 20
        """,
    )
    assert problems == []
    assert settings.reminders == Reminders(
        earliest=minutes(32.5),
        lull=timedelta(seconds=12),
        snooze_limit=None,
        surface=Surface.FULL_SCREEN,
        chime=True,
    )
    assert settings.hours.ranges[:3] == (
        Range(0, time(9), time(12, 30)),
        Range(0, time(13), time(18)),
        Range(1, time(22), time(6)),
    )
    assert settings.breaks.places == {Place.MAT, Place.CHAIR}
    assert settings.look.theme is ThemeChoice.DARK
    assert settings.sounds.volume == 20


def test_a_day_may_end_at_24_00(file: Path) -> None:
    settings, _problems = read(file, '[hours]\nsat = ["18:00-24:00"]')
    assert settings.hours.ranges[-1] == Range(5, time(18), time(0))


def test_a_day_not_named_keeps_its_default(file: Path) -> None:
    settings, _problems = read(file, "[hours]\nmon = []")
    assert {span.weekday for span in settings.hours.ranges} == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("line", "used"),
    [
        ("[reminders]\nlull_s = 99", "8"),
        ("[reminders]\nlull_s = 0", "8"),
        ("[reminders]\nlull_s = -8", "8"),
        ("[reminders]\nlull_s = nan", "8"),
        ("[reminders]\nlull_s = true", "8"),
        ('[reminders]\nlull_s = "8"', "8"),
        (f"[reminders]\nearliest_min = {'9' * 400}", "30"),
        ("[reminders]\nearliest_min = 10080", "30"),
        ("[reminders]\nsnooze_limit = 2.5", "3"),
        ('[reminders]\nsnooze_limit = "many"', "3"),
        ('[reminders]\nsurface = "poster"', '"card"'),
        ("[reminders]\nsurface = 3", '"card"'),
        ("[reminders]\nchime = 1", "false"),
        ('[breaks]\nplaces = "mat"', '["desk", "chair"]'),
        ('[breaks]\nplaces = ["mat", "moon"]', '["desk", "chair"]'),
        ("[breaks]\nplaces = [[]]", '["desk", "chair"]'),
        ('[breathing]\npattern = ""', '"coherent-4-6"'),
        ('[quiet]\napps = "zoom"', "[]"),
        ('[quiet]\napps = ["zoom", " "]', "[]"),
        ("[sounds]\nvolume = 101", "60"),
        ('[sounds]\nvolume = "unlimited"', "60"),
        ('[hours]\nmon = "09:00-18:00"', '["09:00-18:00"]'),
        ('[hours]\nmon = ["9 to 5"]', '["09:00-18:00"]'),
        ('[hours]\nmon = ["25:00-26:00"]', '["09:00-18:00"]'),
        ("[hours]\nmon = [9]", '["09:00-18:00"]'),
        ("[hours]\nenabled = 2020-01-01", "false"),
    ],
)
def test_a_bad_value_falls_back_and_is_named(line: str, used: str, file: Path) -> None:
    settings, (problem,) = read(file, line)
    key = line.partition("\n")[2].partition(" ")[0]
    assert settings == Settings()
    assert problem.startswith("settings.toml, line 2:")
    assert f".{key}: " in problem
    assert problem.endswith(f". {used} is used")


def test_names_of_programs_are_read_each_once(file: Path) -> None:
    settings, problems = read(file, '[quiet]\napps = [" zoom", "obs", "zoom"]')
    assert (settings.quiet.apps, problems) == (("zoom", "obs"), [])


def test_one_bad_value_spoils_no_other(file: Path) -> None:
    settings, _problems = read(file, "[reminders]\nlull_s = 99\nsnooze_min = 7")
    assert settings.reminders.snooze == minutes(7)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("earliest_min = 50\nlatest_min = 40", "30, 45 are used"),
        ("earliest_min = 50", "30, 45 are used"),
        ("away_after_min = 5\nnatural_break_min = 5", "3, 5 are used"),
    ],
)
def test_a_pair_that_does_not_fit_falls_back_together(
    text: str, named: str, file: Path
) -> None:
    settings, (problem,) = read(file, f"[reminders]\n{text}")
    assert (settings, problem.endswith(named)) == (Settings(), True)


def test_nowhere_is_no_place(file: Path) -> None:
    text = '[breaks]\nlimits = ["knees"]\nplaces = []'
    settings, (problem,) = read(file, text)
    assert settings.breaks == Breaks(limits=frozenset({BodyLimit.KNEES}))
    assert problem.endswith('choose at least one place. ["desk", "chair"] are used')


def test_a_window_of_one_moment_is_allowed(file: Path) -> None:
    text = "[reminders]\nearliest_min = 40\nlatest_min = 40"
    assert read(file, text)[1] == []


def test_a_table_that_is_none_is_named(file: Path) -> None:
    settings, (problem,) = read(file, "reminders = 5")
    assert settings == Settings()
    assert problem.startswith("settings.toml, line 1: reminders: 5 is not a table")


def test_unknown_keys_are_named_once(file: Path) -> None:
    text = "colour = 1\n[reminders]\nlul_s = 8\n[moon]\nphase = 2"
    _settings, (problem,) = read(file, text)
    assert problem.endswith("colour, moon, reminders.lul_s")


def test_a_key_may_be_written_with_its_table(file: Path) -> None:
    settings, (problem,) = read(file, "sounds.volume = 5\nreminders.lull_s = 99\n")
    assert settings.sounds.volume == 5
    assert problem.startswith("settings.toml, line 2: reminders.lull_s")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_windows_editor_is_welcome(encoding: str, ending: str, file: Path) -> None:
    text = ending.join(["# ä", "[reminders]", "lull_s = 9", ""])
    file.write_bytes(text.encode(encoding))
    settings, problems = load(file)
    assert (settings.reminders.lull, problems) == (timedelta(seconds=9), [])


@pytest.mark.parametrize(
    "content",
    [
        b"[reminders\nlull_s = 9",
        b"\xff\xfe[\x00",
        b"lull_s = 9\nlull_s = 8",
        b"x = " + b"[" * 100_000,
        b"x = 2020-99-99",
    ],
)
def test_a_file_that_cannot_be_parsed_is_kept_beside(
    content: bytes, file: Path
) -> None:
    file.write_bytes(content)
    settings, (problem,) = load(file)
    (kept,) = file.parent.glob("settings.toml.bad-*")
    assert (settings, kept.read_bytes()) == (Settings(), content)
    assert kept.name in problem


def test_the_same_bad_file_is_kept_once(file: Path) -> None:
    file.write_text("[", encoding="utf-8")
    for _ in range(3):
        load(file)
    assert len(list(file.parent.glob("settings.toml.bad-*"))) == 1


def test_a_bad_file_stays_where_its_editor_left_it(file: Path) -> None:
    read(file, "[")
    assert file.read_text(encoding="utf-8") == "["


def make_folder(file: Path) -> None:
    file.mkdir()


def make_pipe(file: Path) -> None:
    os.mkfifo(file)


def make_huge(file: Path) -> None:
    file.write_bytes(b"# " * 600_000)


def make_loop(file: Path) -> None:
    file.symlink_to(file.name)


@pytest.mark.parametrize("make", [make_folder, make_pipe, make_huge, make_loop])
def test_what_is_no_settings_file_is_named(
    make: Callable[[Path], None], file: Path
) -> None:
    make(file)
    settings, (problem,) = load(file)
    assert (settings, str(file) in problem) == (Settings(), True)


# --- An organisation's defaults --------------------------------------------------


@pytest.fixture
def site(folder: Path) -> Path:
    site = folder / "site.toml"
    site.write_text(
        "[reminders]\nsnooze_min = 10\nlull_s = 20\n[sounds]\nvolume = 0",
        encoding="utf-8",
    )
    return site


def test_an_organisation_s_defaults_are_the_defaults(site: Path) -> None:
    settings, _problems = load(site.with_name("none.toml"), site)
    assert (defaults(site) == settings, defaults() == Settings()) == (True, True)


def test_the_users_own_wins_key_by_key(file: Path, site: Path) -> None:
    file.write_text("[reminders]\nlull_s = 5\n", encoding="utf-8")
    settings, _problems = load(file, site)
    reminders = settings.reminders
    assert (reminders.snooze, reminders.lull) == (minutes(10), timedelta(seconds=5))
    assert settings.sounds.volume == 0


def test_a_bad_value_of_the_users_falls_back_to_the_organisations(
    file: Path, site: Path
) -> None:
    file.write_text("[sounds]\nvolume = 999\n", encoding="utf-8")
    settings, (problem,) = load(file, site)
    assert (settings.sounds.volume, problem[-9:]) == (0, "0 is used")


def test_a_bad_file_of_the_organisations_is_named_and_left_alone(
    file: Path, site: Path
) -> None:
    site.write_text("[", encoding="utf-8")
    settings, (problem,) = load(file, site)
    assert settings == Settings()
    assert str(site) in problem
    assert [entry.name for entry in file.parent.iterdir()] == ["site.toml"]


# --- Writing --------------------------------------------------------------------

WRITTEN_BY_HAND = """\
# my settings
[reminders]
lull_s = 9  # seconds
mood = "good"
snooze_min = 4

# night owl
[look]
theme = "dark"
"""


def test_only_what_changed_is_touched(file: Path) -> None:
    settings, _problems = read(file, WRITTEN_BY_HAND)
    save(file, with_reminders(settings, lull=timedelta(seconds=12)))
    expected = WRITTEN_BY_HAND.replace("lull_s = 9 ", "lull_s = 12 ")
    assert file.read_text(encoding="utf-8") == expected


def test_a_new_key_goes_to_its_table(file: Path) -> None:
    settings, _problems = read(file, WRITTEN_BY_HAND)
    save(file, with_reminders(settings, chime=True))
    expected = WRITTEN_BY_HAND.replace("_min = 4\n", "_min = 4\nchime = true\n")
    assert file.read_text(encoding="utf-8") == expected


def test_a_new_table_goes_to_the_end(file: Path) -> None:
    settings, _problems = read(file, WRITTEN_BY_HAND)
    save(file, replace(settings, sounds=Sounds(volume=5)))
    text = file.read_text(encoding="utf-8")
    assert text == WRITTEN_BY_HAND + "\n[sounds]\nvolume = 5\n"


def test_a_new_file_holds_what_is_not_default(file: Path) -> None:
    save(file, with_reminders(Settings(), snooze_limit=None))
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[-2:] == ["[reminders]", 'snooze_limit = "unlimited"']


def test_nothing_changed_writes_nothing(file: Path) -> None:
    save(file, Settings())
    assert not file.exists()


def test_hours_are_written_by_the_day(file: Path) -> None:
    hours = WorkingHours(
        enabled=True,
        ranges=(Range(0, time(9), time(12, 30)), Range(6, time(22), time(6))),
    )
    save(file, replace(Settings(), hours=hours))
    text = file.read_text(encoding="utf-8")
    assert 'mon = ["09:00-12:30"]' in text
    assert "tue = []" in text
    assert 'sun = ["22:00-06:00"]' in text


def test_an_edit_by_hand_meanwhile_is_not_lost(file: Path) -> None:
    known, _problems = read(file, WRITTEN_BY_HAND)
    file.write_text(
        WRITTEN_BY_HAND.replace("snooze_min = 4", "snooze_min = 11"), encoding="utf-8"
    )
    save(file, with_reminders(known, lull=timedelta(seconds=12)), was=known)
    reminders = load(file)[0].reminders
    assert (reminders.snooze, reminders.lull) == (minutes(11), timedelta(seconds=12))


def test_a_bad_value_beside_a_change_is_left_to_be_mended(file: Path) -> None:
    settings, _problems = read(file, "[reminders]\nlull_s = 99\n")
    save(file, with_reminders(settings, chime=True))
    assert file.read_text(encoding="utf-8").startswith("[reminders]\nlull_s = 99\n")


def test_half_of_a_pair_that_did_not_fit_does_not_come_back_to_life(
    file: Path,
) -> None:
    settings, _problems = read(file, "[reminders]\nearliest_min = 50\n")
    save(file, with_reminders(settings, latest=minutes(60)))
    reminders = load(file)[0].reminders
    assert (reminders.earliest, reminders.latest) == (minutes(30), minutes(60))


def test_a_change_that_no_longer_fits_a_hand_edit_still_takes_effect(
    file: Path,
) -> None:
    file.write_text("[reminders]\nearliest_min = 44\n", encoding="utf-8")
    known = Settings()
    save(file, with_reminders(known, latest=minutes(35)), was=known)
    reminders = load(file)[0].reminders
    assert (reminders.earliest, reminders.latest) == (minutes(30), minutes(35))


def with_evening(settings: Settings) -> Settings:
    """Have a breathing pattern of one's own."""
    seconds = (timedelta(seconds=4), timedelta(seconds=6))
    own = OwnPattern(id="evening", name="Evening", inhale=seconds[0], exhale=seconds[1])
    return replace(settings, breathing=replace(settings.breathing, own=(own,)))


def test_a_usual_pattern_that_was_not_there_does_not_come_back_to_life(
    file: Path,
) -> None:
    settings, _problems = read(file, '[breathing]\npattern = "evening"\n')
    save(file, with_evening(settings))
    assert load(file) == (with_evening(settings), [])


@pytest.mark.parametrize("behind", ["hours.enabled = true", "[hours]\nenabled = true"])
def test_a_new_table_swallows_nothing_that_stands_behind_it(
    behind: str, file: Path
) -> None:
    settings, _problems = read(file, f"breathing.ramp = true\n{behind}\n")
    with contextlib.suppress(StorageError):
        save(file, with_evening(settings))
    assert load(file)[0] in (settings, with_evening(settings))


def test_a_byte_order_mark_and_windows_lines_stay(file: Path) -> None:
    text = "\ufeff[reminders]\r\nlull_s = 9\r\n"
    file.write_bytes(text.encode())
    settings, _problems = load(file)
    save(file, with_reminders(settings, lull=timedelta(seconds=7), chime=True))
    assert file.read_bytes().decode() == (
        "\ufeff[reminders]\r\nlull_s = 7\r\nchime = true\r\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "reminders.lull_s = 9\n",
        "reminders = {lull_s = 9}\n",
        "reminders = 5\n",
        "[reminders]",
        "[reminders.extra]\nx = 1\n",
        "[[friends]]\nx = 1\n[[friends]]\nx = 2\n",
        "",
    ],
)
def test_a_key_finds_its_place_however_the_file_is_written(
    text: str, file: Path
) -> None:
    settings, _problems = read(file, text)
    save(file, with_reminders(settings, chime=True, snooze=minutes(7)))
    assert load(file)[0].reminders.snooze == minutes(7)


def test_saving_over_a_file_that_cannot_be_parsed_keeps_it_beside(
    file: Path,
) -> None:
    settings, _problems = read(file, "lull_s = [")
    save(file, with_reminders(settings, chime=True))
    (kept,) = file.parent.glob("settings.toml.bad-*")
    assert kept.read_text(encoding="utf-8") == "lull_s = ["
    assert load(file)[0].reminders.chime


def test_a_link_stays_a_link_and_a_mode_stays_a_mode(
    file: Path, tmp_path: Path
) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(WRITTEN_BY_HAND, encoding="utf-8")
    real.chmod(0o640)
    file.symlink_to(real)
    save(file, with_reminders(load(file)[0], chime=True))
    assert file.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert "chime = true" in real.read_text(encoding="utf-8")


def test_an_organisations_default_is_not_copied_into_the_file(
    file: Path, site: Path
) -> None:
    settings, _problems = load(file, site)
    save(file, with_reminders(settings, chime=True), site_path=site)
    assert "volume" not in file.read_text(encoding="utf-8")


def test_going_back_to_our_default_overrules_the_organisations(
    file: Path, site: Path
) -> None:
    settings, _problems = load(file, site)
    save(file, replace(settings, sounds=Sounds(volume=60)), site_path=site)
    assert load(file, site)[0].sounds.volume == 60


def test_a_full_disk_leaves_the_old_file(disk: Disk) -> None:
    file = disk.folder / "settings.toml"
    file.write_text(WRITTEN_BY_HAND, encoding="utf-8")
    settings, _problems = load(file)
    disk.fill()
    with pytest.raises(StorageError, match="No space left on device"):
        save(file, with_reminders(settings, chime=True))
    assert file.read_text(encoding="utf-8") == WRITTEN_BY_HAND


def test_a_read_only_folder_is_named(disk: Disk) -> None:
    file = disk.folder / "deep" / "settings.toml"
    with disk.read_only(), pytest.raises(StorageError, match="Read-only file system"):
        save(file, with_reminders(Settings(), chime=True))


def test_the_stamp_changes_with_the_file(file: Path) -> None:
    stamps = [stamp(file)]
    for volume in (5, 6):
        save(file, replace(Settings(), sounds=Sounds(volume=volume)))
        stamps.append(stamp(file))
    assert len(set(stamps)) == 3
