"""The history of everything that happened, safe on disk as soon as it has ended."""

import logging
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from psoas_break.domain.history import DeviceNamed, Record
from psoas_break.domain.past import DayTotals, History
from psoas_break.domain.totals import totals_of
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.device import Device
from psoas_break.storage.journal_days import Days, Found, standing
from psoas_break.storage.journal_history import history_of
from psoas_break.storage.journal_rows import DEVICE, Row, at_of, row_of
from psoas_break.storage.journal_waiting import (
    load_waiting,
    save_waiting,
    waiting_file,
)
from psoas_break.words import ngettext

if TYPE_CHECKING:
    from sqlite3 import Connection

    from psoas_break.storage.journal_file import JournalFile

_log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

CHECKED_AHEAD = 1_000_000
"""Bytes. A smaller file is looked through in a moment, by whoever needs it first."""


class SqliteJournal:
    """Remembers records in a SQLite file, and beside it while that is not possible.

    Nothing here raises for a bad disk. What cannot be written is held in memory and,
    if there is room, in a file beside the journal; the next `record` or `retry` that
    can, writes it. `problems` says what is not being saved. SQLite (4 ms, 1.3 MB) is
    imported by the first call that needs it.
    """

    def __init__(
        self,
        *,
        path: Path,
        device_file: Path,
        name: Callable[[], str] = str,
        exchange: Callable[[], None] | None = None,
    ) -> None:
        """Find what an earlier run could not write. SQLite is not opened yet.

        Args:
            path: the database; made by the first record.
            device_file: holds this device's id in the history; made likewise.
            name: what the device is called; the history learns it with the next
                record. Empty: nobody has said.
            exchange: called when something was written and before anything is read,
                for the entries of other devices.
        """
        self._name = name
        self._exchange = exchange
        self._path = path
        self._device = Device(file=device_file)
        self._waiting = load_waiting(path)
        self._waiting_is_kept = bool(self._waiting)
        self._refusal = ""
        self._opened: JournalFile | None = None

    def check_ahead(self) -> None:
        """Look through a large file while nobody waits for it, with the app going on.

        The first to read or write would wait for it otherwise: a tenth of a second
        for each ten years, and many times that before the disk's cache has the file.
        """
        try:
            is_large = self._path.stat().st_size >= CHECKED_AHEAD
        except OSError:
            return
        if is_large:
            self._file.check_ahead()

    def record(self, records: Sequence[Record]) -> None:
        """Append records; one already there (by its key) is left as it is.

        They are on disk when this returns, in one transaction, or wait.
        """
        device = self._device.id.bytes
        name = self._name()
        told = [row.what for row in self._waiting if row.kind == DEVICE]
        if records and name not in ("", *(told or [self._device.told_name])[-1:]):
            records = [DeviceNamed(name=name, at=at_of(records[0])), *records]
        self._waiting += [row_of(record, device) for record in records]
        if self._waiting and not self.retry():
            self._keep_waiting()
        if self._exchange:
            self._exchange()

    @property
    def is_waiting(self) -> bool:
        """Whether something could not be written yet."""
        return bool(self._waiting)

    def retry(self) -> bool:
        """Write what waits; return whether nothing waits any longer.

        Cheap when there is nothing: call it whenever the state is saved.
        """
        if not self._waiting:
            return True
        try:
            self._device.keep()
            self._file.append(self._waiting)
            self._keep_name()
        except StorageError as error:
            self._refused(error)
            return False
        self._refusal = ""
        self._waiting.clear()
        if self._waiting_is_kept:
            self._keep_waiting()
        return True

    def totals(self, day: date) -> DayTotals:
        """What one local day has come to."""
        return totals_of(self.history(day, day))

    def history(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        device: str | None = None,
    ) -> History:
        """Everything between two local days, both included; None is open.

        Args:
            first: the first of the days.
            last: the last of them.
            device: the id of the device that wrote it; None for all of them.
        """
        days = Days(first, last)
        found = self._found(lambda: self._file.rows(days))
        rows = standing(found, self._waiting, days)
        if device is not None:
            rows = [row for row in rows if row.device == UUID(device).bytes]
        return history_of(rows)

    @property
    def device(self) -> UUID:
        """The name of this device in the history."""
        return self._device.id

    def ask(self, question: "Callable[[Connection], Answer]") -> Answer | None:
        """Return what a question to the database comes to.

        None when the database does not hold everything, or cannot be asked: then
        `history` is what is left.
        """
        if self._exchange:
            self._exchange()
        if self._waiting:
            return None
        try:
            answer = self._file.ask(question)
        except StorageError as error:
            self._refused(error)
            return None
        self._refusal = ""
        return answer

    def take_in(self, rows: Sequence[Row]) -> int:
        """Write rows that came from elsewhere; return how many were new.

        Raises:
            StorageError: when they cannot be written; then none is.
        """
        if not rows:
            return 0
        return self._file.append(rows)

    def rows_from(self, number: int, limit: int) -> Sequence[tuple[int, Row]]:
        """Return rows with their numbers, from one number on, in order.

        Raises:
            StorageError: when they cannot be read.
        """
        return self._file.rows_from(number, limit)

    def problems(self) -> tuple[str, ...]:
        """Return what the user should know: a rescue, and what is not being saved."""
        lines = list(self._opened.notices) if self._opened else []
        if self._refusal:
            lines.append(self._not_saved() if self._waiting else self._refusal)
        return tuple(lines)

    def close(self) -> None:
        """Write what waits, if that is possible now, and let go of the file."""
        self.retry()
        if self._opened:
            self._opened.close()

    @property
    def _file(self) -> "JournalFile":
        if self._opened is None:
            from psoas_break.storage.journal_file import JournalFile  # noqa: PLC0415

            self._opened = JournalFile(path=self._path)
        return self._opened

    def _keep_name(self) -> None:
        """Remember the name that the history has just learned, if it has."""
        names = [row.what for row in self._waiting if row.kind == DEVICE]
        if names:
            self._device.keep_name(names[-1] or "")

    def _found(self, read: Callable[[], Found]) -> Found:
        if self._exchange:
            self._exchange()
        try:
            found = read()
        except StorageError as error:
            self._refused(error)
            return Found()
        if not self._waiting:
            self._refusal = ""
        return found

    def _refused(self, error: StorageError) -> None:
        if str(error) != self._refusal:
            _log.warning("%s", error)
        self._refusal = str(error)

    def _keep_waiting(self) -> None:
        try:
            save_waiting(self._path, self._waiting)
        except StorageError as error:
            _log.info("What waits is in memory only: %s", error)
            self._waiting_is_kept = False
        else:
            self._waiting_is_kept = bool(self._waiting)

    def _not_saved(self) -> str:
        count = len(self._waiting)
        if self._waiting_is_kept:
            return ngettext(
                "{reason}. {count} new entry waits in {file}.",
                "{reason}. {count} new entries wait in {file}.",
                count,
            ).format(
                reason=self._refusal, count=count, file=waiting_file(self._path).name
            )
        return ngettext(
            "Your history is not being saved: {reason}. {count} entry is written "
            "as soon as that is possible.",
            "Your history is not being saved: {reason}. {count} entries are written "
            "as soon as that is possible.",
            count,
        ).format(reason=self._refusal, count=count)
