"""Everything the app keeps on disk, built together and looked after together."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from psoas_break.app.anchoring import SafeAnchors
from psoas_break.app.keeper import Keeper
from psoas_break.app.ports import Clock
from psoas_break.app.preferences import Preferences
from psoas_break.domain.settings import Settings
from psoas_break.sharing import Later, Sharing
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.places import Places
from psoas_break.storage.settings_store import SettingsFile

if TYPE_CHECKING:
    from psoas_break.storage.journal_totals import JournalTotals


class Stores:
    """The settings, the history, and the state that survives a restart.

    Args:
        places: where the files live.
        clock: stamps what is kept.
    """

    def __init__(self, *, places: Places, clock: Clock) -> None:
        self.preferences = Preferences(
            store=SettingsFile(places.settings_file, places.site_settings_file)
        )
        self._anchor_files = AnchorFiles(folder=places.anchors)
        self.anchors = SafeAnchors(self._anchor_files)
        self.sharing = Sharing(
            places=places,
            settings=lambda: self.settings,
            anchors=self.anchors,
        )
        self.journal = self.sharing.journal
        self.keeper = Keeper(clock=clock, anchors=self.anchors)

    @property
    def settings(self) -> Settings:
        """What the user chose, as it stands now."""
        return self.preferences.settings

    @property
    def sources_of_trouble(self) -> tuple[Callable[[], tuple[str, ...]], ...]:
        """Whom to ask what cannot be read or written, one line each."""
        return (
            lambda: self.preferences.problems,
            self._anchor_files.problems,
            lambda: (self.anchors.problem,),
            self.sharing.problems,
        )

    def totals(self) -> "JournalTotals":
        """Return what adds up the history for its charts; imported when asked for."""
        from psoas_break.storage.journal_totals import JournalTotals  # noqa: PLC0415

        return JournalTotals(journal=self.journal)

    def share(self, later: Later, joined: Callable[[], None]) -> None:
        """Exchange the history with other machines, whenever the user wants that.

        Args:
            later: has something done when the windows have had their turn.
            joined: called when entries of other machines have come in.
        """
        self.sharing.start(later, joined)
        self.sharing.use(self.settings)
        self.preferences.on_change(lambda _was, settings: self.sharing.use(settings))

    def look(self) -> None:
        """Read settings that were edited, and write what could not be written."""
        self.journal.retry()
        self.anchors.retry()
        self.preferences.reread()
