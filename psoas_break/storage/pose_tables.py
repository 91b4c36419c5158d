"""Reads one pose: what carries the body, the spine, and how each limb is driven."""

from collections.abc import Mapping
from typing import Any

from psoas_break.domain.figure.pose import (
    CURL_FREE,
    CURL_RESTING,
    Arm,
    At,
    FreeArm,
    FreeLeg,
    Half,
    KneelingLeg,
    Leg,
    PinnedFoot,
    PinnedHand,
    PinnedKnee,
    Pose,
    RestingHand,
    Root,
    Spine,
    Spot,
)
from psoas_break.domain.figure.resting import DEFAULTS
from psoas_break.domain.figure.spine import lying_pitch
from psoas_break.storage.toml_table import Table
from psoas_break.words import gettext as _

_LEG_MODES = ("foot", "knee_at", "shin", "knee")
_ARM_MODES = ("on", "hand", "shoulder")
_TURN = 400.0
_FAR = 4.0


def on_base(
    values: Mapping[str, Any], earlier: Mapping[str, Mapping[str, Any]], table: Table
) -> Mapping[str, Any]:
    """Return a pose's values laid over those of the pose it is based on.

    Raises:
        BadValue: when that pose does not stand before this one.
    """
    base = values.get("base")
    if base is None:
        return values
    if not isinstance(base, str) or base not in earlier:
        table.refuse("base", _("there is no pose {base!r} before this one"), base=base)
    return _laid_over(earlier[base], values, "")


def _laid_over(
    base: Mapping[str, Any], values: Mapping[str, Any], inside: str
) -> Mapping[str, Any]:
    """Merge tables; a limb that is driven in a new way replaces the old one."""
    if inside in ("leg", "arm") and _mode(values) not in (None, _mode(base)):
        return values
    merged = {key: value for key, value in base.items() if key != "base"}
    for key, value in values.items():
        old = merged.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            merged[key] = _laid_over(old, value, key)
        elif key != "base":
            merged[key] = value
    return merged


def _mode(values: Mapping[str, Any]) -> str | None:
    """Name how a limb is driven; None when only details are given."""
    found = next((mode for mode in (*_LEG_MODES, *_ARM_MODES) if mode in values), None)
    return f"on {values['on']}" if found == "on" else found


def read_pose(table: Table) -> Pose:
    """Return the pose a table holds.

    Raises:
        BadValue: naming the first key that cannot be used.
    """
    root = table.table("root")
    at = root.choice("at", At)
    x, y = root.numbers("pos", 2, -_FAR, _FAR)
    root.done()
    spine = _spine(table.table("spine"))
    near, far = (_half(table.table(side)) for side in ("near", "far"))
    side_bend = table.number("side_bend", -1.0, 1.0, 0.0)
    table.done()
    carrying = {At.NEAR_KNEE: near, At.FAR_KNEE: far}.get(at)
    if carrying is not None and not isinstance(carrying.leg, KneelingLeg):
        side = at.value.partition(".")[0]
        table.refuse(f"{side}.leg", _("the leg that carries needs hip, shin and sole"))
    return Pose(Root(at, x, y), spine, near, far, side_bend)


def _spine(table: Table) -> Spine:
    lumbar, thorax, neck, head = (
        table.number(key, -_TURN, _TURN, 0.0)
        for key in ("lumbar", "thorax", "neck", "head")
    )
    if table.value("pelvis") == "lie":
        pelvis = lying_pitch(lumbar, thorax)
    else:
        pelvis = table.number("pelvis", -_TURN, _TURN, 0.0)
    table.done()
    return Spine(pelvis, lumbar, thorax, neck, head)


def _half(table: Table) -> Half:
    leg, arm = table.table("leg"), table.table("arm")
    half = Half(_leg(leg), _arm(arm))
    for one in (leg, arm, table):
        one.done()
    return half


def _leg(table: Table) -> Leg:
    def angle(key: str, default: float | None = None) -> float:
        return table.number(key, -_TURN, _TURN, default)

    mode = next((mode for mode in _LEG_MODES if mode in table), None)
    if mode is None:
        table.refuse("foot", _("a leg needs a foot, a knee_at, a shin or a knee"))
    match mode:
        case "foot":
            x, y = table.numbers("foot", 2, -_FAR, _FAR)
            return PinnedFoot(x, y, angle("pitch", 0.0), angle("toe", 0.0))
        case "knee_at":
            x, y = table.numbers("knee_at", 2, -_FAR, _FAR)
            return PinnedKnee(x, y, angle("shin"), angle("sole"), angle("toe", 0.0))
        case "shin":
            return KneelingLeg(
                angle("hip"), angle("shin"), angle("sole"), angle("toe", 0.0)
            )
        case _:
            return FreeLeg(
                angle("hip"),
                angle("knee"),
                angle("ankle", 0.0),
                angle("toe", 0.0),
                table.number("scale", 0.1, 1.0, 1.0),
                table.number("shin_scale", 0.1, 1.0, 1.0),
            )


def _arm(table: Table) -> Arm:
    def angle(key: str, default: float | None = None) -> float:
        return table.number(key, -_TURN, _TURN, default)

    mode = next((mode for mode in _ARM_MODES if mode in table), None)
    if mode is None:
        table.refuse("shoulder", _("an arm needs an on, a hand or a shoulder"))
    match mode:
        case "on":
            return _resting(table)
        case "hand":
            x, y = table.numbers("hand", 2, -_FAR, _FAR)
            return PinnedHand(
                x,
                y,
                angle("dir"),
                _fit(table),
                bears=table.truth("bears"),
                elbow_forward=table.truth("elbow_forward"),
                curl=angle("curl", CURL_RESTING),
            )
        case _:
            return FreeArm(
                angle("shoulder"),
                angle("elbow", 0.0),
                angle("wrist", 0.0),
                angle("curl", CURL_FREE),
                table.number("scale", 0.1, 1.0, 1.0),
            )


def _resting(table: Table) -> RestingHand:
    on = table.choice("on", Spot)
    along, dx, dy, tilt, back = DEFAULTS[on]
    return RestingHand(
        on,
        table.number("s" if on in (Spot.BELLY, Spot.CHEST) else "t", -1.0, 1.5, along),
        table.number("dx", -1.0, 1.0, dx),
        table.number("dy", -1.0, 1.0, dy),
        table.number("tilt", -_TURN, _TURN, tilt),
        table.number("back", -1.0, 1.0, back),
        _fit(table),
        table.number("curl", -90.0, 90.0, CURL_RESTING),
    )


def _fit(table: Table) -> float:
    return table.number("fit", 0.5, 4.0) if "fit" in table else 0.0
