"""A Debian with nothing in it, to install a package in: a folder, by debootstrap."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

SHARED = ("tmp", "proc", "dev", "sys")
"""What the root sees of this machine: sockets of X and D-Bus are under /tmp."""

APT = ("apt.conf.d", "auth.conf.d")
"""Settings of apt without which this machine would reach no mirror."""


class FreshRoot:
    """One root; programs in it are started with chroot."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *command: str) -> str:
        """Run a command in the root and return what it said.

        Raises:
            AssertionError: it failed; what it said is in the text.
        """
        done = subprocess.run(
            self.words(*command),
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
            | {"DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}: {done.stdout}"
        return done.stdout

    def words(self, *command: str) -> list[str]:
        """Return the command that runs another in the root."""
        return ["chroot", str(self.folder), *command]

    def install(self, package: Path) -> None:
        """Install a package, and from Debian what it depends on."""
        shutil.copy(package, self.folder / "root")
        self.run(
            *("apt-get", "install", "--yes", "-qq", "--no-install-recommends"),
            f"/root/{package.name}",
        )

    def remove(self, name: str) -> None:
        """Remove a package."""
        self.run("apt-get", "remove", "--yes", "-qq", name)

    def has(self, path: str) -> bool:
        """Whether there is such a file or folder in the root."""
        return os.path.lexists(self.folder / path.lstrip("/"))


@contextmanager
def fresh_root(folder: Path, suite: str) -> Iterator[FreshRoot]:
    """Make a root of Debian's least, and take it down again."""
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        _call("debootstrap", "--variant=minbase", suite, str(folder))
        for name in APT:
            if (settings := Path("/etc/apt") / name).is_dir():
                shutil.copytree(settings, folder / "etc/apt" / name, dirs_exist_ok=True)
        for name in ("docker-clean", "docker-gzip-indexes", "docker-no-languages"):
            (folder / "etc/apt/apt.conf.d" / name).unlink(missing_ok=True)
        for name in ("resolv.conf", "hosts"):
            shutil.copy(Path("/etc") / name, folder / "etc")
        for name in SHARED:
            stack.enter_context(_mounted(Path("/") / name, folder / name))
        root = FreshRoot(folder)
        root.run("apt-get", "update", "-qq")
        yield root


@contextmanager
def _mounted(source: Path, target: Path) -> Iterator[None]:
    _call("mount", "--bind", str(source), str(target))
    try:
        yield
    finally:
        _call("umount", "--lazy", str(target))


def _call(*command: str) -> None:
    done = subprocess.run(
        command, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
