"""Writing a file so that it is the old one or the new one, never half of each."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from psoas_break.words import gettext as _

FOLDER_MODE = 0o700
FILE_MODE = 0o600


class StorageError(OSError):
    """Something could not be written or read; its text is a line for the user."""

    @classmethod
    def writing(cls, path: Path, error: Exception) -> "StorageError":
        """Say that `path` could not be written, and why."""
        return cls(
            _("{file} cannot be written: {reason}").format(
                file=path, reason=reason_of(error)
            )
        )

    @classmethod
    def reading(cls, path: Path, error: Exception) -> "StorageError":
        """Say that `path` could not be read, and why."""
        return cls(
            _("{file} cannot be read: {reason}").format(
                file=path, reason=reason_of(error)
            )
        )


def reason_of(error: Exception) -> str:
    """Return the reason in the system's words, without codes and paths."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, for this user alone.

    Raises:
        StorageError: when that is not possible.
    """
    try:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        for path in reversed(missing):
            path.mkdir(mode=FOLDER_MODE, exist_ok=True)
        folder.mkdir(exist_ok=True)  # complains if it is a file
    except OSError as error:
        raise StorageError.writing(folder, error) from error


def replace_file(path: Path, data: bytes) -> None:
    """Write `data` to `path` at once, on disk when this returns.

    A symbolic link stays one: the file it points to is replaced. The file keeps
    its mode; a new one is for this user alone.

    Raises:
        StorageError: when the disk is full, the folder read-only, and so on; the
            old file is then untouched.
    """
    with replacing(path) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Write a file piece by piece that takes the place of `path` at the end.

    As `replace_file` otherwise; when anything is raised inside, nothing is replaced.

    Raises:
        StorageError: as `replace_file`.
    """
    target = Path(os.path.realpath(path))
    make_folder(target.parent)
    scratch = target.with_name(f".{target.name}.new")
    try:
        with _opened(scratch, _mode_of(target)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(target)
        sync_folder(target.parent)
    except BaseException as error:
        with contextlib.suppress(OSError):
            scratch.unlink()
        if isinstance(error, OSError) and not isinstance(error, StorageError):
            raise StorageError.writing(target, error) from error
        raise


def sync_folder(folder: Path) -> None:
    """Have the folder's list of names on disk, where the system can do that."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def beside(path: Path, word: str) -> Path:
    """Return a name for a spoiled file: `settings.toml.bad-20260303-091405`.

    The time is the one at which the file was last written, in the user's zone, so
    that the same spoiled file always gets the same name.
    """
    written = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    return path.with_name(f"{path.name}.{word}-{written:%Y%m%d-%H%M%S}")


def beside_unused(path: Path, word: str) -> Path:
    """Return the first name of this kind that no file has yet."""
    name = first = beside(path, word)
    count = 1
    while name.exists():
        count += 1
        name = first.with_name(f"{first.name}-{count}")
    return name


def _mode_of(target: Path) -> int:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return FILE_MODE


def _opened(scratch: Path, mode: int) -> BinaryIO:
    flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    file = os.fdopen(os.open(scratch, flags, mode), "w+b")
    scratch.chmod(mode)
    return file
