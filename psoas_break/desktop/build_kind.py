"""Which kind of install this is: what a bug report should say first."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from psoas_break.words import gettext as _

DEBIAN = Path("/opt/psoas-break")


def kind_of_build(
    environ: Mapping[str, str] = os.environ,
    *,
    program: Path = Path(sys.executable),
    frozen: bool = bool(getattr(sys, "frozen", False)),
    package: Path = Path(__file__).parents[1],
) -> str:
    """Return it in a word or two of the user's language.

    Args:
        environ: the environment variables.
        program: the interpreter, or the program of a bundle.
        frozen: whether this is a bundle.
        package: the folder of the app's own code.
    """
    if not frozen:
        has_its_resources = (package / "resources").is_dir()
        return _("Python package") if has_its_resources else _("checkout")
    mounted = environ.get("APPDIR")
    if environ.get("FLATPAK_ID"):
        return "Flatpak"
    if environ.get("APPIMAGE") and mounted and program.is_relative_to(mounted):
        return "AppImage"
    if program.is_relative_to(DEBIAN):
        return _("Debian package")
    if program.parent.name == "MacOS":
        return _("macOS app")
    if program.with_name("unins000.exe").exists():
        return _("Windows installer")
    return _("portable bundle")
