"""What users download, made of the bundle: one function for each kind of package.

Each ends in `dist`, named by version and system. What a kind needs beside the bundle
is named where it is missing; nothing is downloaded here.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from workbench import tree, windows_version
from workbench.bundle import FOLDER
from workbench.environment import BUILD, ROOT, Environment
from workbench.errors import WorkbenchError

DIST = ROOT / "dist"
RECIPES = ROOT / "packaging"
FLATPAK_TREE = BUILD / "flatpak" / "tree"
RUNTIME_SUM = RECIPES / "appimage" / "runtime.sha256"


def python(environment: Environment) -> None:
    """Make wheel and sdist.

    Raises:
        WorkbenchError: hatchling failed; its own words are shown.
    """
    if environment.call("-m", "hatchling", "build", "-d", str(DIST)):
        msg = "The wheel could not be built."
        raise WorkbenchError(msg)


def appimage(version: str, runtime: Path) -> Path:
    """Make the AppImage: a runtime, and behind it the files as a squashfs.

    Args:
        version: the app's.
        runtime: the file that `packaging/appimage/runtime.sha256` names.

    Raises:
        WorkbenchError: the runtime is another one, or mksquashfs failed.
    """
    wanted = RUNTIME_SUM.read_text("utf-8").split()[0]
    if hashlib.sha256(runtime.read_bytes()).hexdigest() != wanted:
        msg = f"{runtime} is not the file that {RUNTIME_SUM.relative_to(ROOT)} names."
        raise WorkbenchError(msg)
    folder = BUILD / "appimage" / "AppDir"
    lay_out_appdir(folder)
    return join_appimage(
        folder, runtime, DIST / f"psoas-break-{version}-x86_64.AppImage"
    )


def lay_out_appdir(folder: Path, bundle: Path = FOLDER) -> None:
    """Lay out what is inside of an AppImage, in an empty place."""
    shutil.rmtree(folder, ignore_errors=True)
    tree.lay_out(folder / "usr", bundle=bundle)
    shutil.copy(RECIPES / "appimage" / "AppRun", folder)
    share = folder / "usr" / "share"
    shutil.copy(share / "applications" / "psoas-break.desktop", folder)
    shutil.copy(share / "icons/hicolor/scalable/apps/psoas-break.svg", folder)
    shutil.copy(
        share / "icons/hicolor/256x256/apps/psoas-break.png", folder / ".DirIcon"
    )


def join_appimage(folder: Path, runtime: Path, made: Path) -> Path:
    """Write runtime and files into one file that starts itself.

    Raises:
        WorkbenchError: mksquashfs is missing, or failed.
    """
    files = folder.with_suffix(".squashfs")
    files.unlink(missing_ok=True)
    options = ("-root-owned", "-noappend", "-no-progress", "-comp", "zstd")
    _run("mksquashfs", str(folder), str(files), *options, package="squashfs-tools")
    made.parent.mkdir(parents=True, exist_ok=True)
    with made.open("wb") as whole:
        for part in (runtime, files):
            whole.write(part.read_bytes())
    made.chmod(0o755)
    return _told(made)


def flatpak_tree() -> Path:
    """Lay out what packaging/flatpak's manifest takes in."""
    tree.lay_out(FLATPAK_TREE, name=tree.APP_ID)
    return FLATPAK_TREE


def portable(version: str) -> Path:
    """Make the folder to unpack anywhere: a zip for Windows, a tar for Linux."""
    system, form = ("windows", "zip") if os.name == "nt" else ("linux", "xztar")
    stage = BUILD / "portable" / f"psoas-break-{version}"
    shutil.rmtree(stage.parent, ignore_errors=True)
    shutil.copytree(FOLDER, stage, symlinks=True)
    shutil.copy(ROOT / "LICENSE", stage / "LICENSE.txt")
    DIST.mkdir(exist_ok=True)
    name = DIST / f"{stage.name}-{system}-x64-portable"
    return _told(Path(shutil.make_archive(str(name), form, stage.parent, stage.name)))


def windows_installer(version: str) -> Path:
    """Make the installer for Windows, with Inno Setup.

    Raises:
        WorkbenchError: Inno Setup is missing, or its compiler failed.
    """
    script = RECIPES / "windows" / "psoas-break.iss"
    told = (f"/DVersion={version}", f"/DNumbers={windows_version.numbers(version)}")
    _run("iscc", *told, str(script), package="Inno Setup 6")
    return _told(DIST / f"psoas-break-{version}-windows-x64-setup.exe")


def dmg(version: str) -> Path:
    """Make the disk image for macOS: the app, and a way into Applications.

    Raises:
        WorkbenchError: this is not macOS, or hdiutil failed.
    """
    stage = BUILD / "dmg"
    shutil.rmtree(stage, ignore_errors=True)
    app = FOLDER.parent / "Psoas Break.app"
    shutil.copytree(app, stage / app.name, symlinks=True)
    (stage / "Applications").symlink_to("/Applications")
    shutil.copy(RECIPES / "macos" / "opening.txt", stage / "How to open it.txt")
    DIST.mkdir(exist_ok=True)
    made = DIST / f"psoas-break-{version}-macos-{platform.machine()}.dmg"
    volume = ("-volname", "Psoas Break", "-srcfolder", str(stage))
    _run("hdiutil", "create", *volume, "-format", "UDZO", "-ov", str(made))
    return _told(made)


def _run(program: str, *arguments: str, package: str = "") -> None:
    found = shutil.which(program)
    if found is None:
        msg = f"{program} is missing" + (
            f"; it comes with {package}." if package else "."
        )
        raise WorkbenchError(msg, exit_code=2)
    done = subprocess.run(
        [found, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.stdout.flush()
        msg = f"{done.stdout}{done.stderr}\n{program} failed."
        raise WorkbenchError(msg)


def _told(made: Path) -> Path:
    print(f"Made {made.name}: {made.stat().st_size / 1e6:.1f} MB")
    return made
