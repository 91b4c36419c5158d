import sys
from pathlib import Path

import pytest

from psoas_break.desktop import presence
from psoas_break.desktop.dbus import Bus
from psoas_break.desktop.presence import choose_presence, system_address
from psoas_break.domain.absence import Certain

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")


@linux_only
@pytest.mark.usefixtures("qapp")
def test_linux_listens_to_all_who_may_tell() -> None:
    bus = Bus(address=None)
    names = [c.mechanism.name for c in choose_presence({}, session=bus, system=bus)]
    assert names == ["logind", "screen saver", "Mutter"]


@linux_only
def test_without_a_bus_nobody_tells_and_that_is_said() -> None:
    (choice,) = choose_presence({}, session=None, system=None)
    said: list[tuple[Certain, bool]] = []
    choice.mechanism.start(lambda cause, holds: said.append((cause, holds)))
    choice.mechanism.look()
    assert (said, choice.why) == ([], "there is no message bus to listen to")


def test_where_the_systems_bus_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "SYSTEM_BUS", tmp_path / "bus")
    before = system_address({})
    (tmp_path / "bus").touch()
    named = system_address({"DBUS_SYSTEM_BUS_ADDRESS": "a"})
    found = [before, system_address({}), named]
    assert found == [None, f"unix:path={tmp_path}/bus", "a"]
