"""The desktop's message bus, in Qt's event loop: ask, be told, never wait.

Importing this imports jeepney (9 ms): do so when the bus is first needed.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageFlag,
    MessageType,
    message_bus,
    new_method_call,
)
from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

from psoas_break.desktop.dbus_wire import BusWire

_log = logging.getLogger(__name__)

ANSWER_WITHIN = timedelta(seconds=5)
"""A service that takes longer is taken for dead; its late answer is dropped."""

FIRST_RETRY = timedelta(seconds=1)
LAST_RETRY = timedelta(minutes=5)

_MILLISECOND = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Peer:
    """An object on the bus, and the interface it is asked by."""

    name: str
    path: str
    interface: str


@dataclass(frozen=True, slots=True)
class Returned:
    """What a method returned."""

    body: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a method returned nothing: the error's name, or our own words."""

    reason: str


Reply = Returned | Failed
Answered = Callable[[Reply], None]
Heard = Callable[[tuple[Any, ...]], None]


class Bus(QObject):
    """Connects when it is first needed, and again after a loss if anybody listens."""

    connected = Signal()
    """The bus is there, for the first time or again."""

    lost = Signal()
    """The bus has gone; whatever it held for us it holds no more."""

    def __init__(self, *, address: str | None, parent: QObject | None = None) -> None:
        """Take note of an address; nothing is opened yet."""
        super().__init__(parent)
        self.unique_name = ""
        """Our own name on this bus, once anybody has been answered there."""
        self._address = address
        self._wire: BusWire | None = None
        self._is_open = False
        self._unsent: list[tuple[Message, _Call]] = []
        self._open_calls: list[_Call] = []
        self._calls: dict[int, _Call] = {}
        self._rules: list[tuple[MatchRule, Heard]] = []
        self._wait = FIRST_RETRY
        # One timer for all: a timer for each call, connected to a closure, would be
        # deleted from within what its own deletion frees.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_impatient)
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.timeout.connect(self._connect)

    def call(
        self,
        peer: Peer,
        method: str,
        signature: str = "",
        body: tuple[Any, ...] = (),
        *,
        answered: Answered | None = None,
        start: bool = False,
        within: timedelta = ANSWER_WITHIN,
    ) -> None:
        """Call a method; the answer comes later.

        Args:
            peer: whom to ask.
            method: what to ask.
            signature: the D-Bus types of `body`.
            body: the arguments.
            answered: called once, from the event loop, with the answer.
            start: whether the bus may start a service that does not run yet.
            within: how long to wait for the answer.
        """
        address = DBusAddress(peer.path, peer.name, peer.interface)
        message = new_method_call(address, method, signature or None, body)
        if not start:
            message.header.flags |= MessageFlag.no_auto_start
        call = _Call(answered, within)
        self._open_calls.append(call)
        self._wait_for_answers()
        if self._is_open and self._wire is not None:
            self._send(message, call)
        else:
            self._unsent.append((message, call))
            self._connect_soon()

    def listen(
        self,
        interface: str,
        member: str,
        heard: Heard,
        path: str | None = None,
        about: str | None = None,
    ) -> None:
        """Hear of every such signal, whoever sends it, on this bus and the next.

        A rule by well-known name would never match: signals carry the unique one.

        Args:
            interface: the signal's interface.
            member: its name.
            heard: called with what it carries.
            path: the object it must come from; None is any.
            about: the text it must carry first; None is any.
        """
        rule = MatchRule(type="signal", interface=interface, member=member, path=path)
        if about is not None:
            rule.add_arg_condition(0, about)
        self._rules.append((rule, heard))
        if self._is_open and self._wire is not None:
            self._wire.send(message_bus.AddMatch(rule))
        else:
            self._connect_soon()

    def listen_to_owner(self, name: str, heard: Heard) -> None:
        """Hear of whoever takes a name or gives it up: the name, who had it, who has.

        A service that ends tells of nothing more, and one that begins of nothing yet.
        """
        daemon, path = "org.freedesktop.DBus", "/org/freedesktop/DBus"
        self.listen(daemon, "NameOwnerChanged", heard, path, about=name)

    def close(self) -> None:
        """Hang up; whatever the desktop does for us ends with it."""
        self._rules.clear()
        self._retry.stop()
        if self._wire is not None:
            self._wire.close()
        self._gone("we hung up")

    def _connect_soon(self) -> None:
        """Connect from the event loop, so that no answer comes inside the question."""
        if self._wire is None:
            self._retry.start(0)

    def _connect(self) -> None:
        try:
            if self._address is None:
                message = "this session has no message bus"
                raise OSError(message)  # noqa: TRY301  said like any other trouble
            self._wire = BusWire(
                address=self._address,
                is_open=self._on_open,
                heard=self._on_message,
                lost=self._on_lost,
                parent=self,
            )
        except OSError as error:
            self._on_lost(str(error))

    def _on_open(self) -> None:
        if self._wire is None:
            return
        self._is_open = True
        self._send(message_bus.Hello(), _Call(self._on_hello, ANSWER_WITHIN))
        for rule, _ in self._rules:
            self._wire.send(message_bus.AddMatch(rule))
        unsent, self._unsent = self._unsent, []
        for message, call in unsent:
            self._send(message, call)
        self.connected.emit()

    def _on_hello(self, reply: Reply) -> None:
        if isinstance(reply, Returned):
            self.unique_name = str(reply.body[0])
            self._wait = FIRST_RETRY

    def _send(self, message: Message, call: "_Call") -> None:
        if call.is_over or self._wire is None:
            return
        self._calls[self._wire.send(message)] = call

    def _on_message(self, message: Message) -> None:
        header = message.header
        match header.message_type:
            case MessageType.method_return:
                self._answer(header, Returned(tuple(message.body)))
            case MessageType.error:
                name = header.fields.get(HeaderFields.error_name, "error")
                self._answer(header, Failed(str(name)))
            case MessageType.signal:
                for rule, heard in list(self._rules):
                    if rule.matches(message):
                        heard(tuple(message.body))
            case _:
                pass  # nobody has a reason to call us

    def _answer(self, header: Any, reply: Reply) -> None:
        serial = header.fields.get(HeaderFields.reply_serial, -1)
        if (call := self._calls.pop(serial, None)) is not None:
            call.end(reply)

    def _on_impatient(self) -> None:
        for call in [call for call in self._open_calls if call.patience.hasExpired()]:
            call.end(Failed("no answer in time"))
        self._calls = {at: call for at, call in self._calls.items() if not call.is_over}
        self._unsent = [unsent for unsent in self._unsent if not unsent[1].is_over]
        self._wait_for_answers()

    def _wait_for_answers(self) -> None:
        """Set the timer for the call whose patience ends first."""
        self._open_calls = [call for call in self._open_calls if not call.is_over]
        waits = [call.patience.remainingTime() for call in self._open_calls]
        if waits:
            self._patience.start(min(waits))
        else:
            self._patience.stop()

    def _on_lost(self, reason: str) -> None:
        _log.info("The message bus is not there: %s", reason)
        self._gone(reason)
        if self._rules and self._address is not None:
            self._retry.start(self._wait // _MILLISECOND)
            self._wait = min(2 * self._wait, LAST_RETRY)

    def _gone(self, reason: str) -> None:
        was_open, self._is_open, self._wire = self._is_open, False, None
        self.unique_name = ""
        calls, self._open_calls = self._open_calls, []
        self._calls.clear()
        self._unsent.clear()
        for call in calls:
            call.end(Failed(reason))
        if was_open:
            self.lost.emit()


class _Call:
    """One question on its way; ends once, with an answer or without."""

    __slots__ = ("answered", "is_over", "patience")

    def __init__(self, answered: Answered | None, within: timedelta) -> None:
        self.answered = answered
        self.patience = QDeadlineTimer(within // _MILLISECOND)
        self.is_over = False

    def end(self, reply: Reply) -> None:
        """Tell whoever asked."""
        if not self.is_over:
            self.is_over = True
            if self.answered is not None:
                self.answered(reply)
