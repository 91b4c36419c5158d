"""The two forms of a file that holds a history: a line of JSON each, or a table."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import IO, Any, Self

from psoas_break.storage.atomic import StorageError
from psoas_break.storage.journal_lines import (
    LONGEST,
    LineError,
    checked,
    line_of,
    members_of,
    row_of_line,
)
from psoas_break.storage.journal_rows import Row
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

COLUMNS = ("version", *Row._fields)
_NUMBERS: dict[str, type[int] | type[float]] = {
    "version": int,
    "seconds": float,
    "breaths": int,
    "repetitions": int,
    "position": int,
}
_MARK = b"\xef\xbb\xbf"
"""A byte order mark, which spreadsheets and editors write."""
_BEGINS = re.compile(r'"?\d+"?,"?[0-9a-fA-F]{8}-')
"""With a version and an id begins each entry of a table."""
MOST_LINES = 40
"""No entry of ours has so many."""


class Form(StrEnum):
    """How a file holds the history, by the end of its name."""

    LINES = ".jsonl"
    TABLE = ".csv"

    @classmethod
    def of(cls, file: Path) -> Self:
        """Return the form a file's name asks for.

        Raises:
            StorageError: when it asks for none.
        """
        try:
            return cls(file.suffix.lower())
        except ValueError as error:
            template = _("{file}: the name must end in .jsonl or .csv")
            raise StorageError(template.format(file=file.name)) from error

    @property
    def head(self) -> bytes:
        """What stands before the entries."""
        return b"" if self is Form.LINES else ",".join(COLUMNS).encode() + b"\n"

    def told(self, rows: Sequence[Row]) -> bytes:
        """Return entries as this form has them."""
        if self is Form.LINES:
            return b"".join(line_of(row) for row in rows)
        text = io.StringIO()
        writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
        writer.writerows(members_of(row) for row in rows)
        return text.getvalue().encode()


class Entries:
    """The entries of an opened file, in whichever form they are.

    Args:
        file: opened to read bytes.
        name: what to call it in complaints.

    Attributes:
        good: how many entries it has had so far.
        bad: how many lines were none.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file = file
        self._name = name
        self.good = self.bad = 0

    def __iter__(self) -> Iterator[Row]:
        """Go through them once.

        Raises:
            StorageError: when the file is no history at all.
        """
        first = self._line().removeprefix(_MARK)
        if first.startswith(b"version,id,device,"):
            yield from self._from_table(first)
        elif first.startswith(b'{"version":') or not first:
            yield from self._from_lines(first)
        else:
            template = _(
                "{file} holds no history as “psoas-break history --export” writes it"
            )
            raise StorageError(template.format(file=self._name))

    @property
    def complaint(self) -> str:
        """How many lines were no entries; "" when all were."""
        if not self.bad:
            return ""
        return ngettext(
            "{count} line is no entry of a history and was left out.",
            "{count} lines are no entries of a history and were left out.",
            self.bad,
        ).format(count=self.bad)

    def _from_lines(self, line: bytes) -> Iterator[Row]:
        while line:
            try:
                row = row_of_line(line)
            except LineError:
                self.bad += 1
            else:
                self.good += 1
                yield row
            line = self._line()

    def _from_table(self, header: bytes) -> Iterator[Row]:
        names = header.decode(errors="replace").strip().split(",")
        for values in chain.from_iterable(map(_cells, self._entries())):
            try:
                row = _of_values(dict(zip(names, values, strict=False)))
            except LineError:
                self.bad += 1
            else:
                self.good += 1
                yield row

    def _entries(self) -> Iterator[list[str]]:
        """Yield the lines of each entry; most have one."""
        lines = list[str]()
        while line := self._line():
            text = line.decode(errors="replace").replace("\0", "")
            if lines and (_BEGINS.match(text) or len(lines) == MOST_LINES):
                yield lines
                lines = []
            lines.append(text)
        yield lines

    def _line(self) -> bytes:
        """Return the next line, or as much of it as a line may be long."""
        return self._file.readline(LONGEST)


def _cells(lines: list[str]) -> Iterator[list[str]]:
    """Yield the cells of an entry; none if it has a quotation mark left open."""
    try:
        yield from csv.reader(lines, strict=True)
    except csv.Error:
        yield []


def _of_values(values: dict[str, str]) -> Row:
    """Return the row of a table's cells; empty ones are null.

    Raises:
        LineError: when they make none.
    """
    told: dict[str, Any] = {name: text for name, text in values.items() if text}
    try:
        for name, number in _NUMBERS.items():
            if name in told:
                told[name] = number(told[name])
    except ValueError as error:
        raise LineError(str(error)) from error
    return checked(told)
