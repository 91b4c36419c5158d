"""The parts of the body as paths in their own frames, made once and then only placed.

A limb's frame has x along it and y to its front; a foot's x along the sole; the
head's, the neck's and the pelvis' x forward and y up.
"""

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from psoas_break.domain.figure import body
from psoas_break.ui.figure import outlines, profiles
from psoas_break.ui.figure.outlines import Outline, grown, rounded
from psoas_break.ui.figure.profiles import limb
from psoas_break.ui.figure.shapes import circle, closed, union

RIM = 0.0045
"""How far the pale contour stands out around everything in dark."""

NECK_BELOW = 0.020
"""The neck begins this far inside the collar, and ends as far inside the skull."""

_ROUND = 3
_ANKLE_CUFF, _SLEEVE_END = 0.90, 0.58


@dataclass(frozen=True, slots=True)
class Parts:
    """Every part of the clothed body that keeps its shape."""

    hip: QPainterPath
    thigh: QPainterPath
    knee: QPainterPath
    shin: QPainterPath
    ankle: QPainterPath
    ankle_joint: QPainterPath
    foot: QPainterPath
    toes: QPainterPath
    shoulder: QPainterPath
    sleeve: QPainterPath
    upper_arm: QPainterPath
    elbow: QPainterPath
    forearm: QPainterPath
    wrist: QPainterPath
    palm: QPainterPath
    fingers: QPainterPath
    thumb: QPainterPath
    neck: QPainterPath
    head: QPainterPath
    hair: QPainterPath
    bun: QPainterPath
    yoke: QPainterPath
    """The roundness of the shirt over the shoulder."""


@cache
def parts(grow: float = 0.0) -> Parts:
    """Return the parts of the body, each `grow` statures larger all round."""
    neck = limb(profiles.NECK, body.NECK + 2 * NECK_BELOW, slices=6, grow=grow)
    return Parts(
        hip=circle(0.056 + grow),
        thigh=closed(limb(profiles.THIGH, body.THIGH, grow=grow)),
        knee=circle(0.0362 + grow, (0.0, 0.0004)),
        shin=closed(
            limb(profiles.SHANK, body.SHANK, 0.0, _ANKLE_CUFF, grow=grow + 0.0012)
        ),
        ankle=closed(limb(profiles.SHANK, body.SHANK, 0.80, 1.0, slices=6, grow=grow)),
        ankle_joint=circle(0.0195 + grow, corners=16),
        foot=_shape(outlines.FOOT, grow),
        toes=_shape(outlines.TOES, grow),
        shoulder=circle(0.0345 + grow),
        sleeve=closed(
            limb(
                profiles.UPPER_ARM,
                body.UPPER_ARM,
                0.0,
                _SLEEVE_END,
                grow=grow + 0.0035,
            )
        ),
        upper_arm=closed(limb(profiles.UPPER_ARM, body.UPPER_ARM, 0.4, 1.0, grow=grow)),
        elbow=circle(0.0218 + grow, corners=16),
        forearm=closed(limb(profiles.FOREARM, body.FOREARM, grow=grow)),
        wrist=circle(0.0142 + grow, corners=16),
        palm=_shape(outlines.PALM, grow),
        fingers=_shape(outlines.FINGERS, grow),
        thumb=_shape(outlines.THUMB, grow),
        neck=closed([(y, x) for x, y in neck]),
        head=_shape(outlines.HEAD, grow),
        hair=_shape(outlines.HAIR, grow),
        bun=circle(outlines.BUN_RADIUS + grow, outlines.BUN_AT),
        yoke=circle(0.040 + grow),
    )


@dataclass(frozen=True, slots=True)
class Details:
    """What is drawn on the head and inside the body."""

    ear: QPainterPath
    eyelid: QPainterPath
    pelvis: QPainterPath
    pelvis_edge: QPainterPath
    sacrum: QPainterPath
    femur: QPainterPath
    femoral_head: QPainterPath
    vertebra: QPainterPath
    process: QPainterPath


@cache
def details() -> Details:
    """Return the details, made at the first call."""
    pelvis = _shape(outlines.PELVIS)
    start, bend, end = (QPointF(x, y) for x, y in outlines.EYELID)
    lid = QPainterPath(start)
    lid.quadTo(bend, end)
    return Details(
        ear=_shape(outlines.EAR),
        eyelid=stroked(lid, outlines.EYELID_WIDTH),
        pelvis=pelvis,
        pelvis_edge=_edge(outlines.PELVIS, 0.0012),
        sacrum=_shape(outlines.SACRUM),
        femur=closed(limb(profiles.FEMUR, body.THIGH)),
        femoral_head=circle(body.FEMORAL_HEAD_RADIUS),
        vertebra=closed(rounded(outlines.VERTEBRA, 2)),
        process=closed(rounded(outlines.SPINOUS_PROCESS, 2)),
    )


def stroked(line: QPainterPath, width: float) -> QPainterPath:
    """Return a line of this width as an outline to fill."""
    pen = QPainterPathStroker()
    pen.setWidth(width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCurveThreshold(0.0005)
    return union(pen.createStroke(line))


def _shape(outline: Outline, grow: float = 0.0) -> QPainterPath:
    return closed(grown(rounded(outline, _ROUND), grow))


def _edge(outline: Outline, half: float) -> QPainterPath:
    """Return a thin contour on both sides of an outline."""
    inner = _shape(outline, -half).toReversed()
    return union(_shape(outline, half), inner)
