"""The stages of `dev.py test`: what each runs, how long it took, how it ended."""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from workbench.environment import ROOT, Environment

STAGE_LIMIT_S = 900
SOURCES = ("psoas_break", "tests", "workbench", "dev.py")
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


@dataclass(frozen=True, slots=True)
class Stage:
    """One command whose exit code says whether it went well."""

    name: str
    command: Sequence[str]
    folder: Path = ROOT
    shown: bool = False
    """Whether its output is shown as it comes, rather than only on failure."""


@dataclass(frozen=True, slots=True)
class Result:
    """How a stage ended; `tests` counts outcomes where the stage ran tests."""

    name: str
    passed: bool
    tests: dict[str, int]


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
        cache = f"--cache-dir=.mypy_cache/{system}"
        desktop = "psoas_break/desktop"
        stages.append(
            Stage(f"types on {system}", (*mypy, "--platform", system, cache, desktop))
        )
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
    """Return the tests again, on the wheel, with the checkout out of sight."""
    python = str(environment.python)
    place = ROOT / "build" / "from-wheel"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(ROOT / "tests", place / "tests")
    shutil.copy(ROOT / "pyproject.toml", place)
    wheels = place / "wheels"
    return [
        Stage(
            "wheel",
            (python, "-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels)),
        ),
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
    ]


def run_together(stages: Sequence[Stage]) -> list[Result]:
    """Run stages that do not disturb each other, two at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        running = [pool.submit(_run, stage) for stage in stages]
        return [done.result() for done in as_completed(running)]


def run_stages(stages: Iterable[Stage]) -> list[Result]:
    """Run stages one after another, the later ones even if an earlier failed."""
    return [_run(stage) for stage in stages]


def report(results: Iterable[Result]) -> int:
    """Say what failed and how many tests there were; return the exit code."""
    results = list(results)
    failed = [result.name for result in results if not result.passed]
    print(f"Failed: {', '.join(failed)}" if failed else "Everything passed.")
    if any(result.tests for result in results):
        sums = {
            outcome: sum(result.tests.get(outcome, 0) for result in results)
            for outcome in ("passed", "failed", "skipped")
        }
        print(", ".join(f"{count} {outcome}" for outcome, count in sums.items()))
    return 1 if failed else 0


def count_tests(output: str) -> dict[str, int]:
    """Read pytest's last line: how many passed, failed (or broke), were skipped."""
    lines = output.strip().splitlines()
    counts: dict[str, int] = {}
    for number, outcome in COUNTED.findall(lines[-1] if lines else ""):
        name = "failed" if outcome.startswith("error") else outcome
        counts[name] = counts.get(name, 0) + int(number)
    return counts


def _run(stage: Stage) -> Result:
    began = time.monotonic()
    lines: list[str] = []
    with subprocess.Popen(
        stage.command,
        cwd=stage.folder,
        env=_quiet_environment(stage.folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as process:
        limit = threading.Timer(STAGE_LIMIT_S, process.kill)
        limit.start()
        for line in process.stdout or ():
            lines.append(line)
            if stage.shown:
                print(line, end="", flush=True)
        process.wait()
        limit.cancel()
    output = "".join(lines)
    passed = process.returncode == 0
    seconds = time.monotonic() - began
    verdict = "ok" if passed else "FAILED"
    # One call, so that stages side by side do not mix their lines.
    failure = "" if passed or stage.shown else output
    print(f"{failure}[{verdict}] {stage.name} ({seconds:.1f} s)", flush=True)
    return Result(stage.name, passed, count_tests(output) if stage.shown else {})


def _quiet_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which no test touches the screen or the cache."""
    kept = {
        k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return {
        **kept,
        "PYTHONPATH": str(folder),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
    }


def _script(environment: Environment, name: str) -> Path:
    suffix = ".exe" if os.name == "nt" else ""
    return environment.python.with_name(name + suffix)
