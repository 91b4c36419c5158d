"""What holds a prompt back, and for how long: films, meetings, a day of silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.desktop import Desktop, private_desktop
from tests.system.running_app import App
from tests.system.services import call, do_not_disturb, film, pipewire, viewer
from tests.system.test_two_screens import LEFT, plug
from tests.system.waiting import until


def reasons(app: App) -> list[str]:
    return [quiet["reason"] for quiet in app.status()["quiet"]]


# Full screen


def test_a_film_in_full_screen_holds_a_prompt_back(app: App, desktop: Desktop) -> None:
    with film(desktop):
        app.advance("50m", "--typing")

        assert (app.status()["pending"], reasons(app)) == (True, ["full screen"])


def test_it_does_so_for_twenty_minutes(app: App, desktop: Desktop) -> None:
    with film(desktop):
        app.advance("64m", "--typing")
        before = app.status()["prompt"]
        app.advance("90s", "--typing")

        assert (before, app.status()["prompt"] == "none") == ("none", False)


def test_after_the_film_the_prompt_comes(app: App, desktop: Desktop) -> None:
    with film(desktop):
        app.advance("50m", "--typing")
    app.advance("61s", "--typing")
    app.advance("9s")

    assert app.status()["prompt"] == "shown"


# Meetings


def test_in_a_meeting_nobody_is_asked(app: App) -> None:
    app.tell("meeting", "1h")
    app.advance("59m", "--typing")

    assert (app.status()["prompt"], reasons(app)) == ("none", ["meeting"])


def test_at_its_end_the_break_that_was_due_is_offered(app: App) -> None:
    app.tell("meeting", "1h")
    app.advance("61m", "--typing")
    app.advance("9s")

    assert (app.status()["prompt"], reasons(app)) == ("shown", [])


def test_a_meeting_that_ends_early_by_hand_too(app: App) -> None:
    app.tell("meeting", "1h")
    app.advance("50m", "--typing")
    app.tell("meeting", "end")
    app.advance("31s", "--typing")
    app.advance("9s")

    assert app.status()["prompt"] == "shown"


def test_after_a_short_meeting_with_nothing_due_nothing_comes(app: App) -> None:
    app.tell("meeting", "15m")
    app.advance("20m", "--typing")

    assert (app.status()["prompt"], app.status()["pending"]) == ("none", False)


# A day of silence


def test_a_day_that_do_not_disturb_silenced_is_told_the_next(
    app: App, desktop: Desktop
) -> None:
    do_not_disturb(desktop, on=True)
    app.advance("2h", "--typing")
    app.advance("22h", "--asleep")
    told = app.status()["waited_all_day"]
    do_not_disturb(desktop, on=False)

    assert told == "Breaks waited all day for Do not disturb"


def test_who_says_so_is_asked_anyway(app: App, desktop: Desktop) -> None:
    do_not_disturb(desktop, on=True)
    app.advance("2h", "--typing")
    app.advance("22h", "--asleep")
    desktop.click(*app.icon().box.centre)
    home = app.wait_for_window()

    desktop.click(*app.soft_button_above(home, app.primary_button(home)).centre)
    until(lambda: app.status()["waited_all_day"] is None, "the line to go")
    app.advance("45m", "--typing")
    app.advance("9s")
    asked, still = app.status()["prompt"], reasons(app)
    do_not_disturb(desktop, on=False)

    assert (asked, still) == ("shown", ["do not disturb"])


# PipeWire


@pytest.fixture
def silent_desktop() -> Iterator[Desktop]:
    """A desktop without a sound server."""
    with private_desktop(notifications=False) as running:
        yield running


def test_a_call_by_pipewire_brings_one_prompt_after_it(
    silent_desktop: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with (
        pipewire(silent_desktop) as microphone,
        App(silent_desktop, tmp_path_factory.mktemp("app") / "profile") as app,
    ):
        app.advance("29m", "--typing")
        with call(silent_desktop, microphone):
            app.advance("40m")
            meanwhile = reasons(app)
        until(lambda: not reasons(app), "the end of the call")
        app.advance("31s", "--typing")
        app.advance("9s")

        assert (meanwhile, app.status()["prompt"]) == (["microphone"], "shown")


# Screens


def test_the_same_picture_on_two_screens_is_a_presentation(
    silent_desktop: Desktop, tmp_path: Path
) -> None:
    plug(silent_desktop, "LAPTOP", LEFT, "screen")
    plug(silent_desktop, "PROJECTOR", LEFT)
    with App(silent_desktop, tmp_path / "profile") as app:
        app.advance("50m", "--typing")

        assert (app.status()["pending"], reasons(app)) == (True, ["presentation"])


@pytest.mark.parametrize(
    ("node", "reason"), [("screen", "screen share"), ("camera", "camera")]
)
def test_pictures_that_pipewire_carries_hold_a_prompt_back(
    node: str, reason: str, silent_desktop: Desktop, tmp_path: Path
) -> None:
    with (
        pipewire(silent_desktop),
        App(silent_desktop, tmp_path / "profile") as app,
    ):
        with viewer(silent_desktop, node):
            app.advance("50m", "--typing")
            meanwhile = (app.status()["pending"], reasons(app))
        app.advance("31s", "--typing")
        app.advance("31s", "--typing")
        app.advance("9s")

        assert (meanwhile, app.status()["prompt"]) == ((True, [reason]), "shown")
