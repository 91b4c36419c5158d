"""Settings from a window and from an editor, and a disk that may be full."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.app.preferences import Preferences
from psoas_break.domain.settings import Reminders, Settings, Sounds
from psoas_break.storage.settings_store import SettingsFile

MINUTE = timedelta(minutes=1)
LATER = Settings(reminders=Reminders(earliest=35 * MINUTE))


class File:
    """The real file, on a disk that can be full; and an editor."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.full = False
        self._file = SettingsFile(path, None)
        self.load, self.stamp = self._file.load, self._file.stamp
        self.defaults = self._file.defaults

    def save(self, settings: Settings, *, was: Settings) -> None:
        if self.full:
            reason = "No space left on device"
            raise OSError(reason)
        self._file.save(settings, was=was)

    def is_edited(self, text: str) -> None:
        self.path.write_text(text, "utf-8")
        # Some disks count time in steps: an edit right after another still differs.
        os.utime(self.path, ns=(0, hash(text) & 0xFFFFFFFF))


@pytest.fixture
def file(tmp_path: Path) -> File:
    return File(tmp_path / "settings.toml")


Told = list[tuple[Settings, Settings]]


def listening(preferences: Preferences) -> Told:
    told: Told = []
    preferences.on_change(lambda was, now: told.append((was, now)))
    return told


def test_at_first_the_file_holds(file: File) -> None:
    file.is_edited("[reminders]\nearliest_min = 35\n")

    assert Preferences(store=file).settings == LATER


def test_a_choice_holds_at_once_and_is_kept(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)

    preferences.choose(LATER)

    assert told == [(Settings(), LATER)]
    assert Preferences(store=file).settings == LATER


def test_choosing_what_holds_tells_nobody(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)

    preferences.choose(Settings())

    assert told == []


def test_an_edit_by_hand_holds_as_soon_as_it_is_noticed(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)
    file.is_edited("[reminders]\nearliest_min = 35\n")

    preferences.reread()

    assert told == [(Settings(), LATER)]


def test_a_file_that_was_not_edited_is_not_read(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)

    preferences.reread()

    assert told == []


def test_an_edit_not_noticed_yet_survives_a_choice(file: File) -> None:
    preferences = Preferences(store=file)
    file.is_edited("[sounds]\nvolume = 10\n")

    preferences.choose(LATER)

    assert preferences.settings == replace(LATER, sounds=Sounds(volume=10))


def test_a_choice_on_a_full_disk_holds_and_is_named(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)
    file.full = True

    preferences.choose(LATER)

    assert preferences.problems == ("No space left on device",)
    assert told == [(Settings(), LATER)]


def test_it_is_written_once_there_is_room(file: File) -> None:
    preferences = Preferences(store=file)
    file.full = True
    preferences.choose(LATER)
    file.full = False

    preferences.reread()

    assert preferences.problems == ()
    assert Preferences(store=file).settings == LATER


def test_an_edit_by_hand_does_not_take_back_what_could_not_be_written(
    file: File,
) -> None:
    preferences = Preferences(store=file)
    file.full = True
    preferences.choose(LATER)
    file.is_edited("[sounds]\nvolume = 10\n")
    preferences.reread()
    meanwhile = preferences.settings
    file.full = False

    preferences.reread()

    assert meanwhile == LATER
    assert preferences.settings == replace(LATER, sounds=Sounds(volume=10))


def test_two_choices_on_a_full_disk_are_both_written(file: File) -> None:
    preferences = Preferences(store=file)
    file.full = True
    preferences.choose(LATER)
    both = replace(LATER, sounds=Sounds(volume=10))
    preferences.choose(both)
    file.full = False

    preferences.reread()

    assert Preferences(store=file).settings == both


def test_a_bad_value_is_named_even_if_nothing_else_changes(file: File) -> None:
    preferences = Preferences(store=file)
    told = listening(preferences)
    file.is_edited("[reminders]\nlull_s = 99\n")

    preferences.reread()

    assert (len(preferences.problems), told) == (1, [(Settings(), Settings())])
