"""What it costs to know where the drawn body is: every frame of every exercise."""

import time
from datetime import timedelta
from statistics import median, quantiles

from psoas_break.domain.figure.choreography import Choreography
from psoas_break.domain.figure.psoas import psoas_of
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import position_at
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Timeline
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from tests.bench.report import Figure

FRAME = timedelta(seconds=1 / 30)
BUDGET_MS = 0.4
PERCENT = 100


def figures() -> list[Figure]:
    """Play every exercise that is drawn, with its psoas, as a break would."""
    catalogue, _problems = load(find_resources())
    middles: list[float] = []
    slowest: list[float] = []
    for exercise in catalogue.exercises.values():
        routine = catalogue.find(exercise.id)
        if routine is None or exercise.figure is None:
            continue
        timeline = timeline_for(routine, catalogue, Manner())
        took = _frames_ms(Choreography(exercise), timeline)
        middles.append(median(took))
        slowest.append(quantiles(took, n=PERCENT)[-1])
    return [
        Figure("solve one frame, median, ms", tuple(middles), budget=BUDGET_MS),
        Figure("solve one frame, 99 %, ms", tuple(slowest)),
    ]


def _frames_ms(played: Choreography, timeline: Timeline) -> list[float]:
    took: list[float] = []
    for n in range(timeline.length // FRAME):
        position = position_at(timeline, n * FRAME)
        began = time.perf_counter()
        psoas_of(played.frame_at(position).joints)
        took.append((time.perf_counter() - began) * 1e3)
    return took
