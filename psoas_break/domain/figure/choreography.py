"""An exercise played by the drawn body: the frame at any instant of a break.

Everything is a function of the position in the break, which is one of the elapsed
time: a stall or a redraw can never make the body drift from the plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from psoas_break.domain.dose import Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise, Sides, Step
from psoas_break.domain.figure.drawn_breath import drawn_breath
from psoas_break.domain.figure.figure import Figure, Key
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.motion import Transition
from psoas_break.domain.figure.pose import Pose
from psoas_break.domain.figure.scene import Hint
from psoas_break.domain.figure.script import (
    Going,
    Stance,
    end_of,
    going,
    passages,
    staying,
)
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.swap import swapped
from psoas_break.domain.history import Side
from psoas_break.domain.position import Position
from psoas_break.domain.timeline import Part

HINT_GROWS = timedelta(seconds=0.8)
HINT_STAYS = timedelta(seconds=2)
"""After the move it shows."""
REST_MOVE = timedelta(seconds=2.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All there is to draw at one instant.

    Attributes:
        joints: the solved body.
        hints: arrows to draw, grown by `hint_growth` of their length, 0 to 1.
        moving: whether the body is on its way, so that frames must come quickly.
        mirrored: whether the picture is drawn the other way round.
    """

    joints: Joints
    hints: tuple[Hint, ...]
    hint_growth: float
    moving: bool
    mirrored: bool


class Choreography:
    """Plays one exercise. It keeps what it worked out, and nothing else.

    Raises:
        ValueError: for an exercise without a figure.
    """

    def __init__(self, exercise: Exercise) -> None:
        if exercise.figure is None:
            msg = f"{exercise.id} has no figure"
            raise ValueError(msg)
        self._exercise = exercise
        self._figure = exercise.figure
        self._ways: dict[tuple[Stance, Stance], Transition] = {}
        loop = exercise.loop.steps if exercise.loop else ()
        self._work = loop or exercise.main
        self._alternates = bool(loop) and exercise.sides is Sides.ALTERNATE
        dose = exercise.dose
        self._sets = 1 if isinstance(dose, Tip) else dose.sets
        self._rests = not isinstance(dose, Tip) and dose.rest > ZERO
        self.first = self._first_stance()
        """What is shown while one gets ready."""
        self.ready = end_of(exercise.lead_in, self.first)
        """What the work begins from."""
        self.worked = end_of(self._work, self.ready, swapped=self._alternates)
        """What the work ends in."""

    @property
    def figure(self) -> Figure:
        """The poses and the scene."""
        return self._figure

    @property
    def portrait(self) -> Joints:
        """The pose that tells most: the last of the main steps, the first of a loop.

        Of a step that goes to and fro it is the pose the body goes to first.
        """
        keys = [s.key for s in self._work if s.key and s.key.pose]
        named = [key.cycle[0].pose if key.cycle else key.pose for key in keys]
        if not named:
            return solve(self.pose(self.ready))
        name = named[0] if self._exercise.loop else named[-1]
        return solve(self.pose(Stance(name)))

    def frame_at(self, position: Position, *, still: bool = False) -> Frame:
        """Return what to draw at a position of this exercise.

        Args:
            position: where in the break we are.
            still: show each step's pose itself, without movement or breath.
        """
        now = self._going(position)
        if still:
            joints = solve(self.pose(now.settled))
        else:
            breath = drawn_breath(position, now, moving=self._is_breathed_with)
            joints = self.way(now.start, now.end).joints_at(now.share, breath)
        shown = bool(now.hints) and now.stayed < HINT_STAYS
        return Frame(
            joints=joints,
            hints=now.hints if shown else (),
            hint_growth=1.0 if still else min(1.0, now.since / HINT_GROWS),
            moving=not still and now.share < 1.0 and now.start != now.end,
            mirrored=position.segment.side is Side.LEFT,
        )

    def pose(self, stance: Stance) -> Pose:
        """Return the pose of a stance."""
        pose = self._figure.poses[stance.pose]
        return swapped(pose) if stance.swapped else pose

    def way(self, start: Stance, end: Stance) -> Transition:
        """Return the way between two stances; it is worked out once."""
        way = self._ways.get((start, end))
        if way is None:
            way = Transition(self.pose(start), self.pose(end))
            self._ways[start, end] = way
        return way

    def ways(self) -> dict[tuple[Stance, Stance], Transition]:
        """Return every way the body goes in this exercise, in order of first use."""
        return {pair: self.way(*pair) for pair in dict.fromkeys(self._passages())}

    def _passages(self) -> Iterator[tuple[Stance, Stance]]:
        exercise = self._exercise
        yield from passages(exercise.lead_in, self.first)
        yield from passages(self._work, self.ready)
        if exercise.loop:
            once = end_of(self._work, self.ready)
            turned = self._alternates
            yield from passages(self._work, once, swapped=turned)
            yield from passages(self._work, self.worked)
        elif self._sets > 1:
            yield from passages(self._work, self.worked)
        if self._sets > 1 and self._rests:
            yield self.worked, self.ready
        yield from passages(exercise.lead_out, self.worked)

    def _first_stance(self) -> Stance:
        exercise = self._exercise
        steps = (*exercise.lead_in, *self._work, *exercise.lead_out)
        if not exercise.lead_in and exercise.loop:
            return end_of(self._work, Stance(next(iter(self._figure.poses))))
        named = (s.key.pose for s in steps if s.key and s.key.pose)
        return Stance(next(named, next(iter(self._figure.poses))))

    def _going(self, position: Position) -> Going:
        segment, into = position.segment, position.into
        exercise = self._exercise
        match segment.part:
            case Part.GET_READY:
                return staying(self.first, into)
            case Part.SET_UP | Part.SWITCH:
                return going(exercise.lead_in, into, self.first)
            case Part.HOLD | Part.MOVE | Part.BREATHE:
                nominal = sum((step.length for step in self._work), ZERO)
                start = self._before_set(segment.set_number)
                stretch = segment.length / nominal if nominal else 1.0
                return going(self._work, into, start, stretch=stretch)
            case Part.REPEAT:
                return self._repeating(position)
            case Part.REST:
                return self._resting(into, segment.length)
            case Part.EASE:
                return going(exercise.lead_out, into, self.worked)
            case _:
                assert_never(segment.part)

    def _before_set(self, number: int) -> Stance:
        rested = number == 1 or self._rests
        return self.ready if rested else self.worked

    def _repeating(self, position: Position) -> Going:
        segment, into = position.segment, position.into
        done = min(into // segment.repetition, segment.repetitions - 1)
        turned = segment.alternates and done % 2 == 1
        if done == 0:
            start = self._before_set(segment.set_number)
        else:
            start = end_of(
                self._work, self.ready, swapped=segment.alternates and not turned
            )
        into -= done * segment.repetition
        return going(self._work, into, start, swapped=turned)

    def _resting(self, into: timedelta, length: timedelta) -> Going:
        move = min(REST_MOVE, length / 2)
        back = Step(move=move, hold=length - move, key=Key(pose=self.ready.pose))
        return going((back,), into, self.worked)

    @property
    def _is_breathed_with(self) -> bool:
        return any(step.key and step.key.air for step in self._work)
