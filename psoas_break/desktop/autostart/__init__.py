"""Whether the app starts at login: one module per system's way."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.app.ports import Autostart
from psoas_break.desktop.autostart.null import NullAutostart
from psoas_break.desktop.choice import Choice
from psoas_break.desktop.sandbox import in_flatpak
from psoas_break.words import gettext as _

if TYPE_CHECKING:  # importing it imports jeepney, which only a sandbox needs here
    from psoas_break.desktop.dbus import Bus

PROGRAM, WINDOWED = "psoas-break", "psoas-break-tray"
AT_LOGIN = "--autostarted"
"""What the app is told when a login starts it: nobody has asked for a window."""


def choose_autostart(
    environ: Mapping[str, str],
    command: Sequence[str] | None,
    *,
    session: "Callable[[], Bus | None]" = lambda: None,
    was_on: bool = False,
    settled: Callable[[str], None] = lambda _problem: None,
    sandboxed: bool | None = None,
) -> Choice[Autostart]:
    """Return this system's way of starting programs at login.

    Args:
        environ: the session's environment variables.
        command: as `launch_command` says; None where the app cannot be started so.
        session: opens the session's bus, where there is one.
        was_on: what a desktop that cannot be asked answered last.
        settled: told the problem, or nothing, by a desktop that answers later.
        sandboxed: whether this is a Flatpak; None finds out.
    """
    choice: Choice[Autostart]
    if in_flatpak() if sandboxed is None else sandboxed:
        choice = _by_portal(session(), was_on=was_on, settled=settled)
    elif command is None:
        remedy = _("Install Psoas Break, or start it from its own file.")
        why = _("this app was not started from a program file")
        choice = Choice(NullAutostart(), why, remedy)
    elif sys.platform == "win32":
        from psoas_break.desktop.autostart.windows import (  # noqa: PLC0415
            RunKeyAutostart,
        )

        run = RunKeyAutostart((*command, AT_LOGIN))
        choice = Choice(run, _("the Run key of the registry"))
    elif sys.platform == "darwin":
        from psoas_break.desktop.autostart.macos import (  # noqa: PLC0415
            LaunchAgentAutostart,
        )

        agents = Path.home() / "Library" / "LaunchAgents"
        agent = LaunchAgentAutostart(agents, (*command, AT_LOGIN))
        choice = Choice(agent, _("a file in {folder}").format(folder=agents))
    else:
        from psoas_break.desktop.autostart.xdg import XdgAutostart  # noqa: PLC0415

        folder = _config_home(environ) / "autostart"
        entry = XdgAutostart(folder, (*command, AT_LOGIN))
        choice = Choice(entry, _("a file in {folder}").format(folder=folder))
    return choice


def _by_portal(
    bus: "Bus | None", *, was_on: bool, settled: Callable[[str], None]
) -> Choice[Autostart]:
    if bus is None:
        why = _("there is no message bus to ask the desktop on")
        remedy = _("Start the session with dbus-run-session.")
        return Choice(NullAutostart(), why, remedy)
    from psoas_break.desktop.autostart.portal import PortalAutostart  # noqa: PLC0415

    portal = PortalAutostart(
        bus=bus, command=(PROGRAM, AT_LOGIN), was_on=was_on, settled=settled
    )
    return Choice(portal, _("the desktop's portal for apps in a sandbox"))


def launch_command(
    environ: Mapping[str, str],
    *,
    argv0: str = sys.argv[0],
    python: str = sys.executable,
    frozen: bool = bool(getattr(sys, "frozen", False)),
) -> tuple[str, ...] | None:
    """Return the words that start this very app again, by absolute paths.

    An AppImage is started by its own file, a bundle by its program, an installed
    package by the script that pip or pipx made; anything else by Python's `-m`.
    Windows has a second program of each, without a console window.

    Args:
        environ: the environment variables. Those of an AppImage are inherited by all
            that is started from it, so only the one that holds our program counts.
        argv0: how this process was started.
        python: the running interpreter, or the program of a bundle.
        frozen: whether the app is a bundle.
    """
    if not python:
        return None
    if frozen:
        appimage, mounted = environ.get("APPIMAGE"), environ.get("APPDIR")
        if appimage and mounted and Path(python).is_relative_to(mounted):
            return (appimage,)
        return (_windowed(Path(python)),)
    for script in (Path(argv0), Path(f"{argv0}.exe")):
        if script.stem in (PROGRAM, WINDOWED) and script.is_file():
            return (_windowed(script.absolute()),)
    return (_without_console(python), "-m", "psoas_break")


def _windowed(program: Path) -> str:
    """Return the program that opens no console window, where there is one."""
    windowed = program.with_name(f"{WINDOWED}{program.suffix}")
    if program.suffix == ".exe" and windowed.is_file():
        return str(windowed)
    return str(program)


def _without_console(python: str) -> str:
    """Return the interpreter that opens no console window, where there is one."""
    windowed = Path(python).with_name("pythonw.exe")
    return str(windowed) if os.name == "nt" and windowed.is_file() else python


def _config_home(environ: Mapping[str, str]) -> Path:
    given = Path(environ.get("XDG_CONFIG_HOME") or "")
    return given if given.is_absolute() else Path.home() / ".config"
