"""The whole process, without a screen: how it starts, is told things, and ends."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from psoas_break.quick import NOT_RUNNING, USAGE
from psoas_break.storage.places import Places
from tests.system.command_line import CommandLine
from tests.system.process import end, started
from tests.system.running_app import begin_at_nine
from tests.system.waiting import LONG, until

if sys.platform != "linux":
    pytest.skip("signals and sockets as on Linux", allow_module_level=True)


class Running:
    """An app with a profile of its own, its time standing still at nine."""

    def __init__(self, profile: Path) -> None:
        begin_at_nine(profile)
        self.profile = profile
        self._environment = {**os.environ, "TZ": "UTC"}
        self.line = CommandLine(profile, self._environment)
        self.log = profile.with_suffix(".log")
        self.process = self.start()
        until(lambda: self.line.say("status").returncode == 0, "the app to answer")

    def start(self) -> "subprocess.Popen[bytes]":
        with self.log.open("ab") as log:
            words = self.line.words("--speed", "0")
            return started(words, self._environment, log=log)

    def is_told_to_end(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        return self.process.wait(LONG.total_seconds())

    def kept(self, name: str) -> dict[str, object]:
        """What is saved under a name."""
        file = Places.inside(self.profile).anchors / f"{name}.json"
        return dict(json.loads(file.read_text("utf-8")))


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path / "profile")
    yield running
    end(running.process)
    assert "Traceback" not in running.log.read_text("utf-8", "replace")


def test_without_a_display_it_says_so_in_one_line(tmp_path: Path) -> None:
    blind = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }

    done = CommandLine(tmp_path, blind).say()

    assert (done.returncode, done.stdout) == (USAGE, "")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "Eine Minute Auszeit"), ("en:de", "One-minute reset")],
)
def test_it_speaks_the_user_s_language(
    tmp_path: Path, language: str, name: str
) -> None:
    line = CommandLine(tmp_path, {**os.environ, "LANGUAGE": language})

    assert name in line.say("routines").stdout


@pytest.mark.parametrize("word", ["history", "exercises", "--help"])
def test_without_a_display_what_is_read_from_files_still_works(
    tmp_path: Path, word: str
) -> None:
    assert CommandLine(tmp_path, {"PATH": os.environ["PATH"]}).tell(word)


def test_without_the_app_its_words_end_with_three(tmp_path: Path) -> None:
    done = CommandLine(tmp_path, os.environ).say("status")

    assert (done.returncode, done.stdout) == (NOT_RUNNING, "")
    assert len(done.stderr.splitlines()) == 1


def test_a_second_start_ends_well_and_leaves_the_first_alone(app: Running) -> None:
    second = app.line.say("--speed", "0")

    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert app.line.status()["state"] == "sitting"


def test_two_starts_at_once_are_one_app(tmp_path: Path) -> None:
    begin_at_nine(tmp_path / "profile")
    line = CommandLine(tmp_path / "profile", os.environ)
    both = [started(line.words("--speed", "0"), os.environ) for _start in range(2)]
    try:
        until(lambda: any(one.poll() is not None for one in both), "one to give way")
        line.tell("status")
        codes = [one.poll() for one in both]
    finally:
        line.say("quit")
        for one in both:
            end(one)

    assert sorted(codes, key=str) == [0, None]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_asked_to_end_it_saves_and_ends_well(
    app: Running, number: signal.Signals
) -> None:
    app.line.advance("20m", "--typing")

    code = app.is_told_to_end(number)

    at = app.kept("reminder")["at"]
    assert (code, at) == (0, ["2026-03-02T09:20:00+00:00", 4800.0])


def test_asked_to_end_in_a_break_it_keeps_what_was_held(app: Running) -> None:
    app.line.tell("start", "R2")
    app.line.advance("30s")

    app.is_told_to_end(signal.SIGTERM)

    (session,) = app.line.history()["sessions"]
    assert (session["outcome"], len(session["exercises"])) == ("interrupted", 1)


def test_quit_ends_it_well(app: Running) -> None:
    app.line.tell("quit")

    assert app.process.wait(LONG.total_seconds()) == 0


def test_what_the_app_is_told_is_seen_in_status(app: Running) -> None:
    app.line.tell("pause", "30m")

    assert app.line.status()["paused_until"] == "2026-03-02T09:30:00.000+00:00"


def test_an_edit_by_hand_is_heeded(app: Running) -> None:
    file = Places.inside(app.profile).settings_file
    file.write_text("[reminders]\nearliest_min = 40\n", "utf-8")

    def heeded() -> bool:
        return bool(app.line.status()["next_break"]["earliest_s"] == 40 * 60)

    assert until(heeded, "the settings to be read")


def test_a_bad_edit_is_named(app: Running) -> None:
    file = Places.inside(app.profile).settings_file
    file.write_text("[reminders]\nlull_s = 99\n", "utf-8")

    named = until(lambda: app.line.status()["notices"], "a notice")

    assert "lull_s" in named[0]


def test_an_app_that_cannot_be_built_ends_and_says_why(tmp_path: Path) -> None:
    code = (
        "import sys; import psoas_break.late as late\n"
        "late.sounding = None\n"
        "from psoas_break.__main__ import main\n"
        f"sys.argv = ['psoas-break', '--profile-dir', {str(tmp_path)!r}]\n"
        "main()\n"
    )

    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        timeout=LONG.total_seconds(),
    )

    assert done.returncode == 1
    assert "TypeError" in done.stderr + Places.inside(tmp_path).log_file.read_text(
        "utf-8"
    )


def test_whoever_stops_reading_stops_us_quietly(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(  # noqa: S603
            CommandLine(tmp_path, os.environ).words("exercises"),
            env={k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"},
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
            timeout=LONG.total_seconds(),
        )

    assert (done.returncode, done.stderr) == (1, b"")


def test_start_at_login_can_be_switched_on_by_hand(app: Running) -> None:
    file = Places.inside(app.profile).settings_file
    file.write_text("[startup]\nat_login = true\n", "utf-8")
    entry = Path(os.environ["XDG_CONFIG_HOME"]) / "autostart" / "psoas-break.desktop"

    assert until(entry.exists, "the entry in the autostart folder")
