"""Plays one routine in a real window at its real pace, and records every frame.

A program of its own, `python -m tests.bench.live_player OUT ROUTINE SECONDS`: the
guided window, the session's rules and the system's clocks as in the app, and nothing
else. What it saw goes to OUT as JSON; `live` reads it.

Each frame is held against the plan at that frame's own time, which is taken from a
stopwatch of ours: a second choreography, made for the purpose, says where the body
and the halo had to be.
"""

import json
import math
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from psoas_break.desktop.clock import SystemClock
from psoas_break.desktop.preflight import create_application
from psoas_break.domain import session
from psoas_break.domain.figure.choreography import Choreography
from psoas_break.domain.history import Side
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.segments import Manner
from psoas_break.domain.session_values import (
    Course,
    Paused,
    Running,
    Session,
    TimePassed,
)
from psoas_break.domain.timeline import Timeline
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from psoas_break.ui.act import Act
from psoas_break.ui.figure.camera import extent
from psoas_break.ui.frames import Pace
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import LIGHT

MILLISECOND = timedelta(milliseconds=1)
SETTLE_MS, WATCH_MS = 1500, 5000
"""After a pause began or the window was hidden: before paints are counted, and how
long they are."""
INTO_HOLD = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Drawn:
    """One painted frame.

    Attributes:
        elapsed: what it shows: the time into the break it was asked for, in seconds.
        painted: when it was painted, on another clock, in seconds from the start.
        off: how far the body is from the plan, in statures; the halo counts as one.
        pace: milliseconds until the next frame was wanted; 0 for no next frame.
        cpu: seconds of processor time the window had used by then.
    """

    elapsed: float
    painted: float
    off: float
    pace: int
    cpu: float


@dataclass(slots=True)
class Recording:
    """What was seen in one routine.

    Attributes:
        ended_late: seconds between the planned and the real end; None if the break
            was not played to its end.
        rests: paints of the figure in `WATCH_MS` in a hold while the break was
            paused, while its window was hidden, and with reduced motion.
    """

    frames: list[Drawn] = field(default_factory=list)
    ended_late: float | None = None
    rests: dict[str, int] = field(default_factory=dict)


class Player(QObject):
    """Owns the window as the app does, and looks over its shoulder."""

    def __init__(self, timeline: Timeline, routine: str) -> None:
        super().__init__()
        self.recording = Recording()
        self._timeline = timeline
        self._plan = _Plan(timeline)
        self._paints = 0
        self._recording = True
        self._own_cpu = 0.0
        self._clock = SystemClock()
        self._began = self._clock.now()
        self._began_s = time.monotonic()
        self._asked_at = timedelta()
        self._state: Session
        self._state, _effects = session.begin(
            timeline, self._began, routine=routine, seated=False, lead=Side.RIGHT
        )
        self._alarm = QTimer(self, singleShot=True)
        self._alarm.setTimerType(Qt.TimerType.PreciseTimer)
        self._alarm.timeout.connect(self._look)
        self._window = SessionWindow(theme=LIGHT, position=self._position)
        self._stage = self._window._page._figure
        self._stage.installEventFilter(self)
        self._window.show()
        self._look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """See every paint of the figure, just before it is done."""
        if event.type() == QEvent.Type.Paint:
            self._paints += 1
            act = self._stage._act
            if self._recording and act is not None:
                self._record(act)
        return False

    def _record(self, act: Act) -> None:
        face = self._window._page._face
        painted, cpu = time.monotonic(), time.process_time()
        self.recording.frames.append(
            Drawn(
                elapsed=self._asked_at.total_seconds(),
                painted=painted - self._began_s,
                off=self._plan.distance(act, self._asked_at),
                pace=int((face.pace if face else Pace.STILL).value),
                cpu=cpu - self._own_cpu,
            )
        )
        self._own_cpu += time.process_time() - cpu

    def _position(self) -> Position | None:
        now = self._clock.now()
        self._asked_at = now - self._began
        return session.where(self._state, now)

    def _look(self) -> None:
        now = self._clock.now()
        self._state, _effects = session.step(self._state, TimePassed(), now)
        if isinstance(self._state, Running):
            self._window.show_session(self._state)
            due = session.wake_at(self._state)
            if due is not None:
                self._alarm.start(math.ceil((due - now.steady) / MILLISECOND))
        elif self._recording:
            late = now - self._began - self._timeline.length
            self.recording.ended_late = late.total_seconds()
            self.rest()

    def rest(self) -> None:
        """Stop recording, and count paints while there is nothing to draw."""
        self._recording = False
        self._alarm.stop()
        self._pause()

    def _pause(self) -> None:
        self._window.show_session(Paused(self._in_a_long_hold(), self._clock.now()))
        self._count("paused", self._hide)

    def _hide(self) -> None:
        self._state = Running(self._in_a_long_hold())
        self._window.show_session(self._state)
        self._window.hide()
        self._count("hidden", self._reduce_motion)

    def _reduce_motion(self) -> None:
        self._state = Running(self._in_a_long_hold())
        self._window.set_reduced_motion(True)
        self._window.show()
        self._count("with reduced motion", self._close)

    def _close(self) -> None:
        self._window.put_away()
        QApplication.quit()

    def _count(self, name: str, then: Callable[[], None]) -> None:
        def begin() -> None:
            before = self._paints
            QTimer.singleShot(WATCH_MS, lambda: tell(before))

        def tell(before: int) -> None:
            self.recording.rests[name] = self._paints - before
            then()

        QTimer.singleShot(SETTLE_MS, begin)

    def _in_a_long_hold(self) -> Course:
        """Return the break as it is early in its longest segment, now."""
        timeline, now = self._timeline, self._clock.now()
        longest = max(timeline.segments, key=lambda segment: segment.length)
        into = timeline.start_of(timeline.segments.index(longest)) + INTO_HOLD
        first, _effects = session.begin(
            timeline, now, routine="R0", seated=False, lead=Side.RIGHT
        )
        assert isinstance(first, Running)
        return replace(first.course, elapsed=into)


class _Plan:
    """What should be seen, worked out a second time."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._plays: dict[str, Choreography] = {}

    def distance(self, act: Act, elapsed: timedelta) -> float:
        """Return how far what is shown is from what should be after `elapsed`."""
        position = position_at(self._timeline, elapsed)
        exercise = position.exercise
        play = self._plays.setdefault(exercise.id, Choreography(exercise))
        planned = play.frame_at(position)
        if planned.mirrored != act.frame.mirrored:
            return math.inf
        shown, wanted = extent(act.frame.joints), extent(planned.joints)
        off = max(math.dist(a, b) for a, b in zip(shown, wanted, strict=True))
        if act.pacer is not None and position.breath is not None:
            off = max(off, abs(act.pacer.level - position.breath.level))
        return off


def main(out: str, routine: str, seconds: str) -> int:
    """Play a routine for so many seconds, 0 for all of it, and write what was seen."""
    app = create_application(["bench"], os.environ)
    catalogue, _problems = load(find_resources())
    found = catalogue.find(routine)
    assert found is not None
    player = Player(timeline_for(found, catalogue, Manner()), routine)
    if float(seconds):
        QTimer.singleShot(round(float(seconds) * 1000), player.rest)
    app.exec()
    Path(out).write_text(json.dumps(asdict(player.recording)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
