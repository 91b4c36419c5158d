import json
from dataclasses import replace

import pytest

from psoas_break.domain.history import (
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.domain.progress import closing, from_dict, held_in, to_dict
from tests.domain.samples import MARCH, STRETCH, Watch, moment, seconds, timeline


def test_what_is_saved_is_loaded() -> None:
    watch = Watch(STRETCH.id, MARCH.id, lead=Side.RIGHT)
    watch.at(200)
    progress = replace(watch.finish.progress, passed_over=True)
    assert from_dict(json.loads(json.dumps(to_dict(progress)))) == progress


@pytest.mark.parametrize(
    "change",
    [
        {"session": None},
        {"session": "yesterday"},
        {"session": "2026-03-02T09:00:00"},
        {"saved": "0001-01-01T09:00:00+01:00"},
        {"held": [{"index": 1}]},
        {"held": 3},
        {"lead": "up"},
        {"active_s": "long"},
        {"active_s": 1e300},
    ],
)
def test_nonsense_is_refused(change: dict[str, object]) -> None:
    saved = to_dict(Watch(STRETCH.id).state.course.progress)  # type: ignore[union-attr]
    with pytest.raises(ValueError):  # noqa: PT011 - any reason will do
        from_dict(saved | change)


def test_nothing_saved_is_refused() -> None:
    with pytest.raises(ValueError, match="no saved break"):
        from_dict({})


def test_a_break_found_open_is_closed_as_interrupted_when_last_saved() -> None:
    watch = Watch(STRETCH.id)
    watch.at(45)
    progress = watch.state.course.progress  # type: ignore[union-attr]
    assert closing(progress) == (
        SessionStarted(session=moment(0).wall, routine="T"),
        SessionEnded(
            session=moment(0).wall,
            ended=moment(45).wall,
            outcome=SessionOutcome.INTERRUPTED,
        ),
    )


def test_setting_up_is_not_held() -> None:
    set_up = timeline(STRETCH.id).segments[1]
    wall = moment(0).wall
    assert held_in(set_up, 1, seconds(5), wall, wall) == ()


def test_the_exercises_of_a_break_are_named_once_and_in_order() -> None:
    watch = Watch(STRETCH.id, MARCH.id)
    watch.at(200)
    assert watch.finish.progress.exercises == ("stretch", "march")


def test_a_stretch_is_told_from_a_march() -> None:
    watch = Watch(STRETCH.id, MARCH.id)
    watch.at(200)
    held = watch.finish.progress.held
    assert {one.exercise: one.stretch for one in held} == {
        STRETCH.id: True,
        MARCH.id: False,
    }
