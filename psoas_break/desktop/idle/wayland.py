"""Idle time under Wayland: whichever of several mechanisms answers here.

Which one does is known only when it has answered, and that is never waited for.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Protocol

from psoas_break.app.ports import Idle, IdleSignals
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

Done = Callable[[], None]


class LiveIdle(Idle, IdleSignals, Protocol):
    """Idle time that must be asked for, and tells of a return."""

    @property
    def trouble(self) -> str:
        """Why it cannot tell, in words; empty if it can."""
        ...


class WaylandIdle:
    """Tries one mechanism after the other, and stays with the first that answers.

    Args:
        makers: make the mechanisms by name, the best first, when idle time is first
            wanted; each raises OSError when it cannot work here.
    """

    tells = True

    def __init__(self, makers: Mapping[str, Callable[[], LiveIdle]]) -> None:
        self._makers = makers
        self._refused: dict[str, str] = {}
        self._ways: tuple[LiveIdle, ...] | None = None
        self._closely = False
        self._returned: Callable[[], None] | None = None
        self._silence: tuple[timedelta | None, Done] = (None, lambda: None)

    @property
    def name(self) -> str:
        """The mechanism that answers, or "unknown"."""
        way = self._best()
        return way.name if way is not None and way.idle() is not None else "unknown"

    @property
    def tells_silence(self) -> bool:
        """Whether the mechanism that answers does."""
        way = self._best()
        return way is not None and way.tells_silence

    def idle(self) -> timedelta | None:
        """Return the time since the last input; None if nobody has told."""
        way = self._best()
        return None if way is None else way.idle()

    def refresh(self, done: Done) -> None:
        """Ask the mechanism that answered last; if it does not, the others."""
        if self._ways is None:
            self._ways = tuple(self._made())
        self._ask(self._ways, done)

    def attend(self, *, closely: bool) -> None:
        """Pass on whether seconds matter."""
        self._closely = closely
        if (way := self._best()) is not None:
            way.attend(closely=closely)

    def tell_return(self, returned: Callable[[], None] | None) -> None:
        """Pass on who waits for an input."""
        self._returned = returned
        if (way := self._best()) is not None:
            way.tell_return(returned)

    def passed_over(self) -> dict[str, str]:
        """Return why the others do not tell, by name; none before they are asked."""
        best = self._best()
        troubles = {way.name: way.trouble for way in self._ways or () if way.trouble}
        if best is not None and not best.trouble:
            rest = _("not needed, {name} answers").format(name=best.name)
            troubles |= {
                way.name: rest
                for way in self._ways or ()
                if way is not best and not way.trouble
            }
        return self._refused | troubles

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Pass on who waits for silence."""
        self._silence = span, fell
        if (way := self._best()) is not None:
            way.tell_silence(span, fell)

    def _best(self) -> LiveIdle | None:
        return self._ways[0] if self._ways else None

    def _made(self) -> list[LiveIdle]:
        made: list[LiveIdle] = []
        for name, make in self._makers.items():
            try:
                made.append(make())
            except OSError as error:
                _log.info("Not for idle time: %s", error)
                self._refused[name] = str(error)
        return made

    def _ask(self, ways: tuple[LiveIdle, ...], done: Done) -> None:
        if ways:
            ways[0].refresh(partial(self._on_answer, ways[0], ways[1:], done))
        else:
            done()

    def _on_answer(
        self, way: LiveIdle, others: tuple[LiveIdle, ...], done: Done
    ) -> None:
        if way.idle() is None:
            self._ask(others, done)
            return
        if way is not self._best():
            self._stay_with(way)
        done()

    def _stay_with(self, way: LiveIdle) -> None:
        _log.info("Idle time: %s answers", way.name)
        self._let_go()
        rest = tuple(other for other in self._ways or () if other is not way)
        self._ways = (way, *rest)
        way.attend(closely=self._closely)
        way.tell_return(self._returned)
        way.tell_silence(*self._silence)

    def _let_go(self) -> None:
        """Have the mechanism that answered before wait for nothing any more."""
        if (way := self._best()) is not None:
            way.attend(closely=False)
            way.tell_return(None)
            way.tell_silence(None, lambda: None)
