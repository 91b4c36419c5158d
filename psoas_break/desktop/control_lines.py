"""One client's side of the control protocol: lines in, answers out, one at a time.

No channel of its own, so that the Unix socket and the named pipe speak the same.
"""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from psoas_break.control_wire import LONGEST_LINE, decode, encode

_log = logging.getLogger(__name__)

MOST_CLIENTS = 16
"""Connections at one time."""

Respond = Callable[[Mapping[str, Any]], None]
"""Sends the answer, now or later; one to a client that has gone is dropped."""

Handle = Callable[[dict[str, Any], Respond], None]
"""Carries out one message, and sees to it that `respond` is called once."""


class Complaints:
    """Names each kind of trouble once, so that nobody can fill the log."""

    def __init__(self) -> None:
        self._named: set[str] = set()

    def name(self, what: str) -> None:
        """Write it to the log, unless it is there already."""
        if what not in self._named:
            self._named.add(what)
            _log.warning("Control socket: %s", what)


class Conversation:
    """Cuts what is heard into lines, and has them carried out."""

    def __init__(
        self, *, handle: Handle, say: Callable[[bytes], None], complaints: Complaints
    ) -> None:
        self._handle = handle
        self._say = say
        self._complaints = complaints
        self._heard = bytearray()
        self.is_waiting = False
        """Whether a request is being carried out."""
        self.is_over = False
        """Whether the client has said something that ends the conversation."""

    @property
    def may_go_on(self) -> bool:
        """Whether the next line would be carried out."""
        return not (self.is_waiting or self.is_over)

    @property
    def has_more(self) -> bool:
        """Whether something is there to be taken."""
        return b"\n" in self._heard or len(self._heard) > LONGEST_LINE

    def hear(self, piece: bytes) -> None:
        """Keep what the client has said; `take_a_line` carries it out."""
        self._heard += piece

    def take_a_line(self) -> None:
        """Carry out the next whole line, if there is one and its turn has come."""
        if not (self.may_go_on and self.has_more):
            return
        line, _, self._heard = self._heard.partition(b"\n")
        if len(line) > LONGEST_LINE:
            self._refuse("a line too long")
            return
        try:
            message = decode(bytes(line))
        except ValueError as error:
            self._refuse(str(error))
            return
        self.is_waiting = True
        try:
            self._handle(message, self._respond)
        except Exception:  # noqa: BLE001  the edge: the app goes on, whatever it was
            _log.exception("A command failed: %s", message.get("command"))
            self._respond({"ok": False, "line": "internal error"})

    def hang_up(self) -> None:
        """Forget the client: an answer still to come goes nowhere."""
        self.is_waiting, self.is_over = False, True

    def _respond(self, answer: Mapping[str, Any]) -> None:
        if self.is_waiting:
            self.is_waiting = False
            self._say(encode(answer))

    def _refuse(self, reason: str) -> None:
        self._complaints.name(reason)
        self.is_over = True
        self._heard.clear()
        self._say(encode({"ok": False, "line": reason}))
