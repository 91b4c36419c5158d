"""How the app reaches the user here: tray, notifications, sound, voice, at login."""

import shutil
import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import qInstallMessageHandler

from psoas_break.at_login import AtLogin
from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Settings
from psoas_break.sensing import Sense
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus

TRAY = "tray"
NOTIFICATIONS = "notifications"

Said = Mapping[str, str | None]
Told = Callable[[str | None], None]


def questions(bus: "Bus | None") -> dict[str, Callable[[Told], None]]:
    """Return what can be asked on the session's bus, by names."""
    if bus is None:
        return {}
    from psoas_break.desktop.notifications import server  # noqa: PLC0415

    asks = {TRAY: server.ask_tray, NOTIFICATIONS: server.ask_server}
    return {name: partial(ask, bus) for name, ask in asks.items()}


def ways(
    buses: Buses,
    settings: Settings,
    tray: bool | None,  # noqa: FBT001  one of three answers
    *,
    said: Said = MappingProxyType({}),
    tried: bool = False,
) -> list[Sense]:
    """Return each with why it works or does not, and the one thing to do about it.

    Args:
        buses: the desktop's message buses.
        settings: what the user chose.
        tray: whether there is one now; None where nobody can tell.
        said: answers to `questions`; None is nobody.
        tried: whether to load sound and voice, which takes memory, to see if they can.
    """
    return [
        _tray(tray, said),
        _notifications(buses, said),
        _sound(tried=tried),
        _voice(tried=tried),
        _start_at_login(buses, was_on=settings.startup.at_login),
    ]


def _tray(there: bool | None, said: Said) -> Sense:  # noqa: FBT001  one of three answers
    if there is None:
        return Sense(TRAY, _("there is no display"), _("unknown"))
    if there:
        why = "XEmbed" if sys.platform == "linux" else "Qt"
        return Sense(TRAY, said.get(TRAY) or why, _("yes"))
    remedy = _(
        "Add a tray to your panel; on GNOME install the extension AppIndicator. Until "
        "then a second start of Psoas Break shows its window."
    )
    return Sense(TRAY, _("no panel offers one"), _("no"), remedy)


def _notifications(buses: Buses, said: Said) -> Sense:
    from psoas_break.desktop.notifications import choose_notifier  # noqa: PLC0415

    choice = choose_notifier(buses.session())
    why = choice.why
    if NOTIFICATIONS not in said:
        return Sense(NOTIFICATIONS, why, "", choice.remedy)
    answer = said[NOTIFICATIONS]
    if answer is not None:
        return Sense(NOTIFICATIONS, why, answer)
    remedy = _("Start a notification daemon, or leave prompts on the card.")
    return Sense(NOTIFICATIONS, why, _("nobody answers"), remedy)


def _sound(*, tried: bool) -> Sense:
    name, why = "sound", "QtMultimedia"
    if not tried:
        return Sense(name, why)
    if missing := _what_is_missing("PySide6.QtMultimedia"):
        remedy = _("Install the library that is named, or PySide6-Addons.")
        return Sense(name, why, missing, remedy)
    if _is_there_no_loudspeaker():
        remedy = _("Switch a loudspeaker on, or start PipeWire or PulseAudio.")
        return Sense(name, why, _("there is no loudspeaker"), remedy)
    return Sense(name, why, _("can play"))


def _is_there_no_loudspeaker() -> bool:
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

    # Qt says on the terminal what it finds; that is no part of the answer.
    before = qInstallMessageHandler(lambda *_: None)
    try:
        return QMediaDevices.defaultAudioOutput().isNull()
    finally:
        qInstallMessageHandler(before)


def _voice(*, tried: bool) -> Sense:
    name, why = "voice", "QtTextToSpeech"
    if not tried:
        return Sense(name, why)
    remedy = _("Install speech-dispatcher with a voice, such as espeak-ng.")
    if missing := _what_is_missing("PySide6.QtTextToSpeech"):
        return Sense(name, why, missing, remedy)
    if sys.platform == "linux" and not shutil.which("speech-dispatcher"):
        return Sense(name, why, _("there is no speech-dispatcher"), remedy)
    return Sense(name, why, _("can speak"))


def _what_is_missing(module: str) -> str:
    """Return why Qt's module cannot be loaded; empty if it can."""
    try:
        import_module(module)
    except ImportError as error:
        return str(error)
    return ""


def _start_at_login(buses: Buses, *, was_on: bool) -> Sense:
    login = AtLogin(buses=buses, settled=lambda: None, was_on=was_on)
    now = _("on") if login.choice.mechanism.is_on() else _("off")
    return Sense("start at login", login.choice.why, now, login.choice.remedy)
