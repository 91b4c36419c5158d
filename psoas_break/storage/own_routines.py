"""Writing the user's own routines, so that a person's own words beside them survive.

This module imports tomlkit, so it is imported when routines change and not before.
"""

import contextlib
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from psoas_break.domain.dose import Breaths, Hold, Move
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.routine import Catalogue, Item, Routine
from psoas_break.storage.atomic import StorageError, beside_unused, replace_file
from psoas_break.storage.toml_table import LONGEST_LIST
from psoas_break.words import gettext as _


class RoutineFile:
    """Fits the port `RoutineStore`.

    Args:
        file: `routines.toml` in the user's data folder; made when needed.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def save(
        self,
        routines: Sequence[Routine],
        *,
        was: Iterable[Routine],
        catalogue: Catalogue,
    ) -> str:
        """Write own routines, in this order.

        Routines the file has and nobody could read stay in it, behind the others, and
        so do its comments. A file that is no TOML is kept beside, as
        `routines.toml.bad-<time>`.

        Args:
            routines: what it should hold; each with an exercise at least.
            was: what was read from it.
            catalogue: where the exercises are.

        Returns:
            What the user should know, or nothing.

        Raises:
            StorageError: when it cannot be written; the old file is then untouched.
        """
        document, told = _read(self._file)
        known = {one.id for one in was} | {one.id for one in routines}
        there: Any = document.get("routine")
        is_list = isinstance(there, list)
        tables = [one for one in there if hasattr(one, "get")] if is_list else []
        by_id = {str(one.get("id")): one for one in tables}
        array = tomlkit.aot()
        for routine in routines:
            array.append(_table(by_id.get(routine.id), routine, catalogue))
        for table in tables:
            if str(table.get("id")) not in known:
                array.append(table)
        if len(array) > LONGEST_LIST:  # it could not be read again
            template = _("{file} has room for {most} routines. Delete one first.")
            raise StorageError(template.format(file=self._file, most=LONGEST_LIST))
        document.pop("routine", None)
        document["schema"] = 1
        if len(array):
            document["routine"] = array
        replace_file(self._file, tomlkit.dumps(document).encode())
        return told


def _read(file: Path) -> tuple[tomlkit.TOMLDocument, str]:
    """Return the file as it is, or a new one and what became of the old."""
    try:
        return tomlkit.parse(file.read_text("utf-8-sig")), ""
    except FileNotFoundError:
        return _new(), ""
    except OSError as error:
        raise StorageError.reading(file, error) from error
    except (TOMLKitError, UnicodeDecodeError):
        kept = beside_unused(file, "bad")
        with contextlib.suppress(OSError):
            file.replace(kept)
        told = _("{file} could not be read; it is kept as {kept}")
        return _new(), told.format(file=file.name, kept=kept.name)


def _new() -> tomlkit.TOMLDocument:
    document = tomlkit.document()
    document.add(tomlkit.comment(_("Routines of your own, made in Psoas Break.")))
    return document


def _table(old: Any, routine: Routine, catalogue: Catalogue) -> Any:
    """Return the table of a routine; what else it says stays."""
    table = tomlkit.table() if old is None else old
    table["id"] = routine.id
    if not isinstance(table.get("name"), dict):
        table["name"] = tomlkit.inline_table()
    if table["name"].get("en") != routine.name:
        table["name"]["en"] = routine.name
    items = tomlkit.array()
    for item in routine.items:
        items.add_line(_item(item, catalogue.exercises[item.exercise]))
    items.add_line(indent="")
    table["item"] = items
    return table


def _item(item: Item, exercise: Exercise) -> Any:
    inline = tomlkit.inline_table()
    inline["exercise"] = item.exercise
    if isinstance(item.amount, timedelta):
        seconds = item.amount.total_seconds()
        key = {Hold: "hold_s", Move: "move_s"}[type(exercise.dose)]
        inline[key] = int(seconds) if seconds.is_integer() else seconds
    elif item.amount is not None:
        is_breath = isinstance(exercise.dose, Breaths)
        inline["breaths" if is_breath else "repetitions"] = item.amount
    return inline
