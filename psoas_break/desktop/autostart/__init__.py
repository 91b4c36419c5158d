"""Whether the app starts at login: one module per system's way."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from psoas_break.app.ports import Autostart
from psoas_break.desktop.autostart.null import NullAutostart
from psoas_break.desktop.choice import Choice


def choose_autostart(
    environ: Mapping[str, str], command: Sequence[str] | None
) -> Choice[Autostart]:
    """Return this system's way of starting programs at login.

    Args:
        environ: the session's environment variables.
        command: as `launch_command` says; None where the app cannot be started so.
    """
    choice: Choice[Autostart]
    if command is None:
        choice = Choice(NullAutostart(), "this app was not started from a program file")
    elif sys.platform == "win32":
        from psoas_break.desktop.autostart.windows import (  # noqa: PLC0415
            RunKeyAutostart,
        )

        choice = Choice(RunKeyAutostart(command), "the Run key of the registry")
    elif sys.platform == "darwin":
        from psoas_break.desktop.autostart.macos import (  # noqa: PLC0415
            LaunchAgentAutostart,
        )

        agents = Path.home() / "Library" / "LaunchAgents"
        choice = Choice(LaunchAgentAutostart(agents, command), f"a file in {agents}")
    else:
        from psoas_break.desktop.autostart.xdg import XdgAutostart  # noqa: PLC0415

        folder = _config_home(environ) / "autostart"
        choice = Choice(XdgAutostart(folder, command), f"a file in {folder}")
    return choice


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

    Args:
        environ: the environment variables.
        argv0: how this process was started.
        python: the running interpreter, or the program of a bundle.
        frozen: whether the app is a bundle.
    """
    if appimage := environ.get("APPIMAGE"):
        return (appimage,)
    if not python:
        return None
    if frozen:
        return (python,)
    script = Path(argv0)
    if script.stem in ("psoas-break", "psoas-break-tray") and script.is_file():
        return (str(script.absolute()),)
    return (_without_console(python), "-m", "psoas_break")


def _without_console(python: str) -> str:
    """Return the interpreter that opens no console window, where there is one."""
    windowed = Path(python).with_name("pythonw.exe")
    return str(windowed) if os.name == "nt" and windowed.is_file() else python


def _config_home(environ: Mapping[str, str]) -> Path:
    given = Path(environ.get("XDG_CONFIG_HOME") or "")
    return given if given.is_absolute() else Path.home() / ".config"
