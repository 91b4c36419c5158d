"""What one frame of the guided window costs: where we are, and painting it."""

from collections.abc import Iterator
from datetime import timedelta
from statistics import quantiles

from psoas_break.domain.position import position_at
from psoas_break.domain.session_values import Running
from psoas_break.domain.timeline import Part
from psoas_break.ui.session_window import SessionWindow
from psoas_break.ui.theme import LIGHT
from tests.bench.guided_window import frame_ms, go_through
from tests.bench.report import Figure
from tests.ui.samples import BREATH, MARCH, STRETCH, at_part, course, timeline

FRAME = timedelta(milliseconds=33)
SIZE = (420, 640)
EXERCISES = {Part.HOLD: STRETCH, Part.REPEAT: MARCH, Part.BREATHE: BREATH}
PERCENT = 100


def figures(*, frames: int) -> list[Figure]:
    """Paint the sample exercises frame by frame, off screen."""
    found: list[Figure] = []
    go_through(_steps(found, frames))
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
        took = (
            frame_ms(window, position_at(routine, began + number * FRAME))
            for number in range(frames)
        )
        cuts = quantiles(took, n=PERCENT)
        middle, worst = (cuts[49],), (cuts[98],)
        found += [
            Figure(f"frame, {part}, median ms", middle, budget=4, aim=2.5),
            Figure(f"frame, {part}, 99th percentile ms", worst, budget=8),
        ]
        window.put_away()
