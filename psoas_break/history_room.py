"""The history's window: built when it is wanted, filled, and kept up to date."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from psoas_break.app.choosing import Choosing
from psoas_break.app.ports import Clock
from psoas_break.app.totals import Totals
from psoas_break.domain.situation import Situation
from psoas_break.ui.theme import Theme

if TYPE_CHECKING:  # imported when it is wanted, if it is
    from psoas_break.ui.history_window import HistoryWindow


class HistoryRoom:
    """Knows what the history's window shows.

    Args:
        totals: what the history has come to.
        clock: what time it is.
        choosing: what exercises are called, and which side begins next.
        situation: since when one has sat.
    """

    def __init__(
        self,
        *,
        totals: Callable[[], Totals],
        clock: Clock,
        choosing: Choosing,
        situation: Callable[[], Situation],
    ) -> None:
        self._totals = totals
        self._clock = clock
        self._choosing = choosing
        self._situation = situation

    def build(self, theme: Theme) -> "HistoryWindow":
        """Return a window that shows the history as it is."""
        from psoas_break.ui.history_window import HistoryWindow  # noqa: PLC0415

        window = HistoryWindow(
            totals=self._totals(),
            names=_Names(lambda: self._choosing.catalogue.names),
            theme=theme,
            now=self._clock.now().wall,
        )
        self.fill(window)
        return window

    def fill(self, window: QWidget | None) -> None:
        """Show the history anew in the window, if it is open."""
        if window is None:
            return
        from psoas_break.ui.history_window import HistoryWindow  # noqa: PLC0415

        if isinstance(window, HistoryWindow):
            window.show_now(
                self._clock.now().wall,
                sat_since=self._situation().sat_since,
                lead=self._choosing.rotation.lead,
            )


class _Names(Mapping[str, str]):
    """Names that are loaded when the first one is asked for.

    That is not before the part of the window comes into view that shows some; the
    catalogue takes as long to load as the rest of the window to open.
    """

    def __init__(self, load: Callable[[], Mapping[str, str]]) -> None:
        self._load = load

    def __getitem__(self, key: str) -> str:
        return self._loaded[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded)

    def __len__(self) -> int:
        return len(self._loaded)

    @cached_property
    def _loaded(self) -> Mapping[str, str]:
        return self._load()
