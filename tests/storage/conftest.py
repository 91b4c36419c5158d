"""Places to keep files in: ordinary, tiny and read-only."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from psoas_break.storage.journal import SqliteJournal

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


class OpenJournal(Protocol):
    def __call__(self, folder: Path) -> SqliteJournal: ...


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Give a real file system of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        _mount(folder, 0)
    except OSError as error:
        pytest.skip(f"no file system can be mounted here: {error}")
    try:
        yield Disk(folder)
    finally:
        _libc().umount2(os.fsencode(folder), MNT_DETACH)


@pytest.fixture
def open_journal() -> Iterator[OpenJournal]:
    """Open journals that are closed again at the end."""
    opened: list[SqliteJournal] = []

    def opener(folder: Path) -> SqliteJournal:
        journal = SqliteJournal(
            path=folder / "journal.db", device_file=folder / "device-id"
        )
        opened.append(journal)
        return journal

    yield opener
    for journal in opened:
        journal.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder in which the story's files are, none yet."""
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def journal(folder: Path, open_journal: OpenJournal) -> SqliteJournal:
    return open_journal(folder)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _mount(folder: Path, flags: int) -> None:
    outcome = _libc().mount(
        b"tmpfs", os.fsencode(folder), b"tmpfs", flags, b"size=512k"
    )
    if outcome:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
