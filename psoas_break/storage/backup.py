"""Everything a user would miss in one file, and back.

A backup is a zip file that any program can open: the settings, exercises and routines
of one's own, and the history as lines. Restoring joins the history to what is there
and puts the rest in the place of what is there, which is backed up first.
"""

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from psoas_break import __version__
from psoas_break.storage.atomic import StorageError, reason_of, replace_file, replacing
from psoas_break.storage.catalogue import EXERCISES, ROUTINES
from psoas_break.storage.history_file import Work, added_line, all_rows, taking_in
from psoas_break.storage.history_forms import Entries, Form
from psoas_break.storage.places import Places
from psoas_break.storage.problem import is_there, toml_files
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

VERSION = 1
ABOUT, SETTINGS, HISTORY = "backup.json", "settings.toml", "history.jsonl"
KEPT = ("rotation.json", "progression.json", "proposals.json")
"""Whose turn it is, favourites and what is left out; how far practice has come; what
was answered to offers."""
LARGEST_FILE = 1_000_000
"""Bytes of settings, or of an exercise."""
LARGEST_HISTORY = 2_000_000_000
"""Bytes. A century of a busy history."""
MOST_FILES = 2000

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    ValueError,
    EOFError,
    LookupError,
    RuntimeError,  # encrypted
)
_OWN = re.compile(rf"{EXERCISES}/[A-Za-z0-9_][A-Za-z0-9_.-]{{0,80}}\.toml")
"""What an exercise may be called: nothing that leads out of its folder."""


def backing_up(places: Places, file: Path, now: datetime) -> Work:
    """Write settings, own exercises and routines, and the history into one file.

    Args:
        places: where they are.
        file: the backup; one of this name is replaced.
        now: stands in it.
    """
    own = _own_files(places)
    too_large = [name for name, path in own.items() if _size(path) > LARGEST_FILE]
    count = 0
    with (
        replacing(file) as out,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name, path in own.items():
            if name not in too_large:
                made.writestr(name, _content(path))
        with made.open(HISTORY, "w", force_zip64=True) as lines:
            for rows in all_rows(places.journal_file):
                lines.write(Form.LINES.told(rows))
                count += len(rows)
                yield
        about = {"version": VERSION, "app": __version__, "made": now.isoformat()}
        made.writestr(ABOUT, json.dumps(about | {"entries": count}))
    told = ngettext(
        "Backup with {count} entry of the history written to {file}.",
        "Backup with {count} entries of the history written to {file}.",
        count,
    )
    left_out = _("{name} is too large and was left out.")
    named = [left_out.format(name=name) for name in too_large]
    return " ".join([told.format(count=count, file=file), *named])


def restoring(places: Places, file: Path, now: datetime) -> Work:
    """Bring back what a backup holds; what is there now is backed up first.

    Nothing is changed by a file that is damaged, or no backup.

    Args:
        places: where it goes.
        file: the backup.
        now: names the backup of what is there now.
    """
    with _opened(file) as backup:
        own = _checked(backup, file)
        yield
        aside = places.data / f"before-restore-{now:%Y%m%d-%H%M%S}.zip"
        yield from backing_up(places, aside, now)
        with backup.open(HISTORY) as lines:
            entries = Entries(lines, file.name)
            added = yield from taking_in(places.journal_file, iter(entries))
        for name, content in own.items():
            replace_file(_place(places, name), content)
    told = [_("Restored from {file}.").format(file=file)]
    told.append(added_line(added, entries.good))
    if entries.complaint:
        told.append(entries.complaint)
    told.append(_("What was there before is kept in {file}.").format(file=aside))
    return " ".join(told)


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup.

    Raises:
        StorageError: when it is none, or damaged.
    """
    try:
        with zipfile.ZipFile(file) as backup:
            yield backup
    except StorageError:
        raise
    except _DAMAGED as error:
        raise _refusal(file, reason_of(error)) from error
    except OSError as error:
        raise StorageError.reading(file, error) from error


def _checked(backup: zipfile.ZipFile, file: Path) -> dict[str, bytes]:
    """Look through a whole backup; return its small files.

    Raises:
        StorageError: when something in it is not as it should be.
        ValueError, BadZipFile and others of _DAMAGED: when it is damaged.
    """
    names = backup.namelist()
    if ABOUT not in names or HISTORY not in names:
        raise _refusal(file, _("it is none that Psoas Break made"))
    if len(names) > MOST_FILES or len(set(names)) < len(names):
        raise _refusal(file, _("it holds too many files"))
    strange = [name for name in names if not _belongs(name)]
    if strange:
        template = _("{name} does not belong in it")
        raise _refusal(file, template.format(name=strange[0]))
    for found in backup.infolist():
        if found.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            template = _("{name} in it is not packed as Psoas Break packs it")
            raise _refusal(file, template.format(name=found.filename))
        most = LARGEST_HISTORY if found.filename == HISTORY else LARGEST_FILE
        if found.file_size > most:
            template = _("{name} in it is too large")
            raise _refusal(file, template.format(name=found.filename))
    if _version(backup) > VERSION:
        template = _("{file} was made by a newer Psoas Break")
        raise StorageError(template.format(file=file))
    broken = backup.testzip()
    if broken is not None:
        raise zipfile.BadZipFile(broken)
    with backup.open(HISTORY) as lines:
        next(iter(Entries(lines, file.name)), None)  # refuses what is no history
    # What could not be read before the backup is no reason to keep the rest back.
    return {name: backup.read(name) for name in names if name not in (ABOUT, HISTORY)}


def _version(backup: zipfile.ZipFile) -> int:
    about = json.loads(backup.read(ABOUT))
    version = about.get("version") if isinstance(about, dict) else None
    if not isinstance(version, int):
        message = "no version"
        raise ValueError(message)  # noqa: TRY004  it is the file that is wrong
    return version


def _belongs(name: str) -> bool:
    known = (ABOUT, HISTORY, SETTINGS, ROUTINES, *KEPT)
    return name in known or _OWN.fullmatch(name) is not None


def _own_files(places: Places) -> dict[str, Path]:
    """Return the small files of a backup that are there, by their names in it."""
    exercises = sorted(f"{EXERCISES}/{one.name}" for one in _own_exercises(places))
    names = (SETTINGS, ROUTINES, *KEPT, *exercises)
    found = {name: _place(places, name) for name in names}
    return {name: path for name, path in found.items() if is_there(path)}


def _own_exercises(places: Places) -> Iterator[Path]:
    folder = places.own_exercises
    try:
        files = toml_files(folder)
    except OSError as error:
        raise StorageError.reading(folder, error) from error
    for path in files:
        if _belongs(f"{EXERCISES}/{path.name}"):
            yield path


def _place(places: Places, name: str) -> Path:
    """Return where a file of a backup belongs."""
    if name == SETTINGS:
        return places.settings_file
    if name in KEPT:
        return places.anchors / name
    return places.data / name


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise StorageError.reading(path, error) from error


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise StorageError.reading(path, error) from error


def _refusal(file: Path, reason: str) -> StorageError:
    template = _("{file} cannot be restored, and nothing was changed: {reason}")
    return StorageError(template.format(file=file, reason=reason))
