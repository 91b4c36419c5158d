"""Makes Qt's application, or says in one line why there can be none.

Qt aborts the process where it finds no display. So it is given the offscreen
platform to fall back on, and if that is where it lands, the reason is looked up and
told instead.
"""

import os
import re
import sys
from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.words import gettext as _

if TYPE_CHECKING:  # a machine may lack a library that Qt needs: imported below
    from PySide6.QtWidgets import QApplication

NO_DISPLAY = 2
"""The process's exit code."""

_FALLBACK = "offscreen"
_SHOWN_NOWHERE = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")

_FILL_ALONE = "QT_NO_GUI_THREADPOOL"
"""Set, Qt fills shapes in the thread that paints. Otherwise it hands each larger one to
a pool of threads and waits for them, which takes four times as long."""

_STYLE = ("-style", "Fusion")
"""What Qt's own widgets look like, the same on every desktop. As an option: Qt would
else load the desktop's style first, and `setStyle` costs 0.6 MB of PySide6's names."""

_GTK_DESKTOPS = {"GNOME", "UNITY", "X-CINNAMON", "MATE", "XFCE", "LXDE", "PANTHEON"}


class NoDisplay(Exception):  # noqa: N818  it is an answer, not a failure
    """There is no graphical session to show anything in; the text says why."""


def create_application(
    argv: Sequence[str], environ: MutableMapping[str, str]
) -> "QApplication":
    """Return Qt's application on the best platform there is.

    Args:
        argv: the process's words.
        environ: the environment; what Qt reads in it is set where the user has not.

    Raises:
        NoDisplay: when no platform works; the process should end with `NO_DISPLAY`.
    """
    chosen = environ.get("QT_QPA_PLATFORM", "")
    environ.setdefault(_FILL_ALONE, "1")
    if sys.platform.startswith("linux"):
        if not chosen and not displays(environ):
            raise NoDisplay(_("There is no display: DISPLAY is not set."))
        environ["QT_QPA_PLATFORM"] = platforms(environ)
        if theme := platform_theme(environ):
            environ["QT_QPA_PLATFORMTHEME"] = theme
        # With two screens on X11, Qt would else know of no panel on either.
        environ.setdefault("QT_RELY_ON_NET_WORKAREA_ATOM", "1")
    try:
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415
    except ImportError as error:
        raise NoDisplay(_missing(str(error))) from error
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _where, what: said.append(what))
    app = QApplication([*argv, *_STYLE])
    qInstallMessageHandler(before)
    if app.platformName() == _FALLBACK and _FALLBACK not in chosen:
        raise NoDisplay(_reason(environ, said))
    return app


def displays(environ: MutableMapping[str, str]) -> tuple[str, ...]:
    """Return the variables that name a display in this session."""
    return tuple(name for name in ("DISPLAY", "WAYLAND_DISPLAY") if environ.get(name))


def platforms(environ: MutableMapping[str, str]) -> str:
    """Return Qt's platforms to try, in order, for QT_QPA_PLATFORM.

    X11 comes first even in a Wayland session: under native Wayland no window can be
    placed, or shown without taking the keyboard.
    """
    if chosen := environ.get("QT_QPA_PLATFORM"):
        names = chosen.split(";")
        shown = not any(name.startswith(_SHOWN_NOWHERE) for name in names)
        return ";".join([*names, _FALLBACK]) if shown else chosen
    names = []
    if environ.get("DISPLAY"):
        names.append("xcb")
    if environ.get("WAYLAND_DISPLAY"):
        names.append("wayland")
    return ";".join([*names, _FALLBACK])


def platform_theme(environ: MutableMapping[str, str]) -> str | None:
    """Return what to set QT_QPA_PLATFORMTHEME to, or None to leave it.

    Where Qt would load GTK 3 to look like the desktop, the app's memory doubles
    (94 MB instead of 46) for colours it does not use.
    """
    if environ.get("QT_QPA_PLATFORMTHEME"):
        return None
    desktops = environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return "gnome" if _GTK_DESKTOPS & set(desktops) else None


def _reason(environ: MutableMapping[str, str], said: Sequence[str]) -> str:
    """Return in one line why Qt found no display."""
    if library := _missing_library():
        return _missing(library)
    names = displays(environ)
    if names:
        named = ", ".join(f"{name}={environ[name]}" for name in names)
        return _("The display cannot be reached ({display}).").format(display=named)
    return " ".join(said[:1]) or _("There is no display.")


def _missing(error: str) -> str:
    """Return a loader's complaint as one line that names the library."""
    found = re.search(r"[\w.+-]+\.so[.\d]*", error)
    return _("A system library is missing: {library}.").format(
        library=found.group() if found else error.splitlines()[0]
    )


def _missing_library() -> str | None:
    """Return the loader's complaint about Qt's X11 plugin, or None if it loads."""
    import ctypes  # noqa: PLC0415  only to say why nothing works

    import PySide6  # noqa: PLC0415

    folder = Path(os.fspath(PySide6.__path__[0]))
    plugin = folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.is_file():
        return None
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return None
