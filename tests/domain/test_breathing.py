import math
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.breathing import (
    WARM_UP,
    Pattern,
    Phase,
    breath_at,
    breaths_done,
    breaths_in,
    phase_name,
    time_for,
)
from psoas_break.domain.patterns import (
    CALM,
    PATTERNS,
    chosen,
    offered,
    pattern_name,
    pattern_use,
    while_standing,
)
from psoas_break.domain.settings import BodyLimit, Breaks, Breathing, Settings
from tests.domain.samples import seconds

PACED = [pattern for pattern in PATTERNS.values() if pattern.paced]
paced = st.sampled_from(PACED)
elapsed = st.integers(0, 3_600_000).map(lambda n: timedelta(milliseconds=n))


@pytest.mark.parametrize(
    ("name", "phases", "per_minute"),
    [
        ("natural-belly", "", 6.0),
        ("gentle-3-4", "in 3, out 4", 8.57),
        ("coherent-4-6", "in 4, out 6", 6.0),
        ("coherent-5-5", "in 5, out 5", 6.0),
        ("extended-4-8", "in 4, out 8", 5.0),
        ("cyclic-sigh", "in 3, top_up 1, out 8", 5.0),
        ("box-4444", "in 4, hold 4, out 4, rest 4", 3.75),
        ("four-7-8", "in 4, hold 7, out 8", 3.16),
    ],
)
def test_the_eight_patterns(name: str, phases: str, per_minute: float) -> None:
    pattern = PATTERNS[name]
    shown = ", ".join(f"{p} {length.total_seconds():g}" for p, length in pattern.phases)
    assert (shown, round(pattern.per_minute, 2)) == (phases, per_minute)


@pytest.mark.parametrize(
    ("name", "level", "most_min", "most_breaths"),
    [
        ("natural-belly", 0, None, None),
        ("gentle-3-4", 0, None, None),
        ("coherent-4-6", 1, None, None),
        ("coherent-5-5", 1, None, None),
        ("extended-4-8", 2, None, None),
        ("cyclic-sigh", 2, None, None),
        ("box-4444", 3, 5, None),
        ("four-7-8", 4, None, 4),
    ],
)
def test_the_limits_of_the_eight_patterns(
    name: str, level: int, most_min: int | None, most_breaths: int | None
) -> None:
    pattern = PATTERNS[name]
    most = None if most_min is None else timedelta(minutes=most_min)
    assert (pattern.level, pattern.most, pattern.most_breaths) == (
        level,
        most,
        most_breaths,
    )


def test_two_have_holds_and_are_for_sitting_or_lying() -> None:
    holding = [one.id for one in PATTERNS.values() if one.holds]
    seated = [one.id for one in PATTERNS.values() if not one.while_standing]
    assert holding == seated == ["box-4444", "four-7-8"]


def test_each_pattern_says_what_it_is_for() -> None:
    assert len({pattern_use(pattern) for pattern in PATTERNS.values()}) == 8


def test_there_are_eight_patterns_and_each_has_a_name() -> None:
    assert len({pattern_name(pattern) for pattern in PATTERNS.values()}) == 8


@pytest.mark.parametrize(
    ("name", "at", "phase", "level", "left", "index"),
    [
        ("coherent-4-6", 0, Phase.IN, 0.0, 4, 0),
        ("coherent-4-6", 2, Phase.IN, 0.5, 2, 0),
        ("coherent-4-6", 1, Phase.IN, (1 - math.cos(math.pi / 4)) / 2, 3, 0),
        ("coherent-4-6", 4, Phase.OUT, 1.0, 6, 0),
        ("coherent-4-6", 17, Phase.OUT, 0.5, 3, 1),
        ("cyclic-sigh", 3, Phase.TOP_UP, 0.75, 1, 0),
        ("cyclic-sigh", 3.5, Phase.TOP_UP, 0.875, 0.5, 0),
        ("box-4444", 5, Phase.HOLD, 1.0, 3, 0),
        ("box-4444", 13.25, Phase.REST, 0.0, 2.75, 0),
        ("four-7-8", 19 + 11, Phase.OUT, 1.0, 8, 1),
    ],
)
def test_where_in_a_breath_one_is(  # noqa: PLR0917 - a table's columns
    name: str, at: float, phase: Phase, level: float, left: float, index: int
) -> None:
    breath = breath_at(PATTERNS[name], seconds(at))
    assert (breath.phase, breath.left, breath.index) == (phase, seconds(left), index)
    assert breath.level == pytest.approx(level)


def test_a_pattern_without_pace_has_no_phase() -> None:
    with pytest.raises(ValueError, match="no pace"):
        breath_at(PATTERNS["natural-belly"], seconds(1))


@given(pattern=paced, at=elapsed, warm_up=st.booleans())
def test_a_breath_is_always_between_empty_and_full(
    pattern: Pattern, at: timedelta, *, warm_up: bool
) -> None:
    breath = breath_at(pattern, at, warm_up=warm_up)
    assert 0 <= breath.level <= 1
    assert timedelta() <= breath.left <= breath.length


@given(pattern=paced, at=elapsed, warm_up=st.booleans())
def test_the_level_never_jumps(
    pattern: Pattern, at: timedelta, *, warm_up: bool
) -> None:
    step = timedelta(milliseconds=20)
    before = breath_at(pattern, at, warm_up=warm_up)
    after = breath_at(pattern, at + step, warm_up=warm_up)
    # The steepest rise is pi/2 of a level per phase; the shortest takes 0.75 s.
    assert abs(after.level - before.level) < 0.05


@given(paced, st.lists(elapsed, min_size=2, max_size=8))
def test_breaths_only_ever_count_up(pattern: Pattern, times: list[timedelta]) -> None:
    counts = [breath_at(pattern, at, warm_up=True).index for at in sorted(times)]
    assert all(a <= b for a, b in pairwise(counts))


def test_the_warm_up_begins_at_three_quarters_of_a_breath() -> None:
    begun = breath_at(CALM, seconds(0), warm_up=True)
    assert 3.0 < begun.length.total_seconds() < 3.06


@pytest.mark.parametrize("pattern", PACED, ids=lambda one: one.id)
def test_the_warm_up_slows_down_evenly(pattern: Pattern) -> None:
    """A breath's length grows from 3/4 to the whole, in step with the minute.

    Counted out in steps of 10 ms, which knows nothing of logarithms.
    """
    step, real, paced, ends = 0.01, 0.0, 0.0, list[float]()
    while real < 90:
        share = min(1.0, 0.75 + 0.25 * (real + step / 2) / 60)
        paced += step / share
        real += step
        if paced >= (len(ends) + 1) * pattern.length.total_seconds():
            ends.append(real)

    told = [
        time_for(pattern, count, warm_up=True).total_seconds()
        for count in range(1, len(ends) + 1)
    ]
    assert told == pytest.approx(ends, abs=2 * step)
    lengths = [b - a for a, b in pairwise([0.0, *told])]
    assert all(a <= b + 1e-6 for a, b in pairwise(lengths))


def test_after_the_first_minute_the_warm_up_is_over() -> None:
    later = breath_at(CALM, WARM_UP + CALM.length, warm_up=True)
    assert later.length == pytest.approx(seconds(4), abs=timedelta(milliseconds=1)) or (
        later.length == pytest.approx(seconds(6), abs=timedelta(milliseconds=1))
    )


@given(pattern=paced, count=st.integers(1, 100), warm_up=st.booleans())
def test_so_many_breaths_are_done_when_their_time_is_over(
    pattern: Pattern, count: int, *, warm_up: bool
) -> None:
    took = time_for(pattern, count, warm_up=warm_up)
    assert breaths_done(pattern, took, warm_up=warm_up) == count


def test_a_warm_up_shortens_the_first_breaths() -> None:
    assert time_for(CALM, 3, warm_up=True) < time_for(CALM, 3) == seconds(30)


def test_an_unpaced_pattern_has_nothing_to_warm_up() -> None:
    natural = PATTERNS["natural-belly"]
    assert time_for(natural, 3, warm_up=True) == seconds(30)
    assert breaths_done(natural, seconds(25), warm_up=True) == 2


@pytest.mark.parametrize(
    ("name", "minutes", "breaths"),
    [
        ("coherent-4-6", 5, 30),
        ("coherent-4-6", 0.05, 1),
        ("four-7-8", 5, 4),
        ("box-4444", 10, 18),
        ("natural-belly", 1, 6),
    ],
)
def test_no_more_breaths_than_a_pattern_allows(
    name: str, minutes: float, breaths: int
) -> None:
    assert breaths_in(PATTERNS[name], timedelta(minutes=minutes)) == breaths


def holding(*limits: BodyLimit) -> Settings:
    """Somebody who asked for holds, and for something to be spared."""
    return Settings(
        breathing=Breathing(holds=True), breaks=Breaks(limits=frozenset(limits))
    )


def test_holding_the_breath_is_only_offered_to_those_who_ask() -> None:
    assert not any(pattern.holds for pattern in offered(Settings()))


@pytest.mark.parametrize("limit", [BodyLimit.PREGNANCY, BodyLimit.HEART_OR_LUNG])
def test_holding_the_breath_is_not_offered_with_some_limits(limit: BodyLimit) -> None:
    assert not any(pattern.holds for pattern in offered(holding(limit)))


def test_knees_do_not_keep_anybody_from_holding_the_breath() -> None:
    names = [pattern.id for pattern in offered(holding(BodyLimit.KNEES))]
    assert names == list(PATTERNS)


@pytest.mark.parametrize(
    ("name", "holds", "got"),
    [
        ("coherent-5-5", False, "coherent-5-5"),
        ("box-4444", False, "coherent-4-6"),
        ("box-4444", True, "box-4444"),
        ("nonsense", True, "coherent-4-6"),
    ],
)
def test_what_may_not_be_offered_becomes_the_calm_pattern(
    name: str, got: str, *, holds: bool
) -> None:
    assert chosen(Settings(breathing=Breathing(pattern=name, holds=holds))).id == got


def test_holds_are_for_sitting_or_lying() -> None:
    stood = [while_standing(PATTERNS[name]).id for name in ("four-7-8", "cyclic-sigh")]
    assert stood == ["coherent-4-6", "cyclic-sigh"]


def test_every_phase_has_a_word() -> None:
    assert [phase_name(phase) for phase in Phase] == [
        "Breathe in",
        "A little more",
        "Hold",
        "Breathe out",
        "Rest",
    ]
