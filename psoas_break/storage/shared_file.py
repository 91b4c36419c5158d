"""One file of the shared folder: read on from where we were, and appended to.

Another machine's service copies these files while we look at them, so whatever is
read may break off in the middle, be an older copy, or be no such file at all.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

from psoas_break.storage.atomic import FILE_MODE, StorageError
from psoas_break.storage.journal_lines import (
    LONGEST,
    LineError,
    TornError,
    UnknownError,
    row_of_line,
)
from psoas_break.storage.journal_rows import Row

PIECE = LONGEST + LONGEST // 4
"""Bytes read at once: some 250 entries, which take some 10 ms to join."""

REMEMBERED = 64
"""Bytes in front of a mark by which a file is known again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a file has been read or written.

    Attributes:
        offset: bytes.
        print: tells whether what stands in front of the offset is still the same.
        broken: lines in front of it that were no entries.
    """

    offset: int = 0
    print: str = ""
    broken: int = 0

    def to_plain(self) -> list[object]:
        """Return it as JSON has it."""
        return [self.offset, self.print, self.broken]

    @classmethod
    def from_plain(cls, plain: Any) -> Self:
        """Return the mark kept as `plain`; the start for what is none."""
        match plain:
            case [int(offset), str(known), int(broken)] if offset >= 0:
                return cls(offset, known, broken)
            case _:
                return cls()


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read.

    Attributes:
        rows: the entries in it.
        mark: where to read on.
        is_last: whether there is no more for now.
    """

    rows: tuple[Row, ...]
    mark: Mark
    is_last: bool


def read_piece(path: Path, mark: Mark) -> Piece:
    """Read on behind a mark, whole lines only, `PIECE` bytes at most.

    A file that is another one by now is read from its start.

    Raises:
        StorageError: when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            if not _is_known(file, mark):
                mark = Mark()
            file.seek(mark.offset)
            content = file.read(PIECE)
            whole = content[: content.rfind(b"\n") + 1]
            if not whole and len(content) > LONGEST:
                whole = content  # no line of ours is so long
            rows, broken = _entries(whole)
            offset = mark.offset + len(whole)
            size = file.seek(0, os.SEEK_END)
            new = Mark(offset, _print(file, offset), mark.broken + broken)
    except OSError as error:
        raise StorageError.reading(path, error) from error
    return Piece(rows, new, is_last=not whole or offset >= size)


def is_as_left(path: Path, mark: Mark) -> bool:
    """Whether a file still begins with what it held up to a mark."""
    try:
        with path.open("rb") as file:
            return _is_known(file, mark)
    except OSError:
        return False


def append(path: Path, lines: bytes) -> Mark:
    """Append lines, on disk when this returns; return where the file ends now.

    A last line that a crash has cut short is ended first, so that it spoils no other.

    Raises:
        StorageError: when that is not possible; a part of it may be there.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, FILE_MODE), "r+b", buffering=0) as file:
            end = file.seek(0, os.SEEK_END)
            if end:
                file.seek(end - 1)
                lines = lines if file.read(1) == b"\n" else b"\n" + lines
            left = memoryview(lines)
            while left:
                left = left[file.write(left) :]
            os.fsync(file.fileno())
            offset = file.seek(0, os.SEEK_END)
            return Mark(offset, _print(file, offset))
    except OSError as error:
        raise StorageError.writing(path, error) from error


def _entries(lines: bytes) -> tuple[tuple[Row, ...], int]:
    """Return the entries of whole lines, and how many lines are none."""
    rows, broken = [], 0
    for line in lines.splitlines():
        try:
            rows.append(row_of_line(line))
        except (TornError, UnknownError):
            continue  # written anew behind it; or to be read by a newer app
        except LineError:
            broken += bool(line.strip())
    return tuple(rows), broken


def _is_known(file: BinaryIO, mark: Mark) -> bool:
    return _print(file, mark.offset) == mark.print if mark.offset else True


def _print(file: BinaryIO, offset: int) -> str:
    file.seek(max(0, offset - REMEMBERED))
    content = file.read(min(REMEMBERED, offset))
    return hashlib.sha256(content).hexdigest()[:16]
