"""The Debian package: the bundle in /opt, and what a desktop wants beside it."""

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from workbench.bundle import FOLDER
from workbench.environment import BUILD, ROOT, project_environment
from workbench.errors import WorkbenchError
from workbench.tree import NAME, write_share

PACKAGING = ROOT / "packaging"
FOLDER_OF_ALL = BUILD / "deb"
MAINTAINER = "The Psoas Break authors <psoas-break@users.noreply.github.com>"

TOOLS = {"dpkg-buildpackage": "dpkg-dev", "dh": "debhelper", "lintian": "lintian"}
"""What it takes, by Debian's packages."""


def missing() -> list[str]:
    """Return the packages of the tools that are not here."""
    return [package for tool, package in TOOLS.items() if not shutil.which(tool)]


def missing_for_the_trial() -> list[str]:
    """Return the packages it takes to try a package on a Debian with nothing in it."""
    return [] if shutil.which("debootstrap") else ["debootstrap"]


def make(version: str) -> Path:
    """Pack the bundle that is there; return the package.

    Args:
        version: The package's; later ones sort higher.

    Raises:
        WorkbenchError: one of Debian's tools failed; its own words are in the text.
    """
    stage = FOLDER_OF_ALL / version / NAME
    shutil.rmtree(stage.parent, ignore_errors=True)
    shutil.copytree(FOLDER, stage / "bundle", symlinks=True)
    shutil.copytree(PACKAGING / "debian", stage / "debian")
    write_share(stage / "share")
    _write_shell_files(stage / "share")
    shutil.copy(PACKAGING / "share" / "settings.toml.example", stage)
    shutil.copy(ROOT / "README.md", stage)
    (stage / "debian" / "changelog").write_text(_changelog(version), "utf-8")
    _run("dpkg-buildpackage", "--build=binary", "--no-sign", folder=stage)
    (made,) = stage.parent.glob(f"{NAME}_*.deb")
    print(f"Made {made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.1f} MB")
    return made


def check(package: Path) -> None:
    """Have lintian look at the package.

    Raises:
        WorkbenchError: it found something that is not overridden with a reason.
    """
    _run(
        *("lintian", "--fail-on", "error,warning", "--tag-display-limit", "0"),
        *("--allow-root", str(package)),
        folder=package.parent,
    )


def _write_shell_files(folder: Path) -> None:
    script = PACKAGING / "make_shell_files.py"
    python = project_environment().python
    _run(str(python), str(script), str(folder), folder=ROOT)


def _changelog(version: str) -> str:
    """Return Debian's changelog: what changed is in the app's own."""
    made = datetime.fromtimestamp(_source_date(), UTC)
    return (
        f"{NAME} ({version}) unstable; urgency=medium\n\n"
        f"  * Release {version}.\n\n"
        f" -- {MAINTAINER}  {made:%a, %d %b %Y %H:%M:%S} +0000\n"
    )


def _source_date() -> int:
    """Return the last commit's time, so that the same source makes the same package."""
    if named := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(named)
    asked = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return int(asked.stdout or 0)


def _run(*command: str, folder: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        msg = f"{done.stdout}{done.stderr}\n{command[0]} failed."
        raise WorkbenchError(msg)
