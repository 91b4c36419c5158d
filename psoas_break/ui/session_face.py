"""What the guided window shows at one instant: a position put into words and scenes."""

import math
from dataclasses import dataclass, replace
from datetime import timedelta

from psoas_break.domain.breathing import phase_name
from psoas_break.domain.exercise import Form
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import pattern_name
from psoas_break.domain.position import Position
from psoas_break.domain.timeline import Part
from psoas_break.ui.act import Act
from psoas_break.ui.blob import between
from psoas_break.ui.breathing_view import BreathFace
from psoas_break.ui.figure.play import Play
from psoas_break.ui.frames import Pace
from psoas_break.ui.next_up import NextUp, next_up_of, side_phrase
from psoas_break.ui.ring_face import SECOND, RingFace, ring_of
from psoas_break.ui.stage import Scene
from psoas_break.words import gettext as _
from psoas_break.words import pgettext

_STRIDE = timedelta(seconds=1.8)
_RESTING_LEVEL = 0.35
_OWN_PACE_LEVEL = 0.7
_FADES_IN = timedelta(milliseconds=300)
"""How long one picture takes to give way to the next."""


@dataclass(frozen=True, slots=True)
class SessionFace:
    """Everything in the guided window at one instant.

    Attributes:
        name, progress, side: of the header.
        step, steps: of the dots; step counts from 0.
        ring: of the ring.
        cue: the sentence beside it.
        picture: the figure's act where there is a figure; else the pacer's face in
            breathing, and the footprints' scene otherwise.
        pace: how soon the picture changes again.
        other_side: whether there is another side.
        forms: the easier and harder forms there are.
        form: the one that is being done.
        check: one thing to look out for, or nothing.
        next_up: what comes in a few seconds, None earlier.
    """

    name: str
    progress: str
    side: Side
    step: int
    steps: int
    ring: RingFace
    cue: str
    picture: Act | BreathFace | Scene
    pace: Pace
    other_side: bool
    forms: frozenset[Form]
    form: Form
    check: str
    next_up: NextUp | None

    @property
    def spoken(self) -> str:
        """The same for a screen reader: title, name, side, cue and check."""
        picture = self.picture
        title = picture.word if isinstance(picture, BreathFace) else picture.title
        parts = (self.name, title, side_phrase(self.side), self.cue, self.check)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."


def face_of(
    position: Position,
    *,
    paused: bool = False,
    asking: bool = False,
    reduced_motion: bool = False,
    play: Play | None = None,
) -> SessionFace:
    """Put a position into words and scenes.

    Args:
        position: Where in the break we are.
        paused: The picture steps back and says so.
        asking: So it does while the user is asked whether to end.
        reduced_motion: Nothing moves but numbers and words.
        play: The exercise as the figure shows it, if it can.
    """
    segment = position.segment
    exercise = position.exercise
    resting = paused or asking
    picture: Act | BreathFace | Scene
    if play is not None:
        picture = _act(position, play, still=reduced_motion)
        if resting:
            note = "" if asking else _("Space goes on")
            picture = replace(picture, title=_("Paused"), note=note, dimmed=True)
    elif resting:
        picture = _resting(position, asking=asking)
    else:
        picture = _picture(position, still=reduced_motion)
    return SessionFace(
        name=exercise.name,
        progress=_progress(position),
        side=position.side,
        step=position.number - 1,
        steps=position.of,
        ring=ring_of(position.left, segment.length, work=segment.is_work),
        cue=position.cue,
        picture=picture,
        pace=Pace.STILL if resting or reduced_motion else _pace(position, picture),
        other_side=position.side is not Side.BOTH and not segment.alternates,
        forms=frozenset(form for form in Form if exercise.words_for(form)),
        form=segment.form,
        check=position.check,
        next_up=None if resting else next_up_of(position),
    )


def _progress(position: Position) -> str:
    form = form_words(position.segment.form)
    return " · ".join(filter(None, (_place_in_break(position), form)))


def form_words(form: Form) -> str:
    """Say how an exercise is done, unless as usual."""
    return {
        Form.USUAL: "",
        Form.EASIER: _("easier"),
        Form.HARDER: _("harder"),
    }[form]


def _place_in_break(position: Position) -> str:
    segment = position.segment
    if position.of == 1 and segment.part is Part.BREATHE and segment.pattern:
        return pattern_name(segment.pattern)
    words = _("Exercise {number} of {of}").format(
        number=position.number, of=position.of
    )
    if segment.sets > 1:
        one = _("set {number} of {of}").format(
            number=segment.set_number, of=segment.sets
        )
        return f"{words} · {one}"
    return words


def _pace(position: Position, picture: Act | BreathFace | Scene) -> Pace:
    if isinstance(picture, Act):
        return Pace.MOVING if picture.is_lively else Pace.SLOW
    match position.part:
        case Part.BREATHE:
            return Pace.MOVING if position.breath else Pace.STILL
        case Part.SWITCH | Part.MOVE | Part.REPEAT:
            return Pace.MOVING
        case Part.HOLD | Part.REST | Part.GET_READY | Part.SET_UP | Part.EASE:
            return Pace.SLOW if position.breath else Pace.STILL


def _act(position: Position, play: Play, *, still: bool) -> Act:
    breathing = position.part is Part.BREATHE
    breath = _breath_face(position) if breathing else None
    return Act(
        title=breath.word if breath else _title(position),
        note=breath.count if breath else _note(position),
        play=play,
        frame=play.choreography.frame_at(position, still=still),
        pacer=breath,
        still=still,
        entered=min(1.0, position.into / _FADES_IN),
    )


def _resting(position: Position, *, asking: bool) -> Scene:
    note = "" if asking else _("Space goes on")
    return _scene(position, _("Paused"), note, still=True, dim=True)


def _picture(position: Position, *, still: bool) -> BreathFace | Scene:
    if position.part is Part.BREATHE:
        return _breath_face(position)
    return _scene(position, _title(position), _note(position), still=still)


def _title(position: Position) -> str:
    if position.part is Part.REPEAT:
        each = 2 if position.segment.alternates else 1
        return _("{number} of {of}").format(
            number=-(-position.repetition // each),
            of=position.segment.repetitions // each,
        )
    return {
        Part.GET_READY: _("Get ready"),
        Part.SET_UP: _("Get into place"),
        Part.SWITCH: _("Change sides"),
        Part.HOLD: _("Hold"),
        Part.MOVE: _("Keep moving"),
        Part.BREATHE: _("Breathe"),
        Part.REST: pgettext("between two sets", "Rest"),
        Part.EASE: _("Ease back"),
    }[position.part]


def _note(position: Position) -> str:
    match position.part:
        case Part.GET_READY:
            return side_phrase(position.side) or _("It starts by itself")
        case Part.SET_UP | Part.SWITCH:
            return side_phrase(position.side)
        case Part.REST | Part.EASE:
            return _coming(position)
        case Part.HOLD | Part.MOVE | Part.REPEAT | Part.BREATHE:
            if not position.check:
                return ""
            return _("Check: {what}").format(what=position.check)


def _breath_face(position: Position) -> BreathFace:
    breath = position.breath
    if breath is None:
        return BreathFace(_("Your own pace"), "", _OWN_PACE_LEVEL, lit=0, of=1)
    # Even beats, about a second each: 4.4 s are counted 4 3 2 1, and end on time.
    of = max(1, round(breath.length / SECOND))
    left = min(of, max(1, -(-breath.left * of // breath.length)))
    word = phase_name(breath.phase)
    return BreathFace(word, str(left), breath.level, of - left + 1, of)


def _scene(
    position: Position, title: str, note: str, *, still: bool, dim: bool = False
) -> Scene:
    left, right = _feet(position, still=still)
    switching = position.part is Part.SWITCH and not still
    return Scene(
        title=title,
        note=note,
        left=left,
        right=right,
        breath=_RESTING_LEVEL if still else _level(position),
        sweep=_eased(_share(position)) if switching else None,
        towards=position.side,
        dimmed=dim,
    )


def _feet(position: Position, *, still: bool) -> tuple[float, float]:
    """How much each foot works: one, both, or each in turn when walking."""
    match position.side, position.part:
        case _, Part.REST:
            return 0.0, 0.0
        case Side.BOTH, Part.MOVE if not still:
            turn = math.sin(2 * math.pi * (position.into / _STRIDE))
            left = _eased((1 + turn) / 2)
            return left, 1 - left
        case Side.BOTH, _:
            return 1.0, 1.0
        case Side.LEFT, _:
            working = (1.0, 0.0)
        case _:
            working = (0.0, 1.0)
    if position.part is Part.SWITCH and not still:
        done = _eased(_share(position))
        left, right = working
        return between(right, left, done), between(left, right, done)
    return working


def _level(position: Position) -> float:
    """How full the halo is: the body's breath, or the rhythm of repetitions."""
    if position.part is Part.REPEAT and position.segment.repetition:
        turn = (position.into / position.segment.repetition) % 1
        return (1 - math.cos(2 * math.pi * turn)) / 2
    return position.breath.level if position.breath else _RESTING_LEVEL


def _share(position: Position) -> float:
    return position.into / position.segment.length


def _eased(x: float) -> float:
    """Minimum jerk: starts and ends at rest."""
    return x * x * x * (10 + x * (6 * x - 15))


def _coming(position: Position) -> str:
    if position.coming is None:
        return ""
    return _("Next: {name}").format(name=position.coming.name)
