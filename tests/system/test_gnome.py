"""A Wayland session as GNOME has it: Mutter tells over the bus of idle time."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from psoas_break.desktop.idle.mutter import MONITOR
from tests.desktop.dbusmock import Mock, dbusmock
from tests.system.desktop import Desktop
from tests.system.running_app import App
from tests.system.services import bus_of
from tests.system.test_kwin import FAST, is_there
from tests.system.waiting import until
from tests.system.weston import wayland_alone

WATCH = 7

pytestmark = pytest.mark.skipif(not shutil.which("weston"), reason="needs weston")


@dataclass(frozen=True, slots=True)
class Mutter:
    """GNOME's compositor, as far as it tells of idle time."""

    mock: Mock

    def is_idle_for(self, milliseconds: int) -> None:
        answer = f"ret = dbus.UInt64({milliseconds})"
        self.mock.method(MONITOR.interface, "GetIdletime", "", "t", answer)

    def hears_a_key(self) -> None:
        """Tell of it, as it was asked to."""
        self.is_idle_for(0)
        self.mock.signal(MONITOR.interface, "WatchFired", "u", (WATCH,))


@pytest.fixture
def gnome() -> Iterator[Desktop]:
    """A session with a compositor that draws, and says nothing of idle time."""
    with wayland_alone() as desktop:
        yield desktop


@pytest.fixture
def mutter(gnome: Desktop) -> Iterator[Mutter]:
    names = (MONITOR.name, MONITOR.path, MONITOR.interface)
    with dbusmock(bus_of(gnome), *names) as mock:
        mutter = Mutter(mock)
        mutter.is_idle_for(0)
        mock.method(MONITOR.interface, "AddUserActiveWatch", "", "u", f"ret = {WATCH}")
        mock.method(MONITOR.interface, "RemoveWatch", "u", "", "")
        yield mutter


def test_doctor_names_who_tells_and_who_need_not(
    gnome: Desktop, mutter: Mutter, tmp_path: Path
) -> None:
    mutter.is_idle_for(60_000)
    with App(gnome, tmp_path / "profile") as app:
        found = json.loads(app.line.tell("doctor", "--json"))

    others = {one["name"]: one["why"] for one in found["idle_others"]}
    assert found["idle"]["name"] == "Mutter"
    assert int(found["idle"]["now"].removesuffix(" s")) >= 60
    assert others["ext-idle-notify"] == "this compositor does not offer it"
    assert others["X11"].startswith("not asked")


def test_after_a_break_mutter_tells_of_the_return(
    gnome: Desktop, mutter: Mutter, tmp_path: Path
) -> None:
    with App(gnome, tmp_path / "profile", speed=FAST) as app:
        app.tell("start", "R2")
        mutter.is_idle_for(60_000)
        until(lambda: not is_there(app), "the end of the break")

        def is_back() -> bool:
            mutter.hears_a_key()
            return is_there(app)

        until(is_back, "the return")
