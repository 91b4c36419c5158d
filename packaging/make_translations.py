"""Bring every translation up to date with the words in the code and in the exercises.

Run it after words have changed, and after translating:

    python packaging/make_translations.py            # all languages there are
    python packaging/make_translations.py pt_BR      # and a new one

It writes resources/translations/LANGUAGE/LC_MESSAGES/psoas-break.po, where translators
work, and the .mo beside it, which the app reads. What is not translated stays English.
"""

import sys
import tomllib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "psoas_break"
RESOURCES = ROOT / "resources"
TRANSLATIONS = RESOURCES / "translations"
DOMAIN = "psoas-break"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "pgettext": ((1, "c"), 2),
    "ngettext": (1, 2),
    "N_": None,
}
NOTE = "Translators:"
"""A comment that begins so stands above the words in every translation."""


def main() -> int:
    """Write them all, and say how far each is; return the exit code."""
    TRANSLATIONS.mkdir(exist_ok=True)
    for language in sys.argv[1:]:
        file_of(language).parent.mkdir(parents=True, exist_ok=True)
        file_of(language).touch()
    words = words_in_use()
    for language in languages():
        translation = updated(language, words)
        file_of(language).write_bytes(as_po(translation))
        file_of(language).with_suffix(".mo").write_bytes(as_mo(translation))
        done = sum(is_done(message) for message in translation if message.id)
        sys.stdout.write(f"{language}: {done} of {len(translation)} messages\n")
    return 0


def languages() -> list[str]:
    """Return the languages there are, as "de" or "pt_BR"."""
    return sorted(file.parts[-3] for file in TRANSLATIONS.glob(f"*/*/{DOMAIN}.po"))


def file_of(language: str) -> Path:
    """Return the file in which a language's translators work."""
    return TRANSLATIONS / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def words_in_use() -> Catalog:
    """Return every message a user can read, and where it stands."""
    found = Catalog()
    for name, line, message, notes, context in extract_from_dir(
        PACKAGE, keywords=KEYWORDS, comment_tags=(NOTE,), strip_comment_tags=True
    ):
        place = ((PACKAGE / name).relative_to(ROOT).as_posix(), line)
        found.add(message, locations=[place], auto_comments=notes, context=context)
    for file in [
        *sorted(RESOURCES.glob("exercises/*.toml")),
        RESOURCES / "routines.toml",
    ]:
        place = (file.relative_to(ROOT).as_posix(), 1)
        for text in english_in(tomllib.loads(file.read_text("utf-8"))):
            found.add(text, locations=[place])
    return found


def english_in(value: object, *, said: bool = False) -> Iterator[str]:
    """Yield every text below a key "en", in the order of the file."""
    if isinstance(value, str) and value and said:
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from english_in(inner, said=said or key == "en")
    elif isinstance(value, list):
        for inner in value:
            yield from english_in(inner, said=said)


def updated(language: str, words: Catalog) -> Catalog:
    """Return a translation with the messages of today, and what is said of them."""
    with file_of(language).open("rb") as file:
        translation = read_po(file, locale=language, domain=DOMAIN)
    translation.header_comment = f"# Psoas Break in {language}; MIT licence."
    translation.project, translation.version = "Psoas Break", ""
    translation.fuzzy = False
    translation.update(words, no_fuzzy_matching=True, update_creation_date=False)
    return translation


def is_done(message: Message) -> bool:
    """Return whether a message is translated, in all its plural forms."""
    if isinstance(message.string, str):
        return bool(message.string)
    return all(str(form) for form in message.string or ("",))


def as_po(translation: Catalog) -> bytes:
    """Return it for translators; by places, so that neighbours stand together."""
    out = BytesIO()
    write_po(
        *(out, translation),
        width=88,
        sort_by_file=True,
        ignore_obsolete=True,
        include_lineno=False,
    )
    return out.getvalue()


def as_mo(translation: Catalog) -> bytes:
    """Return it for the app."""
    out = BytesIO()
    write_mo(out, translation)
    return out.getvalue()


if __name__ == "__main__":
    raise SystemExit(main())
