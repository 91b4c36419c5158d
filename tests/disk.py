"""A real file system of half a megabyte: to fill, and to make read-only."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

MS_RDONLY, MS_REMOUNT, MNT_DETACH = 1, 32, 2


class Disk:
    """A file system of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Leave no room on it at all."""
        with (self.folder / "filler").open("wb", buffering=0) as file:
            block = 4096
            while block:
                try:
                    file.write(b"x" * block)
                except OSError:
                    block //= 2

    def make_room(self) -> None:
        (self.folder / "filler").unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        _mount(self.folder, MS_REMOUNT | MS_RDONLY)
        try:
            yield
        finally:
            _mount(self.folder, MS_REMOUNT)


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """Mount one; the test is skipped where that is not allowed."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root on Linux")
    folder.mkdir()
    try:
        _mount(folder, 0)
    except OSError as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    try:
        yield Disk(folder)
    finally:
        _libc().umount2(os.fsencode(folder), MNT_DETACH)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _mount(folder: Path, flags: int) -> None:
    outcome = _libc().mount(
        b"tmpfs", os.fsencode(folder), b"tmpfs", flags, b"size=512k"
    )
    if outcome:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
