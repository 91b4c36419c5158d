"""When not to speak and who is there: told by services, heard by the running app."""

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App
from tests.system.services import (
    INHIBITS,
    LockScreen,
    call,
    deaf_service,
    do_not_disturb,
    lock_screen,
    message_bus,
    slow_presentation,
    sound_server,
    video,
)
from tests.system.waiting import LONG, until

MINUTE = 60


@pytest.fixture
def lock(desktop: Desktop) -> Iterator[LockScreen]:
    with lock_screen(desktop) as screen:
        yield screen


def is_locked_for(app: App, lock: LockScreen, span: str) -> None:
    """Lock the screen, let time pass, and unlock it."""
    lock.lock()
    until(lambda: app.status()["away_since"], "the lock to be heard")
    app.advance(span)
    lock.unlock()
    until(lambda: not app.status()["away_since"], "the unlock to be heard")


def showings(app: App) -> int:
    """Return how often a prompt was shown, after all."""
    notes = [note for prompt in app.history()["prompts"] for note in prompt["notes"]]
    return sum(note["note"] == "shown" for note in notes)


# Calls


def test_a_call_over_the_due_time_brings_one_prompt_after_it(
    app: App, desktop: Desktop
) -> None:
    with sound_server(desktop) as microphone:
        app.advance("29m", "--typing")
        with call(desktop, microphone):
            app.advance("40m")
            meanwhile = app.status()
        app.advance("31s", "--typing")
        app.advance("9s")

    assert (meanwhile["prompt"], meanwhile["pending"]) == ("none", True)
    assert meanwhile["line"].startswith("Microphone in use")
    assert (app.status()["prompt"], showings(app)) == ("shown", 1)


def test_in_a_call_nobody_has_to_touch_anything(app: App, desktop: Desktop) -> None:
    with sound_server(desktop) as microphone, call(desktop, microphone):
        app.advance("40m")

        assert app.status()["sitting_s"] == 40 * MINUTE


# Locks


def test_a_short_lock_repays_its_share_and_is_no_break(
    app: App, lock: LockScreen
) -> None:
    app.advance("20m", "--typing")

    is_locked_for(app, lock, "10s")

    today = app.status()["today"]
    assert app.status()["sitting_s"] == pytest.approx(20 * MINUTE * 29 / 30, abs=1)
    assert today["natural_breaks"] == 0


def test_a_lock_of_six_minutes_is_one_natural_break(app: App, lock: LockScreen) -> None:
    app.advance("20m", "--typing")

    is_locked_for(app, lock, "6m")

    assert app.status()["sitting_s"] < MINUTE
    assert len(app.history()["natural_breaks"]) == 1


def test_two_hours_of_sleep_are_one_natural_break_and_no_prompt(app: App) -> None:
    app.advance("29m", "--typing")
    app.advance("2h", "--asleep")
    app.advance("2m", "--typing")

    assert app.status()["prompt"] == "none"
    assert (len(app.history()["natural_breaks"]), showings(app)) == (1, 0)


def test_a_break_waits_while_the_screen_is_locked(app: App, lock: LockScreen) -> None:
    app.tell("start", "R2")
    app.advance("1m")

    is_locked_for(app, lock, "12m")

    (session,) = app.history()["sessions"]
    held = sum(exercise["held_s"] for exercise in session["exercises"])
    assert (session["outcome"] != "finished", 0 < held < 60) == (True, True)


# Do not disturb


def test_do_not_disturb_toggled_ten_times_loses_no_sitting(
    app: App, desktop: Desktop
) -> None:
    app.advance("29m", "--typing")
    for _time in range(5):
        do_not_disturb(desktop, on=True)
        app.advance("1m", "--typing")
        do_not_disturb(desktop, on=False)
        app.advance("1m", "--typing")

    assert app.status()["sitting_s"] == 39 * MINUTE


def test_do_not_disturb_holds_a_prompt_until_it_ends(
    app: App, desktop: Desktop
) -> None:
    do_not_disturb(desktop, on=True)
    app.advance("50m", "--typing")
    held = app.status()
    do_not_disturb(desktop, on=False)
    until(lambda: not app.status()["quiet"], "the end of do not disturb")
    app.advance("31s", "--typing")
    app.advance("9s")

    assert [quiet["reason"] for quiet in held["quiet"]] == ["do not disturb"]
    assert (held["pending"], app.status()["prompt"]) == (True, "shown")


def test_do_not_disturb_ends_with_who_kept_it(tmp_path: Path) -> None:
    with private_desktop() as desktop, App(desktop, tmp_path / "profile") as app:
        do_not_disturb(desktop, on=True)
        app.advance("50m", "--typing")
        held = app.status()
        os.kill(desktop.pids["dunst"], signal.SIGTERM)
        until(lambda: not app.status()["quiet"], "the end of do not disturb")
        app.advance("31s", "--typing")
        app.advance("9s")

        assert (held["pending"], app.status()["prompt"]) == (True, "shown")


def test_a_sign_that_is_switched_off_holds_nothing(app: App, desktop: Desktop) -> None:
    settings = app.line.profile / "settings.toml"
    settings.write_text("[quiet]\ndo_not_disturb = false\n", "utf-8")
    do_not_disturb(desktop, on=True)
    app.advance("31m", "--typing")
    app.advance("10s")
    do_not_disturb(desktop, on=False)

    assert app.status()["prompt"] == "shown"


# Videos


def test_somebody_who_watches_a_video_is_sitting_and_gets_the_prompt(
    app: App, desktop: Desktop
) -> None:
    with video(desktop):
        app.advance("30m")
        app.advance("20s")

        assert app.status()["prompt"] == "shown"
        assert app.status()["sitting_s"] == 30 * MINUTE + 20


def test_a_video_left_on_does_not_make_the_afternoon_sitting(
    app: App, desktop: Desktop
) -> None:
    with video(desktop):
        app.advance("3h")
        away = app.status()["state"]
        app.advance("20s", "--typing")

    assert (away, app.status()["sitting_s"] < MINUTE) == ("away", True)


# Trouble


def test_a_service_that_answers_late_is_waited_for(app: App, desktop: Desktop) -> None:
    with slow_presentation(desktop):
        app.advance("50m", "--typing")
        status = app.status()

    assert [quiet["reason"] for quiet in status["quiet"]] == ["presentation"]
    assert (status["pending"], showings(app)) == (True, 0)


def test_a_service_that_never_answers_holds_no_prompt(
    app: App, desktop: Desktop
) -> None:
    with deaf_service(desktop, INHIBITS.name):
        app.advance("31m", "--typing")
        app.advance("10s")

        assert app.status()["prompt"] == "shown"


def test_a_bus_that_dies_in_the_middle_of_a_look_holds_no_prompt(
    desktop: Desktop, tmp_path: Path
) -> None:
    address = f"unix:path={tmp_path / 'bus'}"
    environment = desktop.environment | {"DBUS_SESSION_BUS_ADDRESS": address}
    mine = replace(desktop, environment=environment)
    with (
        message_bus(address) as bus,
        deaf_service(mine, INHIBITS.name),
        App(mine, tmp_path / "profile") as app,
    ):
        app.advance("44m", "--typing")
        words = app.line.words("advance", "61s", "--typing")
        passing = mine.start(*words)
        until(lambda: app.status()["sitting_s"] >= 45 * MINUTE, "the look to begin")
        bus.kill()

        assert passing.wait(timeout=LONG.total_seconds()) == 0
        assert app.status()["prompt"] != "none"


def test_a_bus_that_dies_is_found_again(desktop: Desktop, tmp_path: Path) -> None:
    address = f"unix:path={tmp_path / 'bus'}"
    environment = desktop.environment | {"DBUS_SESSION_BUS_ADDRESS": address}
    mine = replace(desktop, environment=environment)
    with ExitStack() as stack:
        first = stack.enter_context(message_bus(address))
        app = stack.enter_context(App(mine, tmp_path / "profile"))
        app.advance("10m", "--typing")
        first.kill()
        first.wait()
        (tmp_path / "bus").unlink(missing_ok=True)
        app.advance("25m", "--typing")
        without = app.status()["sitting_s"]
        stack.enter_context(message_bus(address))
        lock = stack.enter_context(lock_screen(mine))

        def hears_the_lock() -> bool:
            lock.lock()
            return bool(app.status()["state"] == "away")

        until(hears_the_lock, "the app to find the new bus")

    assert without == 35 * MINUTE
