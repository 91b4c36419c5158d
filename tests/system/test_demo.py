"""The demo, up to its first break, at sixty times the speed of life."""

import subprocess
import sys
from pathlib import Path

from tests.system.process import ROOT


def test_the_demo_shows_tray_prompt_and_guided_break(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.system.demo", "--private", "--short"),
            *("--pictures", str(tmp_path)),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )

    names = {picture.name for picture in tmp_path.glob("*.png")}
    assert names >= {"tray.png", "prompt.png", "guided-break.png"}, done.stderr
