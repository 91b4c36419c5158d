"""Music and films make room for a break, if the user wants that."""

from psoas_break.app.pausing_media import PausingMedia
from psoas_break.domain.settings import Breaks, Settings

WANTED = Settings(breaks=Breaks(pause_media=True))


class Players:
    def __init__(self) -> None:
        self.heard: list[str] = []
        self.settings = Settings()
        self.media = PausingMedia(settings=lambda: self.settings, load=self._load)

    def pause(self) -> None:
        self.heard.append("pause")

    def resume(self) -> None:
        self.heard.append("resume")

    def _load(self) -> "Players":
        self.heard.append("load")
        return self


def test_unless_asked_for_nobody_touches_them() -> None:
    players = Players()
    players.media.pause()
    players.media.resume()
    assert players.heard == []


def test_what_was_paused_is_resumed_though_the_setting_changed() -> None:
    players = Players()
    players.settings = WANTED
    players.media.pause()
    players.settings = Settings()
    players.media.resume()
    assert players.heard == ["load", "pause", "resume"]
