"""A question to a service on the bus whose answer is a reason not to speak."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Bus, Failed, Peer, Reply
from psoas_break.desktop.quiet.seen import NOTHING

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=3)
"""A prompt waits for these answers, so a service that takes longer is not there."""

PROPERTIES = "org.freedesktop.DBus.Properties"


@dataclass(frozen=True, slots=True)
class Told:
    """A signal after which asking again may pay."""

    interface: str
    member: str
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked, and how the answer is read.

    Attributes:
        name: what the log and `doctor` call it.
        finds: the most an answer can mean.
        peer: whom to ask.
        method: what to call.
        signature: the D-Bus types of `body`.
        body: its arguments.
        read: turns what the method returned into signs.
        told: the signal that tells of a change, if there is one.
        tells_all: whether that signal comes with every change.
        unset: the error of a service that is there, and to which nobody has said it.
    """

    name: str
    finds: Signs
    peer: Peer
    method: str
    read: Callable[[tuple[Any, ...]], Signs]
    signature: str = ""
    body: tuple[Any, ...] = ()
    told: Told | None = None
    tells_all: bool = True
    unset: str = ""


def property_of(peer: Peer, name: str) -> tuple[Peer, str, str, tuple[str, str]]:
    """Return whom to ask for a property, and how: peer, method, signature, body."""
    asked = Peer(peer.name, peer.path, PROPERTIES)
    return asked, "Get", "ss", (peer.interface, name)


class DBusQuiet:
    """Asks one question; a service that is not there is named once."""

    def __init__(
        self, *, bus: Bus, question: Question, within: timedelta = ANSWER_WITHIN
    ) -> None:
        self._bus = bus
        self._question = question
        self._within = within
        self._changed: Callable[[], None] | None = None
        self._listens = False
        self._named = False
        self.name = question.name
        self.finds = question.finds
        self.tells = question.told is not None and question.tells_all

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Ask the service; whatever goes wrong means that nobody can say."""
        question = self._question
        self._bus.call(
            question.peer,
            question.method,
            question.signature,
            question.body,
            answered=lambda reply: answered(self._read(reply)),
            within=self._within,
        )

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Listen to the service's signal from the first watch on, and for its end."""
        self._changed = changed
        told = self._question.told
        if changed is not None and told is not None and not self._listens:
            self._listens = True
            self._bus.listen(told.interface, told.member, self._on_told, told.path)
            self._bus.listen_to_owner(self._question.peer.name, self._on_told)
            self._bus.lost.connect(self._on_told)

    def _on_told(self, _body: tuple[Any, ...] = ()) -> None:
        if self._changed is not None:
            self._changed()

    def _read(self, reply: Reply) -> Signs | None:
        if isinstance(reply, Failed):
            if reply.reason == self._question.unset:
                return NOTHING
            self._not_there(reply.reason)
            return None
        try:
            return self._question.read(reply.body)
        except (AttributeError, LookupError, TypeError, ValueError) as error:
            self._not_there(f"an answer nobody understands ({error!r})")
            return None

    def _not_there(self, reason: str) -> None:
        if not self._named:
            self._named = True
            _log.info("%s cannot be asked: %s", self.name, reason)
