"""Which device this is in the history: a UUID, made once, and a name."""

import logging
import platform
from pathlib import Path
from uuid import UUID, uuid4

from psoas_break.storage.atomic import replace_file

_log = logging.getLogger(__name__)


class Device:
    """This device's id and name, kept in a file with the first thing written.

    The file has the id in its first line; in its second, the name that the history
    last learned.
    """

    def __init__(self, *, file: Path) -> None:
        """Read the id, or make one; the file is written by `keep` only."""
        self._file = file
        known, self.told_name = _read(file)
        self._is_kept = known is not None
        self.id = known or uuid4()

    def keep(self) -> None:
        """Have the id on disk; does nothing once it is.

        Raises:
            StorageError: when it cannot be written.
        """
        if not self._is_kept:
            self._write()

    def keep_name(self, name: str) -> None:
        """Remember that the history has learned this name.

        Raises:
            StorageError: when it cannot be written.
        """
        self.told_name = name
        self._write()

    def _write(self) -> None:
        lines = [str(self.id), self.told_name] if self.told_name else [str(self.id)]
        replace_file(self._file, "".join(f"{line}\n" for line in lines).encode())
        self._is_kept = True


def host_name() -> str:
    """Return what the machine is called, for a device nobody has named."""
    return platform.node().partition(".")[0]


def _read(file: Path) -> tuple[UUID | None, str]:
    try:
        first, *rest = file.read_text(encoding="utf-8").splitlines() or [""]
        return UUID(first.strip()), rest[0] if rest else ""
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError) as error:
        _log.warning("%s names no device, a new name is made: %s", file, error)
        return None, ""
