"""Reads the drawn side of an exercise: its scene, its poses, what its steps show.

Of the tables of an exercise file these are `[scene]`, `[pose.<name>]`, and in a step
`pose`, `cycle`, `hint` and `breath`. Lengths are statures and angles degrees; the
package `domain.figure` explains the signs.
"""

from collections.abc import Mapping
from typing import Any

from psoas_break.domain.figure.figure import Air, Beat, Figure, Key
from psoas_break.domain.figure.pose import Pose
from psoas_break.domain.figure.scene import (
    Hint,
    HintAt,
    Prop,
    PropKind,
    Push,
    Scene,
    Turn,
)
from psoas_break.storage.pose_tables import on_base, read_pose
from psoas_break.storage.toml_table import BadValue, Table
from psoas_break.words import gettext as _

KEYS = ("scene", "pose")
"""The keys of an exercise that are read here."""
STEP_KEYS = ("pose", "cycle", "hint", "breath")
"""The keys of a step that are read here."""

_TURN = 400.0
_FAR = 4.0


class BadFigure(BadValue):
    """A key of the drawn side that cannot be used; the exercise can do without."""


def read_figure(table: Table) -> Figure | None:
    """Return the poses and the scene of an exercise, None when it has no poses.

    Raises:
        BadFigure: naming the first key that cannot be used.
    """
    try:
        scene = _scene(table.table("scene"))
        poses = table.table("pose")
        merged: dict[str, Mapping[str, Any]] = {}
        found: dict[str, Pose] = {}
        for name in poses.names():
            values = poses.value(name)
            if not isinstance(values, dict):
                poses.refuse(name, _("expected a table"))
            merged[name] = on_base(values, merged, poses.table(name))
            found[name] = read_pose(Table(merged[name], poses.path(name)))
    except BadFigure:
        raise
    except BadValue as error:
        raise BadFigure(error.key, error.reason) from error
    return Figure(poses=found, scene=scene) if found else None


def read_key(table: Table, figure: Figure | None) -> Key | None:
    """Return what the body does in a step, None when the step says nothing of it.

    Raises:
        BadFigure: naming the first key that cannot be used.
    """
    if not any(key in table for key in STEP_KEYS):
        return None
    try:
        return Key(
            pose=_name_of_pose(table, figure, "") if "pose" in table else "",
            cycle=_cycle(table, figure),
            hints=tuple(_hint(one) for one in table.tables("hint")),
            air=table.choice("breath", Air) if "breath" in table else None,
        )
    except BadValue as error:
        raise BadFigure(error.key, error.reason) from error


# --- The scene ------------------------------------------------------------------


def _scene(table: Table) -> Scene:
    view = None
    if table.value("view") not in (None, "auto"):
        x0, y0, x1, y1 = table.numbers("view", 4, -_FAR, _FAR)
        if x0 >= x1 or y0 >= y1:
            table.refuse("view", _("expected [left, bottom, right, top]"))
        view = (x0, y0, x1, y1)
    props = tuple(_prop(one) for one in table.tables("props"))
    table.done()
    return Scene(props=props, view=view)


def _prop(table: Table) -> Prop:
    kind = table.choice("kind", PropKind)
    prop = Prop(kind)
    if not prop.is_carried:
        x0, x1 = table.numbers("x", 2, -_FAR, _FAR)
        if x0 >= x1:
            table.refuse("x", _("expected [left, right]"))
        prop = Prop(kind, (x0, x1), table.number("y", 0.0, _FAR, 0.0))
    table.done()
    return prop


def _hint(table: Table) -> Hint:
    kind = table.text("kind")
    at = table.choice("at", HintAt)
    hint: Hint
    match kind:
        case "turn":
            hint = Turn(
                at=at,
                start=table.number("from", -_TURN, _TURN),
                sweep=table.number("sweep", -_TURN, _TURN),
                radius=table.number("r", 0.01, 1.0),
            )
        case "push":
            hint = Push(
                at=at,
                direction=table.number("dir", -_TURN, _TURN),
                start=table.number("start", -1.0, 1.0),
                length=table.number("len", 0.01, 1.0),
            )
        case _:
            table.refuse("kind", _("{kind!r} is none of turn, push"), kind=kind)
    table.done()
    return hint


# --- Steps ----------------------------------------------------------------------


def _cycle(table: Table, figure: Figure | None) -> tuple[Beat, ...]:
    beats = []
    for one in table.tables("cycle"):
        beat = Beat(
            pose=_name_of_pose(one, figure, None),
            move=one.seconds("move"),
            hold=one.seconds("hold", 0),
        )
        if not beat.move:
            one.refuse("move", _("a move of a cycle takes time"))
        one.done()
        beats.append(beat)
    if beats and beats[-1].pose != table.value("pose"):
        table.refuse("cycle", _("the last move must end in the pose of the step"))
    return tuple(beats)


def _name_of_pose(table: Table, figure: Figure | None, default: str | None) -> str:
    name = table.text("pose", default)
    if name and (figure is None or name not in figure.poses):
        table.refuse("pose", _("there is no pose {name!r}"), name=name)
    return name
