"""Exercises and routines as the command line prints them (docs/interface.md)."""

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.patterns import PATTERNS, every, offered, pattern_name
from psoas_break.domain.plan import length_of
from psoas_break.domain.routine import Catalogue, Item
from psoas_break.domain.settings import Settings

VERSION = 1


def exercises_json(exercises: Iterable[Exercise]) -> str:
    """Return one object with the list `exercises`."""
    listed = [
        {
            "id": exercise.id,
            "name": exercise.name,
            "kind": exercise.kind.value,
            "places": sorted(place.value for place in exercise.places),
            "sides": exercise.sides.value,
            "figure": exercise.figure is not None,
        }
        for exercise in exercises
    ]
    return _json({"version": VERSION, "exercises": listed})


def exercises_text(exercises: Iterable[Exercise]) -> str:
    """Return one line an exercise: its id and its name."""
    found = tuple(exercises)
    width = max((len(exercise.id) for exercise in found), default=0)
    return "\n".join(f"{one.id:<{width}}  {one.name}" for one in found)


def routines_json(catalogue: Catalogue) -> str:
    """Return one object with the list `routines`; lengths as they come, in seconds."""
    listed = [
        {
            "id": routine.id,
            "name": routine.name,
            "length_s": length_of(routine, catalogue).total_seconds(),
            "exercises": [_item(item) for item in routine.items],
        }
        for routine in catalogue.routines.values()
    ]
    return _json({"version": VERSION, "routines": listed})


def routines_text(catalogue: Catalogue) -> str:
    """Return one line a routine: its id, its length and its name."""
    lines = []
    for routine in catalogue.routines.values():
        minutes, seconds = divmod(length_of(routine, catalogue), timedelta(minutes=1))
        lines.append(f"{routine.id}  {minutes}:{seconds.seconds:02}  {routine.name}")
    return "\n".join(lines)


def patterns_json(settings: Settings) -> str:
    """Return one object with the list `patterns`, ours and the user's own."""
    may_be_used = {pattern.id for pattern in offered(settings)}
    listed = [
        {
            "id": pattern.id,
            "name": pattern_name(pattern),
            "phases": [
                {"phase": phase.value, "length_s": length.total_seconds()}
                for phase, length in pattern.phases
            ],
            "per_minute": round(pattern.per_minute, 2) if pattern.paced else None,
            "own": pattern.id not in PATTERNS,
            "offered": pattern.id in may_be_used,
        }
        for pattern in every(settings)
    ]
    return _json({"version": VERSION, "patterns": listed})


def patterns_text(settings: Settings) -> str:
    """Return one line a pattern that may be used: its id and its name."""
    found = offered(settings)
    width = max(len(pattern.id) for pattern in found)
    return "\n".join(f"{one.id:<{width}}  {pattern_name(one)}" for one in found)


def _item(item: Item) -> dict[str, Any]:
    """Return an exercise with its dose, where the routine gives one."""
    match item.amount:
        case timedelta() as span:
            return {"exercise": item.exercise, "hold_s": span.total_seconds()}
        case int() as count:
            return {"exercise": item.exercise, "count": count}
        case None:
            return {"exercise": item.exercise}


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
