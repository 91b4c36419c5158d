"""Starting at login follows the setting, whoever made it, and repairs nothing."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from psoas_break.app.preferences import Preferences
from psoas_break.at_login import AtLogin
from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Startup
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.settings_store import SettingsFile

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="entries as on Linux")


class Machine:
    """One machine, on which the app is started again and again."""

    def __init__(self, folder: Path) -> None:
        self.organisation = folder / "site.toml"
        self.own = folder / "settings.toml"
        self._state = folder / "state"
        self.entry = (
            Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "psoas-break.desktop"
        )

    def says(self, file: Path, *, at_login: bool) -> None:
        """Write a settings file."""
        file.write_text(f"[startup]\nat_login = {str(at_login).lower()}\n", "utf-8")

    def starts(self) -> Preferences:
        """Start the app; returns what is changed in its settings."""
        store = SettingsFile(self.own, self.organisation)
        preferences = Preferences(store=store)
        login = AtLogin(buses=Buses(environ={}), settled=lambda: None)
        login.follow(preferences, AnchorFiles(folder=self._state))
        return preferences


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_written_where_nobody_asked(machine: Machine) -> None:
    machine.starts()
    assert not machine.entry.parent.exists()


@pytest.mark.parametrize("who", ["organisation", "own"])
def test_the_first_start_does_as_the_setting_says(machine: Machine, who: str) -> None:
    machine.says(getattr(machine, who), at_login=True)
    machine.starts()
    assert machine.entry.exists()


def test_an_entry_taken_away_by_the_desktop_s_own_tool_stays_away(
    machine: Machine,
) -> None:
    machine.says(machine.organisation, at_login=True)
    machine.starts()
    machine.entry.unlink()
    machine.starts()
    assert not machine.entry.exists()


def test_what_the_user_switched_off_stays_off(machine: Machine) -> None:
    machine.says(machine.organisation, at_login=True)
    preferences = machine.starts()
    off = replace(preferences.settings, startup=Startup(at_login=False))
    preferences.choose(off)
    assert not machine.entry.exists()

    machine.starts()
    assert not machine.entry.exists()


def test_an_organisation_that_decides_later_is_followed_at_the_next_start(
    machine: Machine,
) -> None:
    machine.starts()
    found = []
    for on in (True, False):
        machine.says(machine.organisation, at_login=on)
        machine.starts()
        found.append(machine.entry.exists())
    assert found == [True, False]


def test_an_entry_that_is_not_of_the_app_s_making_is_left_alone(
    machine: Machine,
) -> None:
    machine.entry.parent.mkdir(parents=True)
    machine.entry.touch()
    machine.starts()
    assert machine.entry.exists()
