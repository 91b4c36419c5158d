"""Loads exercises and routines: ours, and the user's own beside them.

Whatever cannot be used is left out and named; the rest loads.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from psoas_break.domain.dose import Counted, Tip
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.routine import Catalogue, Item, Routine, amount_of, fits
from psoas_break.storage.atomic import reason_of
from psoas_break.storage.exercise_file import in_users_language, read_exercise
from psoas_break.storage.problem import (
    Problem,
    is_there,
    problem_in,
    read_toml,
    toml_files,
)
from psoas_break.storage.toml_table import BadValue, Table
from psoas_break.words import gettext as _

EXERCISES = "exercises"
ROUTINES = "routines.toml"


def load(ours: Path, own: Path | None = None) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Load every exercise and routine.

    Args:
        ours: folder with `exercises/*.toml` and `routines.toml`.
        own: the user's folder of the same form; it need not exist.

    Returns:
        The catalogue, and what was left out of it and why.
    """
    exercises: dict[str, Exercise] = {}
    routines: dict[str, Routine] = {}
    catalogue = Catalogue(exercises=exercises, routines=routines)
    problems: list[Problem] = []
    folders = [(ours, False)] if own is None else [(ours, False), (own, True)]
    for folder, is_own in folders:
        _load_exercises(folder / EXERCISES, exercises, problems, own=is_own)
    _drop_lost_links(
        exercises, {is_own: folder for folder, is_own in folders}, problems
    )
    for folder, is_own in folders:
        if is_there(file := folder / ROUTINES):
            catalogue = _load_routines(file, catalogue, routines, problems, own=is_own)
    return catalogue, tuple(problems)


def _load_exercises(
    folder: Path,
    exercises: dict[str, Exercise],
    problems: list[Problem],
    *,
    own: bool,
) -> None:
    try:
        files = toml_files(folder)
    except OSError as error:
        problems.append(Problem(file=folder, reason=reason_of(error)))
        return
    for file in files:
        found, wrong = read_exercise(file, own=own)
        problems += wrong
        if found is None:
            continue
        if found.id in exercises:
            reason = _("there already is an exercise {name!r}").format(name=found.id)
            problems.append(Problem(file=file, key="id", reason=reason))
        else:
            exercises[found.id] = found


def _drop_lost_links(
    exercises: dict[str, Exercise],
    folders: Mapping[bool, Path],
    problems: list[Problem],
) -> None:
    """Forget an easier or harder exercise that is not there.

    Args:
        exercises: by id.
        folders: where our files are (False), and the user's own (True).
        problems: gets what was forgotten.
    """
    for exercise in tuple(exercises.values()):
        for key, link in (("easier", exercise.easier), ("harder", exercise.harder)):
            if link and link not in exercises:
                problems.append(
                    Problem(
                        file=folders[exercise.own] / EXERCISES / f"{exercise.id}.toml",
                        key=key,
                        reason=_("there is no exercise {link!r}").format(link=link),
                        instead=_("none is offered"),
                    )
                )
                without = replace(exercises[exercise.id], **{key: ""})  # type: ignore[arg-type]  # both keys are texts
                exercises[exercise.id] = without


def _load_routines(
    file: Path,
    catalogue: Catalogue,
    routines: dict[str, Routine],
    problems: list[Problem],
    *,
    own: bool,
) -> Catalogue:
    values = read_toml(file)
    if isinstance(values, Problem):
        problems.append(values)
        return catalogue
    table = Table(values)
    try:
        table.whole("schema", 1, 1)
        for one in table.tables("routine"):
            try:
                routine = _routine(one, catalogue, own=own)
                routines[routine.id] = routine
            except BadValue as error:
                problems.append(problem_in(file, error))
        swap = table.table("swap")
        swaps = {key: swap.text(key) for key in swap.names()}
        rotation = table.texts("rotation")
        table.done()
    except BadValue as error:
        problems.append(problem_in(file, error))
        return catalogue
    known = catalogue.exercises.keys()
    return replace(
        catalogue,
        rotation=catalogue.rotation + tuple(r for r in rotation if r in routines),
        swaps=catalogue.swaps | {a: b for a, b in swaps.items() if {a, b} <= known},  # type: ignore[operator]  # both are dicts
    )


def _routine(table: Table, catalogue: Catalogue, *, own: bool) -> Routine:
    name = table.text("id")
    if name in catalogue.routines:
        table.refuse("id", _("there already is a routine {name!r}"), name=name)
    words = table.table("name")
    title = words.text("en")
    words.done()
    items = tuple(_item(one, catalogue.exercises) for one in table.tables("item"))
    if not items:
        table.refuse("item", _("at least one exercise"))
    table.done()
    title = title if own else in_users_language(title)
    return Routine(id=name, name=title, items=items, own=own)


def _item(table: Table, exercises: Mapping[str, Exercise]) -> Item:
    wanted = table.text("exercise")
    exercise = exercises.get(wanted)
    if exercise is None:
        table.refuse("exercise", _("there is no exercise {wanted!r}"), wanted=wanted)
    if isinstance(exercise.dose, Tip):
        table.refuse(
            "exercise", _("{wanted!r} is a tip, not an exercise"), wanted=wanted
        )
    key = f"{type(exercise.dose).__name__.lower()}"
    item = Item(exercise=wanted)
    if isinstance(exercise.dose, Counted):
        if key in table:
            item = replace(item, amount=table.whole(key, 1, 500))
    elif f"{key}_s" in table:
        key = f"{key}_s"
        item = replace(item, amount=table.seconds(key))
    if not fits(item, exercise.dose):
        nearest = amount_of(item, exercise.dose)
        table.refuse(
            key,
            _("out of the exercise's range; the nearest is {nearest}"),
            nearest=nearest,
        )
    table.done()
    return item
