"""A sign that can be seen at once, without asking anybody."""

import logging
from collections.abc import Callable

from psoas_break.app.ports import Signs
from psoas_break.domain.quiet import Reason

_log = logging.getLogger(__name__)

NOTHING = Signs()


def sign(reason: Reason) -> Signs:
    """Return the sign of one reason."""
    return Signs(frozenset({reason}))


class LookedUp:
    """Looks, and answers in the same breath; trouble is named once.

    Args:
        name: what the log and `doctor` call it.
        finds: the most that `look` can find.
        look: what there is; raises OSError when that cannot be seen.
    """

    tells = False

    def __init__(self, *, name: str, finds: Signs, look: Callable[[], Signs]) -> None:
        self.name = name
        self.finds = finds
        self._look = look
        self._named = False

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Look now."""
        try:
            signs = self._look()
        except OSError as error:
            if not self._named:
                self._named = True
                _log.info("%s cannot be seen: %s", self.name, error)
            answered(None)
            return
        answered(signs)

    def watch(self, changed: Callable[[], None] | None) -> None:
        """It is only seen when somebody looks."""


class SeenQuiet(LookedUp):
    """A sign that is either there or not."""

    def __init__(self, *, name: str, finds: Signs, look: Callable[[], bool]) -> None:
        super().__init__(
            name=name, finds=finds, look=lambda: finds if look() else NOTHING
        )
