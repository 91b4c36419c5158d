"""One app per profile: whoever holds the lock is it. No Qt, so a second start is quick.

The lock belongs to the process, not to the file: the system drops it when the
process ends, however it ends, so nothing is ever stale.
"""

import os
import sys
from pathlib import Path


def lock_file(socket: Path) -> Path:
    """Return the lock that goes with a control socket.

    Args:
        socket: as `control_wire.socket_path` says; on Windows the name of a pipe.
    """
    if sys.platform == "win32":
        import tempfile  # noqa: PLC0415  costs 7 ms, and only Windows needs it

        lock = Path(tempfile.gettempdir()) / f"{socket.name}.lock"
    else:
        lock = socket.with_name(f"{socket.name}.lock")
    return lock


class InstanceLock:
    """The right to be the running app of one profile."""

    def __init__(self, file: Path) -> None:
        """Name the lock; `claim` takes it.

        Args:
            file: made if it is not there, and never deleted: who deletes a lock
                file can end up holding one that others no longer see.
        """
        self._file = file
        self._descriptor: int | None = None

    def claim(self) -> bool:
        """Take the lock without waiting; say whether we are the one.

        Raises:
            OSError: when the file cannot be made.
        """
        if self._descriptor is not None:
            return True
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(descriptor):
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give it up, for whoever starts next."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _locked(descriptor: int) -> bool:
    """Lock the whole file, or say that another process has."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  exists on Windows alone

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  exists on POSIX alone

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
