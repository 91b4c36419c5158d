"""Finding a setting by any words of it: plain Python."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from psoas_break.ui.settings.key import Key

PART_OF_A_WORD = 4
"""Letters from which on the inside of a word is found: some languages compound."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What can be found: a setting, the page it stands on, and words that mean it."""

    key: Key
    label: str
    page: str
    words: str


def search(wanted: str, entries: Sequence[Entry]) -> list[Entry]:
    """The entries that hold every wanted word, those named by it first.

    Neither case nor accents matter, and a word may be only begun.
    """
    terms = plain(wanted).split()
    if not terms:
        return []
    hits = [
        (_rank(terms, entry), index)
        for index, entry in enumerate(entries)
        if holds(terms, plain(f"{entry.label} {entry.page} {entry.words}"))
    ]
    return [entries[index] for _rank_of, index in sorted(hits)]


def plain(text: str) -> str:
    """Lower case without accents.

    >>> plain("Über Nacht")
    'uber nacht'
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in parts if not unicodedata.combining(one))


def holds(terms: Sequence[str], text: str) -> bool:
    """Whether each term begins a word of a plain text, or stands inside a long one.

    >>> holds(["atm"], "bauchatmung"), holds(["atmung"], "bauchatmung")
    (False, True)
    """
    return all(
        f" {term}" in f" {text}" or (len(term) >= PART_OF_A_WORD and term in text)
        for term in terms
    )


def _rank(terms: Sequence[str], entry: Entry) -> int:
    if holds(terms, plain(entry.label)):
        return 0
    return 1 if holds(terms, plain(f"{entry.label} {entry.words}")) else 2
