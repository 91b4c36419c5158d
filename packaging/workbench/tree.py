"""The bundle laid out as Linux desktops want it: program, entry, metainfo, icons.

AppImage and Flatpak are made of such a tree. What is in `packaging/share` is written
for the name `psoas-break`; a Flatpak must have everything under its id.
"""

import re
import shutil
from pathlib import Path

from workbench.bundle import FOLDER
from workbench.environment import ROOT

NAME = "psoas-break"
APP_ID = "io.github.psoas_break.psoas_break"
ICON = re.compile(rf"{NAME}-(\d+)\.png")


def lay_out(folder: Path, *, name: str = NAME, bundle: Path = FOLDER) -> None:
    """Lay out the tree in an empty place.

    Args:
        folder: what a package would call `/usr`; made anew.
        name: what desktop entry and icons are called.
        bundle: the bundle's folder.
    """
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(bundle, folder / "lib" / NAME, symlinks=True)
    link = folder / "bin" / NAME
    link.parent.mkdir()
    link.symlink_to(Path("..", "lib", NAME, NAME))
    write_share(folder / "share", name)


def write_share(share: Path, name: str = NAME) -> None:
    """Write desktop entry, metainfo and icons, as `/usr/share` has them."""
    source = ROOT / "packaging" / "share"
    entry = (source / f"{NAME}.desktop").read_text("utf-8")
    entry = re.sub(
        r"^(Icon|StartupWMClass)=.*$", rf"\1={name}", entry, flags=re.MULTILINE
    )
    _write(share / "applications" / f"{name}.desktop", entry)
    about = (source / f"{APP_ID}.metainfo.xml").read_text("utf-8")
    about = about.replace(f"{NAME}.desktop<", f"{name}.desktop<")
    about = about.replace(f'"stock">{NAME}<', f'"stock">{name}<')
    _write(share / "metainfo" / f"{APP_ID}.metainfo.xml", about)
    for picture in sorted((ROOT / "resources" / "icons").iterdir()):
        size = ICON.fullmatch(picture.name)
        at = f"{size[1]}x{size[1]}" if size else "scalable"
        to = share / "icons" / "hicolor" / at / "apps" / f"{name}{picture.suffix}"
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(picture, to)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
