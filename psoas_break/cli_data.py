"""What the command line does with the user's data: export, import, back up, show."""
# ruff: noqa: PLC0415  imports stand where they are needed, as in cli.py

import json
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.words import gettext as _

if TYPE_CHECKING:  # imported where they are needed
    from psoas_break.storage.history_file import Work
    from psoas_break.storage.places import Places
    from psoas_break.storage.settings_origin import Origin

VERSION = 1


def export_history(places: "Places", file: Path) -> None:
    """Write the whole history into a file."""
    from psoas_break.storage.history_file import exporting

    _do(exporting(places.journal_file, _beside_others(file)))


def import_history(places: "Places", file: Path) -> None:
    """Add what a file holds of a history."""
    from psoas_break.storage.history_file import importing

    _do(importing(places.journal_file, file))


def print_lines(places: "Places", first_day: str) -> None:
    """Print the history as lines, from one day on."""
    from psoas_break.storage.history_file import all_rows
    from psoas_break.storage.history_forms import Form

    for rows in all_rows(places.journal_file):
        chosen = [row for row in rows if row.day >= first_day]
        sys.stdout.write(Form.LINES.told(chosen).decode())


def back_up(places: "Places", file: Path, now: datetime) -> None:
    """Write everything the user would miss into one file."""
    from psoas_break.storage.backup import backing_up

    _do(backing_up(places, _beside_others(file), now))


def restore(places: "Places", file: Path, now: datetime) -> None:
    """Bring back what a backup holds."""
    from psoas_break.storage.backup import restoring

    _do(restoring(places, file, now))


def show_settings(places: "Places", *, as_json: bool) -> None:
    """Print every setting, its value, and where that comes from."""
    from psoas_break.storage.settings_origin import origins

    found, problems = origins(places.settings_file, places.site_settings_file)
    for problem in problems:
        print(problem, file=sys.stderr)
    print(settings_json(found) if as_json else settings_text(found))


def settings_json(found: "Iterable[Origin]") -> str:
    """Return one object with the list `settings`."""
    listed = [
        {
            "key": one.key,
            "value": one.value,
            "source": one.source.value,
            "file": None if one.file is None else str(one.file),
        }
        for one in found
    ]
    whole = {"version": VERSION, "settings": listed}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def settings_text(found: "Iterable[Origin]") -> str:
    """Return one line a setting: key, value, and where it comes from."""
    lines = [(one.key, _value(one.value), _source(one)) for one in found]
    widths = [max((len(line[i]) for line in lines), default=0) for i in (0, 1)]
    return "\n".join(
        f"{key:<{widths[0]}}  {value:<{widths[1]}}  {source}"
        for key, value, source in lines
    )


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _source(one: "Origin") -> str:
    from psoas_break.storage.settings_origin import Source

    match one.source:
        case Source.DEFAULT:
            return _("default")
        case Source.ORGANISATION:
            return _("organisation: {file}").format(file=one.file)
        case Source.USER:
            return _("your file: {file}").format(file=one.file)


def _beside_others(file: Path) -> Path:
    """Return the file that was named, if its folder is there: a typing error is not.

    Raises:
        StorageError: when it is not.
    """
    from psoas_break.storage.atomic import StorageError

    folder = file.parent
    if not folder.is_dir():
        raise StorageError(_("There is no folder {folder}.").format(folder=folder))
    return file


def _do(work: "Work") -> None:
    """Do all of a work, and print its line.

    Raises:
        StorageError: when it cannot be done.
    """
    from psoas_break.storage.history_file import finish

    print(finish(work))
