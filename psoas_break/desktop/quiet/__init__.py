"""Reasons not to speak, and what keeps the screen on: a module per way to know.

Unlike other capabilities this one has no best mechanism: everything that can know is
asked, and together they know it all. What cannot work here says why.
"""

import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.app.ports import QuietSource
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.quiet.null import NullQuiet
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing them imports jeepney, which Windows and macOS have not
    from psoas_break.desktop.dbus import Bus
    from psoas_break.desktop.quiet.listed_apps import Apps

Chosen = Choice[QuietSource]


def choose_quiet(
    environ: Mapping[str, str],
    *,
    session: "Bus | None",
    system: "Bus | None",
    apps: "Apps",
    home: Path,
) -> tuple[Chosen, ...]:
    """Return every source for this system; nothing is opened before it is asked.

    Args:
        environ: the session's environment variables.
        session: the session's bus; None where there is none.
        system: the system's bus; None where there is none.
        apps: the programs the user has listed, as the list stands when asked.
        home: the user's home folder.
    """
    # Each of these loads libraries that the other systems have not.
    if sys.platform == "win32":
        from psoas_break.desktop.quiet.windows import on_windows  # noqa: PLC0415

        return on_windows(apps)
    elif sys.platform == "darwin":  # noqa: RET505  one branch for each system
        from psoas_break.desktop.quiet.macos import on_macos  # noqa: PLC0415

        return on_macos(apps)
    else:
        return (
            *_on_the_session_bus(environ, session),
            *_on_the_system_bus(system),
            *_on_x11(environ),
            *_sound_and_pictures(environ, home),
            _processes(apps),
        )


def _missing(name: str, why: str, remedy: str = "") -> Chosen:
    return Choice(NullQuiet(name), why, remedy)


def _on_the_session_bus(
    environ: Mapping[str, str], bus: "Bus | None"
) -> Iterator[Chosen]:
    if bus is None:
        remedy = _("Start the session with dbus-run-session.")
        what = "do not disturb and inhibitors"
        yield _missing(what, "there is no message bus", remedy)
        return
    from psoas_break.desktop.quiet.dbus import DBusQuiet  # noqa: PLC0415
    from psoas_break.desktop.quiet.gnome_inhibitors import (  # noqa: PLC0415
        SessionManagerInhibitors,
    )
    from psoas_break.desktop.quiet.gsettings import (  # noqa: PLC0415
        SettingQuiet,
        key_of,
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
        yield Choice(DBusQuiet(bus=bus, question=question), "asked over D-Bus")
    for desktop in ("gnome", "mate"):
        manager = SessionManagerInhibitors(bus=bus, desktop=desktop)
        yield Choice(manager, "asked over D-Bus")
    key = key_of(environ)
    if key is None:
        yield _missing("do not disturb (gsettings)", "this desktop keeps it elsewhere")
    elif not shutil.which("gsettings"):
        remedy = _("Install gsettings (in the package libglib2.0-bin or glib2).")
        yield _missing(
            "do not disturb (gsettings)", "gsettings is not installed", remedy
        )
    else:
        yield Choice(SettingQuiet(key=key, bus=bus), "read by gsettings")


def _on_the_system_bus(bus: "Bus | None") -> Iterator[Chosen]:
    if bus is None:
        yield _missing("inhibitors (logind)", "there is no system bus")
        return
    from psoas_break.desktop.quiet.dbus import DBusQuiet  # noqa: PLC0415
    from psoas_break.desktop.quiet.inhibitors import (  # noqa: PLC0415
        LOGIND_INHIBITORS,
    )

    source = DBusQuiet(bus=bus, question=LOGIND_INHIBITORS)
    yield Choice(source, "asked over D-Bus")


def _on_x11(environ: Mapping[str, str]) -> Iterator[Chosen]:
    display = environ.get("DISPLAY")
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        remedy = _("Name your players in Settings: Wait while one of these runs.")
        yield _missing("full screen", "no Wayland compositor tells", remedy)
    elif not display:
        yield _missing("full screen", "there is no X server")
    else:
        from psoas_break.desktop.quiet.full_screen import (  # noqa: PLC0415
            full_screen,
        )
        from psoas_break.desktop.quiet.mirrored import (  # noqa: PLC0415
            mirrored_screens,
        )

        yield Choice(full_screen(display), f"the X server {display} knows it")
        yield Choice(mirrored_screens(display), f"the X server {display} knows it")


def _sound_and_pictures(environ: Mapping[str, str], home: Path) -> Iterator[Chosen]:
    from psoas_break.desktop.quiet.camera import camera  # noqa: PLC0415
    from psoas_break.desktop.quiet.microphone import (  # noqa: PLC0415
        MicrophoneQuiet,
        sound_server,
    )
    from psoas_break.desktop.quiet.screen_share import PipeWireQuiet  # noqa: PLC0415

    server = sound_server(environ, home)
    if server is None:
        remedy = _("Start PipeWire or PulseAudio for this session.")
        why = "this session names no sound server of its own"
        yield _missing("microphone", why, remedy)
    else:
        yield Choice(MicrophoneQuiet(server=server), f"asked at {server.socket}")
    yield Choice(camera(), "seen in /proc")
    if shutil.which("pw-dump"):
        yield Choice(PipeWireQuiet(), "listed by pw-dump")
    else:
        remedy = _("Install pw-dump (in the package pipewire-bin or pipewire).")
        yield _missing("screen share (PipeWire)", "pw-dump is not installed", remedy)


def _processes(apps: "Apps") -> Chosen:
    from psoas_break.desktop.quiet.listed_apps import listed_apps  # noqa: PLC0415

    return Choice(listed_apps(apps), "seen in /proc")
