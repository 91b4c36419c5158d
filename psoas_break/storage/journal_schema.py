"""The journal's table, how it grew, and how its file is opened."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psoas_break.storage.atomic import FILE_MODE, StorageError, make_folder
from psoas_break.storage.journal_rows import Row
from psoas_break.words import gettext as _

PAGE_SIZE = 4096
"""Bytes of a database page; `journal_salvage` counts on it."""

WAIT_FOR_LOCK = 0.25
"""Seconds to wait for another process; then the rows wait in memory instead."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE event (
            id          BLOB NOT NULL UNIQUE,
            device      BLOB NOT NULL,
            day         TEXT NOT NULL,
            kind        TEXT NOT NULL,
            started     TEXT NOT NULL,
            ended       TEXT,
            part_of     TEXT,
            what        TEXT,
            side        TEXT,
            seconds     REAL,
            breaths     INTEGER,
            repetitions INTEGER,
            position    INTEGER,
            detail      TEXT,
            target      BLOB
        )
        """,
        """
        CREATE INDEX event_by_day
        ON event (day, kind, what, side, seconds, breaths, part_of)
        """,
        "CREATE INDEX event_voided ON event (target) WHERE target IS NOT NULL",
    ),
    (
        # Every total of a day, a fortnight or ten years is answered from this index
        # alone; what was voided is left out by its rowid, which is in it too. Device
        # and kind come first: so both are found without looking at every row, and
        # whoever asks for some days of one kind sees no other row.
        """
        CREATE INDEX event_of_device ON event (
            device, kind, day, what, side, seconds, breaths, part_of, detail,
            repetitions
        )
        """,
        "DROP INDEX event_by_day",
    ),
    (
        """
        CREATE INDEX event_device_named ON event (device, started, what)
        WHERE kind = 'device'
        """,
    ),
)
"""What takes a database from each `user_version` to the next. Append, never edit."""

INSERT = f"INSERT OR IGNORE INTO event VALUES ({', '.join('?' * len(Row._fields))})"  # noqa: S608  no value of anybody's is in it


IN_THE_WAY = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
"""What the file is not to blame for. Our statements are right, so all else is damage:
a table that is missing, or there twice, included."""

HIGHEST_VERSION = 1000
"""A `user_version` beyond it is damage, not the future."""


class DamagedError(Exception):
    """The file is not, or no longer, a database that can be read."""


class NewerSchemaError(StorageError):
    """A newer version of the app has been here; hands off."""


@contextmanager
def sqlite_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours.

    Raises:
        DamagedError: when the database is damaged.
        StorageError: when the disk, a lock or the permissions are in the way.
    """
    try:
        yield
    except sqlite3.Error as error:
        if primary_code(error) in IN_THE_WAY:
            raise StorageError.writing(path, error) from error
        raise DamagedError(str(error)) from error
    except UnicodeDecodeError as error:
        raise DamagedError(str(error)) from error


def primary_code(error: sqlite3.Error) -> int:
    """Return SQLite's result code without what extends it; 0 if it gave none."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open the journal, making or migrating it as needed.

    Every commit is on disk when it returns, at the price of one fsync.

    Raises:
        DamagedError: when it is damaged.
        NewerSchemaError: when a newer version of the app wrote it.
        StorageError: when it cannot be made or opened.
    """
    make_folder(path.parent)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))
    except OSError as error:
        raise StorageError.writing(path, error) from error
    with sqlite_errors(path):
        connection = sqlite3.connect(
            path, timeout=WAIT_FOR_LOCK, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            version = _version(connection)
            check_version(path, version)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            if version < len(MIGRATIONS):
                _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def check_version(path: Path, version: int) -> None:
    """Refuse what a newer app wrote.

    Raises:
        DamagedError: when no app can have written it.
        NewerSchemaError: when a newer one did.
    """
    if not 0 <= version <= HIGHEST_VERSION:
        message = f"no version of the app writes version {version}"
        raise DamagedError(message)
    if version > len(MIGRATIONS):
        raise NewerSchemaError(
            _("{file} was written by a newer Psoas Break and is left as it is").format(
                file=path
            )
        )


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _migrate(connection: sqlite3.Connection) -> None:
    """Take every step that is missing, all of them or none."""
    with transaction(connection):
        version = _version(connection)  # now that nobody else can change it
        for statements in MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit what happens inside, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
