"""When the prompt comes, on a desktop where somebody is typing."""

import string
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.xterm import Terminal

A_PAGE = f"{string.ascii_lowercase} {string.digits} " * 6


def test_a_pause_in_typing_before_the_window_brings_no_prompt(app: App) -> None:
    app.advance("29m", "--typing")
    app.advance("20s")

    assert app.status()["prompt"] == "none"


def test_the_first_lull_inside_the_window_brings_the_prompt(app: App) -> None:
    app.advance("31m", "--typing")
    app.advance("10s")

    assert app.status()["prompt"] == "shown"


def test_somebody_who_never_pauses_is_asked_at_the_latest_moment(app: App) -> None:
    app.advance("44m", "--typing")
    before = app.status()["prompt"]
    app.advance("61s", "--typing")

    assert (before, app.status()["prompt"]) == ("none", "shown")


def test_no_key_is_lost_to_the_prompt(
    app: App, desktop: Desktop, work: Terminal
) -> None:
    app.advance("44m", "--typing")

    with ThreadPoolExecutor(1) as hands:
        typing = hands.submit(desktop.types, A_PAGE)
        app.advance("90s", "--typing")
        app.wait_for_window()
        typing.result()
    desktop.types("the end")

    work.wait_for(A_PAGE + "the end")
    assert work.received.read_text("utf-8") == A_PAGE + "the end"


def test_the_prompt_does_not_take_the_keyboard(
    app: App, desktop: Desktop, work: Terminal
) -> None:
    app.advance("45m", "--typing")
    app.wait_for_window()

    assert desktop.screen.has_keyboard() == work.window.ident


def test_a_click_on_start_opens_the_guided_window(app: App, desktop: Desktop) -> None:
    app.advance("45m", "--typing")
    card = app.wait_for_window()

    desktop.click(*app.primary_button(card).centre)

    app.line.wait_for_state("on_break")
    assert app.wait_for_window().box.height > card.box.height


def test_an_untouched_prompt_collapses_into_the_tray(app: App) -> None:
    app.advance("45m", "--typing")
    app.wait_for_window()

    app.advance("61s", "--typing")

    app.wait_until_windows_are_gone()
    assert app.status()["prompt"] == "collapsed"


def test_a_collapsed_prompt_returns_after_five_minutes(app: App) -> None:
    app.advance("45m", "--typing")
    app.advance("61s", "--typing")

    app.advance("5m", "--typing")
    app.advance("10s")

    assert app.status()["prompt"] == "shown"


@pytest.mark.parametrize("minutes", [15, 30, 44])
def test_the_icon_stays_through_the_wait(app: App, minutes: int) -> None:
    app.advance(f"{minutes}m", "--typing")

    assert app.icon().pid == app.process.pid
