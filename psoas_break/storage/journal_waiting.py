"""Rows that could not be written into the journal, in a file beside it.

A journal of a newer version, or one that is locked, is no reason to forget what
happened: the rows wait here, also across a restart, until they can be written.
"""

import contextlib
import logging
from collections.abc import Sequence
from pathlib import Path

from psoas_break.storage.atomic import StorageError, replace_file
from psoas_break.storage.journal_lines import LineError, line_of, row_of_line
from psoas_break.storage.journal_rows import Row

_log = logging.getLogger(__name__)


def waiting_file(journal: Path) -> Path:
    """Return where the rows of a journal wait."""
    return journal.with_name(f"{journal.name}.waiting")


def load_waiting(journal: Path) -> list[Row]:
    """Return the rows that wait; lines that cannot be read are left out."""
    try:
        lines = waiting_file(journal).read_bytes().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        _log.warning("%s cannot be read: %s", waiting_file(journal), error)
        return []
    rows = []
    for line in lines:
        with contextlib.suppress(LineError):
            rows.append(row_of_line(line))
    if len(rows) < len(lines):
        _log.warning("%d waiting rows are damaged", len(lines) - len(rows))
    return rows


def save_waiting(journal: Path, rows: Sequence[Row]) -> None:
    """Replace the rows that wait; none removes the file.

    Raises:
        StorageError: when they cannot be written.
    """
    path = waiting_file(journal)
    if rows:
        replace_file(path, b"".join(line_of(row) for row in rows))
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError.writing(path, error) from error
