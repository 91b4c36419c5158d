"""Words a third longer than English, as German would have them, still to be read."""

import re
from gettext import NullTranslations

KEPT_OR_VOWEL = re.compile(r"(\{[^}]*\}|<[^>]*>|&\w+;|%\w)|([aeiouAEIOU])")


class LongWords(NullTranslations):
    """A translation that doubles every vowel, and leaves names in braces alone."""

    def gettext(self, message: str) -> str:
        """Return the message, longer."""
        return lengthened(message)

    def pgettext(self, _use: str, message: str) -> str:
        """Return the message of one use, longer."""
        return lengthened(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the form for a count, longer."""
        return lengthened(msgid1 if n == 1 else msgid2)


def lengthened(message: str) -> str:
    """Double the vowels.

    >>> lengthened("Ask me in {count} min")
    'Aask mee iin {count} miin'
    """
    return KEPT_OR_VOWEL.sub(
        lambda found: found[1] or found[2] + found[2].lower(), message
    )
