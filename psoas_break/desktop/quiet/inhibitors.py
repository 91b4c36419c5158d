"""Programs that keep the screen on: a video, a call, a presentation.

A video is no reason not to speak, but stands for missing input. What calls itself a
presentation is. KDE, logind and Xfce list them in one answer; GNOME needs more
questions (`gnome_inhibitors`).
"""

import os
import re
import sys
from collections.abc import Iterable
from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Peer
from psoas_break.desktop.quiet.dbus import PROPERTIES, Question, Told
from psoas_break.domain.quiet import Reason

FINDS = Signs(frozenset({Reason.PRESENTATION}), inhibited=True)

OURSELVES = frozenset({"psoas-break", "Psoas Break"})
"""Our own names: a guided break keeps the screen on itself."""

_PRESENTS = re.compile(r"presentation|presenting|slide ?show", re.IGNORECASE)

_KDE = Peer(
    "org.kde.Solid.PowerManagement.PolicyAgent",
    "/org/kde/Solid/PowerManagement/PolicyAgent",
    "org.kde.Solid.PowerManagement.PolicyAgent",
)
_XFCE = Peer(
    "org.freedesktop.PowerManagement",
    "/org/freedesktop/PowerManagement/Inhibit",
    "org.freedesktop.PowerManagement.Inhibit",
)
_LOGIND = Peer(
    "org.freedesktop.login1",
    "/org/freedesktop/login1",
    "org.freedesktop.login1.Manager",
)


def signs_of(inhibitors: Iterable[tuple[str, str]]) -> Signs:
    """Return what pairs of a program's name and its reason mean.

    >>> signs_of([("Firefox", "video-playing")])
    Signs(reasons=frozenset(), inhibited=True)
    """
    others = [(who, why) for who, why in inhibitors if who not in OURSELVES]
    presents = any(_PRESENTS.search(text) for pair in others for text in pair)
    reasons = frozenset({Reason.PRESENTATION} if presents else ())
    return Signs(reasons, inhibited=bool(others))


def _kde(body: tuple[Any, ...]) -> Signs:
    (pairs,) = body
    return signs_of((who, why) for who, why in pairs)


def _xfce(body: tuple[Any, ...]) -> Signs:
    (names,) = body
    return signs_of((name, "") for name in names)


def _logind(body: tuple[Any, ...]) -> Signs:
    """Read (what, who, why, mode, user, process) of each; ours are this user's."""
    (listed,) = body
    return signs_of(
        (who, why)
        for what, who, why, mode, user, _process in listed
        if "idle" in what.split(":") and mode == "block" and user == _user()
    )


def _user() -> int:
    if sys.platform == "win32":
        return -1
    else:  # noqa: RET505  mypy must see one branch for each system
        return os.getuid()


KDE_INHIBITORS = Question(
    name="inhibitors (KDE)",
    finds=FINDS,
    peer=_KDE,
    method="ListInhibitions",
    read=_kde,
    told=Told(_KDE.interface, "InhibitionsChanged", _KDE.path),
)
XFCE_INHIBITORS = Question(
    name="inhibitors (Xfce)",
    finds=FINDS,
    peer=_XFCE,
    method="GetInhibitors",
    read=_xfce,
    told=Told(_XFCE.interface, "HasInhibitChanged", _XFCE.path),
)
LOGIND_INHIBITORS = Question(
    name="inhibitors (logind)",
    finds=FINDS,
    peer=_LOGIND,
    method="ListInhibitors",
    read=_logind,
    # The property tells only of the first inhibitor and of the last.
    told=Told(PROPERTIES, "PropertiesChanged", _LOGIND.path),
    tells_all=False,
)
