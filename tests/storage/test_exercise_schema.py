"""What an editor says of an exercise by our schema, and what the app says of it."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from psoas_break.storage.exercise_file import read_exercise
from psoas_break.storage.resources import find_resources
from tests.storage.json_schema import errors, keys
from tests.storage.test_figures import MINE

SCHEMA = json.loads(
    (find_resources() / "schema" / "exercise.schema.json").read_text("utf-8")
)
OURS = sorted((find_resources() / "exercises").glob("*.toml"))

NEAR_LEG = "near  = { leg = { foot = [0, 0] }"
FAR_ARM = "arm = { shoulder = 4, elbow = 20 }"
SELDOM = [
    (FAR_ARM, 'arm = { on = "chest", dx = 0.01, dy = 0.01 }'),
    (FAR_ARM, "arm = { hand = [0.2, 0.7], dir = 90, elbow_forward = true }"),
    (FAR_ARM, "arm = { shoulder = 4, scale = 0.5 }"),
    ("arm = { t = 0.2 }", "arm = { shoulder = 4, scale = 0.9 }"),
    ("t = 0.3 }", "t = 0.3, back = 0.1 }"),
    (
        "arm = { t = 0.2 }",
        "arm = { hand = [0.2, 0.7], dir = 90, elbow_forward = true }",
    ),
    ('{ pose = "up", move = 2, b', '{ pose = "up", main = true, move = 2, b'),
    (
        "far   = { leg = { foot = [0, 0] }",
        "far   = { leg = { hip = 9, knee = 8, scale = 0.9, shin_scale = 0.9 }",
    ),
    (NEAR_LEG, "near  = { leg = { hip = 9, knee = 8, scale = 0.9, shin_scale = 0.9 }"),
    (NEAR_LEG, "near  = { leg = { knee_at = [0.1, 0], shin = -88, sole = -160 }"),
    ('pose = "stand"\nhold = 3', 'pose = "stand"\nhold = 3\nbreath = "in"'),
]
"""What no exercise of ours needs."""

REFUSED = [
    ("level = 1", "level = 6"),
    ("level = 1", "level = 1\nspeed = 3"),
    ('"strength"', '"magic"'),
    ('["mat"]', '["moon"]'),
    ('id = "mine"', 'id = "No Name"'),
    ("most = 3", "most = 3\nmost_s = 30"),
    ('why = "Feels good."', ""),
    ("hold = 3", "hold = -3"),
    ("pelvis = 1", "pelvis = 1, hips = 1"),
    ("pelvis = 1", 'pelvis = "sit"'),
    ('at = "hip", pos', 'at = "ear", pos'),
    ("pos = [0, 0.5285]", "pos = [0, 9]"),
    ("pos = [0, 0.5285]", "pos = [0]"),
    ("elbow = 20", "elbow = 2000"),
    ('"mat", x', '"carpet", x'),
    ("view = [-1, 0, 1, 1.2]", 'view = "wide"'),
    ('breath = "in"', 'breath = "up"'),
    ('"turn"', '"spin"'),
    ("r = 0.1", "r = 9"),
    ("len = 0.2", "len = 0.2, x = 1"),
]


def changed(old: str, new: str) -> str:
    assert old in MINE
    return MINE.replace(old, new, 1)


def named_by_the_app(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    _exercise, problems = read_exercise(file, own=False)
    return [str(problem) for problem in problems]


def named_by_the_schema(text: str) -> list[str]:
    return list(errors(tomllib.loads(text), SCHEMA))


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
def test_an_editor_finds_nothing_wrong_with_ours(file: Path) -> None:
    assert named_by_the_schema(file.read_text("utf-8")) == []


@pytest.mark.parametrize(("old", "new"), [("", ""), *SELDOM])
def test_what_an_editor_offers_the_app_takes(
    tmp_path: Path, old: str, new: str
) -> None:
    text = changed(old, new)

    assert named_by_the_schema(text) == []
    assert named_by_the_app(tmp_path, text) == []


@pytest.mark.parametrize(("old", "new"), REFUSED)
def test_what_the_app_refuses_an_editor_underlines(
    tmp_path: Path, old: str, new: str
) -> None:
    text = changed(old, new)

    assert named_by_the_app(tmp_path, text) != []
    assert named_by_the_schema(text) != []


def test_every_key_that_is_offered_has_been_tried() -> None:
    tried = [file.read_text("utf-8") for file in OURS]
    tried += [changed(old, new) for old, new in [("", ""), *SELDOM]]

    seen = {key for text in tried for key in keys_in(tomllib.loads(text))}

    assert set(keys(SCHEMA)) - seen == set()


def keys_in(value: Any, path: str = "") -> Iterator[str]:
    """Yield every key of a file, with the path of the tables it is in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            at = f"{path}.*" if path == "pose" else f"{path}.{key}".lstrip(".")
            yield at
            yield from keys_in(inner, at)
    elif isinstance(value, list):
        for one in value:
            yield from keys_in(one, path)
