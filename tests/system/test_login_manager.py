"""What the login manager tells: another user at the screen, a lock, sleep."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desktop.dbusmock import Mock, dbusmock
from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.services import bus_of
from tests.system.waiting import until

MANAGER = "org.freedesktop.login1.Manager"
LOGIN = "org.freedesktop.login1.Session"
SESSION = "/org/freedesktop/login1/session/c1"
OUR_USER = 500


@pytest.fixture
def logind(desktop: Desktop) -> Iterator[Mock]:
    """A login manager that knows one session, ours."""
    with dbusmock(bus_of(desktop), "logind") as mock:
        mock.do("AddSession", "ssusb", ("c1", "seat0", OUR_USER, "anna", True))
        yield mock


@pytest.fixture
def app(desktop: Desktop, logind: Mock, tmp_path: Path) -> Iterator[App]:  # noqa: ARG001  it must run
    session = {"DBUS_SYSTEM_BUS_ADDRESS": bus_of(desktop), "XDG_SESSION_ID": "c1"}
    mine = replace(desktop, environment=desktop.environment | session)
    with App(mine, tmp_path / "profile") as running:
        yield running


def is_away(app: App) -> bool:
    return bool(app.status()["away_since"])


@pytest.mark.parametrize(
    ("name", "begins"), [("Active", False), ("LockedHint", True)], ids=str
)
def test_a_switch_of_users_and_a_lock_are_absences(
    app: App,
    logind: Mock,
    name: str,
    begins: bool,  # noqa: FBT001  what is told
) -> None:
    app.advance("20m", "--typing")

    def begin() -> bool:
        logind.change(SESSION, LOGIN, {name: ("b", begins)})
        return is_away(app)

    until(begin, "the absence to be heard")
    app.advance("6m")
    logind.change(SESSION, LOGIN, {name: ("b", not begins)})
    app.advance("10s", "--typing")
    until(lambda: not is_away(app), "the return to be heard")

    assert len(app.history()["natural_breaks"]) == 1


def test_a_sleep_that_is_told_counts_once(app: App, logind: Mock) -> None:
    app.advance("20m", "--typing")

    def fall_asleep() -> bool:
        logind.signal(MANAGER, "PrepareForSleep", "b", (True,))
        return is_away(app)

    until(fall_asleep, "the sleep to be heard")
    app.advance("2h", "--asleep")
    logind.signal(MANAGER, "PrepareForSleep", "b", (False,))
    app.advance("20s", "--typing")
    until(lambda: not is_away(app), "the return to be heard")

    assert len(app.history()["natural_breaks"]) == 1
    assert app.status()["prompt"] == "none"


def test_doctor_says_what_it_tells(app: App, logind: Mock) -> None:
    logind.change(SESSION, LOGIN, {"LockedHint": ("b", True)})

    found = json.loads(app.line.tell("doctor", "--json"))

    now = {one["name"]: one["now"] for one in found["presence"]}
    assert now["logind"] == "locked"
    assert "A locked screen" not in [gap["name"] for gap in found["gaps"]]
