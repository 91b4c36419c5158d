"""Writes the locks: every version and hash, for every platform, no address.

uv resolves for all platforms and Pythons at once. It is needed for this alone,
so it is fetched into a folder that is thrown away afterwards.
"""

import subprocess
import tempfile
import venv
from pathlib import Path

from workbench.environment import BUNDLE_LOCK, LOCK, ROOT, Environment
from workbench.errors import WorkbenchError

HEADER = "# Written by `python3 dev.py lock`; edit pyproject.toml instead.\n"


def write(*, upgrade: bool) -> None:
    """Write the locks from pyproject.toml, keeping versions that still fit.

    Args:
        upgrade: Take the newest versions that pyproject.toml allows instead.

    Raises:
        WorkbenchError: uv could not be had, or found no set of versions that fits.
    """
    with tempfile.TemporaryDirectory(prefix="psoas-lock-") as folder:
        home = Environment(folder=Path(folder) / "venv", lock=LOCK)
        venv.create(home.folder, with_pip=True)
        _run([str(home.python), "-m", "pip", "install", "--quiet", "uv"])
        build = Path(folder) / "build.in"
        build.write_text("hatchling\n", "utf-8")
        for lock, extra, more in (
            (LOCK, "dev", [str(build)]),
            (BUNDLE_LOCK, "bundle", []),
        ):
            draft = Path(folder) / lock.name
            kept = lock if lock.is_file() else LOCK
            if kept.is_file() and not upgrade:
                draft.write_bytes(kept.read_bytes())
            _run(
                [
                    *(str(home.python), "-m", "uv", "pip", "compile", "--quiet"),
                    *("--universal", "--python-version", "3.11", "--generate-hashes"),
                    *("--no-header", "--no-annotate", "--no-emit-index-url"),
                    *("--extra", extra, "--output-file", str(draft)),
                    *("pyproject.toml", *more),
                ]
            )
            lock.parent.mkdir(parents=True, exist_ok=True)
            lock.write_text(HEADER + draft.read_text("utf-8"), "utf-8")
            print(f"Wrote {lock.relative_to(ROOT)}")


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise WorkbenchError(done.stdout + done.stderr)
