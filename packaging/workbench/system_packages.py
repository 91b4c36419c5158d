"""The Debian and Ubuntu packages the app and its tests cannot do without.

Qt loads its libraries when the app starts and can only abort when one is
missing, so they are looked for first, by name, without Qt.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from workbench.errors import WorkbenchError

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

DESKTOP_PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "tint2": "tint2",
    "dunst": "dunst",
    "dbus-daemon": "dbus",
    "xdotool": "xdotool",
    "xterm": "xterm",
}

SERVERS = {
    "xrandr": "x11-xserver-utils",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "pipewire": "pipewire",
    "pipewire-pulse": "pipewire-pulse",
    "wireplumber": "wireplumber",
    "kwin_wayland": "kwin-wayland",
}
"""What the senses are tested against; a test whose server is missing is skipped."""

DBUSMOCK = Path("/usr/lib/python3/dist-packages/dbusmock")

FONT = Path("/usr/share/fonts/opentype/inter")


def missing_for_python() -> list[str]:
    """Return the packages without which no environment can be made.

    Debian keeps the module that puts pip into an environment in a package apart.
    """
    if sys.platform != "linux" or importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]


def missing_for_the_app() -> list[str]:
    """Return the packages of every library that Qt would look for in vain."""
    if sys.platform != "linux":
        return []
    return [package for name, package in QT_LIBRARIES.items() if not _loads(name)]


def missing_for_a_private_desktop() -> list[str]:
    """Return the packages of the screen, tray and typist that the tests bring."""
    if sys.platform != "linux":
        return []
    missing = _packages_of(DESKTOP_PROGRAMS)
    if not FONT.is_dir():
        missing.append("fonts-inter")
    return missing


def missing_for_the_senses() -> list[str]:
    """Return the packages of the servers that the senses are tested against."""
    if sys.platform != "linux":
        return []
    missing = _packages_of(SERVERS)
    if not DBUSMOCK.is_dir():
        missing.append("python3-dbusmock")
    return missing


def bring_if_possible(packages: list[str]) -> None:
    """Install packages that can be done without; say so where that fails."""
    try:
        bring(packages)
    except WorkbenchError as error:
        print(f"{error}\nThe tests that need them are skipped.", flush=True)


def bring(packages: list[str]) -> None:
    """Install packages with apt as root; otherwise say which line would.

    Raises:
        WorkbenchError: not root, no apt, or apt failed; exit code 2.
    """
    if not packages:
        return
    names = " ".join(packages)
    if shutil.which("apt-get") is None:
        msg = (
            "Some system packages are missing. Debian and Ubuntu call them:\n"
            f"  {names}\nInstall them under the names this system gives them."
        )
        raise WorkbenchError(msg, exit_code=2)
    if os.geteuid() != 0:
        msg = f"Some system packages are missing. Install them with:\n  {_line(names)}"
        raise WorkbenchError(msg, exit_code=2)
    print(f"Installing system packages: {names}", flush=True)
    _apt("update")
    _apt("install", "--yes", "--no-install-recommends", *packages)


def _packages_of(programs: dict[str, str]) -> list[str]:
    return [
        package for program, package in programs.items() if not shutil.which(program)
    ]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _line(names: str) -> str:
    return f"sudo apt-get install --no-install-recommends {names}"


def _apt(*arguments: str) -> None:
    done = subprocess.run(
        ["apt-get", "-qq", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        msg = f"{done.stdout}\napt-get {arguments[0]} failed."
        raise WorkbenchError(msg, exit_code=2)
