"""The card on a real desktop, above a terminal somebody is typing into."""

import string
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.system.desktop import Desktop, private_desktop
from tests.system.picture import Box
from tests.system.process import end
from tests.system.screen import Window
from tests.system.waiting import until
from tests.system.xterm import Terminal, terminal

pytestmark = [
    pytest.mark.system,
    pytest.mark.skipif(sys.platform != "linux", reason="needs an X server"),
]

LETTERS = string.ascii_letters
ACCENT = (0x1F, 0x6F, 0x66)
ROOT = Path(__file__).parents[2]


@dataclass
class World:
    """A desktop with a terminal in use, and the card when it has come."""

    desktop: Desktop
    work: Terminal
    log: Path
    process: "subprocess.Popen[bytes] | None" = None

    def card_comes(self) -> Window:
        with self.log.open("wb") as log:
            self.process = self.desktop.start(
                sys.executable, "-m", "tests.ui.card_alone", log=log
            )
        return until(self.card, "the card")

    def card(self) -> Window | None:
        """The card, once its main button is painted."""
        if self.process is None:
            return None
        windows = self.desktop.screen.windows_of(self.process.pid)
        return next((w for w in windows if self.start_button(w)), None)

    def start_button(self, card: Window) -> Box | None:
        return self.desktop.screen.picture(card.box).box_of(ACCENT, run=60)

    def presses_start(self, card: Window) -> None:
        button = self.start_button(card)
        assert button is not None
        x, y = button.centre
        self.desktop.click(card.box.x + x, card.box.y + y)

    def asked(self) -> list[str]:
        return self.log.read_text("utf-8").split()


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """One desktop for all stories; each leaves it empty."""
    with private_desktop(tray=False, notifications=False) as running:
        yield running


@pytest.fixture
def world(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    monkeypatch.chdir(ROOT)
    with terminal(desktop) as work:
        running = World(desktop, work, tmp_path / "asked")
        yield running
        if running.process is not None:
            end(running.process)


def test_no_letter_is_lost_while_the_card_comes_up(world: World) -> None:
    with ThreadPoolExecutor(1) as hands:
        typing = hands.submit(world.desktop.types, LETTERS)
        world.card_comes()
        typing.result()
    world.desktop.types(LETTERS)

    world.work.wait_for(LETTERS * 2)
    assert world.work.received.read_text("utf-8") == LETTERS * 2


def test_the_keyboard_stays_even_after_a_click_on_the_card(world: World) -> None:
    world.presses_start(world.card_comes())
    until(world.asked, "the click to arrive")
    world.desktop.types(LETTERS)

    world.work.wait_for(LETTERS)
    assert world.work.received.read_text("utf-8") == LETTERS
    assert world.asked() == ["Start"]


def test_it_stands_in_the_corner_above_the_terminal(world: World) -> None:
    card = world.card_comes()
    screen = world.desktop.screen.whole()

    assert (card.box.x + card.box.width, card.box.y + card.box.height) == (
        screen.width - 16,
        screen.height - 16,
    )
