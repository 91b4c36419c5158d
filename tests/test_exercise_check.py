"""`psoas-break exercises --check FILE`, for people who write their own."""

from pathlib import Path

import pytest

from psoas_break import cli
from psoas_break.grammar import parser
from psoas_break.storage.resources import find_resources

KNEEL = find_resources() / "exercises" / "half-kneeling-hip-flexor-stretch.toml"


def checked(file: Path) -> int:
    return cli.run(parser().parse_args(["exercises", "--check", str(file)]))


def test_a_sound_file_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(KNEEL) == 0
    assert capsys.readouterr().out == f"{KNEEL}: all in order\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hip = -27", "hip = -47", "pose.deep: near hip bends by -47°, allowed are"),
        (
            "foot = [0.262, 0.0]",
            "hip = 60, knee = -20",
            "pose.start: far knee bends by -20°, allowed are -5° to 150°",
        ),
        (
            "near  = { leg = { hip = -12 } }",
            "far = { leg = { foot = [0.282, 0.0] } }",
            "pose.tuck: start > tuck: far heel slides by 0.020 H, allowed are 0.001 H",
        ),
        (
            "far   = { arm = { t = 0.84 } }",
            "far = { arm = { hand = [0.9, 0.9], dir = 90 } }",
            "pose.deep: far arm is out of reach by",
        ),
        (
            "foot = [0.262, 0.0]",
            "foot = [0.262, -0.02]",
            "pose.start: far heel is at -0.020 H, below the floor",
        ),
        ("lumbar = 8", "lumber = 8", "pose.tuck.spine.lumber: unknown key"),
        ('pose = "deep"', 'pose = "low"', "step[3].pose: there is no pose 'low'"),
        ("level = 1", "level = 0", "level: 0 is not between 1 and 5"),
    ],
)
def test_each_fault_is_named_with_its_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    old: str,
    new: str,
    said: str,
) -> None:
    file = tmp_path / "mine.toml"
    text = KNEEL.read_text("utf-8")
    file.write_text(text.replace(old, new), encoding="utf-8")
    assert checked(file) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert said in first
    line = 1 + text[: text.index(old)].count("\n")
    assert abs(int(first.split(":")[1]) - line) < 5


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checked(tmp_path / "none.toml") == 1
    assert "No such file" in capsys.readouterr().out
