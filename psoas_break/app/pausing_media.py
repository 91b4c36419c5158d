"""Music and films make room for a break, if the user wants that."""

from collections.abc import Callable

from psoas_break.app.ports import Media
from psoas_break.domain.settings import Settings


class PausingMedia:
    """Pauses and resumes as the settings say; loaded when it is first needed.

    Args:
        settings: asked each time.
        load: makes what can pause other programs.
    """

    def __init__(
        self, *, settings: Callable[[], Settings], load: Callable[[], Media]
    ) -> None:
        self._settings = settings
        self._load = load
        self._media: Media | None = None

    def pause(self) -> None:
        """Pause whatever plays."""
        if self._settings().breaks.pause_media:
            if self._media is None:
                self._media = self._load()
            self._media.pause()

    def resume(self) -> None:
        """Let play again what we paused, whatever the settings say by now."""
        if self._media is not None:
            self._media.resume()
