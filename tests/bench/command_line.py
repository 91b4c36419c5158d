"""How much longer `status` takes than starting Python and doing nothing."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.bench.report import Figure
from tests.system.desktop import private_desktop
from tests.system.running_app import App

BUDGET_MS = 30


def figures(*, rounds: int) -> list[Figure]:
    """Ask a running app for its status, and Python for nothing, in turn."""
    with (
        private_desktop(notifications=False) as desktop,
        tempfile.TemporaryDirectory(prefix="psoas-bench-") as folder,
        App(desktop, Path(folder) / "profile") as app,
    ):
        nothing = [sys.executable, "-c", "pass"]
        status = app.line.words("status")
        environment = {
            k: v for k, v in desktop.environment.items() if k[:6] != "PYTHON"
        }
        for command in (nothing, status):  # so that their byte code is there
            _took_ms(command, environment)
        over = [
            _took_ms(status, environment) - _took_ms(nothing, environment)
            for _ in range(rounds)
        ]
    return [Figure("status over `pass`, ms", tuple(over), budget=BUDGET_MS)]


def _took_ms(command: Sequence[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(
        command, env=environment, stdout=subprocess.DEVNULL, check=True, cwd=os.curdir
    )
    return (time.perf_counter() - began) * 1e3
