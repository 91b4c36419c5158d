"""Which mechanism a capability uses here, and why."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Mechanism_co = TypeVar("Mechanism_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Mechanism_co]):
    """One mechanism out of several, and the reason, for `doctor` and the log."""

    mechanism: Mechanism_co
    why: str
