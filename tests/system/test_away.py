"""Leaving the desk and coming back to it."""

from pathlib import Path

from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.waiting import until

FAST = 120
"""Times as fast as it is: 1.5 s without a key are the three minutes of an absence."""


def test_somebody_who_left_is_away(app: App) -> None:
    app.advance("20m", "--typing")
    app.advance("4m")

    assert app.status()["state"] == "away"


def test_a_natural_break_clears_the_clock(app: App) -> None:
    app.advance("20m", "--typing")
    app.advance("10m")

    comes_back(app)

    assert app.status()["sitting_s"] < 60


def test_a_natural_break_is_recorded_once_on_return(app: App) -> None:
    app.advance("20m", "--typing")
    app.advance("10m")

    comes_back(app)
    app.advance("5m", "--typing")

    assert len(app.history()["natural_breaks"]) == 1


def test_reading_for_two_minutes_is_sitting(app: App) -> None:
    app.advance("20m", "--typing")
    app.advance("2m")

    assert app.status()["sitting_s"] >= 22 * 60 - 1


def test_a_closed_lid_is_a_natural_break(app: App) -> None:
    app.advance("20m", "--typing")
    app.advance("30m", "--asleep")

    comes_back(app)

    assert (
        app.status()["sitting_s"] < 60,
        app.status()["today"]["natural_breaks"],
    ) == (
        True,
        1,
    )


def comes_back(app: App) -> None:
    """Sit down again and type."""
    app.advance("20s", "--typing")


def test_what_the_x_server_counts_is_an_absence_and_a_key_a_return(
    desktop: Desktop, tmp_path: Path
) -> None:
    with App(desktop, tmp_path / "profile", speed=FAST) as app:
        away = app.line.wait_for_state("away")

        def is_back() -> bool:
            desktop.key("a")
            return bool(app.status()["state"] != "away")

        until(is_back, "the return")

    assert away["idle"] == "X11"
