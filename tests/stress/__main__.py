"""Kills the app at random moments of a day: `python3 dev.py stress`."""

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.stress.killing import Life
from tests.system.desktop import private_desktop
from tests.system.running_app import App

KILLS = 200


def main() -> int:
    """Kill, look, and say with the exit code whether all was as it should be."""
    parser = argparse.ArgumentParser(prog="dev.py stress", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)  # noqa: S311  the same day every time
    with (
        tempfile.TemporaryDirectory(prefix="psoas-stress-") as folder,
        private_desktop() as desktop,
        App(desktop, Path(folder) / "profile") as app,
    ):
        life = Life(app, chance)
        for number in range(1, options.kills + 1):
            life.is_killed_once()
            if number % 20 == 0:
                print(f"{number} kills: {life.summary()}", flush=True)
        print(f"{options.kills} kills, seed {options.seed}: {life.summary()}")
    for wrong in life.wrong:
        print(f"WRONG: {wrong}")
    return 1 if life.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
