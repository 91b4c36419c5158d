"""What the user chose: read at the start, changed in windows, edited by hand."""

from collections.abc import Callable

from psoas_break.app.ports import SettingsStore
from psoas_break.domain.settings import Settings


class Preferences:
    """Holds the settings in force, and tells when they become others.

    Args:
        store: where they are kept.
    """

    def __init__(self, *, store: SettingsStore) -> None:
        self._store = store
        self._seen = store.stamp()
        self.settings, self._named = store.load()
        self._not_saved = ""
        self._listeners: list[Callable[[Settings, Settings], None]] = []

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, and what could not be saved; a line each."""
        return (*self._named, *([self._not_saved] if self._not_saved else []))

    def on_change(self, listener: Callable[[Settings, Settings], None]) -> None:
        """Have `listener` told the old and the new settings at every change."""
        self._listeners.append(listener)

    def choose(self, settings: Settings) -> None:
        """Go by what the user chose in a window, and keep it."""
        was, self.settings = self.settings, settings
        self._tell(was)
        try:
            self._store.save(settings, was=was)
        except OSError as error:
            self._not_saved = str(error)
            return
        self._not_saved = ""
        self.reread()  # an edit by hand may have been merged

    def reread(self) -> None:
        """Read the file again, if it is not the one we know."""
        stamp = self._store.stamp()
        if stamp == self._seen:
            return
        self._seen, was = stamp, self.settings
        self.settings, self._named = self._store.load()
        if self.settings != was:
            self._tell(was)

    def _tell(self, was: Settings) -> None:
        for listener in self._listeners:
            listener(was, self.settings)
