"""The project's own Python environment, kept exactly as locked."""

import hashlib
import os
import platform
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import WorkbenchError

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "packaging" / "lock" / "requirements.txt"
BUNDLE_LOCK = ROOT / "packaging" / "lock" / "bundle.txt"
BUILD = ROOT / "build"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment: made when missing, brought up to date when stale.

    Attributes:
        folder: Where it is.
        lock: What is installed in it.
        sees_checkout: Whether it imports the app and its tests from here.
    """

    folder: Path
    lock: Path
    sees_checkout: bool = True

    @property
    def python(self) -> Path:
        """Return the environment's interpreter."""
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    def make_ready(self) -> None:
        """Install what the lock names, unless the stamp says it is there.

        Raises:
            WorkbenchError: pip could not install; its own words are in the text.
        """
        stamp = self.folder / "locked"
        wanted = self._fingerprint()
        if stamp.is_file() and stamp.read_text("utf-8") == wanted:
            return
        if self._interpreter() != platform.python_version():
            print(f"Making {self.folder.name} …", flush=True)
            venv.create(self.folder, clear=True, with_pip=True)
        print("Installing the locked packages …")
        sys.stdout.flush()
        self._pip("install", "--require-hashes", "--requirement", str(self.lock))
        if self.sees_checkout:
            self._see_the_checkout()
        stamp.write_text(wanted, "utf-8")

    def call(self, *arguments: str, env: dict[str, str] | None = None) -> int:
        """Run the environment's Python in the checkout and return its exit code."""
        command = [str(self.python), *arguments]
        return subprocess.call(command, cwd=ROOT, env=env)

    def _fingerprint(self) -> str:
        parts = (platform.python_version(), platform.machine(), str(self.folder))
        return hashlib.sha256(
            self.lock.read_bytes() + "\n".join(parts).encode()
        ).hexdigest()

    def _interpreter(self) -> str:
        """Return the version already in the folder, or nothing if there is none."""
        ask = "import pip, platform; print(platform.python_version())"
        try:
            answer = subprocess.run(
                [str(self.python), "-c", ask],
                capture_output=True,
                text=True,
                check=True,
            )
        except (OSError, subprocess.CalledProcessError):
            return ""
        return answer.stdout.strip()

    def _pip(self, *arguments: str) -> None:
        quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
        done = subprocess.run(
            [str(self.python), "-m", "pip", *arguments, *quiet],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            msg = f"{done.stdout}\nThe packages could not be installed."
            raise WorkbenchError(msg)

    def _see_the_checkout(self) -> None:
        """Let the environment import the app and its tests from the checkout."""
        ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
        answer = subprocess.run(
            [str(self.python), "-c", ask], capture_output=True, text=True, check=True
        )
        path_file = Path(answer.stdout.strip()) / "psoas_break_checkout.pth"
        path_file.write_text(f"{ROOT}\n", "utf-8")


def version_of_checkout() -> str:
    """Return the app's version, without importing anything of it."""
    source = (ROOT / "psoas_break" / "__init__.py").read_text("utf-8")
    return source.partition('__version__ = "')[2].partition('"')[0]


def project_environment() -> Environment:
    """Return the environment every command of `dev.py` works in."""
    return Environment(folder=ROOT / ".venv", lock=LOCK)


def bundle_environment() -> Environment:
    """Return the environment a bundle is made of: nothing in it that only tests use."""
    return Environment(
        folder=BUILD / "bundle-env", lock=BUNDLE_LOCK, sees_checkout=False
    )


def wheel_environment() -> Environment:
    """Return an environment that knows the app only by its wheel."""
    return Environment(
        folder=BUILD / "wheel-env", lock=BUNDLE_LOCK, sees_checkout=False
    )
