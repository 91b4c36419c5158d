"""Two machines: has the shared folder read and written in pieces, when there is cause.

There is no timer while nothing happens. The folder is looked at when the app starts,
when something was written, and before the history is read; what is too much for once
follows in pieces, between which the windows stay alive.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from psoas_break.app.ports import Anchors
from psoas_break.domain.settings import Settings
from psoas_break.storage.device import host_name
from psoas_break.storage.journal import SqliteJournal
from psoas_break.storage.places import Places

if TYPE_CHECKING:  # imported when a folder is chosen
    from psoas_break.storage.shared_folder import SharedFolder

Later = Callable[[Callable[[], None]], object]
"""Has something done when the windows have had their turn."""


class Sharing:
    """Owns the history, and exchanges it with other devices if the user wants that.

    Args:
        places: where files live.
        settings: what the user chose, asked anew each time.
        anchors: keep how far each file was read.
    """

    def __init__(
        self,
        *,
        places: Places,
        settings: Callable[[], Settings],
        anchors: Anchors,
    ) -> None:
        self.journal = SqliteJournal(
            path=places.journal_file,
            device_file=places.device_file,
            name=lambda: settings().data.device_name or host_name(),
            exchange=self.look,
        )
        self._anchors = anchors
        self._chosen = ""
        self._folder: SharedFolder | None = None
        self._later: Later | None = None
        self._joined: Callable[[], None] = lambda: None
        self._refused: Callable[[], None] = lambda: None
        self._is_at_it = self._has_more = False
        self._told = 0

    def start(
        self, later: Later, joined: Callable[[], None], refused: Callable[[], None]
    ) -> None:
        """Be ready to work in pieces; nothing is exchanged before.

        Args:
            later: does the next piece when the windows have had their turn.
            joined: called when entries of other devices have come in.
            refused: called when the disk refuses what happened here.
        """
        self._later, self._joined, self._refused = later, joined, refused

    def use(self, settings: Settings) -> None:
        """Share through the folder the user chose, from now on."""
        chosen = settings.data.shared_folder
        if chosen != self._chosen:
            self._chosen, self._told = chosen, 0
            self._folder = self._opened(chosen) if chosen else None
            self._go_on_later()

    def look(self) -> None:
        """Do a piece of the work now, and have the rest follow."""
        if self.journal.is_waiting:
            self._refused()
        if self._folder is None or self._is_at_it:
            return
        self._is_at_it = True
        try:
            has_more = self._folder.exchange()
        finally:
            self._is_at_it = False
        if has_more:
            self._go_on_later()
        elif self._folder.joined > self._told:
            self._told = self._folder.joined
            self._joined()

    def _go_on_later(self) -> None:
        """Do the next piece soon; asked for twice, it is done once."""
        if self._later is not None and not self._has_more:
            self._has_more = True
            self._later(self._go_on)

    def _go_on(self) -> None:
        self._has_more = False
        self.look()

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the history or the folder, one line each."""
        shared = self._folder.problems() if self._folder else ()
        return (*self.journal.problems(), *shared)

    def _opened(self, chosen: str) -> "SharedFolder":
        from psoas_break.storage.shared_folder import SharedFolder  # noqa: PLC0415

        return SharedFolder(
            folder=Path(chosen).expanduser().absolute(),
            device=self.journal.device,
            journal=self.journal,
            anchors=self._anchors,
        )
