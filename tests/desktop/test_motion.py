"""Whether the desktop asks for less motion, from a portal on a real bus."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.motion import follow_motion
from tests.desktop.dbusmock import Mock, dbusmock, settle
from tests.desktop.servers import Server

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"

COMMON = ("org.freedesktop.appearance", "reduced-motion")
GNOME = ("org.gnome.desktop.interface", "enable-animations")
KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")


@pytest.fixture
def portal(bus_daemon: Server) -> Iterator[Mock]:
    with dbusmock(bus_daemon.address, NAME, PATH, SETTINGS) as mock:
        yield mock


def has(portal: Mock, *, of: tuple[str, str], value: object) -> None:
    """Give the portal a setting."""
    namespace, key = of
    settings = {namespace: {key: value, "another": 1}}
    portal.method(SETTINGS, "ReadAll", "as", "a{sa{sv}}", f"ret = {settings!r}")


def changes(portal: Mock, of: tuple[str, str], kind: str, value: Any) -> None:
    """Change a setting."""
    values = [*(("s", name) for name in of), (kind, value)]
    told = (SETTINGS, "SettingChanged", "ssv", values)
    portal.do("EmitSignal", "sssav", told)


@pytest.mark.parametrize(
    "setting",
    [
        (COMMON, 1, "still"),
        (COMMON, 0, "lively"),
        (GNOME, False, "still"),
        (GNOME, True, "lively"),
        (KDE, "0", "still"),
        (KDE, "0.0", "still"),
        (KDE, "0.5", "lively"),
    ],
)
def test_each_desktop_s_own_setting_is_understood(
    portal: Mock, bus: Bus, qtbot: QtBot, setting: tuple[tuple[str, str], object, str]
) -> None:
    of, value, wished = setting
    told: list[bool] = []
    has(portal, of=of, value=value)

    follow_motion(lambda: bus, told.append)

    qtbot.waitUntil(lambda: told == [wished == "still"])


def test_a_change_is_followed(portal: Mock, bus: Bus, qtbot: QtBot) -> None:
    told: list[bool] = []
    has(portal, of=COMMON, value=0)
    follow_motion(lambda: bus, told.append)
    qtbot.waitUntil(lambda: told == [False])

    changes(portal, COMMON, "u", 1)
    changes(portal, (COMMON[0], "contrast"), "u", 1)
    changes(portal, COMMON, "u", 0)

    qtbot.waitUntil(lambda: told == [False, True, False])


def test_without_a_portal_nothing_is_told(bus: Bus, qtbot: QtBot) -> None:
    told: list[bool] = []

    follow_motion(lambda: bus, told.append)
    settle(bus, qtbot)

    assert told == []


def test_without_a_bus_there_is_nobody_to_ask() -> None:
    told: list[bool] = []

    follow_motion(lambda: None, told.append)

    assert told == []
