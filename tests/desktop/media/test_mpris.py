"""Players that are paused and play on, by mocks that behave like players."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.media import choose_media
from psoas_break.desktop.media.mpris import MprisMedia
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.servers import Server

PLAYER = "org.mpris.MediaPlayer2.Player"
PATH = "/org/mpris/MediaPlayer2"

Players = Callable[[str, str], Mock]


@pytest.fixture
def player(bus_daemon: Server) -> Iterator[Players]:
    with ExitStack() as stack:

        def player(name: str, status: str) -> Mock:
            words = (f"org.mpris.MediaPlayer2.{name}", PATH, PLAYER)
            mock = stack.enter_context(dbusmock(bus_daemon.address, *words))
            mock.do("AddProperty", "ssv", (PLAYER, "PlaybackStatus", ("s", status)))
            for method, becomes in (("Pause", "Paused"), ("Play", "Playing")):
                values = {"PlaybackStatus": becomes}
                do = f"self.UpdateProperties('{PLAYER}', {values})"
                mock.method(PLAYER, method, "", "", do)
            return mock

        yield player


def calls(player: Mock) -> list[str]:
    """What it was asked, without the questions for its properties."""
    (listed,) = player.do("GetCalls", "", ())
    return [name for _, name, _ in listed if name in {"Pause", "Play"}]


@pytest.fixture
def media(bus: Bus) -> MprisMedia:
    return MprisMedia(bus=bus)


def test_what_plays_is_paused_and_plays_on(
    media: MprisMedia, player: Players, qtbot: QtBot
) -> None:
    music = player("music", "Playing")
    media.pause()
    qtbot.waitUntil(lambda: calls(music) == ["Pause"])
    media.resume()
    qtbot.waitUntil(lambda: calls(music) == ["Pause", "Play"])


def test_what_was_paused_before_stays_so(
    media: MprisMedia, bus: Bus, player: Players, qtbot: QtBot
) -> None:
    film, music = player("film", "Paused"), player("music", "Playing")
    media.pause()
    qtbot.waitUntil(lambda: calls(music) == ["Pause"])
    media.resume()
    qtbot.waitUntil(lambda: calls(music) == ["Pause", "Play"])
    settle(bus, qtbot)
    assert calls(film) == []


def test_what_the_user_stopped_meanwhile_stays_stopped(
    media: MprisMedia, bus: Bus, player: Players, qtbot: QtBot
) -> None:
    music = player("music", "Playing")
    media.pause()
    qtbot.waitUntil(lambda: calls(music) == ["Pause"])
    music.change(PATH, PLAYER, {"PlaybackStatus": ("s", "Stopped")})
    media.resume()
    settle(bus, qtbot)
    settle(bus, qtbot)
    assert calls(music) == ["Pause"]


def test_a_resume_before_the_answer_pauses_nothing(
    media: MprisMedia, bus: Bus, player: Players, qtbot: QtBot
) -> None:
    music = player("music", "Playing")
    media.pause()
    media.resume()
    for _ in range(3):
        settle(bus, qtbot)
    assert calls(music) == []


def test_a_second_resume_plays_nothing(
    media: MprisMedia, bus: Bus, player: Players, qtbot: QtBot
) -> None:
    music = player("music", "Playing")
    media.pause()
    qtbot.waitUntil(lambda: calls(music) == ["Pause"])
    media.resume()
    media.resume()
    qtbot.waitUntil(lambda: calls(music) == ["Pause", "Play"])
    settle(bus, qtbot)
    assert calls(music) == ["Pause", "Play"]


def test_without_players_there_is_nothing_to_pause(
    media: MprisMedia, bus: Bus, qtbot: QtBot
) -> None:
    media.pause()
    settle(bus, qtbot)
    media.resume()
    assert media._paused == set()


@pytest.mark.parametrize(
    ("system", "why"), [("win32", "no program"), ("linux", "no message bus")]
)
def test_where_nobody_can_be_asked_they_play(system: str, why: str) -> None:
    choice = choose_media(None, system)
    choice.mechanism.pause()
    choice.mechanism.resume()
    assert why in choice.why


def test_linux_asks_players(bus: Bus) -> None:
    assert isinstance(choose_media(bus, "linux").mechanism, MprisMedia)
