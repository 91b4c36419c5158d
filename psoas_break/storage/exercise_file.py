"""Reads one exercise from the form that resources/schema describes."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

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
from psoas_break.domain.settings import BodyLimit
from psoas_break.storage.toml_table import BadValue, Table

SCHEMA = 1
LARGEST = 200_000
"""Bytes; our own files hold about 3000."""
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
        line=_line_of(file, error.key),
        key=error.key,
        reason=error.reason,
    )


def read_exercise(file: Path, language: str, *, own: bool) -> Exercise | Problem:
    """Read one exercise, in `language` where a translation stands beside it."""
    values = read_toml(file)
    if isinstance(values, Problem):
        return values
    words = _translation(file, language)
    try:
        return _exercise(Table(values), words, own=own)
    except BadValue as error:
        if words:
            return read_exercise(file, "en", own=own)
        return problem_in(file, error)


def _line_of(file: Path, key: str) -> int:
    last = re.sub(r"\[\d+\]", "", key).split(".")[-1]
    pattern = re.compile(rf"(^|[\s{{.\[\"']){re.escape(last)}[\"']?\s*(=|\.|\])")
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    found = (n for n, line in enumerate(lines, start=1) if pattern.search(line))
    return next(found, 0) if last else 0


def _translation(file: Path, language: str) -> Mapping[str, Any]:
    """Return the words of another language; what is broken counts as none."""
    beside = file.with_suffix(f".{language}.toml")
    if language == "en" or not beside.is_file():
        return {}
    values = read_toml(beside)
    text = None if isinstance(values, Problem) else values.get("text")
    words = text.get(language) if isinstance(text, dict) else None
    return words if isinstance(words, dict) else {}


def _exercise(table: Table, words: Mapping[str, Any], *, own: bool) -> Exercise:
    table.whole("schema", SCHEMA, SCHEMA)
    name = table.text("id")
    if not _ID.fullmatch(name):
        table.refuse("id", "only a-z, 0-9 and single hyphens between them")
    kind = table.choice("kind", Kind)
    sides = table.choice("sides", Sides)
    dose = _dose(table.table("dose"))
    cues = words.get("cues")
    translated = iter(cues if isinstance(cues, list) else ())
    lead_in, main, lead_out, loop = _steps(table, translated)
    places = table.choices("places", Place)
    if not places:
        table.refuse("places", "at least one place")
    try:
        exercise = Exercise(
            id=name,
            words=_words(table.table("text"), words),
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
            own=own,
        )
    except BadValue:
        raise
    except ValueError as error:
        key, _, reason = str(error).partition(": ")
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
                table.refuse("sort", f"{sort!r} is none of {words}")
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


def _words(table: Table, other: Mapping[str, Any]) -> Words:
    english = table.table("en")
    here = Table({**_values(english), **other}, "text.en")
    words = Words(
        name=here.text("name"),
        why=here.text("why"),
        care=here.text("care"),
        checks=here.texts("checks"),
        faults=here.texts("faults"),
        stop=here.texts("stop"),
        easier=here.text("easier", ""),
        harder=here.text("harder", ""),
    )
    here.skip("cues")
    here.done()
    return words


def _values(table: Table) -> dict[str, Any]:
    return {key: table.value(key) for key in table.names()}


def _steps(
    table: Table, cues: Iterator[Any]
) -> tuple[tuple[Step, ...], tuple[Step, ...], tuple[Step, ...], Loop | None]:
    """Return the steps before, in and after the main part, and the loop.

    The main part is the run of steps with `main = true`, or the loop; a step with
    `after = true` comes after a loop.
    """
    before: list[Step] = []
    main: list[Step] = []
    after: list[Step] = []
    for one in table.tables("step"):
        step = _step(one, cues)
        if one.truth("after") or (main and not step.main):
            after.append(step)
        elif step.main and after:
            one.refuse("main", "the main steps must follow each other")
        else:
            (main if step.main else before).append(step)
        one.done()
    loops = table.tables("loop")
    read = [_loop(one, cues) for one in loops]
    if len(read) > 1 or (read and main):
        table.refuse("loop", "one loop at most, and then no main steps")
    return tuple(before), tuple(main), tuple(after), read[0] if read else None


def _loop(table: Table, cues: Iterator[Any]) -> Loop:
    table.truth("main")
    inner = table.tables("step")
    steps = tuple(_step(one, cues) for one in inner)
    for one in (*inner, table):
        one.done()
    return Loop(steps=steps)


def _step(table: Table, cues: Iterator[Any]) -> Step:
    words = table.table("cue")
    cue = words.text("en", "")
    words.done()
    other = next(cues, cue) if cue else cue
    return Step(
        move=table.seconds("move", 0),
        hold=table.seconds("hold", 0),
        cue=other if isinstance(other, str) else cue,
        main=table.truth("main"),
    )
