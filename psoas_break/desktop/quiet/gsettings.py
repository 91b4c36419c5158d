"""Do not disturb, where the desktop keeps it among its settings.

GNOME, Cinnamon and MATE tell no program on the bus, so the settings are read with
their own tool, in 6 ms, and dconf tells when they change.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from psoas_break.app.ports import Signs
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.quiet.program import Program
from psoas_break.desktop.quiet.seen import NOTHING, sign
from psoas_break.domain.quiet import Reason

_DCONF = "ca.desrt.dconf.Writer"
_DO_NOT_DISTURB = sign(Reason.DO_NOT_DISTURB)


@dataclass(frozen=True, slots=True)
class Key:
    """A setting, and the value that means silence."""

    schema: str
    name: str
    silent: str

    @property
    def path(self) -> str:
        """Where dconf keeps it."""
        return f"/{self.schema.replace('.', '/')}/"


KEYS = {
    "GNOME": Key("org.gnome.desktop.notifications", "show-banners", "false"),
    "Budgie": Key("org.gnome.desktop.notifications", "show-banners", "false"),
    "Pantheon": Key("org.gnome.desktop.notifications", "show-banners", "false"),
    "X-Cinnamon": Key(
        "org.cinnamon.desktop.notifications", "display-notifications", "false"
    ),
    "MATE": Key("org.mate.NotificationDaemon", "do-not-disturb", "true"),
}
"""By the names in XDG_CURRENT_DESKTOP."""


def key_of(environ: Mapping[str, str]) -> Key | None:
    """Return the setting of this desktop, or None if it keeps it elsewhere."""
    names = environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    return next((KEYS[name] for name in names if name in KEYS), None)


class SettingQuiet:
    """Reads one setting, and listens to dconf."""

    finds = _DO_NOT_DISTURB

    def __init__(self, *, key: Key, bus: Bus | None) -> None:
        """Take note of the setting.

        Args:
            key: the setting.
            bus: the session's bus, on which dconf tells; None where there is none.
        """
        self._key = key
        self._bus = bus
        self._changed: Callable[[], None] | None = None
        self._listens = False
        self._program = Program(command=("gsettings", "get", key.schema, key.name))
        self.name = f"do not disturb ({key.schema})"
        self.tells = bus is not None

    def ask(self, answered: Callable[[Signs | None], None]) -> None:
        """Read the setting."""
        self._program.run(lambda said: answered(self._read(said)))

    def watch(self, changed: Callable[[], None] | None) -> None:
        """Listen to dconf from the first watch on."""
        self._changed = changed
        if changed is not None and self._bus is not None and not self._listens:
            self._listens = True
            self._bus.listen(_DCONF, "Notify", self._on_notify)

    def _on_notify(self, body: tuple[Any, ...]) -> None:
        """Take (path, changed keys below it, tag); the path may be the key itself."""
        match body:
            case (str() as path, *_) if path.startswith(self._key.path):
                if self._changed is not None:
                    self._changed()

    def _read(self, said: bytes | None) -> Signs | None:
        if said is None:
            return None
        silent = said.decode(errors="replace").strip() == self._key.silent
        return _DO_NOT_DISTURB if silent else NOTHING
