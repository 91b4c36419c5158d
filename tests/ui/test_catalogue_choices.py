"""What can be chosen, in words."""

from dataclasses import replace

import pytest

from psoas_break.domain.dose import Tip
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.settings import BodyLimit, Breaks, Breathing, Posture, Settings
from psoas_break.storage.catalogue import find_resources, load
from psoas_break.ui.catalogue.choices import Choice, Sort, groups_of


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(find_resources())[0]


def choices(catalogue: Catalogue, settings: Settings | None = None) -> list[Choice]:
    groups = groups_of(catalogue, settings or Settings())
    return [choice for group in groups for choice in group.choices]


def named(found: list[Choice], what: str) -> Choice:
    return next(choice for choice in found if choice.what == what)


def test_everything_there_is_is_there_once(catalogue: Catalogue) -> None:
    wanted = {"breathe", *catalogue.routines, *catalogue.exercises}
    found = [choice.what for choice in choices(catalogue)]
    assert sorted(found) == sorted(wanted)


def test_exactly_the_tips_are_tips(catalogue: Catalogue) -> None:
    tips = {e.id for e in catalogue.exercises.values() if isinstance(e.dose, Tip)}
    assert {c.what for c in choices(catalogue) if c.sort is Sort.TIP} == tips


def test_own_exercises_stand_together(catalogue: Catalogue) -> None:
    mine = replace(catalogue.exercises["sofa-stretch"], id="my-stretch", own=True)
    more = replace(catalogue, exercises={**catalogue.exercises, mine.id: mine})
    groups = {group.title: group for group in groups_of(more, Settings())}
    assert [c.what for c in groups["Your own exercises"].choices] == ["my-stretch"]
    assert [c.what for c in choices(more)].count("my-stretch") == 1


def test_what_is_started_is_known_to_the_catalogue(catalogue: Catalogue) -> None:
    unknown = [
        choice.what
        for choice in choices(catalogue)
        if choice.what != "breathe"
        and choice.sort is not Sort.TIP
        and catalogue.find(choice.what) is None
    ]
    assert unknown == []


def test_a_routine_says_how_long_and_where(catalogue: Catalogue) -> None:
    assert named(choices(catalogue), "R2").detail == "2 min · standing"
    assert named(choices(catalogue), "R7").detail == "5 min · mat"


def test_breathing_stands_by_itself(catalogue: Catalogue) -> None:
    groups = {group.title: group for group in groups_of(catalogue, Settings())}
    assert [c.what for c in groups["Breathing"].choices] == ["breathe", "R8"]


def test_exercises_are_grouped_by_place(catalogue: Catalogue) -> None:
    titles = [group.title for group in groups_of(catalogue, Settings())]
    assert titles[2:] == [
        "At the desk, standing",
        "On a chair",
        "On a mat",
        "In a gym",
        "Elsewhere",
        "Tips",
    ]


def test_what_the_user_asked_to_spare_is_said(catalogue: Catalogue) -> None:
    settings = Settings(breaks=Breaks(limits=frozenset({BodyLimit.KNEES})))
    found = choices(catalogue, settings)
    assert named(found, "half-kneeling-hip-flexor-stretch").warning
    assert named(found, "R7").warning
    assert not named(found, "R2").warning


def test_an_empty_catalogue_offers_nothing() -> None:
    assert groups_of(Catalogue(), Settings()) == ()


@pytest.mark.parametrize(
    ("wanted", "matches"),
    [("two", True), ("hip breath", True), ("r2", True), ("sofa", False), ("", True)],
)
def test_a_search_looks_at_all_words(
    catalogue: Catalogue, wanted: str, *, matches: bool
) -> None:
    assert named(choices(catalogue), "R2").matches(wanted) is matches


def test_breathe_while_seated_has_no_standing_up(catalogue: Catalogue) -> None:
    seated = Settings(breathing=Breathing(posture=Posture.SEATED))
    assert named(choices(catalogue, seated), "breathe").detail == "2 min · seated"
