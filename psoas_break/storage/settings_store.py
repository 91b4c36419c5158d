"""The settings file as one thing with a place, for the app."""

from pathlib import Path

from psoas_break.domain.settings import Settings
from psoas_break.storage import settings_file


class SettingsFile:
    """Fits the port `SettingsStore`.

    Args:
        path: the user's file; it need not be there.
        site_path: an organisation's defaults, where the platform has a place.
    """

    def __init__(self, path: Path, site_path: Path | None) -> None:
        self._path = path
        self._site_path = site_path

    def defaults(self) -> Settings:
        """Return what holds where the user's file says nothing."""
        return settings_file.defaults(self._site_path)

    def load(self) -> tuple[Settings, list[str]]:
        """Return the settings, and one line for each problem."""
        return settings_file.load(self._path, self._site_path)

    def save(self, settings: Settings, *, was: Settings) -> None:
        """Write what differs from `was`.

        Raises:
            StorageError: when it cannot be written.
        """
        settings_file.save(self._path, settings, was=was, site_path=self._site_path)

    def stamp(self) -> object:
        """Return what changes when the file does."""
        return settings_file.stamp(self._path)
