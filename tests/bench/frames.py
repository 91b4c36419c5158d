"""What one frame of the guided window costs: where we are, and painting it."""

import os
import time
from datetime import timedelta
from statistics import quantiles

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from psoas_break.domain.session_values import Running
from psoas_break.domain.timeline import Timeline, position_at
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import LIGHT
from tests.bench.report import Figure
from tests.ui.samples import BREATH, MARCH, STRETCH, course, timeline

FRAME = timedelta(milliseconds=33)
SIZE = (420, 640)
EXERCISES = {"hold": STRETCH, "march": MARCH, "breath": BREATH}
PERCENT = 100


def figures(*, frames: int) -> list[Figure]:
    """Paint the sample exercises frame by frame, off screen."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication(["bench"])
    found: list[Figure] = []

    def measure() -> None:
        try:
            for name, exercise in EXERCISES.items():
                found.extend(_of(name, timeline(exercise), frames))
        finally:
            app.quit()

    QTimer.singleShot(0, measure)
    app.exec()
    return found


def _of(name: str, routine: Timeline, frames: int) -> list[Figure]:
    window = SessionWindow(theme=LIGHT, position=lambda: None)
    window.resize(*SIZE)
    window.show_session(Running(course(of=routine)))
    window.show()
    began = routine.start_of(1)
    took = []
    for number in range(frames):
        start = time.perf_counter()
        window.show_position(position_at(routine, began + number * FRAME))
        QCoreApplication.sendPostedEvents(window, QEvent.Type.UpdateRequest)
        took.append((time.perf_counter() - start) * 1e3)
    window.put_away()
    cuts = quantiles(took, n=PERCENT)
    return [
        Figure(f"frame, {name}, median ms", (cuts[49],), budget=4, aim=2.5),
        Figure(f"frame, {name}, 99th percentile ms", (cuts[98],), budget=8),
    ]
