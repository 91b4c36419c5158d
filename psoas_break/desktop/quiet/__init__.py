"""Reasons not to speak, and what keeps the screen on: a module per way to know.

Unlike other capabilities this one has no best mechanism: everything that can know is
asked, and together they know it all. What cannot work here says why.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.app.ports import QuietSource, Signs
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.quiet.null import NullQuiet
from psoas_break.desktop.quiet.seen import sign
from psoas_break.desktop.sandbox import in_flatpak
from psoas_break.domain.quiet import Reason
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing them imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus
    from psoas_break.desktop.quiet.listed_apps import Apps

Chosen = Choice[QuietSource]

_GSETTINGS = "do not disturb (gsettings)"
_PIPEWIRE = "camera, screen share (PipeWire)"

_DO_NOT_DISTURB = sign(Reason.DO_NOT_DISTURB)
_FULL_SCREEN = sign(Reason.FULL_SCREEN)
_PICTURES = sign(Reason.SCREEN_SHARE) | sign(Reason.CAMERA)
_INHIBITORS = Signs(frozenset({Reason.PRESENTATION}), inhibited=True)


def choose_quiet(
    environ: Mapping[str, str],
    *,
    session: "Bus | None",
    system: "Bus | None",
    apps: "Apps",
    home: Path,
    sandboxed: bool | None = None,
) -> tuple[Chosen, ...]:
    """Return every source for this system; nothing is opened before it is asked.

    Args:
        environ: the session's environment variables.
        session: the session's bus; None where there is none.
        system: the system's bus; None where there is none.
        apps: the programs the user has listed, as the list stands when asked.
        home: the user's home folder.
        sandboxed: whether this is a Flatpak; None finds out.
    """
    # Each of these loads libraries that the other systems have not.
    if sys.platform == "win32":
        from psoas_break.desktop.quiet.windows import on_windows  # noqa: PLC0415

        return on_windows(apps)
    elif sys.platform == "darwin":  # noqa: RET505  one branch for each system
        from psoas_break.desktop.quiet.macos import on_macos  # noqa: PLC0415

        return on_macos(apps)
    else:
        walled = in_flatpak() if sandboxed is None else sandboxed
        return (
            *_on_the_session_bus(session),
            *_on_the_system_bus(system),
            *_on_x11(environ),
            _sound(environ, home),
            *(_hidden() if walled else _of_other_programs(environ, session, apps)),
        )


def _missing(name: str, lacks: Signs, why: str, remedy: str = "") -> Chosen:
    return Choice(NullQuiet(name, lacks), why, remedy)


def _on_the_session_bus(bus: "Bus | None") -> Iterator[Chosen]:
    if bus is None:
        remedy = _("Start the session with dbus-run-session.")
        what = "do not disturb and inhibitors"
        why = _("there is no message bus")
        yield _missing(what, _DO_NOT_DISTURB | _INHIBITORS, why, remedy)
        return
    from psoas_break.desktop.quiet.dbus import DBusQuiet  # noqa: PLC0415
    from psoas_break.desktop.quiet.gnome_inhibitors import (  # noqa: PLC0415
        SessionManagerInhibitors,
    )
    from psoas_break.desktop.quiet.inhibitors import (  # noqa: PLC0415
        KDE_INHIBITORS,
        XFCE_INHIBITORS,
    )
    from psoas_break.desktop.quiet.notifications import (  # noqa: PLC0415
        NOTIFICATION_SERVERS,
    )
    from psoas_break.desktop.quiet.screen_share import (  # noqa: PLC0415
        MUTTER_SCREEN_CAST,
    )

    questions = (*NOTIFICATION_SERVERS, KDE_INHIBITORS, XFCE_INHIBITORS)
    for question in (*questions, MUTTER_SCREEN_CAST):
        yield Choice(DBusQuiet(bus=bus, question=question), _("asked over D-Bus"))
    for desktop in ("gnome", "mate"):
        manager = SessionManagerInhibitors(bus=bus, desktop=desktop)
        yield Choice(manager, _("asked over D-Bus"))


def _on_the_system_bus(bus: "Bus | None") -> Iterator[Chosen]:
    if bus is None:
        why = _("there is no system bus")
        yield _missing("inhibitors (logind)", _INHIBITORS, why)
        return
    from psoas_break.desktop.quiet.dbus import DBusQuiet  # noqa: PLC0415
    from psoas_break.desktop.quiet.inhibitors import (  # noqa: PLC0415
        LOGIND_INHIBITORS,
    )

    source = DBusQuiet(bus=bus, question=LOGIND_INHIBITORS)
    yield Choice(source, _("asked over D-Bus"))


def _on_x11(environ: Mapping[str, str]) -> Iterator[Chosen]:
    display = environ.get("DISPLAY")
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        remedy = _(
            "Name your players in Settings, under “Wait while one of these runs”."
        )
        why = _("no Wayland compositor tells")
        yield _missing("full screen", _FULL_SCREEN, why, remedy)
    elif not display:
        remedy = _("Start Psoas Break from inside the desktop session.")
        why = _("there is no X server")
        yield _missing("full screen", _FULL_SCREEN, why, remedy)
    else:
        from psoas_break.desktop.quiet.full_screen import (  # noqa: PLC0415
            full_screen,
        )
        from psoas_break.desktop.quiet.mirrored import (  # noqa: PLC0415
            mirrored_screens,
        )

        why = _("the X server {display} knows it").format(display=display)
        yield Choice(full_screen(display), why)
        yield Choice(mirrored_screens(display), why)
        why = _("any program may read an X11 screen, and nobody can see that")
        remedy = _("Choose “In a meeting” in the menu while you share your screen.")
        yield _missing("screen share (X11)", sign(Reason.SCREEN_SHARE), why, remedy)


def _sound(environ: Mapping[str, str], home: Path) -> Chosen:
    from psoas_break.desktop.quiet.microphone import (  # noqa: PLC0415
        MicrophoneQuiet,
        sound_server,
    )

    server = sound_server(environ, home)
    if server is None:
        remedy = _("Start PipeWire or PulseAudio for this session.")
        why = _("this session names no sound server of its own")
        return _missing("microphone", sign(Reason.MICROPHONE), why, remedy)
    why = _("asked at {socket}").format(socket=server.socket)
    return Choice(MicrophoneQuiet(server=server), why)


def _of_other_programs(
    environ: Mapping[str, str], bus: "Bus | None", apps: "Apps"
) -> Iterator[Chosen]:
    """Yield what is seen by running a program, or by looking at those that run."""
    from psoas_break.desktop.quiet.camera import camera  # noqa: PLC0415
    from psoas_break.desktop.quiet.listed_apps import listed_apps  # noqa: PLC0415
    from psoas_break.desktop.quiet.screen_share import PipeWireQuiet  # noqa: PLC0415

    yield _settings(environ, bus)
    if shutil.which("pw-dump"):
        yield Choice(PipeWireQuiet(), _("listed by pw-dump"))
    else:
        remedy = _("Install pw-dump (in the package pipewire-bin or pipewire).")
        yield _missing(_PIPEWIRE, _PICTURES, _("pw-dump is not installed"), remedy)
    yield Choice(camera(), _("seen in /proc"))
    yield Choice(listed_apps(apps), _("seen in /proc"))


def _settings(environ: Mapping[str, str], bus: "Bus | None") -> Chosen:
    from psoas_break.desktop.quiet.gsettings import (  # noqa: PLC0415
        SettingQuiet,
        key_of,
    )

    key = key_of(environ)
    if key is None:
        why = _("this desktop keeps it elsewhere")
        return _missing(_GSETTINGS, _DO_NOT_DISTURB, why)
    if not shutil.which("gsettings"):
        remedy = _("Install gsettings (in the package libglib2.0-bin or glib2).")
        why = _("gsettings is not installed")
        return _missing(_GSETTINGS, _DO_NOT_DISTURB, why, remedy)
    return Choice(SettingQuiet(key=key, bus=bus), _("read by gsettings"))


def _hidden() -> Iterator[Chosen]:
    """Yield what the walls of a Flatpak hide."""
    why = _("a Flatpak sees no other program")
    remedy = _("Install Psoas Break in another way than by Flatpak.")
    yield _missing(_GSETTINGS, _DO_NOT_DISTURB, why, remedy)
    yield _missing(_PIPEWIRE, _PICTURES, why, remedy)
    yield _missing("listed programs", sign(Reason.LISTED_APP), why, remedy)
