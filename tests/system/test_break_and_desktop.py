"""What a break asks of the desktop: a screen that stays on, music that waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.services import Heard, player, screen_keeper
from tests.system.waiting import until

HELD = ("ready", "Inhibit")
LET_GO = (*HELD, "UnInhibit")


# The screen


@pytest.fixture
def asked(desktop: Desktop, tmp_path: Path) -> Iterator[Heard]:
    """What the keeper of the screen is asked."""
    with screen_keeper(desktop, tmp_path) as heard:
        yield heard


def test_the_screen_stays_on_for_a_break_and_no_longer(app: App, asked: Heard) -> None:
    app.tell("start", "stretch")
    asked.wait_for(*HELD)
    app.advance("8m")

    asked.wait_for(*LET_GO)


def test_a_break_that_pauses_lets_it_go(
    app: App, asked: Heard, desktop: Desktop
) -> None:
    app.tell("start", "stretch")
    asked.wait_for(*HELD)
    desktop.focus(app.wait_for_window())
    desktop.key("space")
    asked.wait_for(*LET_GO)
    desktop.key("space")

    asked.wait_for(*LET_GO, "Inhibit")


def test_when_the_app_ends_the_desktop_knows(app: App, asked: Heard) -> None:
    app.tell("start", "stretch")
    asked.wait_for(*HELD)
    app.tell("quit")

    until(lambda: "somebody" in asked.lines(), "the desktop to see it leave")


def test_when_it_crashes_too(app: App, asked: Heard) -> None:
    app.tell("start", "stretch")
    asked.wait_for(*HELD)
    app.kill()

    until(lambda: "somebody" in asked.lines(), "the desktop to see it leave")


# Music


def test_music_waits_for_the_break_and_plays_on(app: App, desktop: Desktop) -> None:
    settings = app.line.profile / "settings.toml"
    settings.write_text("[breaks]\npause_media = true\n", "utf-8")
    with player(desktop) as music:
        app.tell("start", "stretch")
        until(lambda: music.asked() == ["Pause"], "the music to wait")
        app.advance("10m")

        until(lambda: music.asked() == ["Pause", "Play"], "the music to play on")


def test_unless_that_is_wanted_it_plays(app: App, desktop: Desktop) -> None:
    with player(desktop) as music:
        app.tell("start", "stretch")
        app.advance("10m")

        assert music.asked() == []
