"""A terminal that keeps every key it is given: the window a user is working in."""

import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.system.desktop import Desktop
from tests.system.process import end
from tests.system.screen import Window
from tests.system.waiting import until


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal with the keyboard, and the file its keys end up in."""

    window: Window
    received: Path

    def wait_for(self, text: str) -> None:
        """Wait until all of a text has arrived; the last part may be on its way."""
        try:
            until(lambda: len(self.typed) >= len(text), f"{len(text)} keys")
        except TimeoutError as error:
            error.add_note(f"typed:   {text}\narrived: {self.typed}")
            raise

    @property
    def typed(self) -> str:
        """What has arrived so far."""
        return self.received.read_text("utf-8")


@contextmanager
def terminal(desktop: Desktop) -> Iterator[Terminal]:
    """Open a terminal in which someone can type for as long as the block lasts."""
    received = desktop.home / "keys"
    received.touch()
    keep = f"stty -icanon -echo; exec tee -a {shlex.quote(str(received))}"
    process = desktop.start(
        *("xterm", "-geometry", "60x12+20+20", "-title", "work"),
        *("-e", "sh", "-c", keep),
    )
    try:
        window = until(
            lambda: next(
                (w for w in desktop.screen.windows() if w.title == "work"), None
            ),
            "the terminal",
        )
        desktop.focus(window)
        _wait_until_it_listens(desktop, received)
        yield Terminal(window, received)
    finally:
        end(process)


def _wait_until_it_listens(desktop: Desktop, received: Path) -> None:
    """Press a key until one arrives: the shell inside takes a while to start."""

    def heard() -> bool:
        desktop.key("x")
        return received.stat().st_size > 0

    until(heard, "the terminal to listen")
    desktop.key("period")
    until(lambda: received.read_text("utf-8").endswith("."), "the last of those keys")
    received.write_text("", "utf-8")
