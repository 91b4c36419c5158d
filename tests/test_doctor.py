"""`doctor` says what works here, what it says now, and why the rest does not."""

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from psoas_break import doctor as examination
from psoas_break.desktop.buses import Buses
from psoas_break.desktop.idle.at_once import ReadAtOnce
from psoas_break.sensing import Sensing
from tests.listener import answering

ROOT = Path(__file__).parents[1]


def doctor(profile: Path, *words: str) -> str:
    """Run it where there is no display, no bus and no sound server."""
    done = subprocess.run(  # noqa: S603  our own words
        [
            *(sys.executable, "-m", "psoas_break"),
            *("--profile-dir", str(profile), "doctor", *words),
        ],
        cwd=ROOT,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


def data(profile: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(doctor(profile, "--json"))
    return found


linux_only = pytest.mark.skipif(sys.platform != "linux", reason="Linux says it so")


@linux_only
def test_without_a_display_it_says_why_nothing_can_be_shown(tmp_path: Path) -> None:
    found = data(tmp_path)

    assert found["windows"] == "There is no display: DISPLAY is not set."
    assert (found["tray"], found["app"]) == (None, None)
    remedy = found["idle"].pop("remedy")
    assert found["idle"] == {
        "name": "unknown",
        "why": "there is no X server",
        "now": "unknown",
    }
    assert remedy.startswith("Log in to")
    assert [one["name"] for one in found["idle_others"]] == [
        "Mutter",
        "ext-idle-notify",
    ]


@linux_only
def test_how_the_app_reaches_the_user_is_tried(tmp_path: Path) -> None:
    ways = {one["name"]: one for one in data(tmp_path)["ways"]}

    assert ways["tray"]["now"] == "unknown"
    assert ways["notifications"]["why"].startswith("there is no message bus")
    assert ways["start at login"]["now"] == "off"
    assert ways["notifications"]["remedy"].startswith("Start the session")
    works = {"sound": "can play", "voice": "can speak"}
    for name, word in works.items():
        assert (ways[name]["now"] == word) is (ways[name]["remedy"] is None)


@linux_only
def test_a_gap_comes_with_what_to_do_about_it(tmp_path: Path) -> None:
    told = doctor(tmp_path)

    assert "  Microphone in use\n    → Start PipeWire or PulseAudio" in told
    assert "  Full screen\n    → Start Psoas Break from inside" in told


@linux_only
def test_gaps_that_one_thing_would_close_stand_together(tmp_path: Path) -> None:
    together = (
        "  A locked screen · Do not disturb · Presentation · "
        "Videos and calls that keep the screen on · notifications\n"
        "    → Start the session with dbus-run-session.\n"
    )
    assert together in doctor(tmp_path)


@linux_only
def test_gaps_are_values_too(tmp_path: Path) -> None:
    gaps = {gap["name"]: gap["remedy"] for gap in data(tmp_path)["gaps"]}

    assert gaps["Idle time"].startswith("Log in to")
    assert "PulseAudio" in gaps["Microphone in use"]
    assert "Camera in use" not in gaps


@linux_only
def test_each_sense_says_why_it_is_or_is_not_there(tmp_path: Path) -> None:
    found = data(tmp_path)

    whys = {one["name"]: one["why"] for one in found["quiet"]}
    assert whys["full screen"] == "there is no X server"
    assert whys["do not disturb and inhibitors"] == "there is no message bus"
    asked = {one["name"]: one["now"] for one in found["quiet"] if one["now"]}
    assert asked["listed programs"] == "nothing"


def test_a_program_on_the_list_is_seen(tmp_path: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("the test's own process is listed in /proc")
    running = Path(sys.executable).name
    (tmp_path / "settings.toml").write_text(f'[quiet]\napps = ["{running}"]\n', "utf-8")

    said = {one["name"]: one["now"] for one in data(tmp_path)["quiet"]}

    assert said["listed programs"] == "An app on your list is open"


def test_what_is_wrong_with_the_settings_is_among_the_problems(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[quiet]\ncamera = 3\n", "utf-8")

    (problem,) = data(tmp_path)["problems"]

    assert problem.startswith("settings.toml, line 2: quiet.camera")


class NoSenses(Sensing):
    quiet = ()
    presence = ()


@pytest.mark.usefixtures("qapp")
def test_who_says_nothing_in_time_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examination, "ANSWERS_WITHIN", timedelta(milliseconds=10))
    sensing = NoSenses(environ={}, buses=Buses(environ={}), apps=list)

    heard = examination._answers(ReadAtOnce(), sensing, {"tray": lambda _told: None})

    assert heard.ways == {"tray": None}


def test_the_running_app_is_asked_too(tmp_path: Path) -> None:
    answer = {"ok": True, "line": "Sitting 3 min", "data": {"notices": ["Disk full"]}}
    with answering(tmp_path, answer):
        told = doctor(tmp_path)

    assert "The running app: Sitting 3 min" in told
    assert "Disk full" in told


def test_an_app_that_does_not_answer_is_a_finding(tmp_path: Path) -> None:
    with answering(tmp_path, b"rubbish\n"):
        told = doctor(tmp_path)

    assert "The running app: does not answer" in told
