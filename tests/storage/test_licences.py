"""The licences of what we use: what a bundle wrote down, or what packages say."""

import json
import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from psoas_break.app.licences import Licence
from psoas_break.storage.licences import DISTRIBUTIONS, FILE_NAME, installed, load
from tests.system.process import ROOT

WRITTEN = {"name": "OpenSSL", "version": "3", "terms": "Apache-2.0", "text": "You may"}


def test_a_bundle_has_its_list_with_it(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps([WRITTEN]), "utf-8")
    assert load(tmp_path) == (Licence(**WRITTEN),)


def test_without_a_list_the_packages_are_asked(tmp_path: Path) -> None:
    assert load(tmp_path) == installed()


def test_a_list_that_cannot_be_read_is_as_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('[{"name": 3}]', "utf-8")
    assert load(tmp_path) == installed()


def test_every_package_says_on_which_terms() -> None:
    terms = {one.name: one.terms for one in installed()}
    assert [name for name, told in terms.items() if not told] == []
    assert "LGPL-3.0-only" in terms["PySide6_Essentials"]


def test_permissive_licences_are_there_in_full() -> None:
    texts = [one.text for one in installed() if one.terms == "MIT"]
    assert texts
    assert [text for text in texts if not re.search("(?i)permission", text)] == []


def test_a_licence_that_a_packager_left_out_is_missing_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "tzlocal-9.dist-info"
    said.mkdir()
    (said / "METADATA").write_text(
        "Name: tzlocal\nVersion: 9\nLicense: MIT\nHome-page: https://example.org\n"
    )
    (said / "RECORD").write_text("tzlocal-9.dist-info/LICENSE.txt,,\n")
    monkeypatch.syspath_prepend(tmp_path)
    found = next(one for one in installed() if one.name == "tzlocal")
    assert (found.version, found.text) == ("9", "https://example.org")


def wanted(requirement: Requirement) -> bool:
    """Whether any system we support installs it with us."""
    return requirement.marker is None or any(
        requirement.marker.evaluate(
            {"sys_platform": system, "platform_system": name, "extra": ""}
        )
        for system, name in (("linux", "Linux"), ("win32", "Windows"))
    )


def test_nothing_that_pip_brings_with_us_is_forgotten() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    known = {canonicalize_name(name) for name in DISTRIBUTIONS}
    left = [Requirement(line) for line in project["dependencies"]]
    brought = set()
    while left:
        name = canonicalize_name(left.pop().name)
        if name in brought:
            continue
        brought.add(name)
        try:
            more = [Requirement(line) for line in requires(name) or ()]
        except PackageNotFoundError:
            continue  # another system's
        left += [one for one in more if wanted(one)]
    assert brought == known
