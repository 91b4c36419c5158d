"""Notifications with buttons, over the message bus.

Source: Desktop Notifications Specification 1.3. Some servers send no
NotificationClosed after ActionInvoked, some no ActionInvoked at all, some show no
buttons though they say that they have actions (see `BUTTONLESS`).
"""

import html
import logging
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer

from psoas_break.app import notification as app
from psoas_break.app.notification import Notification, Pixels, Told
from psoas_break.desktop.dbus import (
    ANSWER_WITHIN,
    Bus,
    Failed,
    Peer,
    Reply,
    Returned,
)

_log = logging.getLogger(__name__)

PATH = "/org/freedesktop/Notifications"
INTERFACE = "org.freedesktop.Notifications"
SERVER = Peer(INTERFACE, PATH, INTERFACE)

BUTTONLESS = frozenset({"dunst", "mako", "fnott"})
"""Servers that offer `actions` and show none of them: a key or a menu invokes them."""

_NEVER = 0  # the server's time-out: we take it away ourselves
_BY_THE_USER = 2  # a reason of NotificationClosed
_LATE = 10  # times our patience: until a late notification is given up for lost


@dataclass(frozen=True, slots=True)
class Server:
    """Who shows notifications, and what it can do."""

    name: str
    capabilities: frozenset[str]


@dataclass(slots=True)
class _Question:
    """One notification from its first showing to its end."""

    says: Notification
    told: Callable[[Told], None]
    plain_will_do: bool
    ident: int = 0
    sent: Notification | None = None
    is_over: bool = False


class DBusNotifier:
    """Asks the server what it can, once, and shows one notification at a time."""

    def __init__(
        self,
        *,
        bus: Bus,
        within: timedelta = ANSWER_WITHIN,
        buttonless: AbstractSet[str] = BUTTONLESS,
    ) -> None:
        """Listen for what users do with notifications.

        Args:
            bus: the session's bus.
            within: how long a server may take for an answer.
            buttonless: names of servers whose buttons do not show.
        """
        self._bus = bus
        self._within = within
        self._buttonless = buttonless
        self._server: Server | None = None
        self._question: _Question | None = None
        self._patience = QTimer(bus, singleShot=True)
        self._patience.setInterval(within // timedelta(milliseconds=1))
        self._patience.timeout.connect(self._on_impatient)
        bus.listen(INTERFACE, "ActionInvoked", self._on_action, PATH)
        bus.listen(INTERFACE, "NotificationClosed", self._on_closed, PATH)
        bus.listen_to_owner(SERVER.name, self._on_owner)
        bus.lost.connect(self._on_lost)

    def show(
        self,
        notification: Notification,
        told: Callable[[Told], None],
        *,
        plain_will_do: bool = False,
    ) -> None:
        """Show it, or change what the one on screen says."""
        question = self._question
        if question is None:
            self._question = _Question(notification, told, plain_will_do)
            self._ask_what_it_can(self._question)
        else:
            question.says, question.told = notification, told
            if question.ident:
                self._send(question)
            # Else it is still on its way, and is told what changed when it is there.

    def withdraw(self) -> None:
        """Take it away; nothing more is told of it."""
        if self._question is not None:
            self._close(self._end(self._question).ident)

    def _ask_what_it_can(self, question: _Question) -> None:
        if self._server is None:
            self._call(
                "GetServerInformation", answered=partial(self._on_name, question)
            )
        else:
            # In a turn of its own, like an answer.
            QTimer.singleShot(0, self._bus, partial(self._send_if_seen, question))

    def _on_name(self, question: _Question, reply: Reply) -> None:
        match reply:
            case Returned((name, *_)):
                answered = partial(self._on_capabilities, question, str(name).lower())
                self._call("GetCapabilities", answered=answered)
            case _:
                self._fail(question, _trouble(reply))

    def _on_capabilities(self, question: _Question, name: str, reply: Reply) -> None:
        match reply:
            case Returned((list(capabilities), *_)):
                self._server = Server(name, frozenset(capabilities))
                _log.info("Notifications: %s", self._server)
                self._send_if_seen(question)
            case _:
                self._fail(question, _trouble(reply))

    def _send_if_seen(self, question: _Question) -> None:
        """Send it to a server that shows what it needs."""
        server = self._server
        if server is None:
            self._fail(question, "the message bus has gone")
        elif question.plain_will_do or self._shows_buttons(server):
            self._send(question)
        else:
            # Another server may have taken its place by the next prompt.
            self._server = None
            self._fail(question, f"{server.name} shows no buttons")

    def _shows_buttons(self, server: Server) -> bool:
        return "actions" in server.capabilities and server.name not in self._buttonless

    def _send(self, question: _Question) -> None:
        on_its_way = question.sent is not None and not question.ident
        if question.is_over or on_its_way or self._server is None:
            return
        question.sent = question.says
        if not question.ident:
            self._patience.start()
        self._bus.call(
            SERVER,
            "Notify",
            "susssasa{sv}i",
            _notify(question.says, question.ident, self._server),
            answered=partial(self._on_notified, question),
            start=True,
            within=_LATE * self._within,
        )

    def _on_notified(self, question: _Question, reply: Reply) -> None:
        match reply:
            case Returned((ident, *_)) if question.is_over:
                self._close(ident)
            case Returned((ident, *_)):
                self._patience.stop()
                question.ident = ident
                if question.sent is not question.says:
                    self._send(question)
                question.told(app.Came())
            case _:
                self._server = None
                self._fail(question, _trouble(reply))

    def _on_impatient(self) -> None:
        """A server that takes this long is passed over; a late answer is closed."""
        self._server = None
        if self._question is not None:
            self._fail(self._question, "no answer in time")

    def _on_action(self, body: tuple[Any, ...]) -> None:
        match self._question, body:
            case _Question() as question, (int(ident), str(button)) if (
                ident == question.ident
            ):
                self._end(question)
                self._close(ident)
                question.told(app.Chosen(button))

    def _on_closed(self, body: tuple[Any, ...]) -> None:
        match self._question, body:
            case _Question() as question, (int(ident), reason) if (
                ident == question.ident
            ):
                self._end(question)
                question.told(app.PutAway(by_hand=reason == _BY_THE_USER))

    def _on_owner(self, body: tuple[Any, ...]) -> None:
        """Take (name, who had it, who has it now).

        The next server gives our number to the notification of another program.
        """
        match body:
            case (_, str() as before, _) if before:
                self._lose("the notification server has gone")

    def _on_lost(self) -> None:
        self._lose("the message bus has gone")

    def _lose(self, why: str) -> None:
        self._server = None
        if self._question is not None:
            self._fail(self._question, why)

    def _fail(self, question: _Question, why: str) -> None:
        if not question.is_over:
            self._end(question)
            question.told(app.Failed(why))

    def _end(self, question: _Question) -> _Question:
        question.is_over = True
        self._question = None
        self._patience.stop()
        return question

    def _close(self, ident: int) -> None:
        """Take a notification away; the server may have done so already."""
        if ident:
            self._bus.call(SERVER, "CloseNotification", "u", (ident,))

    def _call(self, method: str, *, answered: Callable[[Reply], None]) -> None:
        self._bus.call(
            SERVER, method, answered=answered, start=True, within=self._within
        )


def _trouble(reply: Reply) -> str:
    return reply.reason if isinstance(reply, Failed) else "an odd answer"


def _notify(says: Notification, replaces: int, server: Server) -> tuple[Any, ...]:
    """Return the arguments of Notify."""
    body = says.body
    if "body-markup" in server.capabilities:
        body = html.escape(body, quote=False)
    hints: dict[str, tuple[str, Any]] = {
        "urgency": ("y", 1),
        "desktop-entry": ("s", "psoas-break"),
        "suppress-sound": ("b", True),
    }
    if says.picture is not None:
        hints["image-data"] = ("(iiibiiay)", _image(says.picture))
    actions = [word for button in says.buttons.items() for word in button]
    return (
        *("Psoas Break", replaces, "psoas-break", says.title, body),
        *(actions, hints, _NEVER),
    )


def _image(picture: Pixels) -> tuple[int, int, int, bool, int, int, bytes]:
    """Width, height, bytes in a row, alpha, bits, channels, and the bytes."""
    row = 4 * picture.width
    return picture.width, picture.height, row, True, 8, 4, picture.rgba
