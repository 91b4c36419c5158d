"""What comes in: clicks in our windows, words over the socket, the end of a sleep."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from psoas_break.app.command_wire import from_wire
from psoas_break.app.commands import Advance, Command, Show, Start, Window
from psoas_break.app.desk import Desk
from psoas_break.app.reminder import Reminder
from psoas_break.app.session import Guide
from psoas_break.app.sounding import Hearing, Sounding
from psoas_break.domain.events import Slept
from psoas_break.domain.moment import Moment
from psoas_break.domain.session_values import Left
from psoas_break.timekeeping import Advance as AdvanceTime
from psoas_break.ui.prompt_host import PromptHost
from psoas_break.ui.session_host import SessionHost

_log = logging.getLogger(__name__)

MENTIONED_MS = 10_000
"""How long the home window and the menu say why a click was refused."""


class Switchboard(QObject):
    """Hands everything to whoever carries it out.

    Args:
        desk: carries out commands.
        guide: the guided break.
        reminder: hears of sleep.
        sounding: switched from the guided window.
        prompt: the prompt's surface.
        session: the guided window.
        advance: lets time pass, at speed 0; None otherwise.
        mention: shows the user a line; "" takes it away.
        parent: the owner.
    """

    def __init__(
        self,
        *,
        desk: Desk,
        guide: Guide,
        reminder: Reminder,
        sounding: Sounding,
        prompt: PromptHost,
        session: SessionHost,
        advance: AdvanceTime | None,
        mention: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._guide = guide
        self._reminder = reminder
        self._sounding = sounding
        self._session = session
        self._advance = advance
        self._mention = mention
        self._forget = QTimer(self, singleShot=True, interval=MENTIONED_MS)
        self._forget.timeout.connect(lambda: mention(""))
        prompt.asked.connect(self.click)
        prompt.dismissed.connect(desk.dismiss)
        prompt.expired.connect(desk.expire)
        prompt.length_chosen.connect(desk.use_length)
        prompt.shown.connect(sounding.chime)
        session.happened.connect(guide.handle)
        session.hearing_wanted.connect(self._switch)
        session.asked.connect(self.click)
        session.start_wanted.connect(lambda what: self.click(Start(what)))

    def click(self, command: Command) -> None:
        """Carry out what was clicked in one of our windows, or in the menu."""
        if self._goes_to_the_break(command) and self._session.raise_window():
            return
        answer = self._desk.click(command)
        if not answer.ok:
            _log.info("%s: %s", command, answer.line)
            self._mention(answer.line)
            self._forget.start()

    def hear(
        self, message: dict[str, Any], respond: Callable[[dict[str, Any]], None]
    ) -> None:
        """Carry out what came over the socket: words, or a command as it is."""
        try:
            command = _understood(message)
        except ValueError as error:
            respond({"ok": False, "line": str(error), "usage": True})
            return
        if isinstance(command, Advance) and self._advance is not None:
            done = partial(respond, {"ok": True})
            self._advance(command.span, command.passing, done)
            return
        if command == Show() and self._session.raise_window():
            respond({"ok": True})
            return
        self._reminder.look()  # who types a command has touched the keyboard
        answer = self._desk.do(command)
        respond({"ok": answer.ok, "line": answer.line, "data": answer.data})

    def left(self, at: Moment) -> None:
        """Nobody is at the desk: a guided break waits."""
        self._guide.handle(Left(at))

    def slept(self, slept: Slept) -> None:
        """The machine was asleep, and is no more."""
        self.left(slept.since)
        self._reminder.handle(slept)

    def _goes_to_the_break(self, command: Command) -> bool:
        """Whether a click, with a break on screen, means that window."""
        if isinstance(command, Start):
            return self._guide.under_way
        return command in (Show(Window.HOME), Show(Window.CARD))

    def _switch(self, hearing: Hearing) -> None:
        self._sounding.switch(hearing)
        self._session.show_hearing()


def _understood(message: dict[str, Any]) -> Command:
    """Return the command a message stands for.

    Raises:
        ValueError: naming what is wrong with it.
    """
    words = message.get("words")
    if not isinstance(words, list):
        return from_wire(message)
    from psoas_break import grammar  # noqa: PLC0415  the idle process needs no grammar

    return grammar.understand([str(word) for word in words])
