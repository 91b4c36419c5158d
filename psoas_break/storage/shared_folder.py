"""The history of two machines, through a folder that a service of the user's syncs.

Each device appends its entries to its own file there and reads the others', so
there is nothing to conflict. Entries are joined by their UUID; whatever comes twice,
late, out of order, or from a copy that a service set aside, adds nothing.
"""

import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol
from uuid import UUID

from psoas_break import __version__
from psoas_break.app.ports import Anchors
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.journal_lines import line_of
from psoas_break.storage.journal_rows import Row
from psoas_break.storage.shared_file import Mark, append, is_as_left, read_piece
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

_log = logging.getLogger(__name__)

ANCHOR = "shared-folder"
BEGINS, ENDS = "psoas-break-", ".jsonl"
AT_ONCE = 250
"""Entries published at once: they take some 10 ms."""

KEPT_EVERY = 20
"""Pieces of long work after which is kept how far we are. What a crash makes us do
again changes nothing."""

LARGEST = 500_000_000
"""Bytes. The busiest device fills a hundredth of it in a year."""

Files = dict[str, os.stat_result]
"""The devices' files that are there, by name."""

Numbered = tuple[int, Row]
"""A row with its number in the journal."""


class Exchange(Protocol):
    """What the folder needs of the journal."""

    def rows_from(self, number: int, limit: int) -> Sequence[Numbered]:
        """All rows from a number on, itself included, in order.

        Raises:
            StorageError: when the journal cannot be read.
        """
        ...

    def take_in(self, rows: Sequence[Row]) -> int:
        """Write other devices' rows; return how many were new.

        Raises:
            StorageError: when they cannot be written; then none is.
        """
        ...


class SharedFolder:
    """Publishes this device's entries in a folder, and takes in the others'.

    Nothing here raises for a bad disk or a bad file: `problems` says what is wrong.
    How far each file was read and written is kept among the anchors.

    Attributes:
        joined: how many entries of others were new, since the start.

    Args:
        folder: the folder; it is never made, for it may only be away.
        device: this device's id.
        journal: where rows come from and go to.
        anchors: keeps how far we are.
    """

    def __init__(
        self, *, folder: Path, device: UUID, journal: Exchange, anchors: Anchors
    ) -> None:
        self._folder = folder
        self._device = device.bytes
        self._own = folder / f"{BEGINS}{device}{ENDS}"
        self._journal = journal
        self._anchors = anchors
        self.joined = 0
        self._problems: dict[str, str] = {}
        self._seen: dict[str, tuple[int, int]] = {}
        self._there: set[bytes] | None = None
        self._pieces = 0
        self._restore()
        self._on_disk = self._kept()

    def exchange(self) -> bool:
        """Do a bounded piece of the work, some 10 ms; say whether there is more."""
        try:
            files = self._files()
            wrote, more = self._publish(files)
            if not wrote:
                more = self._read_others(files) or more
            self._problems.pop("", None)
        except StorageError as error:
            self._complain("", str(error))
            more = False
        self._pieces = self._pieces + 1 if more else 0
        if self._pieces % KEPT_EVERY == 0 and self._kept() != self._on_disk:
            self._on_disk = self._kept()
            self._anchors.save(ANCHOR, self._on_disk)
        return more

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the folder or a file in it, one line each."""
        return tuple(self._problems.values())

    # How far we are

    def _restore(self) -> None:
        kept = self._anchors.load(ANCHOR) or {}
        if kept.get("folder") != str(self._folder):
            kept = {}
        number, row_id = kept.get("number"), kept.get("row")
        self._number = number if isinstance(number, int) else 0
        self._row = row_id if isinstance(row_id, str) else ""
        self._end = Mark.from_plain(kept.get("end"))
        marks = kept.get("marks")
        # What an older app could not understand in them, this one may.
        is_ours = kept.get("app") == __version__ and isinstance(marks, dict)
        self._marks: dict[str, Mark] = {}
        if is_ours and isinstance(marks, dict):
            self._marks = {name: Mark.from_plain(m) for name, m in marks.items()}

    def _kept(self) -> dict[str, object]:
        return {
            "folder": str(self._folder),
            "app": __version__,
            "number": self._number,
            "row": self._row,
            "end": self._end.to_plain(),
            "marks": {name: mark.to_plain() for name, mark in self._marks.items()},
        }

    def _files(self) -> Files:
        """Return the devices' files that are there, conflict copies among them.

        Raises:
            StorageError: when the folder is not there.
        """
        try:
            with os.scandir(self._folder) as entries:
                return {
                    entry.name: entry.stat()
                    for entry in entries
                    if entry.name.startswith(BEGINS)
                    and entry.name.endswith(ENDS)
                    and entry.is_file()
                }
        except FileNotFoundError as error:
            template = _(
                "The shared folder {folder} is not there. Your history is kept on "
                "this device and joined when it is back."
            )
            raise StorageError(template.format(folder=self._folder)) from error
        except OSError as error:
            raise StorageError.reading(self._folder, error) from error

    # What goes out

    def _publish(self, files: Files) -> tuple[bool, bool]:
        """Append what is not in our file yet.

        Returns whether that took its time, and whether there is more.
        """
        rows = self._journal.rows_from(self._number, AT_ONCE + 1)
        if self._there is None and not self._goes_on(files, rows):
            self._there = set()
            self._number, self._row, self._end = 0, "", Mark()
        if self._there is not None:
            if not self._read_back(files, self._there):
                return True, True
            rows = self._journal.rows_from(self._number, AT_ONCE + 1)
        fresh = [pair for pair in rows if pair[0] > self._number]
        if not fresh:
            self._there = None
            return False, False
        known = self._there or ()
        lines = b"".join(
            line_of(row)
            for _number, row in fresh
            if row.device == self._device and row.id not in known
        )
        if lines:
            self._end = append(self._own, lines)
        self._number, self._row = fresh[-1][0], fresh[-1][1].id.hex()
        return bool(lines), len(rows) > AT_ONCE

    def _goes_on(self, files: Files, rows: Sequence[Numbered]) -> bool:
        """Whether journal and file are those that we left, each at its place."""
        first = (rows[0][0], rows[0][1].id.hex()) if rows else (0, "")
        if self._number and first != (self._number, self._row):
            return False  # the journal was rescued, or is another one
        if not self._end.offset:
            return self._own.name not in files
        return is_as_left(self._own, self._end)

    def _read_back(self, files: Files, there: set[bytes]) -> bool:
        """Read a piece of our own file; says whether that was the last.

        The journal may have lost what the file still has; and what the file has need
        not be published again.
        """
        if self._own.name not in files:
            return True
        piece = read_piece(self._own, self._end)
        self.joined += self._journal.take_in(piece.rows)
        there.update(row.id for row in piece.rows)
        self._end = piece.mark
        return piece.is_last

    # What comes in

    def _read_others(self, files: Files) -> bool:
        """Read a piece of a file that has changed; say whether there is more."""
        for name in self._marks.keys() - files.keys():
            del self._marks[name]
            self._problems.pop(name, None)
        for name, found in sorted(files.items()):
            stamp = (found.st_size, found.st_mtime_ns)
            if name == self._own.name or self._seen.get(name) == stamp:
                continue
            if found.st_size > LARGEST:
                self._seen[name] = stamp
                self._skip(name, _("it is too large to be a history"))
                continue
            try:
                is_last = self._read(name)
            except _UnreadableError as error:
                self._seen[name] = stamp
                self._skip(name, str(error))
                continue
            if is_last:
                self._seen[name] = stamp
            return True
        return False

    def _read(self, name: str) -> bool:
        """Take in a piece of a file; says whether it was the last for now."""
        was = self._marks.get(name, Mark())
        try:
            piece = read_piece(self._folder / name, was)
        except StorageError as error:
            raise _UnreadableError(str(error)) from error
        if piece.rows:
            self.joined += self._journal.take_in(piece.rows)
        self._marks[name] = piece.mark
        if piece.mark.broken:
            self._complain(name, self._left_out(name, piece.mark.broken))
        else:
            self._problems.pop(name, None)
        return piece.is_last

    def _left_out(self, name: str, broken: int) -> str:
        return ngettext(
            "{file} in the shared folder: {count} line is no entry of a history and "
            "is left out.",
            "{file} in the shared folder: {count} lines are no entries of a history "
            "and are left out.",
            broken,
        ).format(file=name, count=broken)

    def _skip(self, name: str, reason: str) -> None:
        template = _("{file} in the shared folder is left out: {reason}")
        self._complain(name, template.format(file=name, reason=reason))

    def _complain(self, about: str, line: str) -> None:
        if self._problems.get(about) != line:
            _log.warning("%s", line)
        self._problems[about] = line


class _UnreadableError(Exception):
    """A file cannot be read; the others can."""
