"""Which buses there are, and that everybody is given the same one."""

import os
from pathlib import Path

import pytest

from psoas_break.desktop import buses
from psoas_break.desktop.buses import Buses, session_address, system_address


def test_the_address_is_where_the_session_says(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    runtime = {"XDG_RUNTIME_DIR": os.fspath(tmp_path)}
    assert [
        session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/b"} | runtime),
        session_address(runtime),
        session_address({}),
    ] == ["unix:path=/b", f"unix:path={tmp_path}/bus", None]


def test_where_the_systems_bus_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buses, "SYSTEM_BUS", tmp_path / "bus")
    before = system_address({})
    (tmp_path / "bus").touch()
    named = system_address({"DBUS_SYSTEM_BUS_ADDRESS": "a"})
    found = [before, system_address({}), named]
    assert found == [None, f"unix:path={tmp_path}/bus", "a"]


@pytest.mark.usefixtures("qapp")
def test_everybody_is_given_the_same_bus() -> None:
    environ = {
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/one",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/other",
    }
    both = Buses(environ=environ, system="linux")

    assert both.session() is both.session()
    assert both.system() not in (None, both.session())
    both.close()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_only_linux_has_them(system: str) -> None:
    environ = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/one"}

    assert Buses(environ=environ, system=system).session() is None
