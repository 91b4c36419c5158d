"""Write docs/manual/exercises.md: every exercise with its poses, dose, place and kit.

Run it after an exercise came, went, or changed its words or its dose:

    PYTHONPATH=. .venv/bin/python packaging/make_exercises_page.py

The pictures on it come from `make_pictures.py`.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import assert_never

from psoas_break.domain.dose import Breaths, Dose, Hold, Move, Repetitions, Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Sides,
    kind_name,
    kit_name,
    place_name,
)
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources

PAGE = Path(__file__).parent.parent / "docs" / "manual" / "exercises.md"
ABOVE = """\
# The exercises

Made from the files in `resources/exercises`. The figure is an illustration, not a
measurement; the band in it is the psoas: pale coral at its resting length, bright when
it is lengthened, violet when shortened. Stop where it hurts.

![Every exercise](../pictures/exercises-light.png)

Between the poses the body moves as a body does: feet, knees and hands that carry it
stay where they are, and a foot that changes its place is lifted.

![Seven looks at each of seven movements](../pictures/motion-light.png)

The same exercises in dark:

![Every exercise, dark](../pictures/exercises-dark.png)
"""
MINUTE = timedelta(minutes=1)
ORDER = (
    Kind.MOBILITY,
    Kind.STRENGTH,
    Kind.BREATHING,
    Kind.RELEASE,
    Kind.HABIT,
    Kind.CHECK,
)


def main() -> int:
    """Write the page; return the exit code."""
    PAGE.write_text(page(), "utf-8")
    return 0


def page() -> str:
    """Return the page as it should be."""
    catalogue, _problems = load(find_resources())
    blocks = [ABOVE]
    for kind in ORDER:
        here = [one for one in catalogue.exercises.values() if one.kind is kind]
        if here:
            blocks.append(f"## {kind_name(kind)}\n")
            blocks += map(about, sorted(here, key=lambda one: (one.level, one.name)))
    return "\n".join(blocks)


def about(exercise: Exercise) -> str:
    """Return the section of one exercise."""
    lines = [f"### {exercise.name}", ""]
    if exercise.figure is not None:
        picture = f"../pictures/exercises/{exercise.id}.png"
        lines += [f"![The poses of: {exercise.name}]({picture})", ""]
    lines += [exercise.words.why, "", " · ".join(facts(exercise)), ""]
    return "\n".join((*lines, f"*{exercise.words.care}*", ""))


def facts(exercise: Exercise) -> Iterator[str]:
    """Yield how much, where, with what, and how hard."""
    yield from dose_words(exercise.dose, exercise.sides)
    yield ", ".join(place_name(place).lower() for place in exercise.places)
    kit = [kit_name(one) for one in exercise.kit if one not in exercise.places]
    if kit:
        yield "with " + ", ".join(kit)
    yield f"level {exercise.level} of 5"
    yield f"`{exercise.id}`"


def dose_words(dose: Dose, sides: Sides) -> Iterator[str]:
    """Yield the usual amount with its two ends, and the sets."""
    match dose:
        case Hold(amount=span) | Move(amount=span):
            much = f"{long(span.usual)} ({long(span.least)} to {long(span.most)})"
        case Repetitions(amount=count):
            much = f"{count.usual} times ({count.least} to {count.most})"
        case Breaths(amount=count):
            much = f"{count.usual} breaths ({count.least} to {count.most})"
        case Tip():
            return
        case _:
            assert_never(dose)
    yield much if sides is Sides.BOTH else f"{much}, {SIDES[sides]}"
    if dose.sets > 1:
        rest = f" with {long(dose.rest)} of rest" if dose.rest > ZERO else ""
        yield f"{dose.sets} sets{rest}"


SIDES = {Sides.EACH: "each side", Sides.ALTERNATE: "sides take turns"}


def long(span: timedelta) -> str:
    """Return a length of time.

    >>> long(timedelta(seconds=45)), long(timedelta(minutes=3))
    ('45 s', '3 min')
    """
    if span % MINUTE:
        return f"{span.total_seconds():g} s"
    return f"{span / MINUTE:g} min"


if __name__ == "__main__":
    sys.exit(main())
