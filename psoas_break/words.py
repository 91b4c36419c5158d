"""The user's language: every word a person reads goes through here.

A thin hold on the standard library's gettext, whose own functions look for the
translation on disk at every call. Tools find the words by the usual names.
"""

from gettext import NullTranslations, translation
from os import PathLike

DOMAIN = "psoas-break"


class _Speaker:
    """Holds the translation in use; English until `speak`."""

    translations = NullTranslations()


def speak(folder: PathLike[str]) -> None:
    """Use the translation the environment asks for, if `folder` has it."""
    _Speaker.translations = translation(DOMAIN, folder, fallback=True)


def language() -> str:
    """Return the language the words are in, as "en" or "pt_BR"."""
    return _Speaker.translations.info().get("language", "") or "en"


def gettext(message: str) -> str:
    """Return `message` in the user's language."""
    return _Speaker.translations.gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of a message that goes with `count`."""
    return _Speaker.translations.ngettext(one, many, count)
