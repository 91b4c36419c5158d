"""Which programs of this user run, and which files they hold open (Linux).

Reading all of /proc takes a few milliseconds and waits for nothing. Source: proc(5).
"""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
_NAME_ENDS = 15
"""The kernel cuts names after this many characters."""


@dataclass(frozen=True, slots=True)
class Process:
    """One running program, by its folder in /proc."""

    folder: Path

    @property
    def name(self) -> str:
        """Its name, as the kernel cuts it; empty when it has just ended."""
        try:
            return (self.folder / "comm").read_text(errors="replace").strip()
        except OSError:
            return ""

    @property
    def words(self) -> list[str]:
        """Its command line; empty when it has just ended."""
        try:
            line = (self.folder / "cmdline").read_bytes()
        except OSError:
            return []
        return [word.decode(errors="replace") for word in line.split(b"\0") if word]

    def open_files(self) -> Iterator[str]:
        """Yield the paths of what it holds open, as far as we may see."""
        try:
            descriptors = os.listdir(self.folder / "fd")  # noqa: PTH208  a fifth of the time
        except OSError:
            return
        for descriptor in descriptors:
            try:
                yield os.readlink(self.folder / "fd" / descriptor)  # noqa: PTH115  as above
            except OSError:
                continue


def own_processes(proc: Path = PROC) -> Iterator[Process]:
    """Yield every process of this user but our own.

    Raises:
        OSError: when there is no such folder.
    """
    if sys.platform == "win32":
        yield from ()
    else:
        user, ourselves = os.getuid(), str(os.getpid())
        with os.scandir(proc) as entries:
            for entry in entries:
                if not entry.name.isdecimal() or entry.name == ourselves:
                    continue
                try:
                    owned = entry.stat().st_uid == user
                except OSError:
                    continue
                if owned:
                    yield Process(Path(entry.path))


def is_called(process: Process, names: frozenset[str]) -> bool:
    """Whether a process has one of these names: small letters, without a folder.

    A script counts under its own name and under that of what runs it.
    """
    known = {process.name.lower()}
    known.update(Path(word).name.lower() for word in process.words[:2])
    return any(name in known or name[:_NAME_ENDS] in known for name in names)
