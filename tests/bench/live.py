"""The guided window played at its real pace: on time, true to the plan, and cheap.

`python -m tests.bench.live [--quick] [ROUTINE...]` plays R2, R3, R7 and five minutes
of breathing (R8), about a quarter of an hour, each in a window on a private X server.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import quantiles

from psoas_break.ui.frames import Pace
from tests.bench.live_player import WATCH_MS, Drawn
from tests.bench.report import Figure, table
from tests.system.desktop import private_desktop

ROUTINES = ("R2", "R3", "R7", "R8")
WHOLE, QUICK = timedelta(), timedelta(seconds=40)
LATE_MS = 1.5 * Pace.MOVING.value
"""From this gap on a frame is late: half of the next one's time is gone."""
PER_FRAMES = 300
PERCENT = 100
REPAINTS = {"paused": 0, "hidden": 0, "with reduced motion": WATCH_MS / 1000}
"""With reduced motion the seconds of a breath still light up, one by one."""
MOVING, SLOW = int(Pace.MOVING.value), int(Pace.SLOW.value)


def figures(
    *, length: timedelta = WHOLE, routines: Sequence[str] = ROUTINES
) -> list[Figure]:
    """Play the routines one after the other and judge what was recorded.

    Args:
        length: how much of each to play; nothing for all of it.
        routines: their ids.
    """
    found: list[Figure] = []
    with (
        private_desktop(notifications=False, tray=False) as desktop,
        tempfile.TemporaryDirectory(prefix="psoas-bench-") as folder,
    ):
        for routine in routines:
            print(f"playing {routine} live")
            out = Path(folder) / f"{routine}.json"
            command = [
                *(sys.executable, "-m", "tests.bench.live_player"),
                *(str(out), routine, str(length.total_seconds())),
            ]
            subprocess.run(command, env=desktop.environment, check=True)
            found += _judged(routine, json.loads(out.read_text("utf-8")))
    return found


def _judged(routine: str, seen: dict[str, object]) -> list[Figure]:
    frames = [Drawn(**values) for values in seen["frames"]]  # type: ignore[attr-defined]
    rests: dict[str, int] = seen["rests"]  # type: ignore[assignment]
    gaps = [
        (after.painted - before.painted) * 1e3
        for before, after in pairwise(frames)
        if before.pace == MOVING
    ]
    late = sum(gap > LATE_MS for gap in gaps) * PER_FRAMES / len(gaps)
    ages = [(frame.painted - frame.elapsed) * 1e3 for frame in frames]
    off = max(frame.off for frame in frames)
    found = [
        Figure(f"{routine}: frames painted", (float(len(frames)),)),
        Figure(f"{routine}: furthest from the plan, statures", (off,), budget=1e-9),
        Figure(f"{routine}: gap, 99th percentile ms", (_rare(gaps),), budget=36),
        Figure(f"{routine}: longest gap, ms", (max(gaps),)),
        Figure(f"{routine}: late frames in {PER_FRAMES}", (late,), budget=0),
        Figure(f"{routine}: age when painted, 99 %, ms", (_rare(ages),), budget=33),
        Figure(f"{routine}: age of the last frame, ms", (ages[-1],), budget=33),
        Figure(f"{routine}: CPU in moves, %", (_busy(frames, MOVING),), budget=12),
    ]
    if any(frame.pace == SLOW for frame in frames[:-1]):
        busy = _busy(frames, SLOW)
        found.append(Figure(f"{routine}: CPU in holds, %", (busy,), budget=5))
    if (ended := seen["ended_late"]) is not None:
        found.append(Figure(f"{routine}: ended late, ms", (float(str(ended)) * 1e3,)))
    return found + [
        Figure(f"{routine}: repaints {name}", (float(count),), budget=REPAINTS[name])
        for name, count in rests.items()
    ]


def _rare(values: list[float]) -> float:
    return quantiles(values, n=PERCENT)[-1]


def _busy(frames: list[Drawn], pace: int) -> float:
    """Return the share of a core spent while frames came at this pace, in percent."""
    pairs = [
        (before, after) for before, after in pairwise(frames) if before.pace == pace
    ]
    wall = sum(after.painted - before.painted for before, after in pairs)
    cpu = sum(after.cpu - before.cpu for before, after in pairs)
    return cpu / wall * PERCENT if wall else 0.0


def main() -> int:
    """Play, print, and say with the exit code whether the budgets are kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="40 s of each")
    parser.add_argument("routines", nargs="*", default=ROUTINES)
    options = parser.parse_args()
    length = QUICK if options.quick else WHOLE
    found = figures(length=length, routines=options.routines)
    print(table(found))
    return 0 if all(figure.within for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
