"""Which mechanism a capability uses here, and why."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Mechanism_co = TypeVar("Mechanism_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Mechanism_co]):
    """One mechanism out of several, and the reason, for `doctor` and the log.

    Attributes:
        mechanism: what is used; something that does nothing where nothing works.
        why: why it was chosen, or what is missing.
        remedy: the one thing a user could do about what is missing.
    """

    mechanism: Mechanism_co
    why: str
    remedy: str = ""
