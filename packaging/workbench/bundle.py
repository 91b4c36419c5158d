"""The bundle: one folder with app, Python and Qt, for machines that have none."""

import os
import subprocess
import sys
from pathlib import Path

from workbench.environment import BUILD, ROOT, bundle_environment
from workbench.errors import WorkbenchError

SPEC = ROOT / "packaging" / "bundle" / "psoas-break.spec"
FOLDER = BUILD / "bundle" / "psoas-break"
MEGABYTE = 1_000_000


def make() -> Path:
    """Make the bundle afresh; return its folder.

    Raises:
        WorkbenchError: PyInstaller failed; its own words are in the text.
    """
    environment = bundle_environment()
    environment.make_ready()
    command = [
        *(str(environment.python), "-m", "PyInstaller", "--noconfirm"),
        *("--log-level", "WARN", "--distpath", str(FOLDER.parent)),
        *("--workpath", str(BUILD / "bundle-work"), str(SPEC)),
    ]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise WorkbenchError(done.stdout + done.stderr)
    print(f"Made {FOLDER.relative_to(ROOT)}: {size_of(FOLDER) / MEGABYTE:.0f} MB")
    return FOLDER


def program() -> Path:
    """Return the bundle's program, as a terminal would start it."""
    if sys.platform == "darwin":
        inside = FOLDER.parent / "Psoas Break.app" / "Contents" / "MacOS"
        return inside / "psoas-break"
    return FOLDER / ("psoas-break.exe" if os.name == "nt" else "psoas-break")


def size_of(folder: Path) -> int:
    """Return the bytes of all files in a folder, each counted once."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(path.stat().st_size for path in files if not path.is_symlink())
