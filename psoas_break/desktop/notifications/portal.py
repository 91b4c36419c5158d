"""Notifications with buttons from inside a Flatpak: by the desktop's portal.

Source: XDG Desktop Portal, org.freedesktop.portal.Notification (what version 1 has).
A portal does not tell when a notification is put away; the question then stays open
until it is withdrawn, as one that nobody has seen does.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from psoas_break.app import notification as app
from psoas_break.app.notification import OPEN, Notification, Told
from psoas_break.desktop.dbus import Bus, Failed, Peer, Reply

PORTAL = Peer(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Notification",
)
IDENT = "break"
"""One of ours at a time: the next one takes its place."""


@dataclass(slots=True)
class _Question:
    """One notification from its first showing to its end."""

    told: Callable[[Told], None]
    has_come: bool = False


class PortalNotifier:
    """Shows one notification at a time, under the sandbox's own name and icon.

    Args:
        bus: the session's bus.
    """

    def __init__(self, *, bus: Bus) -> None:
        self._bus = bus
        self._question: _Question | None = None
        bus.listen(PORTAL.interface, "ActionInvoked", self._on_action, PORTAL.path)
        bus.lost.connect(self._on_lost)

    def show(
        self,
        notification: Notification,
        told: Callable[[Told], None],
        *,
        plain_will_do: bool = False,  # noqa: ARG002  a portal says nothing of buttons
    ) -> None:
        """Show it, or change what the one on screen says."""
        if self._question is None:
            self._question = _Question(told)
        self._question.told = told
        self._bus.call(
            PORTAL,
            "AddNotification",
            "sa{sv}",
            (IDENT, _described(notification)),
            answered=partial(self._on_added, self._question),
            start=True,
        )

    def withdraw(self) -> None:
        """Take it away; nothing more is told of it."""
        if self._question is not None:
            self._question = None
            self._remove()

    def _on_added(self, question: _Question, reply: Reply) -> None:
        if question is not self._question:
            return
        if isinstance(reply, Failed):
            self._question = None
            question.told(app.Failed(reply.reason))
        elif not question.has_come:
            question.has_come = True
            question.told(app.Came())

    def _on_action(self, body: tuple[Any, ...]) -> None:
        match self._question, body:
            case _Question() as question, (ident, str(button), *_) if ident == IDENT:
                self._question = None
                self._remove()
                question.told(app.Chosen(button))

    def _on_lost(self) -> None:
        question, self._question = self._question, None
        if question is not None:
            question.told(app.Failed("the message bus has gone"))

    def _remove(self) -> None:
        self._bus.call(PORTAL, "RemoveNotification", "s", (IDENT,))


def _described(notification: Notification) -> dict[str, tuple[str, Any]]:
    """Return the notification as the portal takes it."""
    buttons = [
        {"label": ("s", words), "action": ("s", button)}
        for button, words in notification.buttons.items()
        if button != OPEN
    ]
    return {
        "title": ("s", notification.title),
        "body": ("s", notification.body),
        "priority": ("s", "normal"),
        "default-action": ("s", OPEN),
        "buttons": ("aa{sv}", buttons),
    }
