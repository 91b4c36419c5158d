"""The house rules that no linter knows."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.system.process import ROOT

LONGEST_FILE = 300
LOCK = ROOT / "packaging" / "lock" / "requirements.txt"
LOCKED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?P<rest>.*)$", re.MULTILINE)
HOST = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")
REGISTRIES = {"pypi", "pythonhosted", "npmjs"}
SOURCES = ("*.py", "*.toml", "*.md", "*.yml", "*.yaml", "*.txt", ".ci/run")


def files(*patterns: str) -> list[Path]:
    """Return the files that git keeps, or would if they were added."""
    listed = subprocess.run(  # noqa: S603 -- a fixed command, whichever git there is
        ["git", "ls-files", "-z", "-co", "--exclude-standard", "--", *patterns],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = filter(None, listed.stdout.decode().split("\0"))
    return [path for name in names if (path := ROOT / name).is_file()]


def requirements() -> list[Requirement]:
    """Return what pyproject.toml asks for, to run the app and to work on it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = project["dependencies"] + project["optional-dependencies"]["dev"]
    return [Requirement(line) for line in lines]


def allowed(name: str, version: str, python: str) -> bool:
    """Say whether pyproject.toml lets a package's version into a Python."""
    asked = [
        requirement
        for requirement in requirements()
        if requirement.name == name
        and (
            requirement.marker is None
            or requirement.marker.evaluate({"python_version": python})
        )
    ]
    return bool(asked) and all(Version(version) in r.specifier for r in asked)


@pytest.mark.parametrize("name", ["PySide6-Essentials", "PySide6-Addons"])
@pytest.mark.parametrize(
    ("version", "python", "good"),
    [
        ("6.12.0", "3.11", False),
        ("6.11.3", "3.11", True),
        ("6.12.0", "3.12", True),
        ("6.12.1", "3.11", True),
    ],
)
def test_the_qt_that_aborts_is_kept_out(
    name: str, version: str, python: str, *, good: bool
) -> None:
    assert allowed(name, version, python) is good


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_the_lock_fits_what_is_asked_for(requirement: Requirement) -> None:
    name = canonicalize_name(requirement.name)
    pins = LOCKED.finditer(LOCK.read_text("utf-8"))
    versions = [Version(pin["version"]) for pin in pins if pin["name"] == name]

    assert any(version in requirement.specifier for version in versions)


def test_every_locked_package_has_hashes() -> None:
    blocks = re.split(r"\n(?=\w)", LOCK.read_text("utf-8"))
    bare = [block for block in blocks if "==" in block and "--hash=" not in block]

    assert bare == []


def test_the_lock_holds_no_address() -> None:
    assert "://" not in LOCK.read_text("utf-8")


def test_no_source_file_grows_long() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text("utf-8").splitlines())
        for path in files("psoas_break/*.py", "packaging/workbench/*.py", "dev.py")
    }

    assert {name for name, length in lengths.items() if length >= LONGEST_FILE} == set()


def test_no_file_names_a_registry_s_host() -> None:
    named = {
        f"{path.relative_to(ROOT)}: {host}"
        for path in files(*SOURCES)
        for host in HOST.findall(path.read_text("utf-8"))
        if REGISTRIES & set(host.lower().split(".")[:-1])
    }

    assert named == set()


def test_no_file_names_a_folder_of_this_machine() -> None:
    here = (f"{ROOT}/", f"{Path(sys.prefix)}/")
    named = [
        path.relative_to(ROOT)
        for path in files(*SOURCES)
        if any(folder in path.read_text("utf-8") for folder in here)
    ]

    assert named == []


def test_every_resource_is_in_the_wheel(tmp_path: Path) -> None:
    subprocess.run(  # noqa: S603 -- the environment's own hatchling
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"psoas_break/{path.relative_to(ROOT).as_posix()}"
        for path in files("resources")
    }
    assert wanted - packed == set()
