"""The state that survives a restart: one small JSON file for each name."""

import json
import logging
import re
from pathlib import Path

from psoas_break.storage.atomic import beside_unused, reason_of, replace_file
from psoas_break.words import gettext as _

_log = logging.getLogger(__name__)

NAME = re.compile(r"[a-z][a-z0-9-]{0,40}")


class AnchorFiles:
    """Keeps named values in `folder`, each in a file of its own.

    A file that cannot be read is treated as not there, and named in `problems`:
    without its state the app starts as if it had been freshly installed.
    """

    def __init__(self, *, folder: Path) -> None:
        self._folder = folder
        self._problems: list[str] = []

    def save(self, name: str, values: dict[str, object]) -> None:
        """Replace what is kept under `name`, on disk when this returns.

        Args:
            name: lower-case letters, digits and hyphens.
            values: what JSON can say.

        Raises:
            StorageError: when it cannot be written; the old values are still there.
        """
        text = json.dumps(values, ensure_ascii=False, allow_nan=False)
        replace_file(self._file(name), text.encode())

    def load(self, name: str) -> dict[str, object] | None:
        """Return what was last saved under `name`, or None."""
        file = self._file(name)
        try:
            values = json.loads(file.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            self._report(
                _("{file} cannot be read: {reason}").format(
                    file=file, reason=reason_of(error)
                )
            )
            return None
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        self._set_aside(file)
        return None

    def problems(self) -> tuple[str, ...]:
        """Return what was found damaged since the start, one line each."""
        return tuple(self._problems)

    def _file(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            message = f"{name!r} is no name of an anchor"
            raise ValueError(message)
        return self._folder / f"{name}.json"

    def _set_aside(self, file: Path) -> None:
        try:
            kept = beside_unused(file, "damaged")
            file.replace(kept)
        except OSError as error:
            _log.warning("%s is damaged and cannot be moved: %s", file, error)
            kept = file
        self._report(
            _("{file} was damaged and is not used; it is kept as {kept}").format(
                file=file.name, kept=kept
            )
        )

    def _report(self, problem: str) -> None:
        _log.warning("%s", problem)
        self._problems.append(problem)
