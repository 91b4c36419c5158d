"""Parts that load when they are first used."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from psoas_break.app.ports import Media
from psoas_break.app.sound import Sound, Voice
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.control_lines import Respond
from psoas_break.domain.settings import Breaks, Motion, Settings
from psoas_break.domain.settings import Look as LookSettings
from psoas_break.late import (
    follow_motion,
    listen,
    load_catalogue,
    load_sound,
    load_voice,
    media,
    notifier,
)
from psoas_break.ui.look import Look

pytestmark = pytest.mark.usefixtures("qapp")


def handle(_message: dict[str, object], respond: Respond) -> None:
    respond({"ok": True})


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_the_catalogue_comes_with_what_had_to_be_left_out(tmp_path: Path) -> None:
    own = tmp_path / "exercises"
    own.mkdir()
    (own / "mine.toml").write_text("kind = 3\n", "utf-8")
    told: list[str] = []

    catalogue = load_catalogue(tmp_path, told.append)

    assert "R2" in catalogue.routines
    assert [line for line in told if "mine.toml" not in line] == []
    assert told


def test_the_command_line_is_listened_to(tmp_path: Path, owner: QObject) -> None:
    control, trouble = listen(tmp_path / "control.sock", handle, owner)

    assert control is not None
    assert (trouble, (tmp_path / "control.sock").exists()) == ("", True)
    control.close()


def test_where_that_is_not_possible_the_app_runs_on_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a file"
    file.touch()

    control, trouble = listen(file / "control.sock", handle, QObject())

    assert control is None
    assert trouble.startswith("The command line cannot reach the app")


def test_sound_and_media_are_there_whatever_the_machine_has() -> None:
    sound: Sound = load_sound()
    wanted = Settings(breaks=Breaks(pause_media=True))
    players: Media = media(lambda: wanted, Buses(environ={}))

    voice: Voice = load_voice()

    sound.play("no such sound", 0)
    sound.hush()
    voice.say("Breathe in", 0)
    voice.hush()
    players.pause()
    players.resume()


def test_without_a_bus_there_are_no_notifications() -> None:
    assert notifier(Buses(environ={})) is None


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere they have no buttons")
def test_with_one_there_may_be() -> None:
    buses = Buses(environ={"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})

    assert notifier(buses) is not None
    buses.close()


def test_where_no_desktop_can_be_asked_the_look_moves(qapp: QApplication) -> None:
    look = Look(app=qapp, settings=LookSettings(motion=Motion.SYSTEM))

    follow_motion(Buses(environ={}, system="win16"), look)

    assert not look.reduced_motion
