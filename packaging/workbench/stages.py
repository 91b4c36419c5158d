"""The stages of `dev.py test`: what each of them runs."""

import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.environment import ROOT, Environment, wheel_environment

SOURCES = ("psoas_break", "tests", "packaging", "dev.py")
BESIDE_THE_PACKAGE = ("tests", "docs", "packaging", "resources")
ABOUT_THE_CHECKOUT = (
    *("test_house.py", "test_workbench.py", "test_workflows.py", "test_packs.py"),
    *("test_project_pages.py", "test_manual.py", "test_architecture_page.py"),
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One command whose exit code says whether it went well."""

    name: str
    command: Sequence[str]
    folder: Path = ROOT
    shown: bool = False
    """Whether its output is shown as it comes, rather than only on failure."""


def static_stages(environment: Environment) -> list[Stage]:
    """Return the checks that read the source and run none of it."""
    python = str(environment.python)
    mypy = (python, "-m", "mypy")
    stages = [
        Stage("style", (python, "-m", "ruff", "check", *SOURCES)),
        Stage("format", (python, "-m", "ruff", "format", "--check", *SOURCES)),
        Stage("contracts", (str(_script(environment, "lint-imports")),)),
        Stage("types", mypy),
    ]
    for system in ("win32", "darwin"):
        # What is written for one system is out of reach on the others.
        options = ("--no-warn-unreachable", f"--cache-dir=.mypy_cache/{system}")
        look = (*mypy, "--platform", system, *options, "psoas_break")
        stages.append(Stage(f"types on {system}", look))
    return stages


def test_stages(environment: Environment) -> list[Stage]:
    """Return the tests: first those in one process, then those of the whole app."""
    pytest = (str(environment.python), "-m", "pytest", "-q", "-n", "2")
    stages = [Stage("tests", (*pytest, "-m", "not system"), shown=True)]
    if sys.platform == "linux":
        system = (*pytest, "--dist", "loadfile", "-m", "system")
        stages.append(Stage("tests of the running app", system, shown=True))
    else:
        print("The tests of the running app need Linux; they are left out here.")
    return stages


def wheel_stages(environment: Environment) -> list[Stage]:
    """Return the tests again, on the wheel: the checkout's package is out of sight."""
    python = str(environment.python)
    place = ROOT / "build" / "from-wheel"
    shutil.rmtree(place, ignore_errors=True)
    unwanted = shutil.ignore_patterns("__pycache__", *ABOUT_THE_CHECKOUT)
    for folder in BESIDE_THE_PACKAGE:
        shutil.copytree(ROOT / folder, place / folder, ignore=unwanted)
    shutil.copy(ROOT / "pyproject.toml", place)
    wheels = place / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    build = (python, "-m", "hatchling", "build", "-d", str(wheels))
    return [
        Stage("sdist and wheel", (*build, "-t", "sdist", "-t", "wheel")),
        Stage(
            "install",
            (
                *(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"),
                *("--find-links", str(wheels), "--target", str(place), "psoas-break"),
            ),
        ),
        Stage(
            "tests of the wheel",
            (python, "-m", "pytest", "-q", "-n", "2", "-m", "not system"),
            folder=place,
            shown=True,
        ),
        *_stages_of_the_command(environment, wheels),
    ]


def _stages_of_the_command(environment: Environment, wheels: Path) -> list[Stage]:
    """Return the stages that install the wheel as pipx would, and use its command."""
    if sys.platform != "linux":
        return []
    installed = wheel_environment()
    installed.make_ready()
    pip = (str(installed.python), "-m", "pip", "--quiet", "install", "--no-index")
    program = installed.python.with_name("psoas-break")
    return [
        Stage(
            "an environment with nothing but the wheel",
            (
                *(*pip, "--no-deps", "--force-reinstall"),
                *("--find-links", str(wheels), "psoas-break"),
            ),
        ),
        Stage(
            "tests of the installed command",
            (
                *("env", f"PSOAS_BREAK_PROGRAM={program}"),
                *(str(environment.python), "-m", "pytest", "-q", "-n", "2"),
                *("--dist", "loadfile", "-m", "system"),
            ),
            shown=True,
        ),
    ]


def _script(environment: Environment, name: str) -> Path:
    suffix = ".exe" if os.name == "nt" else ""
    return environment.python.with_name(name + suffix)
