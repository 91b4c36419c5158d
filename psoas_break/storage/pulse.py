"""When the app was last alive: one line, written over the last, and never waited for.

A file that is replaced, and on disk when that returns, costs some eight wake-ups on
ext4. This costs none. The kernel writes it within half a minute or so; of a process
that is killed nothing is lost, and a machine that loses its power loses that much.
"""

import json
import logging
import os
from pathlib import Path

from psoas_break.storage.atomic import FILE_MODE

_log = logging.getLogger(__name__)

SIZE = 512
"""Bytes; always as many, so that a shorter line leaves nothing of a longer one. No disk
writes half of them."""


class PulseFile:
    """Keeps a few values in `file`. One that cannot be read says nothing.

    Args:
        file: in a folder that is there by the first beat.
    """

    def __init__(self, *, file: Path) -> None:
        self._file = file

    def beat(self, values: dict[str, object]) -> None:
        """Write `values` over the last ones.

        Raises:
            OSError: when they cannot be written.
            ValueError: when they take more room than there is.
        """
        line = json.dumps(values).encode().ljust(SIZE - 1) + b"\n"
        if len(line) != SIZE:
            message = f"{len(line)} bytes are too many for a pulse"
            raise ValueError(message)
        flags = os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0)
        descriptor = os.open(self._file, flags, FILE_MODE)
        try:
            os.write(descriptor, line)
        finally:
            os.close(descriptor)

    def last(self) -> dict[str, object]:
        """Return what was last written; nothing if that cannot be read."""
        try:
            values = json.loads(self._file.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            _log.info("The last sign of life cannot be read: %s", error)
            return {}
        return values if isinstance(values, dict) else {}
