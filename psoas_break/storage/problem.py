"""What is wrong with a file of the user's, and where in it."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psoas_break.storage.toml_table import BadValue

LARGEST = 200_000
"""Bytes; our own files hold about 5000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why something was left out.

    Attributes:
        file: where it is.
        line: line in the file, 0 when unknown.
        key: the key at fault, "" when it is none.
        reason: what is wrong, in words for the user.
        instead: what is used in its place.
    """

    file: Path
    reason: str
    line: int = 0
    key: str = ""
    instead: str = "left out"

    def __str__(self) -> str:
        """Say it in one line.

        >>> str(Problem(file=Path("a.toml"), line=3, key="level", reason="missing"))
        'a.toml:3: level: missing (left out)'
        """
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        key = f"{self.key}: " if self.key else ""
        return f"{where}: {key}{self.reason} ({self.instead})"


def read_toml(file: Path) -> dict[str, Any] | Problem:
    """Return what a file holds, or why it cannot be read."""
    try:
        if file.stat().st_size > LARGEST:
            return Problem(file=file, reason=f"larger than {LARGEST // 1000} kB")
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else 0
        return Problem(file=file, line=line, reason=str(error))
    except (OSError, ValueError, RecursionError) as error:
        return Problem(file=file, reason=str(error))


def problem_in(file: Path, error: BadValue) -> Problem:
    """Return the problem of a bad value, with the line its key stands in."""
    return Problem(
        file=file,
        line=line_of(file, error.key),
        key=error.key,
        reason=error.reason,
    )


def line_of(file: Path, key: str) -> int:
    """Return the line a key stands in, 0 when there is none: table by table down."""
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    at = found = 0
    for part in key.split("."):
        name, _, number = part.rstrip("]").partition("[")
        pattern = re.compile(rf"(^|[\s{{.\[\"']){re.escape(name)}[\"']?\s*(=|\.|\])")
        here = [n for n, line in enumerate(lines[at:], at) if pattern.search(line)]
        headers = [n for n in here if lines[n].lstrip().startswith("[[")]
        index = int(number) if number.isdigit() and int(number) < len(headers) else 0
        place = next(iter(headers[index:] if headers and number else here), None)
        found = 0 if place is None else place + 1
        at = at if place is None else place
    return found
