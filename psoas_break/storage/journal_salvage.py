"""Rows out of a damaged database, page by page.

SQLite refuses a file whose first page is spoiled, and loses whole branches with
one inner page. But rows are only ever appended, and each tells by its id whether it
is intact. So every page that looks like a leaf of a table is read by itself, in the
database and in its write-ahead log, and whatever proves to be a row is kept.

Source for the layout: "Database File Format", sections 1.6, 2.1 and 4, in the
documentation of SQLite.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from psoas_break.storage.journal_records import restored
from psoas_break.storage.journal_rows import Row
from psoas_break.storage.journal_schema import PAGE_SIZE

TABLE_LEAF = 0x0D
FILE_HEADER = 100
LEAF_HEADER = 8
LOG_HEADER = 32
FRAME_HEADER = 24
LARGEST_PAYLOAD = PAGE_SIZE - 35
"""Bytes of a row that stays on its page; ours are a tenth of it."""

_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Value = int | float | str | bytes | None


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came out of a damaged file.

    Attributes:
        rows: what can be read, each once, in the order it was written.
        written: how many rows had been written at least.
    """

    rows: tuple[Row, ...]
    written: int


def salvage(path: Path) -> Salvage:
    """Read every intact row of a damaged journal; the file is not touched."""
    found: dict[bytes, tuple[int, Row]] = {}
    for page in _pages(path):
        for number, row in _rows(page):
            found.setdefault(row.id, (number, row))
    numbered = sorted(found.values(), key=lambda pair: pair[0])
    written = max((number for number, _row in numbered), default=0)
    return Salvage(tuple(row for _, row in numbered), max(written, len(numbered)))


def log_of(path: Path) -> Path:
    """Return where SQLite keeps the write-ahead log of a database."""
    return path.with_name(f"{path.name}-wal")


def _pages(path: Path) -> Iterator[bytes]:
    yield from _blocks(path, first=0, skip=0)
    yield from _blocks(log_of(path), first=LOG_HEADER, skip=FRAME_HEADER)


def _blocks(path: Path, *, first: int, skip: int) -> Iterator[bytes]:
    """Yield the pages of one file; those the disk does not give are left out."""
    try:
        size = path.stat().st_size
        file = path.open("rb")
    except OSError:
        return
    with file:
        for start in range(first, size, skip + PAGE_SIZE):
            page = _read(file, start + skip)
            if page:
                yield page


def _read(file: BinaryIO, start: int) -> bytes:
    try:
        file.seek(start)
        return file.read(PAGE_SIZE)
    except OSError:
        return b""


def _rows(page: bytes) -> Iterator[tuple[int, Row]]:
    header = FILE_HEADER if page.startswith(b"SQLite format 3\0") else 0
    if len(page) < header + LEAF_HEADER or page[header] != TABLE_LEAF:
        return
    (cells,) = struct.unpack_from(">H", page, header + 3)
    last = (len(page) - header - LEAF_HEADER) // 2
    pointers = struct.unpack_from(f">{min(cells, last)}H", page, header + LEAF_HEADER)
    for pointer in pointers:
        try:
            number, row = _cell(page, pointer)
        except (IndexError, ValueError, struct.error):
            continue
        whole = restored(row)
        if whole is not None:
            yield number, whole


def _cell(page: bytes, at: int) -> tuple[int, Row]:
    """Read one row and its number.

    Raises:
        IndexError, ValueError, struct.error: when there is none.
    """
    size, at = _varint(page, at)
    number, at = _varint(page, at)
    if size > LARGEST_PAYLOAD or at + size > len(page):
        message = "a row that is not all on its page"
        raise ValueError(message)
    values = _values(page[at : at + size])
    if not 0 < len(values) <= len(Row._fields):
        message = "a row of another table"
        raise ValueError(message)
    missing = len(Row._fields) - len(values)
    return number, Row(*values, *[None] * missing)  # type: ignore[arg-type]  # `restored` looks


def _values(payload: bytes) -> list[Value]:
    header_size, at = _varint(payload, 0)
    body = header_size
    values = []
    while at < header_size:
        code, at = _varint(payload, at)
        value, body = _value(payload, code, body)
        values.append(value)
    return values


def _value(payload: bytes, code: int, at: int) -> tuple[Value, int]:
    if code == 0:
        return None, at
    if code in _INTEGER_BYTES:
        end = at + _INTEGER_BYTES[code]
        return int.from_bytes(payload[at:end], signed=True), end
    if code == 7:  # noqa: PLR2004  the codes are the format's own numbers
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if code in (8, 9):
        return code - 8, at
    if code < 12:  # noqa: PLR2004  10 and 11 are SQLite's own
        message = f"{code} is no code of a value"
        raise ValueError(message)
    end = at + (code - 12) // 2
    content = payload[at:end]
    return (content.decode() if code % 2 else content), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where the next thing starts."""
    number = 0
    for place in range(8):
        byte = data[at + place]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004  the top bit says that more follows
            return number, at + place + 1
    return number << 8 | data[at + 8], at + 9
