"""What is left of the catalogue by place, kit, length and limits."""

import pytest

from psoas_break.domain.exercise import Place
from psoas_break.domain.settings import BodyLimit, Settings
from psoas_break.ui.catalogue.choices import groups_of
from psoas_break.ui.catalogue.filters import Filters, Lasting, kits_in
from tests.ui.figures import HALF_KNEELING, catalogue

ALL = [one for group in groups_of(catalogue(), Settings()) for one in group.choices]


def left(filters: Filters) -> set[str]:
    return {choice.what for choice in ALL if filters.let_pass(choice)}


def test_without_filters_nothing_is_left_out() -> None:
    assert len(left(Filters())) == len(ALL)
    assert not Filters().any_set


@pytest.mark.parametrize(
    ("filters", "inside", "outside"),
    [
        (Filters(place=Place.CHAIR), {"seated-march", "R9"}, {"R2", HALF_KNEELING}),
        (Filters(place=Place.MAT), {"R7", HALF_KNEELING}, {"R2", "seated-march"}),
        (Filters(place=Place.GYM), {"farmer-carry", "l-sit"}, {"R7"}),
        (Filters(kit=""), {"R2", "seated-march"}, {HALF_KNEELING, "step-up"}),
        (Filters(kit="sofa"), {"sofa-stretch"}, {HALF_KNEELING, "R2"}),
        (Filters(lasting=Lasting.SHORT), {"R1", "R9"}, {"R2", "R7"}),
        (Filters(lasting=Lasting.MIDDLE), {"R2", "R3"}, {"R1", "R7"}),
        (Filters(lasting=Lasting.LONG), {"R6", "R7", "R8"}, {"R1", "R2"}),
        (
            Filters(spare=frozenset({BodyLimit.KNEES})),
            {"R2", "seated-march"},
            {"R7", HALF_KNEELING},
        ),
        (Filters(only=frozenset({"R2"})), {"R2"}, {"R1", HALF_KNEELING}),
    ],
)
def test_each_filter(filters: Filters, inside: set[str], outside: set[str]) -> None:
    found = left(filters)
    assert inside <= found
    assert not outside & found


def test_a_length_leaves_tips_out() -> None:
    tips = {"sleep-pillow-under-knees", "varied-movement", "massage-referral"}
    assert tips <= left(Filters())
    assert not any(tips & left(Filters(lasting=one)) for one in Lasting)


def test_furniture_is_no_kit_to_filter_by() -> None:
    kits = kits_in(ALL)
    assert kits[0] == "mat"
    assert not {"chair", "support", "wall", "desk"} & set(kits)
