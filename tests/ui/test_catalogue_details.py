"""Everything worth knowing about a choice, in words."""

from collections.abc import Iterator

import pytest

from psoas_break.domain.settings import BodyLimit, Breaks, Settings
from psoas_break.ui.catalogue.choices import Choice, groups_of
from psoas_break.ui.catalogue.details import Details, details_of
from psoas_break.ui.catalogue.words import dose_words
from tests.ui.figures import HALF_KNEELING, catalogue, exercise

KNEES = Settings(breaks=Breaks(limits=frozenset({BodyLimit.KNEES})))


def choices(settings: Settings = KNEES) -> Iterator[Choice]:
    for group in groups_of(catalogue(), settings):
        yield from group.choices


def details(what: str, settings: Settings = KNEES) -> Details:
    choice = next(one for one in choices(settings) if one.what == what)
    return details_of(
        choice,
        catalogue(),
        routine=catalogue().routines.get(what),
        spared=settings.breaks.limits,
    )


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("standing-hip-flexor-stretch", "30 s (20 s to 1 min) a side"),
        ("seated-march", "10 times (5 to 20) a side"),
        ("breath-standing", "3 breaths (1 to 120)"),
        ("sleep-pillow-under-knees", ""),
    ],
)
def test_a_dose_has_its_usual_amount_and_its_range(what: str, words: str) -> None:
    assert dose_words(exercise(what)) == words


def test_sets_and_rest_are_part_of_a_dose() -> None:
    many = [e for e in catalogue().exercises.values() if getattr(e.dose, "sets", 1) > 1]
    assert many, "no exercise of the catalogue has sets"
    for one in many:
        assert " sets" in dose_words(one)


@pytest.mark.parametrize("what", [e.id for e in catalogue().exercises.values()])
def test_every_exercise_has_something_to_say(what: str) -> None:
    found = details(what)
    assert found.why
    assert found.sources
    assert all(line for part in found.paragraphs for line in part.lines)
    assert found.why.rstrip(".") in found.spoken


def test_what_was_asked_to_be_spared_is_said_first() -> None:
    assert details(HALF_KNEELING).warnings == (
        "You asked to spare: knees that dislike kneeling",
    )
    assert details(HALF_KNEELING, Settings()).warnings == ()
    assert details("R7").warnings


def test_a_routine_says_how_much_of_each() -> None:
    links = [(link.name, link.label) for link in details("R2").links]
    assert links == [
        ("Stand up and move", "30 s"),
        ("Standing hip-flexor stretch", "30 s a side"),
        ("Belly breathing, standing", "3 breaths"),
    ]
    assert details("R2").has_sides


def test_a_tip_is_no_break() -> None:
    tip = details("massage-referral")
    assert not tip.can_start
    assert not tip.has_sides
