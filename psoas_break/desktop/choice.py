"""Which mechanism a capability uses here, and why."""

from collections.abc import Callable, Mapping
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
        others: what else there could be, and why it was not taken.
    """

    mechanism: Mechanism_co
    why: str
    remedy: str = ""
    others: Callable[[], Mapping[str, str]] = dict
