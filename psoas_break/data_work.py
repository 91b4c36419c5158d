"""Backup, restore, export and import in the running app: in pieces, windows alive."""

import logging
from collections.abc import Callable, Generator
from datetime import datetime
from pathlib import Path
from typing import assert_never

from psoas_break.app.data_jobs import DataJob
from psoas_break.storage.atomic import StorageError
from psoas_break.storage.backup import backing_up, restoring
from psoas_break.storage.history_file import exporting, importing
from psoas_break.storage.places import Places

_log = logging.getLogger(__name__)

Later = Callable[[Callable[[], None]], None]
"""Has something done when the windows have had their turn."""


class DataWork:
    """Carries out one job, and tells how it ended.

    Args:
        work: the job, in pieces.
        later: when the next piece comes.
        ended: gets a line for the user.
    """

    def __init__(
        self,
        *,
        work: Generator[None, None, str],
        later: Later,
        ended: Callable[[str], None],
    ) -> None:
        self._work = work
        self._later = later
        self._ended = ended

    def go_on(self) -> None:
        """Do the next piece, and have the others follow."""
        try:
            next(self._work)
        except StopIteration as done:
            self._ended(str(done.value))
        except StorageError as error:
            _log.warning("%s", error)
            self._ended(str(error))
        else:
            self._later(self.go_on)


def work_of(
    job: DataJob, file: Path, places: Places, now: datetime
) -> Generator[None, None, str]:
    """Return a job as work in pieces."""
    match job:
        case DataJob.BACK_UP:
            return backing_up(places, file, now)
        case DataJob.RESTORE:
            return restoring(places, file, now)
        case DataJob.EXPORT:
            return exporting(places.journal_file, file)
        case DataJob.IMPORT:
            return importing(places.journal_file, file)
        case _:
            assert_never(job)
