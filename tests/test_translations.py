"""Every translation that comes with the app, and the tool that keeps it up to date."""

import re
from pathlib import Path

import make_translations as tool
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from psoas_break import words
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from tests.storage.reading_time import hasty_cues

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
WORDS = tool.words_in_use()
LANGUAGES = tool.languages()


def translation(language: str) -> Catalog:
    with tool.file_of(language).open("rb") as file:
        return read_po(file, locale=language, domain=tool.DOMAIN, abort_invalid=True)


def forms(text: object) -> list[str]:
    """Return each form of a message: one, or as many as there are plurals."""
    return [text] if isinstance(text, str) else list(text or ())  # type: ignore[call-overload]  # what else it is, Babel does not say


def places(text: object) -> set[str]:
    """Return what will be filled in, in any form of a message."""
    return set(PLACEHOLDER.findall(" ".join(forms(text))))


@pytest.mark.parametrize(
    "message",
    [
        "I just moved",  # in a menu
        "Half-kneeling hip-flexor stretch",  # an exercise's name
        "Stack ribs over hips.",  # a cue
        "One-minute reset",  # a routine's name
    ],
)
def test_whatever_a_user_reads_can_be_translated(message: str) -> None:
    assert message in WORDS


def test_a_plural_is_one_message_of_two_forms() -> None:
    assert WORDS["{count} natural break"].id == (
        "{count} natural break",
        "{count} natural breaks",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_the_same_places(language: str) -> None:
    wrong = [
        (message.id, message.string)
        for message in translation(language)
        if message.id
        and any(forms(message.string))
        and places(message.string) != places(message.id)
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_app_reads_what_the_translators_wrote(language: str) -> None:
    read = tool.file_of(language).with_suffix(".mo").read_bytes()

    assert read == tool.as_mo(translation(language)), "run packaging/make_translations"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in translation(language) if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_leaves_time_to_take_in_each_cue(language: str) -> None:
    words.speak(tool.TRANSLATIONS, [language])
    spoken, _problems = load(find_resources())

    assert words.language() == language
    for exercise in spoken.exercises.values():
        assert hasty_cues(exercise, spoken) == []


def test_new_words_wait_for_their_translation_and_old_ones_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool, "TRANSLATIONS", tmp_path)
    file = tool.file_of("de")
    file.parent.mkdir(parents=True)
    file.write_text('msgid "Resume"\nmsgstr "Weiter"\n\nmsgid "Gone"\nmsgstr "Weg"\n')
    words = Catalog()
    words.add("Resume")
    words.add("Breathe")

    text = tool.as_po(tool.updated("de", words)).decode()

    assert 'msgid "Resume"\nmsgstr "Weiter"' in text
    assert 'msgid "Breathe"\nmsgstr ""' in text
    assert "Gone" not in text
