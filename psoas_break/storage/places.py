"""Which folder and file everything lives in.

The control socket's place is in `control_wire`, which must not wait for imports.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

from platformdirs import PlatformDirs

APP = "psoas-break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders of one profile. They are made when first written to.

    Attributes:
        config: what the user may edit.
        data: what the user would miss: history, own exercises.
        state: what the app would miss: anchors, log.
        site_config: an organisation's defaults; None in a profile of its own.
    """

    config: Path
    data: Path
    state: Path
    site_config: Path | None = None

    @classmethod
    def of_user(cls) -> Self:
        """Return the folders this platform keeps for the user."""
        folders = PlatformDirs(APP, appauthor=False)
        return cls(
            config=folders.user_config_path,
            data=folders.user_data_path,
            state=folders.user_state_path,
            site_config=folders.site_config_path,
        )

    @classmethod
    def inside(cls, folder: Path) -> Self:
        """Return a profile that lives in `folder` and nowhere else."""
        folder = folder.expanduser().absolute()
        return cls(config=folder, data=folder, state=folder / "state")

    @property
    def settings_file(self) -> Path:
        """The user's settings."""
        return self.config / "settings.toml"

    @property
    def site_settings_file(self) -> Path | None:
        """An organisation's defaults, where the platform has a place for them."""
        return self.site_config / "settings.toml" if self.site_config else None

    @property
    def journal_file(self) -> Path:
        """The history."""
        return self.data / "journal.db"

    @property
    def device_file(self) -> Path:
        """The name of this device in the history."""
        return self.data / "device-id"

    @property
    def own_exercises(self) -> Path:
        """The user's own exercises."""
        return self.data / "exercises"

    @property
    def own_routines(self) -> Path:
        """Routines the user made."""
        return self.data / "routines.toml"

    @property
    def anchors(self) -> Path:
        """The state that survives a restart."""
        return self.state / "anchors"

    @property
    def pulse_file(self) -> Path:
        """When the app was last alive."""
        return self.anchors / "pulse"

    @property
    def log_file(self) -> Path:
        """The log."""
        return self.state / "log" / f"{APP}.log"
