"""What can be chosen, in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from psoas_break.domain.dose import Tip
from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.patterns import offered
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.settings import BodyLimit, Breaks, Breathing, Posture, Settings
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from psoas_break.ui.catalogue.choices import Choice, Sort, groups_of
from psoas_break.ui.catalogue.details import details_of
from psoas_break.ui.catalogue.stock import Stock


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(find_resources())[0]


def choices(catalogue: Catalogue, settings: Settings | None = None) -> list[Choice]:
    groups = groups_of(catalogue, settings or Settings())
    return [choice for group in groups for choice in group.choices]


def named(found: list[Choice], what: str) -> Choice:
    return next(choice for choice in found if choice.what == what)


def test_everything_there_is_is_there_once(catalogue: Catalogue) -> None:
    patterns = {one.id for one in offered(Settings())}
    wanted = {"breathe", *catalogue.routines, *catalogue.exercises, *patterns}
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
        and choice.sort not in (Sort.TIP, Sort.PATTERN)
        and catalogue.find(choice.what) is None
    ]
    assert unknown == []


def test_a_routine_says_how_long_and_where(catalogue: Catalogue) -> None:
    assert named(choices(catalogue), "R2").detail == "2 min · standing"
    assert named(choices(catalogue), "R7").detail == "5 min · mat"


@pytest.mark.parametrize(
    ("what", "main"),
    [
        ("R2", "standing-hip-flexor-stretch"),
        ("R7", "half-kneeling-hip-flexor-stretch"),
        ("breathe", "breath-standing"),
        ("glute-bridge", "glute-bridge"),
    ],
)
def test_what_moves_is_what_says_most(
    catalogue: Catalogue, what: str, main: str
) -> None:
    found = named(choices(catalogue), what).main
    assert found is not None
    assert found.id == main


def test_a_tip_without_a_figure_shows_none(catalogue: Catalogue) -> None:
    assert named(choices(catalogue), "massage-referral").main is None


def test_breathing_stands_by_itself(catalogue: Catalogue) -> None:
    groups = {group.title: group for group in groups_of(catalogue, Settings())}
    assert [c.what for c in groups["Breathing"].choices] == [
        "breathe",
        "R8",
        *(one.id for one in offered(Settings())),
    ]


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


def breathing(settings: Settings, catalogue: Catalogue) -> dict[str, Choice]:
    return {
        one.what: one
        for one in choices(catalogue, settings)
        if one.sort is Sort.PATTERN
    }


def test_patterns_stand_with_the_posture_of_the_settings(catalogue: Catalogue) -> None:
    lying = Settings(breathing=Breathing(posture=Posture.LYING, holds=True))
    found = breathing(lying, catalogue)
    assert (found["box-4444"].name, found["box-4444"].detail) == (
        "Box, 4 · 4 · 4 · 4",
        "2 min · mat",
    )


def test_one_s_own_patterns_are_there_to_start(catalogue: Catalogue) -> None:
    own = OwnPattern(
        id="evening",
        name="Evening",
        inhale=timedelta(seconds=4.5),
        exhale=timedelta(seconds=6.5),
    )
    found = breathing(Settings(breathing=Breathing(own=(own,))), catalogue)
    assert found["evening"].matches("even pattern")


def test_patterns_with_holds_are_there_for_those_who_asked(
    catalogue: Catalogue,
) -> None:
    spared = Breaks(limits=frozenset({BodyLimit.PREGNANCY}))
    there = [
        "four-7-8" in breathing(one, catalogue)
        for one in (
            Settings(),
            Settings(breathing=Breathing(holds=True)),
            Settings(breathing=Breathing(holds=True), breaks=spared),
        )
    ]
    assert there == [False, True, False]


def test_a_pattern_says_what_it_is_for_and_its_seconds(catalogue: Catalogue) -> None:
    stock = Stock(catalogue=catalogue, settings=Settings())
    choice = breathing(Settings(), catalogue)["cyclic-sigh"]
    details = details_of(
        choice,
        catalogue,
        routine=stock.routine(choice.what),
        pattern=stock.pattern(choice.what),
    )
    assert "nose" in details.why
    assert details.paragraphs[0].lines == (
        "Breathe in 3 s",
        "A little more 1 s",
        "Breathe out 8 s",
        "5 breaths a minute",
    )
    assert [(link.what, link.label) for link in details.links] == [
        ("stand-up-and-move", "15 s"),
        ("breath-standing", "10 breaths"),
    ]
