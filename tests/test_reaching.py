"""How the app reaches the user, in words, with what to do where it cannot."""

from collections.abc import Mapping

import pytest

from psoas_break.desktop.buses import Buses
from psoas_break.domain.settings import Settings
from psoas_break.reaching import NOTIFICATIONS, TRAY, questions, ways
from psoas_break.sensing import Sense

NOTHING: Mapping[str, str | None] = {}


def found(
    said: Mapping[str, str | None] = NOTHING, *, tray: bool | None = True
) -> dict[str, Sense]:
    told = ways(Buses(environ={}), Settings(), tray, said=said)
    return {one.name: one for one in told}


def test_without_a_bus_nobody_is_asked() -> None:
    assert questions(None) == {}


@pytest.mark.parametrize(
    ("tray", "now"), [(None, "unknown"), (True, "yes"), (False, "no")]
)
def test_a_tray_is_there_or_not_or_nobody_knows(tray: bool | None, now: str) -> None:  # noqa: FBT001  one of three answers
    sense = found(tray=tray)[TRAY]
    assert (sense.now, bool(sense.remedy)) == (now, tray is False)


def test_a_tray_on_the_bus_is_named() -> None:
    item = "StatusNotifierItem"
    assert found({TRAY: item})[TRAY].why == item


def test_a_notification_server_is_named() -> None:
    sense = found({NOTIFICATIONS: "plasma 6"})[NOTIFICATIONS]
    assert (sense.now, sense.remedy) == ("plasma 6", "")


def test_no_notification_server_is_a_gap() -> None:
    sense = found({NOTIFICATIONS: None})[NOTIFICATIONS]
    assert sense.now == "nobody answers"
    assert "notification daemon" in sense.remedy


def test_sound_and_voice_are_loaded_only_when_they_are_tried() -> None:
    assert (found()["sound"].now, found()["voice"].now) == ("", "")
