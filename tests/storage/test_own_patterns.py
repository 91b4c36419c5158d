"""The user's own breathing patterns in the settings file: by hand and by the dialog."""

import tomllib
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from psoas_break.domain.own_pattern import OwnPattern
from psoas_break.domain.settings import Breathing, Settings
from psoas_break.storage.settings_file import load, save

BY_HAND = """\
# mine, do not touch
[breathing]
pattern = "evening"  # at night

[breathing.own.evening]
name = "Evening, long"  # from the course
in = 4.5
out = 6.5
colour = "blue"

# quick ones
[breathing.own.short]
in = 2
out = 3
per_minute = 10

[look]
theme = "dark"
"""


def seconds(count: float) -> timedelta:
    return timedelta(seconds=count)


EVENING = OwnPattern(
    id="evening", name="Evening, long", inhale=seconds(4.5), exhale=seconds(6.5)
)
SHORT = OwnPattern(id="short", name="short", inhale=seconds(2.4), exhale=seconds(3.6))
SQUARE = OwnPattern(
    id="square",
    name="Square",
    inhale=seconds(3),
    hold=seconds(2.25),
    exhale=seconds(3),
    rest=seconds(2.25),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def own(file: Path) -> tuple[OwnPattern, ...]:
    return load(file)[0].breathing.own


def keep(file: Path, *patterns: OwnPattern, usual: str | None = None) -> None:
    """Have the file hold these patterns, as the dialog would."""
    settings, _problems = load(file)
    breathing = replace(settings.breathing, own=patterns)
    if usual is not None:
        breathing = replace(breathing, pattern=usual)
    save(file, replace(settings, breathing=breathing))


def test_patterns_are_read_as_a_person_writes_them(file: Path) -> None:
    file.write_text(BY_HAND)

    settings, problems = load(file)

    assert settings.breathing.own == (EVENING, SHORT)
    assert settings.breathing.pattern == "evening"
    assert problems == [
        "settings.toml: not known, kept and not used: breathing.own.evening.colour"
    ]


def test_with_a_rate_the_seconds_are_proportions(file: Path) -> None:
    file.write_text("[breathing.own.calm]\nin = 2\nout = 3\nper_minute = 6")

    (calm,) = own(file)

    assert (calm.inhale, calm.exhale) == (seconds(4), seconds(6))


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("in = 4", 1, "own.bad.out: it is missing"),
        ('in = "four"\nout = 6', 2, 'own.bad.in: "four" is no number of seconds'),
        ("in = nan\nout = 6", 2, "own.bad.in: NaN is no number of seconds"),
        ("in = 4\nout = -6", 3, "own.bad.out: -6 is no number of seconds"),
        ("in = 4\nout = 6\nname = 7", 4, "own.bad.name: 7 is not a name"),
        (
            'in = 4\nout = 6\nper_minute = "six"',
            4,
            'own.bad.per_minute: "six" is not a number',
        ),
        (
            "in = 2\nout = 3",
            1,
            "own.bad: that is 12 breaths a minute; choose from 4 to 10",
        ),
        (
            "in = 8\nout = 12",
            1,
            "own.bad: that is 3 breaths a minute; choose from 4 to 10",
        ),
        ("in = 4\nhold = 7.5\nout = 3", 1, "own.bad: hold for 7 s at most"),
        ("in = 0.5\nout = 7", 1, "own.bad: breathing in and out take at least 1 s"),
        ('in = 4\nout = 6\nname = " "', 1, "own.bad: give it a name"),
    ],
)
def test_a_bad_pattern_is_left_out_and_named(
    file: Path, table: str, line: int, reason: str
) -> None:
    file.write_text(
        f"[breathing.own.bad]\n{table}\n\n[breathing.own.good]\nin=4\nout=6"
    )

    settings, (problem,) = load(file)

    assert [one.id for one in settings.breathing.own] == ["good"]
    where = "settings.toml: breathing." if line == 1 else f"line {line}: breathing."
    if "missing" not in reason and line == 1:
        where = "settings.toml, line 1: breathing."
    assert f"{where}{reason}" in problem
    assert problem.endswith("This pattern is left out")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[breathing]\nown = 3", "3 is not a table"),
        ("[breathing.own]\nbad = 3", "3 is not a table"),
        ('[breathing.own."a b"]\nin=4\nout=6', "is no plain name"),
        ("[breathing.own.coherent-4-6]\nin=4\nout=6", "has a pattern of that name"),
    ],
)
def test_what_is_no_pattern_is_named(file: Path, text: str, reason: str) -> None:
    file.write_text(text)

    settings, (problem,) = load(file)

    assert settings == Settings()
    assert reason in problem


def test_a_usual_pattern_that_is_not_there_is_named(file: Path) -> None:
    file.write_text('[breathing]\npattern = "gone"')

    settings, (problem,) = load(file)

    assert settings == Settings()
    assert problem == (
        'settings.toml, line 2: breathing.pattern: there is no pattern "gone". '
        '"coherent-4-6" is used'
    )


def test_a_new_pattern_leaves_the_words_of_the_others(file: Path) -> None:
    file.write_text(BY_HAND)

    keep(file, EVENING, SHORT, SQUARE)

    text = file.read_text()
    assert own(file) == (EVENING, SHORT, SQUARE)
    assert text.startswith(BY_HAND.partition("\n[look]")[0])
    assert tomllib.loads(text)["look"] == {"theme": "dark"}


def test_a_changed_pattern_keeps_comments_and_unknown_keys(file: Path) -> None:
    file.write_text(BY_HAND)

    keep(file, replace(EVENING, exhale=seconds(7)), SHORT)

    text = file.read_text()
    assert "out = 7\n" in text
    assert text.replace("out = 7\n", "out = 6.5\n") == BY_HAND


def test_a_changed_pattern_has_a_rate_no_longer(file: Path) -> None:
    file.write_text(BY_HAND)

    keep(file, EVENING, replace(SHORT, exhale=seconds(4)))

    assert "per_minute" not in file.read_text()
    assert own(file)[1].exhale == seconds(4)


def test_a_removed_pattern_is_gone_and_the_others_are_not(file: Path) -> None:
    file.write_text(BY_HAND)

    keep(file, SHORT, usual="coherent-4-6")

    assert own(file) == (SHORT,)
    assert "evening" not in file.read_text()
    assert load(file)[1] == []


def test_a_pattern_that_cannot_be_read_stays_in_the_file(file: Path) -> None:
    file.write_text("[breathing.own.broken]\nin = 4  # to be mended\n")

    keep(file, SQUARE)

    assert "in = 4  # to be mended" in file.read_text()
    assert own(file) == (SQUARE,)


def test_patterns_written_in_one_line_are_edited_there(file: Path) -> None:
    file.write_text("[breathing]\nown = { evening = { in = 4, out = 6 } }\n")
    (evening,) = own(file)

    keep(file, replace(evening, exhale=seconds(7.5)), SQUARE)

    assert own(file) == (replace(evening, exhale=seconds(7.5)), SQUARE)


def test_a_first_pattern_makes_its_own_table(file: Path) -> None:
    keep(file, SQUARE, usual="square")

    text = file.read_text()
    assert "[breathing.own.square]\n" in text
    assert load(file) == (
        Settings(breathing=Breathing(pattern="square", own=(SQUARE,))),
        [],
    )


def test_another_setting_can_be_added_above_the_patterns(file: Path) -> None:
    file.write_text(BY_HAND)
    settings, _problems = load(file)

    save(file, replace(settings, breathing=replace(settings.breathing, ramp=True)))

    assert tomllib.loads(file.read_text())["breathing"]["ramp"] is True


def test_an_organisation_s_patterns_can_be_taken_away(tmp_path: Path) -> None:
    site, file = tmp_path / "site.toml", tmp_path / "settings.toml"
    site.write_text('[breathing]\npattern="calm"\n[breathing.own.calm]\nin=4\nout=6')
    settings, _problems = load(file, site)
    alone = replace(settings.breathing, own=(), pattern="coherent-4-6")

    save(file, replace(settings, breathing=alone), was=settings, site_path=site)

    assert load(file, site) == (replace(settings, breathing=alone), [])
    assert len(settings.breathing.own) == 1
