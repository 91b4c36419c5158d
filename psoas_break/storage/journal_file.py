"""The journal's database file: appending, reading, and rescue when it is damaged."""

import contextlib
import logging
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from psoas_break.storage.atomic import StorageError, beside_unused, sync_folder
from psoas_break.storage.journal_ahead import CheckAhead
from psoas_break.storage.journal_days import Days, Found
from psoas_break.storage.journal_reading import (
    ask,
    check,
    read_damaged,
    read_rows,
    rows_from,
)
from psoas_break.storage.journal_rows import Row
from psoas_break.storage.journal_salvage import Salvage, log_of, salvage
from psoas_break.storage.journal_schema import (
    INSERT,
    DamagedError,
    open_for_writing,
    sqlite_errors,
    transaction,
)
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")


class JournalFile:
    """One database of rows, appended to and read.

    The connection is opened by the first write and then kept: opening and closing
    it for each costs 1.6 ms and three fsyncs, keeping it 0.4 ms and one (measured),
    for three file descriptors. Reading opens its own, which costs 0.1 ms.

    Attributes:
        notices: what the user should know of a rescue, one line each.
    """

    def __init__(self, *, path: Path) -> None:
        self.notices: list[str] = []
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._inode = 0
        self._is_checked = False
        self._ahead: CheckAhead | None = None

    def check_ahead(self) -> None:
        """Begin the look through the whole file that the first use would wait for."""
        if not self._is_checked and self._ahead is None:
            finish_rescue(self._path)
            self._ahead = CheckAhead(self._path)

    def append(self, rows: Sequence[Row]) -> int:
        """Write rows in one transaction; those already there are left as they are.

        Returns how many were not.

        Raises:
            StorageError: when they cannot be written; then none is.
        """
        try:
            return self._append(rows)
        except DamagedError as error:
            self._rescue(error)
            try:
                return self._append(rows)
            except DamagedError as again:
                raise StorageError.writing(self._path, again) from again

    def rows(self, days: Days) -> Found:
        """Return the rows of some days.

        Raises:
            StorageError: when they cannot be read.
        """
        try:
            self._check_once()
            return read_rows(self._path, days)
        except DamagedError as error:
            return self._rows_after(error, days)

    def ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer | None:
        """Return what a question to the database comes to; None: it cannot be asked.

        Raises:
            StorageError: when the disk, a lock or the permissions are in the way.
        """
        try:
            self._check_once()
            return ask(self._path, question)
        except DamagedError as error:
            with contextlib.suppress(StorageError):
                self._rescue(error)
            return None

    def rows_from(self, number: int, limit: int) -> list[tuple[int, Row]]:
        """Return rows with their numbers, from one number on, in order.

        Raises:
            StorageError: when they cannot be read.
        """
        return self.ask(lambda journal: rows_from(journal, number, limit)) or []

    def close(self) -> None:
        """Let go of the file; the next write opens it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(sqlite3.Error):
                connection.close()

    def _check_once(self) -> None:
        if self._is_checked:
            return
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.wait()
        else:
            finish_rescue(self._path)
            check(self._path)
        self._is_checked = True

    def _append(self, rows: Sequence[Row]) -> int:
        self._check_once()
        connection = self._open()
        with sqlite_errors(self._path), transaction(connection):
            return connection.executemany(INSERT, rows).rowcount

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None and self._inode != _inode(self._path):
            self.close()  # somebody moved or removed the file under us
        if self._connection is None:
            self._connection = open_for_writing(self._path)
            self._inode = _inode(self._path)
        return self._connection

    def _rows_after(self, error: DamagedError, days: Days) -> Found:
        try:
            self._rescue(error)
            return read_rows(self._path, days)
        except (StorageError, DamagedError) as refusal:
            _log.warning("%s is damaged and stays so: %s", self._path, refusal)
            return read_damaged(self._path, days)

    def _rescue(self, error: DamagedError) -> None:
        """Put a new database with every readable row in the place of a damaged one.

        Raises:
            StorageError: when there is no writing there; nothing has changed then.
        """
        _log.warning("%s is damaged: %s", self._path, error)
        self.close()
        found = salvage(self._path)
        kept = rescue(self._path, found)
        self.notices.append(_notice(found, kept))


def rescue(path: Path, found: Salvage) -> Path:
    """Replace a damaged database by one made of `found`; return where it is kept.

    The new one is complete before the damaged one is moved, and a crash between the
    two moves is made good by `finish_rescue`.

    Raises:
        StorageError: when there is no writing there; nothing has changed then.
    """
    fresh = _fresh(path)
    try:
        _remove_database(fresh)
        connection = open_for_writing(fresh)
        try:
            with sqlite_errors(fresh), transaction(connection):
                connection.executemany(INSERT, found.rows)
        finally:
            connection.close()
        kept = beside_unused(path, "damaged")
        with contextlib.suppress(FileNotFoundError):
            log_of(path).replace(log_of(kept))
        path.replace(kept)
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        fresh.replace(path)
        sync_folder(path.parent)
    except StorageError:
        raise
    except (OSError, DamagedError) as error:
        raise StorageError.writing(path, error) from error
    return kept


def finish_rescue(path: Path) -> None:
    """Put the new database in place if a crash came between the two moves."""
    fresh = _fresh(path)
    with contextlib.suppress(OSError):  # the next step says so, if that matters
        if fresh.exists() and not path.exists():
            fresh.replace(path)


def _fresh(path: Path) -> Path:
    return path.with_name(f"{path.name}.recovering")


def _remove_database(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _notice(found: Salvage, kept: Path) -> str:
    lost = found.written - len(found.rows)
    if not found.rows:
        template = _(
            "Your history was damaged and nothing in it could be read. "
            "It begins anew; the damaged file is kept as {file}."
        )
    elif lost:
        template = ngettext(
            "Your history was damaged. {count} of at least {written} entries was "
            "recovered; the damaged file is kept as {file}.",
            "Your history was damaged. {count} of at least {written} entries were "
            "recovered; the damaged file is kept as {file}.",
            len(found.rows),
        )
    else:
        template = ngettext(
            "Your history was damaged. Its {count} entry was recovered; "
            "the damaged file is kept as {file}.",
            "Your history was damaged. All {count} entries found were recovered; "
            "the damaged file is kept as {file}.",
            len(found.rows),
        )
    return template.format(count=len(found.rows), written=found.written, file=kept)
