"""Reading the journal, also from another process while the app writes to it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TypeVar

from psoas_break.domain.past import History
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.journal_days import Days, Found, standing, voided_by
from psoas_break.storage.journal_history import history_of
from psoas_break.storage.journal_rows import Row
from psoas_break.storage.journal_salvage import log_of, salvage
from psoas_break.storage.journal_schema import (
    WAIT_FOR_LOCK,
    DamagedError,
    check_version,
    primary_code,
    sqlite_errors,
)
from psoas_break.storage.journal_waiting import load_waiting
from psoas_break.words import gettext as _

Answer = TypeVar("Answer")

LARGEST_COMPARED = 16_000_000
"""Bytes. Two years of a busy history."""

KINDS = """
WITH RECURSIVE devices (device) AS (
    SELECT min(device) FROM event
    UNION ALL
    SELECT (SELECT min(device) FROM event WHERE device > devices.device)
    FROM devices WHERE device IS NOT NULL
), kinds (device, kind) AS (
    SELECT device, (SELECT min(kind) FROM event WHERE device = devices.device)
    FROM devices WHERE device IS NOT NULL
    UNION ALL
    SELECT device, (
        SELECT min(kind) FROM event
        WHERE device = kinds.device AND kind > kinds.kind
    )
    FROM kinds WHERE kind IS NOT NULL
)
"""
"""Every device, and every kind of rows it has, found by leaps in the index. It goes
before a question that is about them; the last of each is NULL."""

_BETWEEN = f"""{KINDS}
SELECT {", ".join(f"event.{name}" for name in Row._fields)}
FROM kinds CROSS JOIN event USING (device, kind)
WHERE day BETWEEN ? AND ? ORDER BY event.rowid
"""  # noqa: S608  only column names
_FROM = (
    f"SELECT rowid, {', '.join(Row._fields)} FROM event"  # noqa: S608  as above
    " WHERE rowid >= ? ORDER BY rowid LIMIT ?"
)
_VOIDED = "SELECT target FROM event WHERE target IS NOT NULL"
_ANY_TABLE = "SELECT 1 FROM sqlite_schema LIMIT 1"


def read_history(path: Path, first: date | None = None) -> tuple[History, list[str]]:
    """Read the history without the app; nothing in it is changed.

    Args:
        path: the journal; it need not be there.
        first: the first local day; None for the oldest.

    Returns:
        What can be read, and one line for each thing that cannot.
    """
    days = Days(first)
    found, problems = Found(), []
    try:
        check(path)
        found = read_rows(path, days)
    except DamagedError:
        found = read_damaged(path, days)
        problems.append(
            _("{file} is damaged; this is what can be read of it").format(file=path)
        )
    except StorageError as error:
        problems.append(str(error))
    return history_of(standing(found, load_waiting(path), days)), problems


def check(path: Path) -> None:
    """Look through the whole file once: SQLite does not notice all damage it reads.

    It takes some 30 ms for each year of a busy history, up to 60 ms; in a larger
    file the index is not compared with the rows, which takes a third.

    Raises:
        DamagedError, NewerSchemaError, StorageError: as `read_rows`.
    """
    with _reading(path) as connection:
        if connection is not None:
            is_large = path.stat().st_size > LARGEST_COMPARED
            question = "quick_check" if is_large else "integrity_check"
            (outcome,) = connection.execute(f"PRAGMA {question}(1)").fetchone()
            if outcome != "ok":
                raise DamagedError(outcome)


def read_rows(path: Path, days: Days) -> Found:
    """Return the rows of some days, in the order they were written.

    Raises:
        DamagedError: when the file is damaged.
        NewerSchemaError: when a newer version of the app wrote it.
        StorageError: when it cannot be opened.
    """
    with _reading(path) as connection:
        if connection is None:
            return Found()
        rows = connection.execute(_BETWEEN, days.bounds())
        found = [Row._make(row) for row in rows]
        voided = frozenset(target for (target,) in connection.execute(_VOIDED))
    return Found(found, voided)


def ask(path: Path, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
    """Return what a question comes to; None when nothing has been written yet.

    Raises:
        DamagedError, NewerSchemaError, StorageError: as `read_rows`.
    """
    with _reading(path) as connection:
        return None if connection is None else question(connection)


def rows_from(
    journal: sqlite3.Connection, number: int, limit: int
) -> list[tuple[int, Row]]:
    """Return rows with their numbers, from one number on, in order."""
    found = journal.execute(_FROM, (number, limit))
    return [(first, Row._make(rest)) for first, *rest in found]


def read_damaged(path: Path, days: Days) -> Found:
    """Return what can be read of a damaged file."""
    rows = salvage(path).rows
    return Found([row for row in rows if days.hold(row)], voided_by(rows))


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Open the journal for reading; None when nothing has been written yet."""
    if not _has_content(path):
        yield None
        return
    with sqlite_errors(path), closing(_connected(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        check_version(path, version)
        if version == 0 and connection.execute(_ANY_TABLE).fetchone():
            message = "there are tables, but no version"
            raise DamagedError(message)
        yield connection if version else None


def _connected(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path, "mode=ro")
    except sqlite3.Error as error:
        # SQLite wants to make its shared memory; in a folder we may not write in it
        # must be told that nobody else can change the file either.
        code = primary_code(error)
        if code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        if _has_content(log_of(path)):
            message = "its log cannot be read in a folder that is read-only"
            raise DamagedError(message) from error
        return _opened(path, "immutable=1")


def _opened(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    connection = sqlite3.connect(
        uri, uri=True, timeout=WAIT_FOR_LOCK, isolation_level=None
    )
    try:
        connection.execute(_ANY_TABLE)
    except BaseException:
        connection.close()
        raise
    return connection


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StorageError.reading(path, error) from error
