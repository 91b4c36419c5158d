"""The name of this device in the history: a UUID, made once."""

import logging
from pathlib import Path
from uuid import UUID, uuid4

from psoas_break.storage.atomic import replace_file

_log = logging.getLogger(__name__)


class Device:
    """This device's id, kept in a file with the first thing written under it."""

    def __init__(self, *, file: Path) -> None:
        """Read the id, or make one; the file is written by `keep` only."""
        self._file = file
        known = _read(file)
        self._is_kept = known is not None
        self.id = known or uuid4()

    def keep(self) -> None:
        """Have the id on disk; does nothing once it is.

        Raises:
            StorageError: when it cannot be written.
        """
        if not self._is_kept:
            replace_file(self._file, f"{self.id}\n".encode())
            self._is_kept = True


def _read(file: Path) -> UUID | None:
    try:
        return UUID(file.read_text(encoding="ascii").strip())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.warning("%s names no device, a new name is made: %s", file, error)
        return None
