"""What the user chose: read at the start, changed in windows, edited by hand."""

from collections.abc import Callable

from psoas_break.app.ports import SettingsStore
from psoas_break.domain.settings import Settings


class Preferences:
    """Holds the settings in force, and tells when they become others.

    A choice the disk refuses is in force all the same, and is written as soon as that
    is possible; until then nothing is read, for it would be lost.

    Args:
        store: where they are kept.
    """

    def __init__(self, *, store: SettingsStore) -> None:
        self._store = store
        self._seen = store.stamp()
        self.settings, self._named = store.load()
        self._kept = self.settings
        self._not_saved = ""
        self._listeners: list[Callable[[Settings, Settings], None]] = []

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with the file, and what could not be saved; a line each."""
        return (*self._named, *([self._not_saved] if self._not_saved else []))

    @property
    def defaults(self) -> Settings:
        """What holds where the user has chosen nothing."""
        return self._store.defaults()

    def on_change(self, listener: Callable[[Settings, Settings], None]) -> None:
        """Have `listener` told the old and the new settings at every change.

        It is told as well when only `problems` have changed.
        """
        self._listeners.append(listener)

    def choose(self, settings: Settings) -> None:
        """Go by what the user chose in a window, and keep it."""
        self._become(settings)

    def reread(self) -> None:
        """Write what could not be written before; read the file if it was edited.

        Costs one look at the file where there is nothing to do.
        """
        self._become(self.settings)

    def _become(self, settings: Settings) -> None:
        was, had = self.settings, self.problems
        self.settings = settings
        if self._write():
            self._read()  # an edit by hand may have been merged
        if self.settings != was or self.problems != had:
            for listener in self._listeners:
                listener(was, self.settings)

    def _write(self) -> bool:
        """Keep what is not kept yet; says whether all is kept now."""
        if self.settings != self._kept:
            try:
                self._store.save(self.settings, was=self._kept)
            except OSError as error:
                self._not_saved = str(error)
                return False
        self._kept = self.settings
        self._not_saved = ""
        return True

    def _read(self) -> None:
        stamp = self._store.stamp()
        if stamp != self._seen:
            self._seen = stamp
            self.settings, self._named = self._store.load()
            self._kept = self.settings
