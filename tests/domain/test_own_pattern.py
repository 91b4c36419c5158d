"""Patterns of the user's own: what is allowed, and how they are breathed."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.breathing import Phase, breath_at, breaths_in
from psoas_break.domain.own_pattern import OwnPattern, at_rate, rate_text
from psoas_break.domain.patterns import chosen, find, new_id, offered
from psoas_break.domain.settings import BodyLimit, Breaks, Breathing, Settings
from tests.domain.samples import seconds


def made(
    inhale: float = 4.5,
    hold: float = 0,
    exhale: float = 6.5,
    rest: float = 0,
    **more: Any,
) -> OwnPattern:
    words = {"id": "evening", "name": "Evening"} | more
    return OwnPattern(
        inhale=seconds(inhale),
        hold=seconds(hold),
        exhale=seconds(exhale),
        rest=seconds(rest),
        **words,
    )


HOLDING = made(3, 2.25, 4, 1, id="square", name="Square")


def settings(**breathing: Any) -> Settings:
    return Settings(breathing=Breathing(own=(made(), HOLDING), **breathing))


def test_fractions_of_seconds_are_breathed_to_the_fraction() -> None:
    pattern = made().pattern

    ins = [breath_at(pattern, seconds(at)).phase for at in (4.4, 4.6, 10.9, 11.1)]

    assert ins == [Phase.IN, Phase.OUT, Phase.OUT, Phase.IN]


def test_what_takes_no_time_is_no_part_of_the_breath() -> None:
    parts = [[phase for phase, _ in one.pattern.phases] for one in (made(), HOLDING)]

    assert parts == [
        [Phase.IN, Phase.OUT],
        [Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST],
    ]


@pytest.mark.parametrize(("exhale", "fits"), [(1.9, False), (2, True), (11, True)])
def test_from_four_to_ten_breaths_a_minute(exhale: float, *, fits: bool) -> None:
    if fits:
        assert 4 <= made(4, 0, exhale).per_minute <= 10
    else:
        with pytest.raises(ValueError, match=r"10.2 breaths a minute.*from 4 to 10"):
            made(4, 0, exhale)


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ((4, 0, 11.5, 0), "3.9 breaths a minute"),
        ((0.9, 0, 6, 0), "at least 1 s"),
        ((6, 0, 0, 0), "at least 1 s"),
        ((3, 7.1, 3, 0), "7 s at most"),
        ((3, 0, 3, 7.1), "7 s at most"),
        ((3, -1, 6, 0), "0 s or longer"),
    ],
)
def test_what_does_nobody_good_is_refused_with_the_reason(
    parts: tuple[float, ...], reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        made(*parts)


@pytest.mark.parametrize("name", ["", "  ", "x" * 41])
def test_it_needs_a_name_of_sensible_length(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        made(name=name)


@given(rate=st.floats(4, 10), parts=st.tuples(*[st.floats(1, 7).map(seconds)] * 2))
def test_another_rate_keeps_the_proportions(
    rate: float, parts: tuple[timedelta, timedelta]
) -> None:
    inhale, exhale = at_rate(parts, rate)

    assert timedelta(minutes=1) / (inhale + exhale) == pytest.approx(rate, rel=0.01)
    assert inhale / exhale == pytest.approx(parts[0] / parts[1], rel=0.02)


def test_those_with_holds_are_offered_to_those_who_asked() -> None:
    ids = [[one.id for one in offered(settings(holds=on))] for on in (False, True)]

    assert [("evening" in one, "square" in one) for one in ids] == [
        (True, False),
        (True, True),
    ]


@pytest.mark.parametrize("limit", [BodyLimit.PREGNANCY, BodyLimit.HEART_OR_LUNG])
def test_nor_with_what_rules_out_holds(limit: BodyLimit) -> None:
    both = Settings(
        breathing=Breathing(own=(HOLDING,), holds=True, pattern="square"),
        breaks=Breaks(limits=frozenset({limit})),
    )

    assert chosen(both).id == "coherent-4-6"


def test_it_can_be_the_usual_one() -> None:
    assert chosen(settings(pattern="evening")) == made().pattern


@pytest.mark.parametrize("name", ["evening", "EVENING", "Evening"])
def test_it_is_found_by_id_and_by_name(name: str) -> None:
    assert find(settings(), name) == made().pattern


def test_with_holds_it_is_for_sitting_and_for_five_minutes_at_most() -> None:
    assert not HOLDING.pattern.while_standing
    assert breaths_in(HOLDING.pattern, timedelta(minutes=20)) == 29


def test_each_new_one_gets_an_id_of_its_own() -> None:
    first = made(id=new_id("Évening, long!", ()))
    ids = [
        first.id,
        new_id("évening long", [first]),
        new_id("Box 4444", ()),
        new_id("…", ()),
    ]

    assert ids == ["évening-long", "évening-long-2", "box-4444-2", "own"]


def test_rates_are_written_without_idle_zeros() -> None:
    assert [rate_text(one) for one in (6, 5.4545, 10.0)] == ["6", "5.5", "10"]
