"""The whole history into one file, to keep or to take elsewhere, and back.

Reading a file adds what is not there yet, known by its UUID: reading it twice, or
that of a machine whose history was joined long ago, changes nothing.
"""

from collections.abc import Generator, Iterator
from itertools import islice
from pathlib import Path

from psoas_break.storage.atomic import StorageError, replacing
from psoas_break.storage.history_forms import Entries, Form
from psoas_break.storage.journal_file import finish_rescue
from psoas_break.storage.journal_reading import ask, check, rows_from
from psoas_break.storage.journal_rows import Row
from psoas_break.storage.journal_salvage import salvage
from psoas_break.storage.journal_schema import (
    INSERT,
    DamagedError,
    open_for_writing,
    sqlite_errors,
    transaction,
)
from psoas_break.storage.journal_waiting import load_waiting
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

AT_ONCE = 400
"""Entries of one piece of work: some 15 ms, and as long a lock on the database."""

Work = Generator[None, None, str]
"""Long work in pieces, between which others may have their turn.

What it returns is a line for the user; the StorageError it may raise is one as well.
"""


def finish(work: Generator[None, None, str]) -> str:
    """Do all of a work at once; return its line.

    Raises:
        StorageError: when it cannot be done.
    """
    while True:
        try:
            next(work)
        except StopIteration as done:
            return str(done.value)


def exporting(journal: Path, file: Path) -> Work:
    """Write the whole history into a file, in the form its name asks for."""
    form = Form.of(file)
    count = 0
    with replacing(file) as out:
        out.write(form.head)
        for rows in all_rows(journal):
            out.write(form.told(rows))
            count += len(rows)
            yield
    return ngettext(
        "{count} entry written to {file}.", "{count} entries written to {file}.", count
    ).format(count=count, file=file)


def importing(journal: Path, file: Path) -> Work:
    """Add the entries of a file that are not there yet."""
    try:
        with file.open("rb") as opened:
            entries = Entries(opened, file.name)
            added = yield from taking_in(journal, iter(entries))
    except StorageError:
        raise
    except OSError as error:
        raise StorageError.reading(file, error) from error
    line = added_line(added, entries.good)
    return f"{line} {entries.complaint}".strip()


def added_line(added: int, found: int) -> str:
    """Say how many of the entries found were new."""
    return ngettext(
        "{found} entry read, {added} of them new.",
        "{found} entries read, {added} of them new.",
        found,
    ).format(found=found, added=added)


def all_rows(journal: Path) -> Iterator[list[Row]]:
    """Return every entry of the history, also those that wait, in pieces.

    Of a damaged one, every entry that can be read.

    Raises:
        StorageError: when it cannot be read.
    """
    number = 0
    try:
        check(journal)
        while found := ask(journal, lambda db: rows_from(db, number, AT_ONCE)):  # noqa: B023  asked at once
            yield [row for _number, row in found]
            number = found[-1][0] + 1
    except DamagedError:
        yield list(salvage(journal).rows)
    yield load_waiting(journal)


def taking_in(journal: Path, rows: Iterator[Row]) -> Generator[None, None, int]:
    """Add rows that are not there yet, in short transactions; return how many.

    A running app may write into the same history meanwhile.

    Raises:
        StorageError: when they cannot be written; a part of them may be.
    """
    added = 0
    try:
        finish_rescue(journal)
        check(journal)
        connection = open_for_writing(journal)
        try:
            while piece := list(islice(rows, AT_ONCE)):
                with sqlite_errors(journal), transaction(connection):
                    added += connection.executemany(INSERT, piece).rowcount
                yield
        finally:
            connection.close()
    except DamagedError as error:
        template = _("{file} is damaged. Psoas Break rescues it when it starts.")
        raise StorageError(template.format(file=journal)) from error
    return added
