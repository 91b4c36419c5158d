"""Running the stages of `dev.py test`: how each ended, and how long it took."""

import os
import re
import subprocess
import threading
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from workbench.stages import Stage

STAGE_LIMIT_S = 900
COUNTED = re.compile(r"(\d+) (passed|failed|errors?|skipped)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a stage ended; `tests` counts outcomes where the stage ran tests."""

    name: str
    passed: bool
    tests: dict[str, int] = field(default_factory=dict)


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
    tests = count_tests(output) if stage.shown else {}
    return Result(name=stage.name, passed=passed, tests=tests)


def _quiet_environment(folder: Path) -> dict[str, str]:
    """Return an environment in which no test touches the screen or the cache."""
    kept = {
        k: v for k, v in os.environ.items() if k not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return {
        **kept,
        "PYTHONPATH": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }
