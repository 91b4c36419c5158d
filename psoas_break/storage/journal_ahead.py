"""Looks through the journal before anybody needs it, in a thread of its own."""

from pathlib import Path
from threading import Thread

from psoas_break.storage.atomic import StorageError
from psoas_break.storage.journal_reading import check
from psoas_break.storage.journal_schema import DamagedError


class CheckAhead:
    """One look through the file, begun at once; whoever needs it waits for the rest.

    Nothing else has the file open meanwhile: reading and writing wait first. SQLite
    computes without Python's lock, so the windows go on.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: DamagedError | StorageError | None = None
        self._thread = Thread(target=self._look, name="journal check", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Return when it is done.

        Raises:
            DamagedError, NewerSchemaError, StorageError: as `check`.
        """
        self._thread.join()
        if self._found is not None:
            raise self._found

    def _look(self) -> None:
        try:
            check(self._path)
        except (DamagedError, StorageError) as error:
            self._found = error
