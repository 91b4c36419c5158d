"""Places to keep files in: ordinary, tiny and read-only."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from psoas_break.storage.journal import SqliteJournal
from tests.disk import Disk, small_disk


class OpenJournal(Protocol):
    def __call__(self, folder: Path) -> SqliteJournal: ...


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Give a real file system of half a megabyte."""
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def open_journal() -> Iterator[OpenJournal]:
    """Open journals that are closed again at the end."""
    opened: list[SqliteJournal] = []

    def opener(folder: Path) -> SqliteJournal:
        journal = SqliteJournal(
            path=folder / "journal.db", device_file=folder / "device-id"
        )
        opened.append(journal)
        return journal

    yield opener
    for journal in opened:
        journal.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder in which the story's files are, none yet."""
    folder = tmp_path / "profile"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture
def journal(folder: Path, open_journal: OpenJournal) -> SqliteJournal:
    return open_journal(folder)
