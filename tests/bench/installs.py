"""Size and start of what users install: the wheel in its own environment, the bundle.

Only what has been made is measured: `dev.py test --wheel` leaves the one behind,
`dev.py bundle` the other.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.idle import floor
from tests.bench.launch import Program, start_once
from tests.bench.report import Figure
from tests.system.process import ROOT

BUILD = ROOT / "build"
DROP_CACHES = Path("/proc/sys/vm/drop_caches")
EVERYTHING = "3"
"""What to write there: files, folders and inodes. Source: Linux, sysctl/vm.rst."""

BUILD_TOOLS = {"PyInstaller", "_pyinstaller_hooks_contrib", "pip", "setuptools"}
"""Stand beside the wheel in its environment, and are none of what it needs."""

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Install:
    """One way to have the app.

    Attributes:
        name: What it is called in the report.
        program: What starts it.
        folder: What it takes on the disk.
    """

    name: str
    program: Path
    folder: Path

    def tray(self) -> Program:
        """Return it as it starts at login."""
        return Program(self.name, self._command)

    def _command(self, folder: Path) -> Sequence[str]:
        profile = str(folder / "profile")
        return (str(self.program), "--profile-dir", profile, "--autostarted")


INSTALLS = (
    Install(
        "wheel, installed",
        BUILD / "wheel-env" / "bin" / "psoas-break",
        BUILD / "wheel-env" / "lib",
    ),
    Install(
        "bundle",
        BUILD / "bundle" / "psoas-break" / "psoas-break",
        BUILD / "bundle" / "psoas-break",
    ),
)


def figures(folder: Path, *, starts: int) -> list[Figure]:
    """Measure every install there is; nothing where none was made.

    Args:
        folder: Where the programs keep what they keep.
        starts: How often each is started, warm and cold.
    """
    return [
        figure
        for install in INSTALLS
        if install.program.exists()
        for figure in _figures_of(install, folder, starts)
    ]


def _figures_of(install: Install, folder: Path, starts: int) -> Iterator[Figure]:
    home, bare = folder / install.name, folder / "floor of installs"
    for made in (home, bare):
        made.mkdir(parents=True, exist_ok=True)
    start_once(install.tray(), home)  # fills the caches; not counted
    warm, warm_floor, cold = [], [], []
    for _ in range(starts):
        warm.append(start_once(install.tray(), home).icon_s * 1e3)
        warm_floor.append(start_once(floor(), bare).icon_s * 1e3)
    if os.access(DROP_CACHES, os.W_OK):
        for _ in range(starts):
            os.sync()
            DROP_CACHES.write_text(EVERYTHING, "utf-8")
            cold.append(start_once(install.tray(), home).icon_s * 1e3)
    yield Figure(f"{install.name}: size, MB", (_size(install.folder) / MEGABYTE,))
    yield Figure(
        f"{install.name}: start, ms", tuple(warm), tuple(warm_floor), budget=1.35
    )
    if cold:
        yield Figure(f"{install.name}: cold start, ms", tuple(cold))


def _size(folder: Path) -> int:
    return sum(
        path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and not BUILD_TOOLS & {*path.parts}
    )
