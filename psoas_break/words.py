"""The user's language: every word a person reads goes through here.

A thin hold on the standard library's gettext, whose own functions look for the
translation on disk at every call. Tools find the words by the usual names.
"""

from collections.abc import Sequence
from gettext import NullTranslations, translation
from itertools import takewhile
from os import PathLike

DOMAIN = "psoas-break"


class _Speaker:
    """Holds the translation in use; English until `speak`."""

    translations = NullTranslations()


def speak(folder: PathLike[str], wanted: Sequence[str]) -> None:
    """Use a translation from now on.

    Args:
        folder: where the translations are.
        wanted: languages as "de" or "de_AT.UTF-8", the one read best first. What
            comes behind English is not looked for: we are written in it.
    """
    before = list(takewhile(lambda name: not _is_english(name), wanted))
    found = translation(DOMAIN, folder, before, fallback=True) if before else None
    _Speaker.translations = found or NullTranslations()


def language() -> str:
    """Return the language the words are in, as "en" or "pt_BR"."""
    return _Speaker.translations.info().get("language", "") or "en"


def gettext(message: str) -> str:
    """Return `message` in the user's language."""
    return _Speaker.translations.gettext(message)


def pgettext(use: str, message: str) -> str:
    """Return `message` in the user's language, as it is said in this use of it."""
    return _Speaker.translations.pgettext(use, message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with `count`."""
    return _Speaker.translations.ngettext(one, many, count)


def decimal(number: str) -> str:
    """Return a number, written with a point, as the user's language writes it.

    >>> decimal("5.5")
    '5.5'
    """
    # Translators: what stands between whole and parts of a number, as in 5.5.
    return number.replace(".", pgettext("decimal mark", "."))


def N_(message: str) -> str:  # noqa: N802  the name gettext tools know
    """Mark a message for the translators; it is translated where it is said."""
    return message


def _is_english(name: str) -> bool:
    return name.partition(".")[0] in {"C", "POSIX", "en"} or name.startswith("en_")
