"""`psoas-break autostart`: the setting and the session change together."""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from psoas_break import cli_autostart
from psoas_break.at_login import AtLogin
from psoas_break.desktop.buses import Buses
from psoas_break.grammar import parser
from psoas_break.quick import REFUSED
from psoas_break.storage.places import Places

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="autostart entries as on Linux"),
]

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def said(profile: Path, *words: str) -> int:
    line = ["--profile-dir", str(profile), "autostart", *words]
    return cli_autostart.run(parser().parse_args(line))


def entry() -> Path:
    return Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "psoas-break.desktop"


def status(profile: Path, captured: Captured) -> dict[str, Any]:
    captured.readouterr()
    assert said(profile, "status", "--json") == 0
    return dict(json.loads(captured.readouterr().out))


def test_on_and_off_change_the_session_and_the_setting(
    profile: Path, capsys: Captured
) -> None:
    found = []
    for word in ("on", "off"):
        assert said(profile, word) == 0
        now = status(profile, capsys)
        found.append((entry().exists(), now["at_login"], now["setting"]))
    assert found == [(True, True, True), (False, False, False)]


def test_it_is_off_at_first_and_asking_changes_nothing(
    profile: Path, capsys: Captured
) -> None:
    assert said(profile) == 0
    assert capsys.readouterr().out == "Psoas Break does not start at login.\n"
    assert (entry().exists(), profile.exists()) == (False, False)


def test_comments_in_the_settings_stay(profile: Path) -> None:
    file = Places.inside(profile).settings_file
    file.parent.mkdir(parents=True)
    file.write_text("# mine\n[startup]\nat_login = false\n", "utf-8")
    said(profile, "on")
    assert file.read_text("utf-8") == "# mine\n[startup]\nat_login = true\n"


def test_an_entry_removed_by_hand_is_told(profile: Path, capsys: Captured) -> None:
    said(profile, "on")
    entry().unlink()
    said(profile, "status")
    assert "The setting says otherwise" in capsys.readouterr().out


def test_a_session_that_cannot_be_changed_leaves_the_setting(
    profile: Path, capsys: Captured
) -> None:
    Path(os.environ["XDG_CONFIG_HOME"]).touch()
    assert said(profile, "on") == REFUSED
    told = capsys.readouterr().err
    assert told.startswith("Starting at login cannot be changed")
    assert not Places.inside(profile).settings_file.exists()


def test_settings_that_cannot_be_written_are_told(
    profile: Path, capsys: Captured
) -> None:
    profile.write_text("a file where the folder should be")
    assert said(profile, "on") == REFUSED
    assert "cannot be written" in capsys.readouterr().err


def test_the_app_keeps_what_stood_in_the_way_until_it_is_gone() -> None:
    config = Path(os.environ["XDG_CONFIG_HOME"])
    config.touch()
    told: list[str] = []
    login = AtLogin(buses=Buses(environ={}), settled=lambda: told.append(login.problem))

    login.set(on=True)
    config.unlink()
    login.set(on=True)

    assert told[0].startswith("Starting at login cannot be changed")
    assert (told[1], login.problem) == ("", "")
