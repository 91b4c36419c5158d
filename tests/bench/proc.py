"""What Linux knows about running programs: memory, wake-ups, CPU, threads.

All figures are sums over a process and its descendants. Sources: proc(5),
Documentation/filesystems/proc.rst and Documentation/admin-guide/mm/pagemap.rst
of the Linux kernel.
"""

import array
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

PAGE = os.sysconf("SC_PAGESIZE")
ENTRY = 8  # bytes
PRESENT = 1 << 63
FRAME = (1 << 55) - 1
PAGES_AT_ONCE = 1 << 20
SWITCHES = re.compile(rb"ctxt_switches:\s+(\d+)")
MAPPING = re.compile(rb"([0-9a-f]+)-([0-9a-f]+) ")


@dataclass(frozen=True, slots=True)
class Memory:
    """Memory in kB.

    `alone` is what the programs would take if nothing else on the machine mapped
    the same files: their PSS without the luck of their neighbours. None without
    the right to see page numbers.
    """

    pss: int
    anonymous: int
    alone: int | None


@dataclass(frozen=True, slots=True)
class Activity:
    """What has been done so far: context switches and milliseconds of CPU."""

    wakeups: int
    cpu_ms: float

    def __sub__(self, earlier: "Activity") -> "Activity":
        return Activity(self.wakeups - earlier.wakeups, self.cpu_ms - earlier.cpu_ms)


def family(pid: int) -> list[int]:
    """Return a process and all its descendants."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [pid]
    for member in found:
        found += children.get(member, [])
    return found


def memory(pids: list[int]) -> Memory:
    """Return the memory of some processes."""
    return Memory(
        pss=sum(_rollup(pid, b"Pss:") for pid in pids),
        anonymous=sum(_rollup(pid, b"Anonymous:") for pid in pids),
        alone=_alone(pids),
    )


def activity(pids: list[int]) -> Activity:
    """Return the wake-ups and the CPU time of every thread since it began."""
    wakeups, nanoseconds = 0, 0
    for thread in _threads(pids):
        wakeups += sum(int(n) for n in SWITCHES.findall(_read(thread / "status")))
        nanoseconds += int((_read(thread / "schedstat").split() or [b"0"])[0])
    return Activity(wakeups, nanoseconds / 1e6)


def thread_count(pids: list[int]) -> int:
    """Return how many threads there are."""
    return sum(1 for _ in _threads(pids))


def shares(pids: list[int], name: str) -> bool:
    """Say whether other programs have mapped the same file as these.

    Their PSS is smaller then, by as much as there are others.

    Args:
        pids: a program's processes.
        name: what the file's name begins with.
    """
    part = b"/" + name.encode()
    mine = {
        line.split()[-1]
        for pid in pids
        for line in _maps(pid).splitlines()
        if part in line
    }
    others = (int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit())
    return any(path in _maps(pid) for pid in others if pid not in pids for path in mine)


def _maps(pid: int) -> bytes:
    return _read(Path(f"/proc/{pid}/maps"))


def _threads(pids: list[int]) -> Iterator[Path]:
    for pid in pids:
        try:
            yield from Path(f"/proc/{pid}/task").iterdir()
        except OSError:
            continue


def _rollup(pid: int, key: bytes) -> int:
    for line in _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines():
        if line.startswith(key):
            return int(line.split()[1])
    return 0


def _alone(pids: list[int]) -> int | None:
    """Count the physical pages behind the processes, each once, in kB."""
    frames: set[int] = set()
    for pid in pids:
        try:
            with Path(f"/proc/{pid}/pagemap").open("rb", buffering=0) as pagemap:
                for start, stop in _resident(pid):
                    frames.update(_frames(pagemap, start, stop))
        except OSError:
            return None
    # Without the right to see them the kernel says 0 for every page.
    return None if frames <= {0} else len(frames) * PAGE // 1024


def _frames(pagemap: FileIO, start: int, stop: int) -> Iterator[int]:
    """Yield the physical pages behind a range of pages."""
    for at in range(start, stop, PAGES_AT_ONCE):
        pagemap.seek(at * ENTRY)
        raw = pagemap.read(min(stop - at, PAGES_AT_ONCE) * ENTRY)
        entries = array.array("Q", raw[: len(raw) // ENTRY * ENTRY])
        yield from (entry & FRAME for entry in entries if entry & PRESENT)


def _resident(pid: int) -> Iterator[tuple[int, int]]:
    """Yield the page ranges of a process that hold anything at all."""
    pages = (0, 0)
    for line in _read(Path(f"/proc/{pid}/smaps")).splitlines():
        if found := MAPPING.match(line):
            start, stop = (int(part, 16) // PAGE for part in found.groups())
            pages = (start, stop)
        elif line.startswith(b"Rss:") and int(line.split()[1]) > 0:
            yield pages


def _stat(pid: int) -> list[bytes]:
    """Return the fields after the name, which may itself hold blanks."""
    return _read(Path(f"/proc/{pid}/stat")).rpartition(b")")[2].split()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
