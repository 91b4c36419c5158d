"""A few kills at random moments; `python3 dev.py stress` makes two hundred."""

import random

import pytest

from tests.stress.killing import Life
from tests.system.running_app import App


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_any_moment_it_loses_and_doubles_nothing(app: App, seed: int) -> None:
    life = Life(app, random.Random(seed))  # noqa: S311  the same day every time
    for _ in range(5):
        life.is_killed_once()
    assert life.wrong == []
