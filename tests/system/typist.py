"""Somebody who types for as long as they are asked to, with pauses to think."""

import threading
from types import TracebackType
from typing import Self

from tests.system.desktop import Desktop
from tests.system.screen import Screen
from tests.system.xterm import Terminal

SENTENCE = "what a person writes between two breaks. "
THINKING_S = 0.4


class Typist:
    """Types into one terminal of a private desktop, in a thread of its own.

    Whenever another window has the keyboard the hands rest: what is meant for
    the terminal goes nowhere else.
    """

    def __init__(self, desktop: Desktop, work: Terminal) -> None:
        self._desktop = desktop
        self._work = work
        self._eyes = Screen(desktop.environment["DISPLAY"])
        self._at_work = threading.Event()
        self._gone = threading.Event()
        self._thread = threading.Thread(target=self._type, name="typist")

    def __enter__(self) -> Self:
        self._at_work.set()
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._gone.set()
        self._at_work.set()
        self._thread.join()
        self._eyes.close()

    def leaves(self) -> None:
        """Take the hands off the keys."""
        self._at_work.clear()

    def works(self) -> None:
        """Go back to the terminal and type on."""
        self._desktop.focus(self._work.window)
        self._at_work.set()

    def _type(self) -> None:
        while not self._gone.is_set():
            self._at_work.wait()
            for word in SENTENCE.split(" "):
                if self._may_type():
                    self._desktop.types(f"{word} ")
            self._gone.wait(THINKING_S)

    def _may_type(self) -> bool:
        wanted = self._at_work.is_set() and not self._gone.is_set()
        return wanted and self._eyes.has_keyboard() == self._work.window.ident
