"""Power cuts, logouts and restarts: what had ended is kept."""

from datetime import timedelta

from tests.system.running_app import App
from tests.system.test_session import held_by_side


def test_a_power_cut_keeps_the_sitting_clock(app: App) -> None:
    app.advance("20m", "--typing")
    app.kill()

    app.start()

    assert abs(app.status()["sitting_s"] - 20 * 60) < 5


def test_a_power_cut_keeps_a_pause(app: App) -> None:
    app.tell("pause", "1h")
    app.kill()

    app.start()

    assert app.status()["state"] == "paused"


def test_a_power_cut_turns_a_shown_prompt_into_a_pending_one(app: App) -> None:
    app.advance("45m", "--typing")
    app.wait_for_window()
    app.kill()

    app.start()

    assert app.status()["pending"]


def test_a_power_cut_in_a_break_keeps_the_side_that_was_done(app: App) -> None:
    app.tell("start", "R2")
    until_one_side_is_done(app)
    app.kill()

    app.start()

    session = app.history()["sessions"][0]
    sides = held_by_side(session)
    assert (session["outcome"], max(sides.values()) >= 15) == ("interrupted", True)


def test_a_polite_end_takes_less_than_a_second(app: App) -> None:
    app.icon()

    assert app.ends_within(timedelta(seconds=1)) == 0


def until_one_side_is_done(app: App) -> None:
    """Let a break run until the switch of sides, or a little further."""
    for _ in range(20):
        app.advance("5s")
        sessions = app.history()["sessions"]
        if sessions and max(held_by_side(sessions[0]).values()) >= 15:
            return
    msg = "no side of the routine ended within 100 s"
    raise AssertionError(msg)
