"""Write the licences of everything in a bundle, for its about window.

Called while the bundle is made (packaging/bundle/psoas-break.spec), in its Python.
Python packages say their terms themselves; a library of the system is asked of the
Debian package it came from; what Python's own build brings is in a table here.
"""

import json
import platform
import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path

from psoas_break.app.licences import Licence
from psoas_break.storage.licences import installed

TEXTS = Path(__file__).parent / "licences"

COMPANIONS = {
    "libcrypto": ("OpenSSL", "Apache-2.0"),
    "libssl": ("OpenSSL", "Apache-2.0"),
    "libffi": ("libffi", "MIT"),
    "libsqlite3": ("SQLite", "public domain"),
    "sqlite3": ("SQLite", "public domain"),
    "liblzma": ("XZ Utils", "0BSD"),
    "libbz2": ("bzip2", "bzip2-1.0.6"),
    "libexpat": ("Expat", "MIT"),
    "libmpdec": ("libmpdec", "BSD-2-Clause"),
    "vcruntime": ("Microsoft Visual C++ runtime", "redistributable"),
    "msvcp": ("Microsoft Visual C++ runtime", "redistributable"),
    "ucrtbase": ("Microsoft C runtime", "redistributable"),
}
"""What builds of Python bring with them, by the beginning of the file's name."""

TERMS = re.compile(r"^License: *(\S.*)$", re.MULTILINE)


def write(path: Path, libraries: Iterable[Path]) -> None:
    """Write the list as JSON.

    Args:
        path: the file; its folder is made.
        libraries: where every library in the bundle was taken from.
    """
    found = [*(_in_full(one) for one in installed()), _python()]
    found += [_debian(name) for name in _debian_packages(libraries)]
    known = {one.name for one in found}
    found += [one for one in _companions(libraries) if one.name not in known]
    found.sort(key=lambda one: one.name.lower())
    path.parent.mkdir(parents=True, exist_ok=True)
    listed = [asdict(one) for one in found]
    path.write_text(json.dumps(listed, ensure_ascii=False, indent=1), "utf-8")


def _in_full(one: Licence) -> Licence:
    """Add the text of the LGPL, which Qt's packages only name."""
    if not one.terms.startswith("LGPL-3.0"):
        return one
    told = (
        "Qt and Qt for Python, by The Qt Company Ltd. and other contributors, under "
        "the GNU Lesser General Public License, version 3. They are separate shared "
        "libraries, which may be replaced by other builds of the same version. Their "
        "source is at https://download.qt.io; what Qt itself is made of is described "
        "at https://doc.qt.io/qt-6/licenses-used-in-qt.html."
    )
    parts = [told, *(_text(name) for name in ("LGPL-3.0.txt", "GPL-3.0.txt"))]
    return replace(one, text="\n\n".join(parts))


def _python() -> Licence:
    file = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    text = file.read_text("utf-8") if file.is_file() else ""
    return Licence(
        name="Python",
        version=platform.python_version(),
        terms="PSF-2.0",
        text=text or "https://docs.python.org/3/license.html",
    )


def _debian_packages(libraries: Iterable[Path]) -> set[str]:
    """Return the packages the libraries belong to, where this is a Debian."""
    if shutil.which("dpkg-query") is None:
        return set()
    names = set()
    for library in libraries:
        # A file in /usr may be known by the name it had before /usr was one.
        names |= {(name := str(library.resolve())), name.removeprefix("/usr")}
    known = _said("dpkg-query", "--search", *sorted(names)).splitlines()
    return {line.split(":", 1)[0] for line in known}


def _debian(package: str) -> Licence:
    file = Path("/usr/share/doc") / package / "copyright"
    text = file.read_text("utf-8", errors="replace") if file.is_file() else ""
    terms = dict.fromkeys(word.strip() for word in TERMS.findall(text))
    version = _said("dpkg-query", "--show", "--showformat=${Version}", package)
    return Licence(
        name=package,
        version=version,
        terms=", ".join(terms),
        text=text or f"https://packages.debian.org/{package}",
    )


def _companions(libraries: Iterable[Path]) -> set[Licence]:
    return {
        Licence(name=name, version="", terms=terms, text=terms)
        for path in libraries
        for beginning, (name, terms) in COMPANIONS.items()
        if path.name.lower().startswith(beginning)
    }


def _text(name: str) -> str:
    return (TEXTS / name).read_text("utf-8")


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()
