"""Edits of a file that may come and go."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from psoas_break.ui.settings_watch import SettingsWatch


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_an_edit_in_place_is_noticed(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("", "utf-8")
    watch = SettingsWatch(file=file, parent=owner)

    with qtbot.waitSignal(watch.edited):
        file.write_text("[look]\n", "utf-8")


def test_a_file_that_is_made_later_is_noticed(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.toml"
    watch = SettingsWatch(file=file, parent=owner)

    with qtbot.waitSignal(watch.edited):
        file.write_text("[look]\n", "utf-8")


def test_a_folder_that_is_made_later_is_noticed(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "config" / "psoas-break" / "settings.toml"
    watch = SettingsWatch(file=file, parent=owner)

    with qtbot.waitSignal(watch.edited):
        file.parent.mkdir(parents=True)
    with qtbot.waitSignal(watch.edited):
        file.write_text("[look]\n", "utf-8")


def test_a_file_that_is_replaced_is_noticed_each_time(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("", "utf-8")
    watch = SettingsWatch(file=file, parent=owner)

    for text in ("[look]\n", "[sounds]\n"):
        fresh = tmp_path / "settings.new"
        fresh.write_text(text, "utf-8")
        with qtbot.waitSignal(watch.edited):
            fresh.replace(file)


def test_several_writes_are_one_edit(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("", "utf-8")
    watch = SettingsWatch(file=file, parent=owner)
    told: list[bool] = []
    watch.edited.connect(lambda: told.append(True))

    for _step in range(5):
        watch._on_change(str(file))
    qtbot.waitUntil(lambda: bool(told))

    assert told == [True]


def test_where_nobody_may_look_the_folder_above_is_watched(
    owner: QObject, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / ("x" * 300) / "settings.toml"
    watch = SettingsWatch(file=file, parent=owner)

    with qtbot.waitSignal(watch.edited):
        (tmp_path / "beside").mkdir()
