"""A guided break from its first second into the history."""

from typing import Any

from tests.system.desktop import Desktop
from tests.system.running_app import App


def test_a_routine_runs_to_its_end_and_is_in_the_history(app: App) -> None:
    app.tell("start", "stretch")
    app.line.wait_for_state("on_break")

    app.advance("8m")

    assert [session["outcome"] for session in app.history()["sessions"]] == ["finished"]


def test_the_history_has_the_seconds_held_on_each_side(app: App) -> None:
    app.tell("start", "R2")

    app.advance("8m")

    sides = held_by_side(app.history()["sessions"][0])
    assert min(sides["left"], sides["right"]) >= 15


def test_a_finished_break_clears_the_sitting_clock(app: App) -> None:
    app.advance("31m", "--typing")
    app.tell("start", "stretch")

    app.advance("8m")

    assert app.status()["sitting_s"] < 60


def test_a_finished_break_counts_for_today(app: App) -> None:
    app.tell("start", "stretch")

    app.advance("8m")

    assert app.status()["today"]["breaks"] == 1


def test_the_end_screen_closes_by_itself(app: App) -> None:
    app.tell("start", "stretch")
    app.wait_for_window()

    app.advance("10m")

    app.wait_until_windows_are_gone()


def test_escape_leaves_a_break_that_has_just_begun(app: App, desktop: Desktop) -> None:
    app.tell("start", "stretch")
    desktop.focus(app.wait_for_window())

    desktop.key("Escape")
    app.advance("31s")

    app.wait_until_windows_are_gone()


def test_a_paused_break_stands_still(app: App, desktop: Desktop) -> None:
    app.tell("start", "stretch")
    desktop.focus(app.wait_for_window())

    desktop.key("space")
    app.advance("8m")

    assert app.status()["state"] == "on_break"


def test_breathing_counts_breaths(app: App) -> None:
    app.tell("start", "breathe")

    app.advance("12m")

    assert app.status()["today"]["breaths"] > 0


def held_by_side(session: dict[str, Any]) -> dict[str, float]:
    """Return the seconds held per side in a session of `history --json`."""
    sides = {"left": 0.0, "right": 0.0}
    for exercise in session["exercises"]:
        if exercise["side"] in sides:
            sides[exercise["side"]] += exercise["held_s"]
    return sides
