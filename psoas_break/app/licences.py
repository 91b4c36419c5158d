"""What others made and we use, and on which terms."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """One component.

    Attributes:
        name: what its makers call it.
        version: the one that is here; empty where nobody knows.
        terms: in short, as "MIT" or "LGPL-3.0-only".
        text: the terms in full, or where to find them.
    """

    name: str
    version: str
    terms: str
    text: str
