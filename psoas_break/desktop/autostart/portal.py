"""Starts at login from inside a Flatpak: by asking the desktop's portal.

A sandbox cannot write into the session's autostart folder. The portal writes the
entry for it, may ask the user first, and answers by a signal that takes as long as
the user does.

Source: XDG Desktop Portal, org.freedesktop.portal.Background (version 2) and
org.freedesktop.portal.Request.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from itertools import count
from typing import Any

from psoas_break.desktop.dbus import Bus, Failed, Peer, Reply
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

PORTAL = Peer(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Background",
)
REQUEST = "org.freedesktop.portal.Request"
STARTS_WITHIN = timedelta(seconds=30)
"""What a portal that is only now started may take until it knows of a request."""

_DAEMON = Peer("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class PortalAutostart:
    """Asks the portal, and tells what it answered.

    Nobody can ask a portal what it has written, so `is_on` is its last answer.

    Args:
        bus: the session's bus.
        command: what is to be started, as the sandbox names it.
        was_on: the last answer, as far as the settings remember it.
        settled: told what stands in the way, or nothing, when the answer is there.
    """

    def __init__(
        self,
        *,
        bus: Bus,
        command: Sequence[str],
        was_on: bool,
        settled: Callable[[str], None],
    ) -> None:
        self._bus = bus
        self._command = list(command)
        self._is_on = was_on
        self._settled = settled
        self._numbers = count(1)
        self._latest = 0

    def is_on(self) -> bool:
        """Return what the portal last said."""
        return self._is_on

    def set(self, *, on: bool) -> bool:
        """Ask for it; of several questions only the last one's answer is told."""
        self._latest = next(self._numbers)
        # The bus must know our name first: the answer comes from an object named so.
        self._bus.call(_DAEMON, "GetId", answered=partial(self._ask, self._latest, on))
        return False

    def _ask(self, number: int, on: bool, _id: Reply) -> None:  # noqa: FBT001  which
        """Listen for the answer before asking: it may come before the call returns."""
        sender = self._bus.unique_name.removeprefix(":").replace(".", "_")
        if not sender:
            self._settle(number, _("the message bus is not there"))
            return
        token = f"psoas_break_{number}"
        self._bus.listen(
            REQUEST,
            "Response",
            partial(self._on_response, number, on),
            f"{PORTAL.path}/request/{sender}/{token}",
        )
        options = {
            "handle_token": ("s", token),
            "reason": ("s", _("Reminds you of breaks from the moment you log in.")),
            "autostart": ("b", on),
            "commandline": ("as", self._command),
        }
        self._bus.call(
            PORTAL,
            "RequestBackground",
            "sa{sv}",
            ("", options),
            answered=partial(self._on_noted, number),
            start=True,
            within=STARTS_WITHIN,
        )

    def _on_noted(self, number: int, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._settle(number, reply.reason)

    def _on_response(self, number: int, wanted: bool, body: tuple[Any, ...]) -> None:  # noqa: FBT001
        match body:
            case (0, {"autostart": (_type, bool(granted))}):
                self._is_on = granted
            case _:
                _log.info("The portal's answer: %s", body)
                granted = not wanted
        refused = _("the desktop does not allow it; allow it in its settings for apps")
        self._settle(number, "" if granted == wanted else refused)

    def _settle(self, number: int, problem: str) -> None:
        if number == self._latest:
            self._settled(problem)
