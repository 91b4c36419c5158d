"""What the command line says and does to the running app."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path

import pytest

from tests.system.desktop import Desktop
from tests.system.running_app import NO_APP, App

STATUS = {
    *("state", "prompt", "clock_running", "standing", "off_hours", "away_since"),
    *("sitting_s", "next_break", "pending", "quiet", "paused_until", "snoozes"),
    *("idle", "line", "today"),
}


@pytest.fixture
def asked(app: App) -> App:
    """The app with a prompt on the screen."""
    app.advance("45m", "--typing")
    app.wait_for_window()
    return app


def test_status_has_every_promised_key(app: App) -> None:
    assert app.status().keys() >= STATUS


def test_history_has_every_promised_list(app: App) -> None:
    assert app.history().keys() >= {"sessions", "prompts", "natural_breaks"}


def test_idle_is_known_on_this_desktop(desktop: Desktop, tmp_path: Path) -> None:
    with App(desktop, tmp_path / "profile", speed=1) as app:
        assert app.status()["idle"] != "unknown"


def test_a_pause_is_seen_in_status(app: App) -> None:
    app.tell("pause", "30m")

    assert app.status()["state"] == "paused"


def test_a_pause_says_when_it_ends_with_an_offset(app: App) -> None:
    app.tell("pause", "30m")

    assert datetime.fromisoformat(app.status()["paused_until"]).utcoffset() is not None


def test_a_pause_ends_by_itself(app: App) -> None:
    app.tell("pause", "30m")
    app.advance("31m", "--typing")

    assert app.status()["paused_until"] is None


def test_resume_ends_a_pause(app: App) -> None:
    app.tell("pause")
    app.tell("resume")

    assert app.status()["state"] == "sitting"


def test_a_pause_does_not_stop_the_sitting_clock(app: App) -> None:
    app.tell("pause", "1h")
    app.advance("20m", "--typing")

    assert app.status()["sitting_s"] >= 20 * 60 - 1


def test_snooze_takes_the_prompt_down_and_is_counted(asked: App) -> None:
    asked.tell("snooze", "5m")

    asked.wait_until_windows_are_gone()
    assert asked.status()["snoozes"]["used"] == 1


def test_a_snooze_ends_in_a_prompt(asked: App) -> None:
    asked.tell("snooze", "5m")
    asked.advance("10m", "--typing")

    assert asked.status()["prompt"] == "shown"


def test_skip_takes_the_prompt_down_and_keeps_the_clock(asked: App) -> None:
    asked.tell("skip")

    asked.wait_until_windows_are_gone()
    assert asked.status()["sitting_s"] >= 45 * 60 - 1


def test_a_skip_is_counted_for_today(asked: App) -> None:
    asked.tell("skip")

    assert asked.status()["today"]["skipped"] == 1


@pytest.mark.parametrize("command", ["snooze", "skip"])
def test_with_nothing_due_it_is_refused_in_one_line(app: App, command: str) -> None:
    done = app.line.say(command)

    assert (done.returncode != 0, len(done.stderr.strip().splitlines())) == (True, 1)


def test_moved_clears_the_clock(app: App) -> None:
    app.advance("20m", "--typing")
    app.tell("moved")

    assert app.status()["sitting_s"] < 5


def test_standing_is_seen_in_status(app: App) -> None:
    app.tell("standing", "on")

    assert app.status()["state"] == "standing"


def test_a_meeting_holds_the_prompt_back(app: App) -> None:
    app.tell("meeting", "1h")
    app.advance("50m", "--typing")

    assert (app.status()["prompt"], app.status()["pending"]) == ("none", True)


def test_history_as_csv_has_a_row_per_side(app: App) -> None:
    app.tell("start", "R2")
    app.advance("8m")

    rows = list(csv.DictReader(io.StringIO(app.tell("history", "--csv"))))
    assert len(rows) >= 2


def test_the_exercises_are_listed(app: App) -> None:
    first = json.loads(app.tell("exercises", "--json"))["exercises"][0]

    assert first.keys() >= {"id", "name", "kind", "places", "sides", "figure"}


def test_quit_ends_the_app(app: App) -> None:
    app.tell("quit")

    assert app.process.wait(10) == 0


def test_without_the_app_a_command_says_so(desktop: Desktop, tmp_path: Path) -> None:
    nobody = App(desktop, tmp_path / "profile")

    done = nobody.line.say("status")

    assert (done.returncode, len(done.stderr.strip().splitlines())) == (NO_APP, 1)


def test_without_a_display_the_app_says_so(desktop: Desktop, tmp_path: Path) -> None:
    environment = {k: v for k, v in desktop.environment.items() if k != "DISPLAY"}
    blind = Desktop(desktop.screen, environment, desktop.home, desktop.pids)

    done = App(blind, tmp_path / "profile").line.say()

    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)


def test_a_history_is_taken_in_while_the_app_runs(app: App, tmp_path: Path) -> None:
    app.tell("start", "R2")
    app.advance("5m")
    file = str(tmp_path / "history.csv")
    app.tell("history", "--export", file)
    other = App(app.desktop, tmp_path / "other")
    with other:
        other.tell("history", "--import", file)
        other.tell("history", "--import", file)
        assert other.status()["today"]["breaks"] == 1
        assert other.status()["notices"] == []


def test_a_backup_is_not_restored_under_a_running_app(app: App, tmp_path: Path) -> None:
    file = str(tmp_path / "backup.zip")
    app.tell("backup", file)
    done = app.line.say("restore", file)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_settings_are_shown_while_the_app_runs(app: App) -> None:
    told = json.loads(app.tell("settings", "--show", "--json"))
    assert {one["source"] for one in told["settings"]} == {"default"}
    assert app.windows() == []
