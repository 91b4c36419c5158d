from itertools import pairwise

import pytest

from psoas_break.domain.figure.plane import distance
from psoas_break.domain.figure.pose import FreeLeg, Spine
from psoas_break.domain.figure.psoas import PsoasBand, psoas_of, resting_length
from psoas_break.domain.figure.skeleton import solve
from tests.domain.figure.bodies import STRAIGHT, upright


def band(hip: float, spine: Spine = Spine(), side_bend: float = 0.0) -> PsoasBand:  # noqa: B008 - a value
    leg = FreeLeg(hip, 0.0, 0.0)
    return psoas_of(solve(upright(leg, STRAIGHT, spine=spine, side_bend=side_bend)))


def test_it_is_as_long_as_in_a_standing_adult() -> None:
    assert resting_length() == pytest.approx(0.1852, abs=5e-5)


@pytest.mark.parametrize(
    ("hip", "percent"),
    [(90, -22.0), (45, -9.6), (20, -3.8), (0, 0), (-10, 1.6), (-20, 3.1), (-30, 4.7)],
)
def test_flexion_shortens_and_extension_lengthens_it(
    hip: float, percent: float
) -> None:
    assert band(hip).strain * 100 == pytest.approx(percent, abs=0.1)


@pytest.mark.parametrize(
    ("pelvis", "lumbar", "percent"), [(-10, 0, 4.7), (0, 0, 3.1), (15, -15, 0.5)]
)
def test_a_tuck_lengthens_it_more_than_an_arched_back(
    pelvis: float, lumbar: float, percent: float
) -> None:
    # The thigh is 20 degrees behind the vertical each time.
    spine = Spine(pelvis, lumbar)
    assert band(pelvis - 20, spine).strain * 100 == pytest.approx(percent, abs=0.05)


def test_leaning_away_lengthens_it() -> None:
    assert band(0, side_bend=1.0).strain == pytest.approx(0.012)


@pytest.mark.parametrize(("hip", "level"), [(130, -1.0), (0, 0.0), (-60, 1.0)])
def test_its_level_stays_between_shortened_and_lengthened(
    hip: float, level: float
) -> None:
    assert band(hip).level == pytest.approx(level, abs=0.02)


@pytest.mark.parametrize("hip", range(-30, 130, 10))
def test_it_passes_in_front_of_the_head_of_the_femur(hip: int) -> None:
    found = band(hip)
    assert min(distance(point, (0.0, 0.53)) for point in found.course) > 0.0165
    assert found.course[-1] == found.insertion


def test_its_length_changes_without_a_jump() -> None:
    lengths = [band(hip / 2).length for hip in range(-70, 260)]
    steps = [abs(b - a) for a, b in pairwise(lengths)]
    assert max(steps) < 0.0008
