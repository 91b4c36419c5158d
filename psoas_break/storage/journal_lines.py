"""A row of the journal as one line of JSON: what files of the history are made of.

The shared folder, exports, backups and the rows that wait are all made of these
lines (docs/interface.md, "A line of the history").
"""

import json
from typing import Any

from psoas_break.storage.journal_records import record_of
from psoas_break.storage.journal_rows import Row, row_of

VERSION = 1
LONGEST = 65_536
"""Bytes of a line; ours have some 300."""

_BEGINS = b'{"version":'
_IDS = ("id", "device", "target")


class LineError(ValueError):
    """A line holds no entry that could be used."""


class TornError(LineError):
    """The beginning of a line: its writer was cut short, and wrote it anew."""


class UnknownError(LineError):
    """An entry of a newer app."""


def line_of(row: Row) -> bytes:
    """Return a row as a line, with its line break; members that are null are left out.

    >>> line_of(Row(bytes(16), bytes(16), "2026-03-03", "session", "…"))[:30]
    b'{"version": 1, "id": "00000000'
    """
    return json.dumps(members_of(row), ensure_ascii=False).encode() + b"\n"


def members_of(row: Row) -> dict[str, Any]:
    """Return what a line says of a row, by name; what is null is left out."""
    from uuid import UUID  # noqa: PLC0415  loads much; a sitting user has no lines

    told: dict[str, Any] = {"version": VERSION}
    for name, value in row._asdict().items():
        if value is not None:
            told[name] = str(UUID(bytes=value)) if name in _IDS else value
    return told


def row_of_line(line: bytes) -> Row:
    """Return the row a line holds.

    Raises:
        TornError: when it breaks off.
        UnknownError: when a newer app wrote it.
        LineError: when it is no such line, or not as it was written.
    """
    if len(line) > LONGEST:
        message = "a line too long"
        raise LineError(message)
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        kind = TornError if _begins(line) else LineError
        raise kind(str(error)) from error
    if not isinstance(told, dict):
        message = "no object"
        raise LineError(message)
    return checked(told)


def _begins(line: bytes) -> bool:
    """Whether a line begins as ours do, as far as it goes."""
    return line[: len(_BEGINS)] == _BEGINS[: len(line)]


def checked(told: dict[str, Any]) -> Row:
    """Return the row that named values make, if it is as it was written.

    Raises:
        UnknownError: when a newer app wrote it.
        LineError: when they make none.
    """
    from uuid import UUID  # noqa: PLC0415  see `members_of`

    version = told.get("version")
    if isinstance(version, int) and version > VERSION:
        message = f"version {version}"
        raise UnknownError(message)
    try:
        values: dict[str, Any] = {name: told.get(name) for name in Row._fields}
        for name in _IDS:
            if values[name] is not None:
                values[name] = UUID(values[name]).bytes
        row = Row(**values)
        is_as_written = row_of(record_of(row), row.device) == row
    except (TypeError, ValueError, AttributeError) as error:
        raise LineError(str(error)) from error
    if not is_as_written:
        message = f"an entry of kind {told.get('kind')!r} that is not as it was written"
        raise LineError(message)
    return row
