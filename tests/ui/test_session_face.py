from itertools import groupby

import pytest

from psoas_break.domain.breathe import breathing_routine
from psoas_break.domain.breathing import Pattern
from psoas_break.domain.history import Side
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.patterns import CALM
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.position import position_at
from psoas_break.domain.segments import Manner
from psoas_break.domain.settings import Posture
from psoas_break.domain.timeline import Part
from psoas_break.ui.breathing_view import BreathFace
from psoas_break.ui.frames import Pace
from psoas_break.ui.ring_face import ring_of
from psoas_break.ui.session_face import SessionFace, face_of
from psoas_break.ui.stage import Scene
from tests.ui.figures import catalogue
from tests.ui.samples import BREATH, at_part, position, seconds, timeline


def scene(face: SessionFace) -> Scene:
    assert isinstance(face.picture, Scene)
    return face.picture


def test_the_ring_counts_whole_seconds_down() -> None:
    ring = ring_of(seconds(23.4), seconds(40), work=True)

    assert (ring.number, ring.caption) == ("24", "of 40 s")


def test_a_long_time_is_minutes_and_seconds() -> None:
    ring = ring_of(seconds(84), seconds(120), work=True)

    assert (ring.number, ring.caption) == ("1:24", "left")


@pytest.mark.parametrize(("left", "ending"), [(3.1, False), (3.0, True), (0.2, True)])
def test_the_last_three_seconds_stand_out(left: float, *, ending: bool) -> None:
    assert ring_of(seconds(left), seconds(40), work=True).ending is ending


def test_the_header_says_which_exercise() -> None:
    assert face_of(position(Part.HOLD, 10)).progress == "Exercise 2 of 4"


def test_breathing_alone_says_its_pattern_instead() -> None:
    alone = position(Part.BREATHE, 3, of=timeline(BREATH))

    assert face_of(alone).progress == "Calm, 4 in · 6 out"


def test_a_hold_fills_the_foot_of_the_trained_side() -> None:
    shown = scene(face_of(position(Part.HOLD, 10, side=Side.RIGHT)))

    assert (shown.left, shown.right) == (0.0, 1.0)


def test_a_change_of_sides_goes_over_from_one_foot_to_the_other() -> None:
    faces = [scene(face_of(position(Part.SWITCH, into))) for into in (0, 2.5, 4.999)]

    assert [round(face.left, 2) for face in faces] == [1.0, 0.5, 0.0]
    assert [round(face.right, 2) for face in faces] == [0.0, 0.5, 1.0]


def test_with_reduced_motion_a_change_of_sides_is_a_cut() -> None:
    shown = scene(face_of(position(Part.SWITCH, 1), reduced_motion=True))

    assert (shown.sweep, shown.left, shown.right) == (None, 0.0, 1.0)


def test_alternating_repetitions_are_counted_per_side() -> None:
    first, second = (
        scene(face_of(position(Part.REPEAT, into))).title for into in (1, 4)
    )

    assert (first, second) == ("1 of 12", "1 of 12")


def counted(pattern: Pattern, *, warm_up: bool, until: float) -> list[str]:
    """Every word and number of the pacer in turn, looked at thirty times a second."""
    plan = timeline_for(
        breathing_routine(seconds(60), Posture.SEATED),
        catalogue(),
        Manner(pattern=pattern, warm_up=warm_up),
    )
    start = at_part(Part.BREATHE, 0, of=plan)
    shown = []
    for frame in range(int(until * 30)):
        here = position_at(plan, start + seconds(frame / 30))
        picture = face_of(here).picture
        assert isinstance(picture, BreathFace)
        shown.append(f"{picture.word} {picture.count}")
    return [word for word, _same in groupby(shown)]


def test_parts_of_a_fraction_are_counted_in_even_beats() -> None:
    own = OwnPattern(id="own", name="Own", inhale=seconds(3.3), exhale=seconds(4.6))

    assert counted(own.pattern, warm_up=False, until=7.8) == [
        "Breathe in 3",
        "Breathe in 2",
        "Breathe in 1",
        "Breathe out 5",
        "Breathe out 4",
        "Breathe out 3",
        "Breathe out 2",
        "Breathe out 1",
    ]


def test_the_pacer_eases_in_with_its_numbers() -> None:
    words = counted(CALM, warm_up=True, until=7.4)

    assert words == [
        *(f"Breathe in {n}" for n in (3, 2, 1)),
        *(f"Breathe out {n}" for n in (5, 4, 3, 2, 1)),
    ]


def test_a_breath_counts_its_phase_down() -> None:
    shown = face_of(position(Part.BREATHE, 5.5)).picture

    assert isinstance(shown, BreathFace)
    assert (shown.word, shown.count, shown.lit, shown.of) == ("Breathe out", "5", 2, 6)


@pytest.mark.parametrize(
    ("part", "pace"),
    [
        (Part.BREATHE, Pace.MOVING),
        (Part.SWITCH, Pace.MOVING),
        (Part.HOLD, Pace.SLOW),
        (Part.GET_READY, Pace.STILL),
    ],
)
def test_pictures_are_drawn_no_more_often_than_they_change(
    part: Part, pace: Pace
) -> None:
    assert face_of(position(part, 1)).pace is pace


@pytest.mark.parametrize("part", list({Part.BREATHE, Part.SWITCH, Part.HOLD}))
def test_nothing_moves_with_reduced_motion(part: Part) -> None:
    first, later = (
        face_of(position(part, into), reduced_motion=True).picture
        for into in (1.0, 1.1)
    )

    if isinstance(first, Scene):
        assert first == later
    assert face_of(position(part, 1), reduced_motion=True).pace is Pace.STILL


def test_paused_the_picture_says_how_to_go_on() -> None:
    shown = scene(face_of(position(Part.HOLD, 10), paused=True))

    assert (shown.title, shown.note, shown.dimmed) == ("Paused", "Space goes on", True)


def test_a_screen_reader_hears_name_side_and_cue() -> None:
    assert face_of(position(Part.HOLD, 1)).spoken == (
        "Half-kneeling stretch. Hold. Left side. "
        "Tuck your tailbone under, then glide the hips forward. "
        "Tailbone stays tucked under."
    )


def test_ease_back_names_what_comes_next() -> None:
    assert scene(face_of(position(Part.EASE, 1))).note == "Next: Standing march"


def test_only_a_sided_exercise_offers_the_other_side() -> None:
    assert face_of(position(Part.HOLD, 1)).other_side
    assert not face_of(position(Part.MOVE, 1)).other_side
