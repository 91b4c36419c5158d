"""The list of licences that a bundle carries."""

import shutil
from pathlib import Path

import make_licences
import pytest

from psoas_break.app.licences import Licence
from psoas_break.storage.licences import FILE_NAME, load


def written(folder: Path, *libraries: Path) -> dict[str, Licence]:
    make_licences.write(folder / FILE_NAME, libraries)
    return {one.name: one for one in load(folder)}


def test_qt_comes_with_its_licence_in_full(tmp_path: Path) -> None:
    text = written(tmp_path)["PySide6_Essentials"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "may be replaced" in text


def test_python_is_among_them(tmp_path: Path) -> None:
    assert written(tmp_path)["Python"].terms == "PSF-2.0"


def test_what_python_brought_is_known_by_its_files(tmp_path: Path) -> None:
    made = written(tmp_path, Path("/x/libcrypto-3.dll"), Path("/x/VCRUNTIME140.dll"))
    assert made["OpenSSL"].terms == "Apache-2.0"
    assert "Microsoft Visual C++ runtime" in made


def test_a_library_of_debian_brings_its_packages_terms(tmp_path: Path) -> None:
    if shutil.which("dpkg-query") is None:
        pytest.skip("needs a Debian")
    libraries = list(Path("/usr/lib").glob("*/libdbus-1.so.3"))
    if not libraries:
        pytest.skip("needs libdbus-1-3")
    found = written(tmp_path, *libraries)["libdbus-1-3"]
    assert found.version
    assert "GPL-2" in found.terms
    assert "copyright" in found.text.lower()
