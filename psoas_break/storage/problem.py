"""What is wrong with a file of the user's, and where in it."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psoas_break.storage.atomic import reason_of
from psoas_break.storage.toml_table import BadValue
from psoas_break.words import gettext as _

LARGEST = 200_000
"""Bytes; our own files hold about 5000."""
_HEADER = re.compile(r"\[")
_NEXT = re.compile(r"[^\s\]}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Why something was left out.

    Attributes:
        file: where it is.
        line: line in the file, 0 when unknown.
        key: the key at fault, "" when it is none.
        reason: what is wrong, in words for the user.
        instead: what is used in its place; without, it is left out.
    """

    file: Path
    reason: str
    line: int = 0
    key: str = ""
    instead: str = ""

    def __str__(self) -> str:
        """Say it in one line.

        >>> str(Problem(file=Path("a.toml"), line=3, key="level", reason="missing"))
        'a.toml:3: level: missing (left out)'
        """
        where = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        key = f"{self.key}: " if self.key else ""
        instead = self.instead or _("left out")
        return f"{where}: {key}{self.reason} ({instead})"


def toml_files(folder: Path) -> list[Path]:
    """Return the TOML files in a folder by name; none if there is no such folder.

    Raises:
        OSError: when it is there and cannot be looked into.
    """
    try:
        found = (file for file in folder.iterdir() if file.suffix == ".toml")
        return sorted(found)
    except (FileNotFoundError, NotADirectoryError):
        return []


def is_there(file: Path) -> bool:
    """Whether there is something of that name, readable or not."""
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def read_toml(file: Path) -> dict[str, Any] | Problem:
    """Return what a file holds, or why it cannot be read."""
    try:
        if file.stat().st_size > LARGEST:
            return Problem(
                file=file,
                reason=_("larger than {most} kB").format(most=LARGEST // 1000),
            )
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else 0
        return Problem(file=file, line=line, reason=str(error))
    except (OSError, ValueError, RecursionError) as error:
        return Problem(file=file, reason=reason_of(error))


def problem_in(file: Path, error: BadValue) -> Problem:
    """Return the problem of a bad value, with the line its key stands in."""
    return Problem(
        file=file,
        line=line_of(file, error.key),
        key=error.key,
        reason=error.reason,
    )


def line_of(file: Path, key: str) -> int:
    """Return the line a key stands in, or the table it is missing in, else 0."""
    lines = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    header, rest = _table_of(lines, key.split("."))
    found, start = header + 1, max(header, 0)
    end = _end_of(lines, header, _HEADER)
    for part in rest:
        name = re.escape(_name_of(part))
        pattern = re.compile(rf"(^|[\s{{.\[\"']){name}[\"']?\s*(=|\.|\])")
        here = next((n for n in range(start, end) if pattern.search(lines[n])), None)
        if here is None:
            break
        start, found = here, here + 1
        end = min(end, _end_of(lines, here, _NEXT))
    return found


def _table_of(lines: Sequence[str], parts: Sequence[str]) -> tuple[int, Sequence[str]]:
    """Return the header of the innermost table of a key, -1 for none, and the rest."""
    for depth in range(len(parts), 0, -1):
        name = ".".join(_name_of(part) for part in parts[:depth])
        header = re.compile(rf"\[+\s*{re.escape(name)}\s*\]")
        here = [n for n, line in enumerate(lines) if header.match(line)]
        number = parts[depth - 1].partition("[")[2].rstrip("]")
        index = int(number) if number else 0
        if index < len(here):
            return here[index], parts[depth:]
    return -1, parts


def _name_of(part: str) -> str:
    return part.partition("[")[0]


def _end_of(lines: Sequence[str], start: int, ends: re.Pattern[str]) -> int:
    """Return where the table or value that begins in a line ends."""
    later = (n for n in range(start + 1, len(lines)) if ends.match(lines[n]))
    return next(later, len(lines))
