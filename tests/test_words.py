"""The user's language."""

from pathlib import Path

import pytest

from psoas_break import words
from psoas_break.storage.resources import find_resources


def compiled(pairs: dict[str, str]) -> bytes:
    """Return a .mo file (GNU gettext manual, section 10.3)."""
    texts = [(key.encode(), value.encode()) for key, value in sorted(pairs.items())]
    head = 7 * 4
    keys_at, values_at = head, head + 8 * len(texts)
    at = values_at + 8 * len(texts)
    tables, blob = [b"", b""], b""
    for which in (0, 1):
        for pair in texts:
            text = pair[which]
            tables[which] += _two(len(text), at + len(blob))
            blob += text + b"\0"
    header = b"".join(
        number.to_bytes(4, "little")
        for number in (0x950412DE, 0, len(texts), keys_at, values_at, 0, 0)
    )
    return header + tables[0] + tables[1] + blob


def _two(one: int, other: int) -> bytes:
    return one.to_bytes(4, "little") + other.to_bytes(4, "little")


@pytest.fixture
def translations(tmp_path: Path) -> Path:
    file = tmp_path / "de" / "LC_MESSAGES" / f"{words.DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(
        compiled(
            {
                "": "Language: de\nContent-Type: text/plain; charset=UTF-8\n"
                "Plural-Forms: nplurals=2; plural=(n != 1);\n",
                "Resume": "Weiter",
                "{count} day\0{count} days": "{count} Tag\0{count} Tage",
            }
        )
    )
    return tmp_path


@pytest.fixture
def german(translations: Path) -> None:
    words.speak(translations, ["de"])


@pytest.mark.usefixtures("german")
def test_words_are_told_in_the_user_s_language() -> None:
    assert words.gettext("Resume") == "Weiter"


@pytest.mark.usefixtures("german")
def test_what_nobody_translated_stays_english() -> None:
    assert words.gettext("Quit") == "Quit"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("count", "told"), [(1, "{count} Tag"), (3, "{count} Tage")])
def test_a_plural_goes_with_its_number(count: int, told: str) -> None:
    assert words.ngettext("{count} day", "{count} days", count) == told


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [
        ([], "en"),
        (["de"], "de"),
        (["de_AT.UTF-8"], "de"),
        (["fr", "de"], "de"),
        (["fr"], "en"),
        (["en", "de"], "en"),
        (["en_GB", "en", "de"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX", "de"], "en"),
        (["eng", "de"], "de"),
    ],
)
def test_the_first_language_there_is_a_translation_for_is_spoken(
    translations: Path, wanted: list[str], spoken: str
) -> None:
    words.speak(translations, wanted)

    assert words.language() == spoken


@pytest.mark.parametrize(
    ("language", "written"), [("en", "5.5"), ("de", "5,5"), ("fr", "5,5")]
)
def test_numbers_have_the_mark_of_the_language(language: str, written: str) -> None:
    words.speak(find_resources() / "translations", [language])

    assert (words.decimal("5.5"), words.decimal("6")) == (written, "6")


def test_without_a_translation_everything_is_english(tmp_path: Path) -> None:
    words.speak(tmp_path, ["de"])

    assert words.ngettext("{count} day", "{count} days", 2) == "{count} days"
