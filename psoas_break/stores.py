"""Everything the app keeps on disk, built together and looked after together."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from psoas_break.app.anchoring import SafeAnchors
from psoas_break.app.choosing import Choosing
from psoas_break.app.keeper import Keeper
from psoas_break.app.ports import Alarm, Clock
from psoas_break.app.preferences import Preferences
from psoas_break.app.proposing import Proposing
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.settings import Settings
from psoas_break.sharing import Later, Sharing
from psoas_break.storage.anchors import AnchorFiles
from psoas_break.storage.places import Places
from psoas_break.storage.pulse import PulseFile
from psoas_break.storage.settings_store import SettingsFile

if TYPE_CHECKING:
    from psoas_break.storage.journal_totals import JournalTotals

TRIES_AGAIN_AFTER = timedelta(minutes=1)


class Stores:
    """The settings, the history, and the state that survives a restart.

    Args:
        places: where the files live.
        clock: stamps what is kept.
    """

    def __init__(self, *, places: Places, clock: Clock) -> None:
        self._clock = clock
        self._alarm: Alarm | None = None
        self._is_set = False
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
        self.keeper = Keeper(
            clock=clock,
            anchors=self.anchors,
            pulse=PulseFile(file=places.pulse_file),
        )

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

    def choosing(self, load: Callable[[], Catalogue]) -> Choosing:
        """Return what chooses breaks; `load` reads the catalogue when first asked."""
        return Choosing(
            clock=self._clock,
            journal=self.journal,
            anchors=self.anchors,
            settings=lambda: self.settings,
            load=load,
        )

    def proposing(self, choosing: Choosing) -> Proposing:
        """Return what offers changes, and takes them to the settings."""
        return Proposing(
            clock=self._clock,
            journal=self.journal,
            anchors=self.anchors,
            settings=lambda: self.settings,
            choose=self.preferences.choose,
            choosing=choosing,
        )

    def totals(self) -> "JournalTotals":
        """Return what adds up the history for its charts; imported when asked for."""
        from psoas_break.storage.journal_totals import JournalTotals  # noqa: PLC0415

        return JournalTotals(journal=self.journal)

    def share(self, later: Later, joined: Callable[[], None], alarm: Alarm) -> None:
        """Exchange the history with other machines, whenever the user wants that.

        Args:
            later: has something done when the windows have had their turn.
            joined: called when entries of other machines have come in.
            alarm: rings while something could not be written, and only then.
        """
        self._alarm = alarm
        self.sharing.start(later, joined, self._try_again)
        self.sharing.use(self.settings)
        later(self.journal.check_ahead)
        self.preferences.on_change(lambda _was, settings: self.sharing.use(settings))

    def look(self) -> None:
        """Read settings that were edited, and write what could not be written."""
        self.journal.retry()
        self.anchors.retry()
        self.preferences.reread()
        self._try_again()

    def _try_again(self) -> None:
        """Have what the disk refused written soon, should there be room by then."""
        refused = self.journal.is_waiting or self.anchors.problem
        if self._alarm is not None and bool(refused) is not self._is_set:
            when = self._clock.now().steady + TRIES_AGAIN_AFTER if refused else None
            self._is_set = bool(refused)
            self._alarm.ring_at(when, self._on_alarm)

    def _on_alarm(self) -> None:
        self._is_set = False
        self.look()
