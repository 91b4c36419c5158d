"""A camera in /dev, for programs that are started in a room where there is one."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from tests.system.desktop import Desktop
from tests.system.process import end
from tests.system.waiting import until

CAMERA = "/dev/video0"
A_ROOM = ("unshare", "--mount", "--map-root-user")
"""Whatever is mounted there is mounted nowhere else."""
ITS_DOOR = ("nsenter", "--user", "--preserve-credentials", "--mount", "--target")

FURNISH = f"""\
set -e
room=$1; shift
mount -t tmpfs none "$room"
for name in null zero full random urandom tty; do
  touch "$room/$name"
  mount --bind "/dev/$name" "$room/$name"
done
ln -s /proc/self/fd "$room/fd"
touch "$room/{Path(CAMERA).name}"
mount --rbind "$room" /dev
exec "$@"
"""


def room_with_a_camera(desktop: Desktop, folder: Path) -> Desktop:
    """Return the desktop as it is from a room whose /dev has a camera."""
    if not (shutil.which("unshare") and shutil.which("nsenter")):
        pytest.skip("needs unshare and nsenter")
    if subprocess.run([*A_ROOM, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody mount anything")
    furnished = ("sh", "-c", FURNISH, "furnish", str(folder))
    return replace(desktop, within=(*A_ROOM, *furnished))


@contextmanager
def film(desktop: Desktop, room_of: int) -> Iterator[None]:
    """Have a program hold the camera open in the room of a process."""
    outside = replace(desktop, within=())
    filming = outside.start(*ITS_DOOR, str(room_of), "tail", "--follow", CAMERA)
    held = Path("/proc") / str(filming.pid) / "fd"

    def films() -> bool:
        with suppress(FileNotFoundError):  # one it has closed meanwhile
            return any(str(link.readlink()) == CAMERA for link in held.iterdir())
        return False

    try:
        until(films, "a program that films")
        yield
    finally:
        end(filming)
