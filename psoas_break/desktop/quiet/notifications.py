"""Do not disturb, as the notification servers know it.

Each has its own way to say so; the freedesktop property is KDE's, proposed for all
(Desktop Notifications 1.2 draft, "Inhibited").
"""

from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Peer
from psoas_break.desktop.quiet.dbus import PROPERTIES, Question, Told, property_of
from psoas_break.domain.quiet import Reason

_SERVICE = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_ON = Signs(frozenset({Reason.DO_NOT_DISTURB}))
_OFF = Signs()
_QUIET_MODES = {"do-not-disturb", "dnd"}
_XFCONF = Peer("org.xfce.Xfconf", "/org/xfce/Xfconf", "org.xfce.Xfconf")
_MAKO = Peer("org.freedesktop.Notifications", "/fr/emersion/Mako", "fr.emersion.Mako")
_SWAYNC = Peer(
    "org.erikreider.swaync.cc", "/org/erikreider/swaync/cc", "org.erikreider.swaync.cc"
)


def _is_on(body: tuple[Any, ...]) -> Signs:
    """Read one boolean, bare or as a variant."""
    (answer,) = body
    value = answer[1] if isinstance(answer, tuple) else answer
    return _ON if value is True else _OFF


def _has_quiet_mode(body: tuple[Any, ...]) -> Signs:
    (modes,) = body
    return _ON if _QUIET_MODES & set(modes) else _OFF


def _server_property(name: str, interface: str, property_name: str) -> Question:
    peer, method, signature, body = property_of(
        Peer(_SERVICE, _PATH, interface), property_name
    )
    return Question(
        name=name,
        finds=_ON,
        peer=peer,
        method=method,
        signature=signature,
        body=body,
        read=_is_on,
        told=Told(PROPERTIES, "PropertiesChanged", _PATH),
    )


NOTIFICATION_SERVERS = (
    _server_property("do not disturb (KDE)", _SERVICE, "Inhibited"),
    _server_property("do not disturb (dunst)", "org.dunstproject.cmd0", "paused"),
    Question(
        name="do not disturb (Xfce)",
        finds=_ON,
        peer=_XFCONF,
        method="GetProperty",
        signature="ss",
        body=("xfce4-notifyd", "/do-not-disturb"),
        read=_is_on,
        told=Told(_XFCONF.interface, "PropertyChanged", _XFCONF.path),
        unset="org.xfce.Xfconf.Error.PropertyNotFound",
    ),
    Question(
        name="do not disturb (mako)",
        finds=_ON,
        peer=_MAKO,
        method="ListModes",
        read=_has_quiet_mode,
    ),
    Question(
        name="do not disturb (swaync)",
        finds=_ON,
        peer=_SWAYNC,
        method="GetDnd",
        read=_is_on,
    ),
)
"""What is asked of whichever of them runs; the others are not there."""
