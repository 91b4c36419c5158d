"""Programs that keep the screen on, as the session manager of GNOME or MATE knows it.

First whether anything does at all; only then who, and why. Source: gnome-session,
org.gnome.SessionManager.xml.
"""

import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from psoas_break.desktop.quiet.dbus import ANSWER_WITHIN
from psoas_break.desktop.quiet.inhibitors import FINDS, signs_of

_log = logging.getLogger(__name__)

_IDLE = 8
"""The flag of an inhibitor against the session becoming idle."""

_TOLD = ("InhibitorAdded", "InhibitorRemoved")

Answered = Callable[[Signs | None], None]


class SessionManagerInhibitors:
    """Asks whether the session may become idle; if not, who is against it.

    Args:
        bus: the session's bus.
        desktop: "gnome" or "mate".
        within: how long to wait for each answer.
    """

    finds = FINDS
    tells = True

    def __init__(
        self, *, bus: Bus, desktop: str, within: timedelta = ANSWER_WITHIN
    ) -> None:
        self._bus = bus
        self._within = within
        self._interface = f"org.{desktop}.SessionManager"
        self._manager = Peer(
            self._interface, f"/org/{desktop}/SessionManager", self._interface
        )
        self._changed: Callable[[], None] | None = None
        self._listens = False
        self._named = False
        self.name = f"inhibitors ({desktop.upper()})"

    def ask(self, answered: Answered) -> None:
        """Ask; several short questions where something is inhibited."""
        self._call(
            self._manager,
            "IsInhibited",
            partial(self._on_inhibited, answered),
            signature="u",
            body=(_IDLE,),
        )

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Listen to the session manager from the first watch on."""
        self._changed = changed
        if changed is not None and not self._listens:
            self._listens = True
            for member in _TOLD:
                self._bus.listen(self._interface, member, self._on_told)
            self._bus.lost.connect(self._on_told)

    def _on_told(self, _body: tuple[Any, ...] = ()) -> None:
        if self._changed is not None:
            self._changed()

    def _on_inhibited(self, answered: Answered, reply: Reply) -> None:
        match reply:
            case Returned((False,)):
                answered(Signs())
            case Returned((True,)):
                self._call(
                    self._manager, "GetInhibitors", partial(self._on_list, answered)
                )
            case _:
                self._not_there(reply)
                answered(None)

    def _on_list(self, answered: Answered, reply: Reply) -> None:
        match reply:
            case Returned((list() as paths,)) if paths:
                _Reading(paths, self._call, self._interface, answered)
            case _:
                # It was there a moment ago, and kept the screen on.
                answered(Signs(inhibited=True))

    def _call(
        self,
        peer: Peer,
        method: str,
        answered: Callable[[Reply], None],
        *,
        signature: str = "",
        body: tuple[Any, ...] = (),
    ) -> None:
        self._bus.call(
            peer, method, signature, body, answered=answered, within=self._within
        )

    def _not_there(self, reply: Reply) -> None:
        if not self._named:
            self._named = True
            _log.info("%s cannot be asked: %s", self.name, reply)


class _Reading:
    """Reads every inhibitor on a list: its flags, whose it is, and why."""

    def __init__(
        self,
        paths: list[str],
        call: Callable[..., None],
        manager: str,
        answered: Answered,
    ) -> None:
        self._answered = answered
        self._said: dict[tuple[str, str], Any] = {}
        self._paths = paths
        self._open = 3 * len(paths)
        for path in paths:
            peer = Peer(manager, path, f"{manager}.Inhibitor")
            for method in ("GetFlags", "GetAppId", "GetReason"):
                call(peer, method, partial(self._on_answer, (path, method)))

    def _on_answer(self, question: tuple[str, str], reply: Reply) -> None:
        if isinstance(reply, Returned) and reply.body:
            self._said[question] = reply.body[0]
        self._open -= 1
        if not self._open:
            self._answered(signs_of(self._against_idle()))

    def _against_idle(self) -> list[tuple[str, str]]:
        """Return name and reason of each; one that has just gone has no flags."""
        return [
            (
                str(self._said.get((path, "GetAppId"), "")),
                str(self._said.get((path, "GetReason"), "")),
            )
            for path in self._paths
            if self._is_against_idle(self._said.get((path, "GetFlags")))
        ]

    @staticmethod
    def _is_against_idle(flags: object) -> bool:
        return isinstance(flags, int) and bool(flags & _IDLE)
