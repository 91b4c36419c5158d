"""Lock, sleep and user switch, as systemd's login manager tells them.

elogind speaks the same. Source: org.freedesktop.login1(5). The session is the one the
manager calls "auto", else the one named in XDG_SESSION_ID: the session of our process
would be missing for a program started from a systemd user unit, as autostart does.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, QTimer

from psoas_break.desktop.dbus import Bus, Peer, Reply, Returned
from psoas_break.domain.absence import Certain

_log = logging.getLogger(__name__)

CONFIRMED_WITHIN = timedelta(minutes=1)
"""`Lock` asks somebody to lock. Where nothing is locked by then, nobody did."""

_SERVICE = "org.freedesktop.login1"
_SESSION = "org.freedesktop.login1.Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_MANAGER = Peer(_SERVICE, "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
_MILLISECOND = timedelta(milliseconds=1)


class _Session(NamedTuple):
    """Our session: where it is on the bus, and what it says of itself."""

    path: str
    properties: Mapping[str, Any]


_Found = Callable[[_Session | None], None]


class LogindPresence(QObject):
    """Listens to the manager and to our session on the system's bus."""

    name = "logind"

    def __init__(
        self,
        *,
        bus: Bus,
        environ: Mapping[str, str],
        confirmed_within: timedelta = CONFIRMED_WITHIN,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bus = bus
        self._named = environ.get("XDG_SESSION_ID", "")
        self._session: str | None = None
        self._changed: Callable[[Certain, bool], None] = lambda *_: None
        self._held: set[Certain] = set()
        self._unconfirmed = QTimer(self)
        self._unconfirmed.setSingleShot(True)
        self._unconfirmed.setInterval(confirmed_within // _MILLISECOND)
        self._unconfirmed.timeout.connect(partial(self._set, Certain.LOCKED, on=False))

    def start(self, changed: Callable[[Certain, bool], None]) -> None:
        """Listen from now on, across restarts of the bus."""
        self._changed = changed
        self._bus.listen(_MANAGER.interface, "PrepareForSleep", self._on_sleep)
        self._bus.connected.connect(self._find_session)
        self._bus.lost.connect(self._on_lost)
        self._find_session()

    def look(self) -> None:
        """Nothing to look at: logind tells."""

    def ask(self, answered: Callable[[frozenset[Certain] | None], None]) -> None:
        """Ask for our session, and read it."""

        def on_found(found: _Session | None) -> None:
            answered(None if found is None else _held_by(found.properties))

        self._find(on_found)

    def _find_session(self) -> None:
        self._find(self._on_found)

    def _on_found(self, found: _Session | None) -> None:
        if found is None:
            _log.info("logind knows no session of ours")
        else:
            self._listen_to(found.path)
            self._take(found.properties)

    def _find(self, found: _Found) -> None:
        names = tuple(dict.fromkeys(filter(None, ("auto", self._named))))
        self._try_session(found, names)

    def _try_session(self, found: _Found, names: tuple[str, ...]) -> None:
        """Ask for the session by one name after the other."""
        if names:
            answered = partial(self._on_session, found, names[1:])
            self._bus.call(_MANAGER, "GetSession", "s", names[:1], answered=answered)
        else:
            found(None)

    def _on_session(
        self, found: _Found, other_names: tuple[str, ...], reply: Reply
    ) -> None:
        match reply:
            case Returned((str() as path,)):
                self._bus.call(
                    Peer(_SERVICE, path, _PROPERTIES),
                    "GetAll",
                    "s",
                    (_SESSION,),
                    answered=partial(self._on_all, found, other_names, path),
                )
            case _:
                self._try_session(found, other_names)

    def _on_all(
        self, found: _Found, other_names: tuple[str, ...], path: str, reply: Reply
    ) -> None:
        match reply:
            case Returned((dict() as properties,)) if properties:
                found(_Session(path, properties))
            case _:
                self._try_session(found, other_names)

    def _listen_to(self, path: str) -> None:
        if path != self._session:
            self._session = path
            listen = partial(self._bus.listen, path=path)
            listen(_SESSION, "Lock", self._on_lock)
            listen(_SESSION, "Unlock", self._on_unlock)
            listen(_PROPERTIES, "PropertiesChanged", self._on_properties)

    def _on_sleep(self, body: tuple[Any, ...]) -> None:
        self._set(Certain.ASLEEP, on=body == (True,))

    def _on_lock(self, _body: tuple[Any, ...]) -> None:
        if Certain.LOCKED not in self._held:
            self._unconfirmed.start()
            self._set(Certain.LOCKED, on=True)

    def _on_unlock(self, _body: tuple[Any, ...]) -> None:
        self._unconfirmed.stop()
        self._set(Certain.LOCKED, on=False)

    def _on_properties(self, body: tuple[Any, ...]) -> None:
        match body:
            case (interface, dict() as changed, *_) if interface == _SESSION:
                self._take(changed)

    def _take(self, properties: Mapping[str, Any]) -> None:
        """Take properties as they come over the bus: pairs of type and value."""
        held = _held_by(properties)
        if Certain.LOCKED in held:
            self._unconfirmed.stop()
            self._set(Certain.LOCKED, on=True)
        elif "LockedHint" in properties and not self._unconfirmed.isActive():
            self._set(Certain.LOCKED, on=False)
        if "Active" in properties:
            self._set(Certain.SWITCHED, on=Certain.SWITCHED in held)

    def _on_lost(self) -> None:
        """Nobody would tell us of the end of anything now."""
        self._unconfirmed.stop()
        for cause in list(self._held):
            self._set(cause, on=False)

    def _set(self, cause: Certain, *, on: bool) -> None:
        if on != (cause in self._held):
            self._held ^= {cause}
            self._changed(cause, on)


def _held_by(properties: Mapping[str, Any]) -> frozenset[Certain]:
    """Return what properties say that holds."""
    signs = {
        Certain.LOCKED: properties.get("LockedHint") == ("b", True),
        Certain.SWITCHED: properties.get("Active") == ("b", False),
    }
    return frozenset(cause for cause, holds in signs.items() if holds)
