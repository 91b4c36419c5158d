"""What one frame of the guided window costs: where we are, and painting it."""

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from statistics import quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from psoas_break.desktop.preflight import create_application
from psoas_break.domain.position import position_at
from psoas_break.domain.session_values import Running
from psoas_break.domain.timeline import Part, Timeline
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import LIGHT
from tests.bench.report import Figure
from tests.ui.samples import BREATH, MARCH, STRETCH, at_part, course, timeline

FRAME = timedelta(milliseconds=33)
SIZE = (420, 640)
EXERCISES = {Part.HOLD: STRETCH, Part.REPEAT: MARCH, Part.BREATHE: BREATH}
LOOK_EVERY_MS = 100
PERCENT = 100


def figures(*, frames: int) -> list[Figure]:
    """Paint the sample exercises frame by frame, off screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = create_application(["bench"], os.environ)
    found: list[Figure] = []
    steps = _steps(found, frames)
    window = next(steps)
    look = QTimer()

    def go_on() -> None:
        nonlocal window
        if not window.windowHandle().isExposed():
            return  # a window that is not on the screen yet paints nothing
        if (after := next(steps, None)) is None:
            look.stop()
            app.quit()
        else:
            window = after

    look.timeout.connect(go_on)
    look.start(LOOK_EVERY_MS)
    app.exec()
    return found


def _steps(found: list[Figure], frames: int) -> Iterator[SessionWindow]:
    """Show a window for each exercise, and measure it once it is on the screen."""
    for part, exercise in EXERCISES.items():
        routine = timeline(exercise)
        window = SessionWindow(theme=LIGHT, position=lambda: None)
        window.resize(*SIZE)
        window.show_session(Running(course(of=routine)))
        window.show()
        yield window
        began = at_part(part, 0, of=routine)
        cuts = quantiles(_took_ms(window, routine, began, frames), n=PERCENT)
        middle, worst = (cuts[49],), (cuts[98],)
        found += [
            Figure(f"frame, {part}, median ms", middle, budget=4, aim=2.5),
            Figure(f"frame, {part}, 99th percentile ms", worst, budget=8),
        ]
        window.put_away()


def _took_ms(
    window: SessionWindow, routine: Timeline, began: timedelta, frames: int
) -> list[float]:
    took = []
    for number in range(frames):
        start = time.perf_counter()
        window.show_position(position_at(routine, began + number * FRAME))
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.UpdateRequest))
        took.append((time.perf_counter() - start) * 1e3)
    return took
