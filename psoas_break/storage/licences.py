"""The licences of what we use: written down in a bundle, else asked of the packages.

A bundle brings Python, Qt and libraries of the system it was built on; their list is
made with it (packaging/make_licences.py). Any other install has brought only Python
packages, and those say so themselves.
"""

import json
from importlib.metadata import (
    Distribution,
    PackageNotFoundError,
    PackagePath,
    distribution,
)
from pathlib import Path

from psoas_break.app.licences import Licence

FILE_NAME = "licences.json"

DISTRIBUTIONS = (
    *("PySide6-Essentials", "PySide6-Addons", "shiboken6", "APScheduler", "tzlocal"),
    *("platformdirs", "tomlkit", "jeepney", "tzdata"),
)
"""All that pip brings with us, on any system."""


def load(resources: Path) -> tuple[Licence, ...]:
    """Return everything we use, by name; what is not installed is left out.

    Args:
        resources: the app's own files; in a bundle they have the list.
    """
    try:
        listed = json.loads((resources / FILE_NAME).read_text("utf-8"))
        return tuple(Licence(**one) for one in listed)
    except (OSError, ValueError, TypeError):
        return installed()


def installed() -> tuple[Licence, ...]:
    """Return the Python packages we use, as they describe themselves."""
    found = []
    for name in DISTRIBUTIONS:
        try:
            found.append(_of(distribution(name)))
        except PackageNotFoundError:
            continue  # another system's
    return tuple(sorted(found, key=lambda one: one.name.lower()))


def _of(package: Distribution) -> Licence:
    told = _said(package, "License-Expression") or _said(package, "License")
    texts = [
        _content(file)
        for file in package.files or ()
        if file.parent.name == "licenses" or file.name.upper().startswith("LICEN")
    ]
    text = "\n\n".join(filter(None, texts))
    return Licence(
        name=_said(package, "Name"),
        version=package.version,
        terms=told.splitlines()[0] if told else "",
        text=text.strip() or _said(package, "Home-page"),
    )


def _content(file: PackagePath) -> str:
    """Return a text of a package, or nothing: a packager may have left it out."""
    try:
        return file.read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _said(package: Distribution, key: str) -> str:
    """Return what a package says of itself, or nothing."""
    return str((package.metadata.get_all(key) or [""])[0])
