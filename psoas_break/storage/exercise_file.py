"""Reads one exercise from the form that resources/schema describes."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from psoas_break.domain.dose import (
    Breaths,
    Count,
    Dose,
    Hold,
    Move,
    Repetitions,
    Span,
    Tip,
)
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Loop,
    Overlay,
    Place,
    Sides,
    Step,
    Words,
)
from psoas_break.domain.figure.figure import Figure
from psoas_break.domain.settings import BodyLimit
from psoas_break.storage.pose_file import (
    KEYS,
    STEP_KEYS,
    BadFigure,
    read_figure,
    read_key,
)
from psoas_break.storage.problem import (
    Problem,
    line_of,
    problem_in,
    read_toml,
)
from psoas_break.storage.toml_table import BadValue, Table
from psoas_break.words import gettext as _

SCHEMA = 1
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_exercise(
    file: Path, *, own: bool
) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """Read one exercise.

    Ours is said in the user's language, one's own as it was written. One's own is also
    checked for what a body can do; the tests check ours.

    Returns:
        The exercise, None when it cannot be used, and what is wrong with it. One
        whose drawn side cannot be used comes without its figure.
    """
    values = read_toml(file)
    if isinstance(values, Problem):
        return None, (values,)
    try:
        exercise = _exercise(Table(values), own=own, drawn=True)
        return _checked(exercise, file) if own else (exercise, ())
    except BadFigure as error:
        reason = replace(problem_in(file, error), instead=_("shown without its figure"))
    except BadValue as error:
        return None, (problem_in(file, error),)
    try:
        return _exercise(Table(values), own=own, drawn=False), (reason,)
    except BadValue as error:
        return None, (problem_in(file, error),)


def _checked(exercise: Exercise, file: Path) -> tuple[Exercise, tuple[Problem, ...]]:
    """Return an exercise without its figure when no body could do that, and why."""
    if exercise.figure is None:
        return exercise, ()
    # Loaded only for files of the user's own: the rig is no part of starting up.
    from psoas_break.domain.figure.limits import check  # noqa: PLC0415

    problems = tuple(
        Problem(
            file=file,
            line=line_of(file, f"pose.{violation.pose}"),
            key=f"pose.{violation.pose}",
            reason=str(violation) if violation.start else violation.reason,
            instead=_("shown without its figure"),
        )
        for violation in check(exercise)
    )
    return (replace(exercise, figure=None) if problems else exercise), problems


def _exercise(table: Table, *, own: bool, drawn: bool) -> Exercise:
    table.whole("schema", SCHEMA, SCHEMA)
    name = table.text("id")
    if not _ID.fullmatch(name):
        table.refuse("id", _("only a-z, 0-9 and single hyphens between them"))
    kind = table.choice("kind", Kind)
    sides = table.choice("sides", Sides)
    dose = _dose(table.table("dose"))
    say = str if own else in_users_language
    figure = read_figure(table) if drawn else None
    read_step = _StepReader(say, figure, drawn=drawn)
    lead_in, main, lead_out, loop = _steps(table, read_step)
    table.skip(*KEYS)
    places = table.choices("places", Place)
    if not places:
        table.refuse("places", _("at least one place"))
    try:
        exercise = Exercise(
            id=name,
            words=_words(table.table("text"), say),
            kind=kind,
            sides=sides,
            places=places,
            level=table.whole("level", 1, 5),
            dose=dose,
            kit=table.texts("kit"),
            limits=frozenset(table.choices("limits", BodyLimit)),
            easier_for=frozenset(table.choices("easier_for", BodyLimit)),
            recovery=timedelta(hours=table.whole("recovery_h", 0, 336, 0)),
            easier=table.text("easier", ""),
            harder=table.text("harder", ""),
            sources=table.texts("sources"),
            overlay=table.choice("overlay", Overlay, "none"),
            lead_in=lead_in,
            main=main,
            loop=loop,
            lead_out=lead_out,
            figure=figure,
            own=own,
        )
    except BadValue:
        raise
    except ValueError as error:
        key, _colon, reason = str(error).partition(": ")
        table.refuse(key, reason)
    table.done()
    return exercise


def _dose(table: Table) -> Dose:
    sort = table.text("sort")
    if sort == "tip":
        table.done()
        return Tip()
    sets = table.whole("sets", 1, 10, 1)
    rest = table.seconds("rest_s", 0)
    dose: Dose
    try:
        match sort:
            case "hold":
                dose = Hold(amount=_span(table), sets=sets, rest=rest)
            case "move":
                dose = Move(amount=_span(table), sets=sets, rest=rest)
            case "repetitions":
                dose = Repetitions(amount=_count(table), sets=sets, rest=rest)
            case "breaths":
                dose = Breaths(amount=_count(table), sets=sets, rest=rest)
            case _:
                words = "hold, move, repetitions, breaths, tip"
                table.refuse(
                    "sort", _("{sort!r} is none of {words}"), sort=sort, words=words
                )
    except BadValue:
        raise
    except ValueError as error:
        table.refuse("usual", str(error))
    table.done()
    return dose


def _span(table: Table) -> Span:
    return Span(
        table.seconds("least_s"), table.seconds("usual_s"), table.seconds("most_s")
    )


def _count(table: Table) -> Count:
    least, usual, most = (table.whole(k, 1, 500) for k in ("least", "usual", "most"))
    return Count(least, usual, most)


def in_users_language(text: str) -> str:
    """Return a text of ours in the user's language; nothing stays nothing."""
    return _(text) if text else ""


def _words(table: Table, say: Callable[[str], str]) -> Words:
    here = table.table("en")
    words = Words(
        name=say(here.text("name")),
        why=say(here.text("why")),
        care=say(here.text("care")),
        checks=tuple(map(say, here.texts("checks"))),
        faults=tuple(map(say, here.texts("faults"))),
        stop=tuple(map(say, here.texts("stop"))),
        easier=say(here.text("easier", "")),
        harder=say(here.text("harder", "")),
    )
    here.done()
    return words


class _StepReader:
    """Reads steps in the order of the file."""

    def __init__(
        self, say: Callable[[str], str], figure: Figure | None, *, drawn: bool
    ) -> None:
        self._say = say
        self._figure = figure
        self._drawn = drawn

    def __call__(self, table: Table) -> Step:
        words = table.table("cue")
        cue = words.text("en", "")
        words.done()
        key = read_key(table, self._figure) if self._drawn else None
        table.skip(*STEP_KEYS)
        return Step(
            move=table.seconds("move", 0),
            hold=table.seconds("hold", 0),
            cue=self._say(cue),
            main=table.truth("main"),
            key=key,
        )


def _steps(
    table: Table, read: Callable[[Table], Step]
) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...], Loop | None]:
    """Return the steps before, in and after the main part, and the loop.

    The main part is the run of steps with `main = true`, or the loop; a step with
    `after = true` comes after a loop.
    """
    before: list[Step] = []
    main: list[Step] = []
    after: list[Step] = []
    for one in table.tables("step"):
        step = read(one)
        if one.truth("after") or (main and not step.main):
            after.append(step)
        elif step.main and after:
            one.refuse("main", _("the main steps must follow each other"))
        else:
            (main if step.main else before).append(step)
        one.done()
    loops = table.tables("loop")
    turns = [_loop(one, read) for one in loops]
    if len(turns) > 1 or (turns and main):
        table.refuse("loop", _("one loop at most, and then no main steps"))
    return tuple(before), tuple(main), tuple(after), turns[0] if turns else None


def _loop(table: Table, read: Callable[[Table], Step]) -> Loop:
    table.truth("main")
    inner = table.tables("step")
    steps = tuple(read(one) for one in inner)
    for one in (*inner, table):
        one.done()
    return Loop(steps=steps)
