"""Two screens: which one is asked on, and what happens when one goes or shrinks."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.system.desktop import Desktop, private_desktop
from tests.system.picture import Box
from tests.system.running_app import App
from tests.system.screen import Window
from tests.system.services import film
from tests.system.waiting import until
from tests.system.xterm import terminal

pytestmark = pytest.mark.skipif(not shutil.which("xrandr"), reason="needs xrandr")

AN_ICON = 100
DIMMED = '[reminders]\nsurface = "full_screen"\n'
LEFT, RIGHT = Box(0, 0, 1280, 800), Box(1280, 0, 1280, 800)


def plug(desktop: Desktop, name: str, box: Box, output: str = "none") -> None:
    """Plug a screen in."""
    size = f"{box.width}/340x{box.height}/210+{box.x}+{box.y}"
    xrandr(desktop, "--setmonitor", name, size, output)


def unplug(desktop: Desktop, name: str) -> None:
    xrandr(desktop, "--delmonitor", name)


def xrandr(desktop: Desktop, *words: str) -> None:
    subprocess.run(
        ["xrandr", *words],
        env=desktop.environment,
        check=True,
        capture_output=True,
        timeout=60,
    )


def lies_on(screen: Box, window: Box) -> bool:
    right, bottom = screen.x + screen.width, screen.y + screen.height
    return (
        screen.x <= window.x
        and screen.y <= window.y
        and window.x + window.width <= right
        and window.y + window.height <= bottom
    )


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    """A desktop with two screens side by side, the pointer on the right one."""
    with private_desktop(size="2560x800", notifications=False) as running:
        plug(running, "LEFT", LEFT, "screen")
        plug(running, "RIGHT", RIGHT)
        running.points_at(1900, 300)
        yield running


def windows(app: App) -> list[Window]:
    """The app's windows, without an icon that looks for its place in the panel."""
    return [window for window in app.windows() if window.box.width > AN_ICON]


def asked(app: App) -> Window:
    app.advance("45m", "--typing")
    return until(lambda: windows(app), "the question")[0]


def on(app: App, screen: Box) -> Window:
    """Wait until the app's one window lies on a screen."""

    def there() -> Window | None:
        return next((w for w in windows(app) if lies_on(screen, w.box)), None)

    return until(there, f"a window on {screen}")


def test_the_card_comes_to_the_pointer_above_the_panel(app: App) -> None:
    asked(app)
    card = on(app, RIGHT)
    panel_begins = 800 - 30

    assert card.box.y + card.box.height == panel_begins - 16


def test_the_card_of_a_screen_that_goes_moves_to_the_other(
    app: App, desktop: Desktop
) -> None:
    asked(app)
    unplug(desktop, "RIGHT")

    on(app, LEFT)


def test_the_break_opens_by_the_pointer_and_is_brought_back(
    app: App, desktop: Desktop
) -> None:
    app.tell("start", "stretch")
    on(app, RIGHT)
    unplug(desktop, "RIGHT")

    on(app, LEFT)


def test_a_film_on_the_other_screen_holds_it_back_until_work_goes_on_here(
    app: App, desktop: Desktop
) -> None:
    with terminal(desktop) as work, film(desktop, over=LEFT):
        app.advance("50m", "--typing")
        meanwhile = app.status()["pending"]
        desktop.focus(work.window)
        for span in ("31s", "31s"):
            app.advance(span, "--typing")
        app.advance("9s")

        assert (meanwhile, app.status()["prompt"]) == (True, "shown")
        on(app, RIGHT)


@pytest.fixture
def dimmed(desktop: Desktop, tmp_path: Path) -> Iterator[App]:
    """The app asking on the full screen."""
    running = App(desktop, tmp_path / "dimmed")
    (tmp_path / "dimmed" / "settings.toml").write_text(DIMMED, "utf-8")
    with running:
        asked(running)
        yield running


def covered(app: App, *screens: Box) -> list[Window]:
    """Wait until there is one window for each of these screens, as large as it."""

    def there() -> list[Window] | None:
        found = sorted(windows(app), key=lambda window: window.box.x)
        return found if [w.box for w in found] == [*screens] else None

    return until(there, f"windows over {screens}")


def test_the_full_screen_asks_by_the_pointer_and_dims_the_other(
    dimmed: App, desktop: Desktop
) -> None:
    left, right = covered(dimmed, LEFT, RIGHT)

    until(lambda: desktop.screen.has_keyboard() == right.ident, "the keyboard")
    assert len(desktop.screen.picture(left.box).colours()) == 1


def test_it_follows_screens_that_go_and_come(dimmed: App, desktop: Desktop) -> None:
    unplug(desktop, "RIGHT")
    covered(dimmed, LEFT)
    plug(desktop, "RIGHT", RIGHT)

    left, _right = covered(dimmed, LEFT, RIGHT)
    until(lambda: desktop.screen.has_keyboard() == left.ident, "the keyboard")


def test_where_both_screens_show_the_same_the_question_is_not_dimmed(
    dimmed: App, desktop: Desktop
) -> None:
    covered(dimmed, LEFT, RIGHT)
    unplug(desktop, "RIGHT")
    plug(desktop, "RIGHT", LEFT)

    (question,) = covered(dimmed, LEFT)
    until(lambda: desktop.screen.has_keyboard() == question.ident, "the keyboard")
    assert dimmed.primary_button(question)


def test_escape_gives_all_screens_back(dimmed: App, desktop: Desktop) -> None:
    _left, right = covered(dimmed, LEFT, RIGHT)
    until(lambda: desktop.screen.has_keyboard() == right.ident, "the keyboard")
    desktop.key("Escape")

    dimmed.wait_until_windows_are_gone()
    assert dimmed.status()["prompt"] == "collapsed"


SMALL = Box(0, 0, 1024, 600)
SMALL_MODE = ("50", "1024", "1072", "1176", "1328", "600", "603", "607", "622")


@pytest.fixture
def one_screen() -> Iterator[Desktop]:
    """A desktop with one screen, which is yet to become smaller."""
    with private_desktop(notifications=False) as running:
        yield running


def shrink(desktop: Desktop) -> None:
    """Give the one screen another mode."""
    xrandr(desktop, "--newmode", "small", *SMALL_MODE)
    xrandr(desktop, "--addmode", "screen", "small")
    xrandr(desktop, "--output", "screen", "--mode", "small")


def test_the_card_follows_the_corner_of_its_screen(
    one_screen: Desktop, tmp_path: Path
) -> None:
    with App(one_screen, tmp_path / "profile") as app:
        asked(app)
        shrink(one_screen)

        card = on(app, SMALL).box
        assert card.x + card.width == SMALL.width - 16


def test_a_break_too_large_for_its_screen_becomes_smaller(
    one_screen: Desktop, tmp_path: Path
) -> None:
    with App(one_screen, tmp_path / "profile") as app:
        app.tell("start", "stretch")
        before = until(lambda: windows(app), "the break")[0].box.height
        shrink(one_screen)

        assert on(app, SMALL).box.height < before


def test_the_full_screen_shrinks_with_its_screen(
    one_screen: Desktop, tmp_path: Path
) -> None:
    running = App(one_screen, tmp_path / "profile")
    (tmp_path / "profile" / "settings.toml").write_text(DIMMED, "utf-8")
    with running:
        asked(running)
        shrink(one_screen)

        covered(running, SMALL)
