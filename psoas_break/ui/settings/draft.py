"""What the dialog holds: the settings that apply, and the values that were refused."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from psoas_break.domain.settings import Settings
from psoas_break.ui.settings.key import Key, written


class Draft:
    """Takes one change at a time and keeps what cannot be applied yet.

    Somebody who wants 60 to 90 minutes instead of 30 to 45 may type the 60 first: it
    is refused and stays in its field, and applies by itself once the 90 is there.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._waiting: dict[Key, Any] = {}
        self._reasons: dict[Key, str] = {}

    @property
    def settings(self) -> Settings:
        """What applies."""
        return self._settings

    @property
    def refusals(self) -> Mapping[Key, str]:
        """The values in fields that do not apply, each with its reason."""
        return self._reasons

    def propose(self, changes: Mapping[Key, Any]) -> bool:
        """Try to apply `changes` and whatever was refused before.

        Returns:
            Whether the settings that apply are other than before.
        """
        before = self._settings
        self._waiting.update(changes)
        for key in changes:
            self._reasons.pop(key, None)
        if len(changes) > 1:
            self._try(changes)
        while any(self._try({key: self._waiting[key]}) for key in list(self._waiting)):
            pass
        return self._settings != before

    def take_over(self, settings: Settings, keys: AbstractSet[Key]) -> None:
        """Adopt settings from outside; refused values of what changed are dropped.

        Args:
            settings: What applies now.
            keys: Every setting the dialog shows.
        """
        for key in keys:
            if key.read(settings) != key.read(self._settings):
                self._forget(key)
        self._settings = settings

    def shown(self, key: Key) -> Any:
        """What the field of `key` should show: the refused value, if there is one."""
        return self._waiting.get(key, key.read(self._settings))

    def _try(self, changes: Mapping[Key, Any]) -> bool:
        try:
            self._settings = written(self._settings, changes)
        except ValueError as refusal:
            self._reasons.update(dict.fromkeys(changes, sentence(str(refusal))))
            return False
        for key in changes:
            self._forget(key)
        return True

    def _forget(self, key: Key) -> None:
        self._waiting.pop(key, None)
        self._reasons.pop(key, None)


def sentence(reason: str) -> str:
    """A reason as a sentence.

    >>> sentence("the earliest prompt must not be later than the latest")
    'The earliest prompt must not be later than the latest.'
    """
    ended = reason if reason.endswith((".", "!", "?")) else f"{reason}."
    return ended[:1].upper() + ended[1:]
