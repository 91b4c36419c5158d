"""Measures the app against its budgets: `python3 dev.py bench`.

The smallest tray program and the app run in turn, each on a private desktop; the
ratios are taken pair by pair, so that a noisy machine disturbs both alike. Nothing
here is part of the tests: no figure makes them fail.
"""

import argparse
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.bench import idle, installs, report
from tests.bench.report import Figure

LONG = {"starts": 10, "rounds": 2, "settle": 90, "window": 120, "again": 30, "live": 0}
SHORT = {"starts": 3, "rounds": 1, "settle": 10, "window": 20, "again": 10, "live": 40}
"""Starts, rounds, and calls; settling, watching and playing in seconds. To play for 0 s
is to play to the end."""
FRAMES = 1000
YEARS = 3


def main() -> int:
    """Measure, print, and say with the exit code whether the budgets are kept."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="short and less exact")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    options = parser.parse_args()
    plan = SHORT if options.quick else LONG
    with tempfile.TemporaryDirectory(prefix="psoas-bench-") as folder:
        figures = idle.figures(
            Path(folder),
            starts=plan["starts"],
            rounds=plan["rounds"],
            settle=timedelta(seconds=plan["settle"]),
            window=timedelta(seconds=plan["window"]),
        )
        figures += installs.figures(Path(folder), starts=plan["starts"])
        if not options.quick:
            figures += idle.lull_figures(Path(folder))
    figures += _in_this_process(
        again=plan["again"], live_for=timedelta(seconds=plan["live"])
    )
    print(report.table(figures))
    if options.json:
        options.json.write_text(report.as_json(figures), "utf-8")
    return 0 if all(figure.within for figure in figures) else 1


def _in_this_process(*, again: int, live_for: timedelta) -> list[Figure]:
    """Measure what needs no launch of its own.

    Only now may this process load Qt: what it maps, the programs measured before
    would share, and look smaller than they are.
    """
    from tests.bench import (  # noqa: PLC0415 -- see above
        command_line,
        figure_paint,
        figure_solve,
        frames,
        history,
        live,
        year,
    )

    return [
        *command_line.figures(rounds=again),
        *year.figures(rounds=YEARS),
        *frames.figures(frames=FRAMES),
        *history.figures(rounds=again),
        *figure_solve.figures(),
        *figure_paint.figures(),
        *live.figures(length=live_for),
    ]


if __name__ == "__main__":
    sys.exit(main())
